"""Rich text: a short allow-list of HTML, and its plain text."""

from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser
from typing import Any

import nh3

SOURCE = "#source-"
"""The beginning of a footnote mark's `href`; the id of a source of the same briefing follows."""
TAGS = {"p", "br", "a", "strong", "em", "ul", "ol", "li"}
_ROUNDS = 8
_BLOCKS = {"p", "ul", "ol", "li"}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "*": set()},  # "*": else the cleaner leaves lang and title on every element
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
    strip_comments=True,
)


def clean_html(html: str) -> str:
    """`html` reduced to the allow-list: paragraphs, links, strong, emphasis, lists. Idempotent.

    Disallowed elements lose their tags and keep their words; scripts and styles lose both. Without those tags elements
    may be nested wrongly (a link in a link), so cleaning is repeated until nothing changes. HTML that never settles
    becomes a paragraph of its words.
    """
    for _ in range(_ROUNDS):
        cleaned = _CLEANER.clean(html)
        if cleaned == html:
            return html
        html = cleaned
    return f"<p>{escape(plain_text(html), quote=False)}</p>"


def paragraphs_to_html(paragraphs: list[str] | tuple[str, ...]) -> str:
    """Plain paragraphs as rich text, with the same words."""
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


class _Replacing(_PlainText):
    """Writes what it reads, with other words at some offsets of its plain text."""

    def __init__(self, edits: Iterable[tuple[int, int, str]]) -> None:
        super().__init__()
        self.edits = sorted(edits)
        self.done: set[tuple[int, int]] = set()
        self.html: list[str] = []
        self.length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.html.append(self.get_starttag_text() or "")
        self._count(super().handle_starttag, tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.html.append(f"</{tag}>")
        self._count(super().handle_endtag, tag)

    def handle_data(self, data: str) -> None:
        first = self.length
        self._count(super().handle_data, data)
        words, taken = [], first
        for start, end, new in self.edits:
            begins_here = first <= start < self.length or (start == end == self.length)
            if begins_here and (start, end) not in self.done:
                self.done.add((start, end))
                words += [data[taken - first : start - first], new]
                taken = start
            if start < self.length and end > first:
                taken = max(taken, min(end, self.length))
        self.html.append(escape("".join([*words, data[taken - first :]]), quote=False))

    def _count(self, handle: Callable[..., None], *values: Any) -> None:
        known = len(self.parts)
        handle(*values)
        self.length += sum(map(len, self.parts[known:]))


def replace_words(html: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Cleaned rich text with other words: each edit is start and end in its plain text, and what stands there then.

    Edits do not overlap. Links and emphasis stay where they are; new words are set as the first of those they replace.
    """
    parser = _Replacing(edits)
    parser.feed(html)
    parser.close()
    return clean_html("".join(parser.html))
