"""Rich text: a short allow-list of HTML, and the plain text that it reads as."""

from html import escape
from html.parser import HTMLParser

import nh3

SOURCE = "#source-"
"""Begins the address of a source of the same briefing; its id follows. The mark of a footnote leads there."""
TAGS = {"p", "br", "a", "strong", "em", "ul", "ol", "li"}
_ROUNDS = 8
_BLOCKS = {"p", "ul", "ol", "li"}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "*": set()},  # "*": the cleaner lets lang and title stand anywhere by itself
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
    strip_comments=True,
)


def clean_html(html: str) -> str:
    """`html` with nothing but the allow-list left: paragraphs, links, strong, emphasis, lists. Idempotent.

    Disallowed elements lose their tags and keep their words; scripts and styles lose both. Taking tags away can leave
    elements nested in a way that a browser would mend (a link in a link): so it is done until nothing changes, and
    what does not settle becomes a paragraph of its words.
    """
    for _ in range(_ROUNDS):
        cleaned = _CLEANER.clean(html)
        if cleaned == html:
            return html
        html = cleaned
    return f"<p>{escape(plain_text(html), quote=False)}</p>"


def paragraphs_to_html(paragraphs: list[str] | tuple[str, ...]) -> str:
    """Plain paragraphs as rich text, each word as it stood."""
    return clean_html("".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs))


class _PlainText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def _break(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plain_text(html: str) -> str:
    """The words of cleaned rich text, a line per block; offsets of quotations count code points in this string."""
    parser = _PlainText()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts).removesuffix("\n")
