"""A public page made into one of the view: its links stay inside, its scripts stay out, a banner stands above it."""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from django.conf import settings

from briefings.upload_limits import DESK

LINKS = {"a": "href", "form": "action", "img": "src", "source": "src"}
SETS = {"img": "srcset", "source": "srcset"}
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_DROPPED = "script"


class _Page(HTMLParser):
    """Writes down what it reads, but for the addresses of links and pictures, and scripts."""

    def __init__(self, inside: Callable[[str], str], *, head: str, top: str) -> None:
        super().__init__(convert_charrefs=False)
        self._inside, self._head, self._top = inside, head, top
        self._is_in_script = False
        self.written: list[str] = []

    def _write(self, text: str) -> None:
        if not self._is_in_script:
            self.written.append(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == _DROPPED:
            self._is_in_script = True
            return
        whole = self.get_starttag_text() or ""
        self._write(_ATTRIBUTE.sub(lambda match: self._attribute(tag, match), whole))

    def handle_endtag(self, tag: str) -> None:
        if tag == _DROPPED:
            self._is_in_script = False
            return
        if tag == "head":
            self._write(self._head)
        self._write(f"</{tag}>")
        if tag == "a":  # the first link of a page skips to its text, and has to stay the first thing there
            self._write(self._top)
            self._top = ""

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._write(f"<!{decl}>")

    def _attribute(self, tag: str, match: re.Match[str]) -> str:
        name, value = match.groups()
        if LINKS.get(tag) == name:
            value = self._inside(value)
        elif SETS.get(tag) == name:
            value = ", ".join(self._inside(one) for one in value.split(", "))
        return f'{name}="{value}"'


def rewrite(page: str, *, inside: Callable[[str], str], head: str, top: str) -> str:
    """The page (HTML of ours) with each address as `inside` has it, `head` at the end of its head and `top` behind
    its first link. No word of it changes.
    """
    parser = _Page(inside, head=head, top=top)
    parser.feed(page)
    parser.close()
    return "".join(parser.written)


def links_inside(prefix: str, *, site: str) -> Callable[[str], str]:
    """Addresses of the public site (relative to its root, or beginning with `site`) put behind `prefix`."""
    site, before = escape(site.rstrip("/")), escape(prefix.rstrip("/"))

    def inside(address: str) -> str:
        address = f"/{address.removeprefix(site).lstrip('/')}" if f"{address}/".startswith(f"{site}/") else address
        is_public = address.startswith("/") and not address.startswith(("//", settings.STATIC_URL, DESK))
        return f"{before}{address}" if is_public else address

    return inside
