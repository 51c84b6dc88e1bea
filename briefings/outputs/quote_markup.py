"""Marks quotations in a text with their speakers. The marks are not stored: they are made with each page."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

_BLOCKS = frozenset({"p", "ul", "ol", "li"})
_WITHOUT_TEXT = frozenset({"ul", "ol"})


@dataclass(frozen=True, kw_only=True)
class QuotePlaces:
    """A quotation's places in a text, as (start, end) pairs in code points of `plain_text(body)`, and its speaker."""

    key: str
    places: tuple[tuple[int, int], ...]
    speaker: str = ""


def marked(body: str, quotes: Iterable[QuotePlaces]) -> str:
    """The cleaned rich text `body` with each quotation in `<span class="said" title="speaker">`; its first has its id.

    It is no `<q>`, because the text has quotation marks already and a browser's reader mode would add a second pair. A
    quotation that crosses elements gets a span in each of them, so the result is well-formed for any offsets. The plain
    text of the result is that of `body`.
    """
    parser = _Marking(quotes)
    parser.feed(body)
    parser.close()
    return "".join(parser.out)


class _Marking(HTMLParser):
    """Copies HTML, counting code points as `plain_text` does."""

    def __init__(self, quotes: Iterable[QuotePlaces]) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.position = 0
        self.last = ""
        self.opened: list[str] = []
        self.spans = sorted(
            ((start, end, one) for one in quotes for start, end in one.places if start < end),
            key=lambda span: (span[0], -span[1]),
        )
        self.named: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        elif tag == "br":
            self._count("\n")
        if tag != "br":
            self.opened.append(tag)
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        if self.opened and self.opened[-1] == tag:
            self.opened.pop()
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        start = self.position
        self._count(data)
        borders = {start, self.position}
        for first, end, _one in self.spans:
            borders.update(border for border in (first, end) if start < border < self.position)
        cuts = sorted(borders)
        for left, right in pairwise(cuts):
            self._write(data[left - start : right - start], left=left, right=right)

    def _write(self, words: str, *, left: int, right: int) -> None:
        between_blocks = not self.opened or self.opened[-1] in _WITHOUT_TEXT
        around: list[QuotePlaces] = []
        if words.strip() or not between_blocks:
            around = [one for first, end, one in self.spans if first <= left and right <= end]
        self.out += [self._opening(one) for one in around]
        self.out.append(escape(words, quote=False))
        self.out += ["</span>"] * len(around)

    def _opening(self, one: QuotePlaces) -> str:
        named = "" if one.key in self.named else f' id="{escape(one.key)}"'
        self.named.add(one.key)
        speaker = f' title="{escape(one.speaker)}"' if one.speaker else ""
        return f'<span class="said"{named}{speaker}>'

    def _break(self) -> None:
        if self.last and self.last != "\n":
            self._count("\n")

    def _count(self, words: str) -> None:
        self.position += len(words)
        self.last = words[-1]
