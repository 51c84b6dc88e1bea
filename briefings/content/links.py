"""Links in rich text: where they lead, in which words, and whether that is an address."""

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple

from briefings.content.fields import MAIL_ADDRESS
from briefings.content.richtext import SOURCE, clean_html

_HREF = re.compile(r"""(<a\b[^<>]{0,300}?\bhref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LABEL = r"[^\s/?#@:\[\]\\<>\"'.,;()]+"
_HOST = rf"{_LABEL}(?:\.{_LABEL})+\.?"
_WEB = re.compile(rf"https?://(?:{_HOST}|\[[0-9a-f:.]+\])(?::[0-9]{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(rf"(?P<host>{_HOST})(?P<port>:[0-9]{{1,5}})?(?P<rest>[/?#]\S*)?")
_ENDS_OF_FILES = re.compile(
    "aspx?|css|csv|docx?|gif|html?|jpe?g|js|json|md|pdf|php|png|svg|txt|webp|xlsx?|xml", re.IGNORECASE
)


class Link(NamedTuple):
    """A link: its address as it stands in the text, and the words that it is on."""

    href: str
    words: str

    @property
    def is_to_a_source(self) -> bool:
        """Whether it is the mark of a footnote."""
        return self.href.startswith(SOURCE)

    @property
    def is_address(self) -> bool:
        """Whether a reader’s browser finds its way by it: a web address with a host, or a mail address."""
        scheme, _sep, rest = self.href.partition(":")
        if scheme.lower() == "mailto":
            return MAIL_ADDRESS.fullmatch(rest.partition("?")[0]) is not None
        return _WEB.fullmatch(self.href) is not None

    @property
    def is_relative(self) -> bool:
        """Whether it is the end of an address, which means something on the page alone that it was copied from."""
        return self.href[:1] in ("/", ".", "#", "?")


def links_in(html: str) -> tuple[Link, ...]:
    """The links of cleaned rich text, in reading order."""
    parser = _Links()
    parser.feed(html)
    parser.close()
    return tuple(Link(href, " ".join("".join(words).split())) for href, words in parser.links)


def whole_address(href: str) -> str:
    """`href` with the scheme that somebody left out: example.org is a web address, and name@example.org one of mail."""
    href = href.strip()
    if MAIL_ADDRESS.fullmatch(href):
        return f"mailto:{href}"
    match = _WITHOUT_SCHEME.fullmatch(href)
    if not match:
        return href
    last = match["host"].rstrip(".").rpartition(".")[2]
    if not last.isalpha() or len(last) < 2 or _ENDS_OF_FILES.fullmatch(last):
        return href
    rest = match["rest"] or "/"
    return f"https://{match['host']}{match['port'] or ''}{rest if rest.startswith('/') else f'/{rest}'}"


def with_whole_addresses(html: str) -> str:
    """`html`, cleaned or not, with each link as `whole_address` has it."""
    return _replaced(html, whole_address)


def links_without_way(html: str) -> tuple[str, ...]:
    """The addresses in `html` that cleaning drops: of phones, of files, of scripts, and what cannot be read as one."""
    dropped: list[str] = []

    def note(href: str) -> str:
        if "href=" not in clean_html(f'<a href="{escape(href)}"></a>'):
            dropped.append(href.strip())
        return href

    _replaced(html, note)
    return tuple(dropped)


def _replaced(html: str, change: Callable[[str], str]) -> str:
    def replace(match: re.Match[str]) -> str:
        href = next(one for one in match.groups()[1:] if one is not None)
        now = change(unescape(href))
        return match[0] if now == unescape(href) else f'{match[1]}"{escape(now)}"'

    return _HREF.sub(replace, html)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, list[str]]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")) is not None:
            self.links.append((href, []))
            self._is_inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.links[-1][1].append(data)
