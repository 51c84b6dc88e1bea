"""An understood draft as the review page shows it: line by line, each stretch of marked words at its place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from briefings.importing import Decisions, PlacedLine, PlacedWords

ROLES = {
    "headline": _("Headline"),
    "dateline": _("Dateline"),
    "byline": _("Byline"),
    "lede": _("Lede"),
    "heading": _("Section heading"),
    "text": _("Plain text"),
    "question": _("Question"),
    "answer": _("Answer"),
    "source": _("Source"),
    "label": _("Label"),
    "unplaced": _("Left out"),
}
KINDS = {
    "quotation": _("Quotation"),
    "term": _("Words in marks"),
    "plain": _("Neither"),
}
A_PAGE = 300
"""Lines on one page of the review, and marked words at the most."""
A_LINE = 20_000
"""Characters of one line that are shown."""


@dataclass(frozen=True)
class Words:
    """Words in quotation marks. `state`: sure, guess, missing (no speaker was found), term or plain."""

    placed: PlacedWords
    text: str
    is_decided: bool

    @property
    def place(self) -> str:
        return self.placed.place

    @property
    def anchor(self) -> str:
        return anchor(self.place)

    @property
    def state(self) -> str:
        if self.placed.kind != "quotation":
            return self.placed.kind
        if not self.placed.speaker:
            return "missing"
        return "sure" if self.placed.is_sure else "guess"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to say who spoke before readers get it: words that the text lists as a quotation."""
        return self.placed.key is not None and self.state in ("guess", "missing")


@dataclass(frozen=True)
class Row:
    """A line of the draft. `segments`: its text in stretches, each with the marked words that it is, if any.

    `words`: those that are decided about here. `undo`: addresses of lines that were joined to it, `taken` of what the
    draft does not show and an editor put back into it. `rest`: how many of its characters are not shown.
    """

    placed: PlacedLine
    segments: Sequence[tuple[str, Words | None]]
    words: Sequence[Words]
    is_decided: bool
    is_first: bool
    undo: Sequence[str] = ()
    taken: Sequence[str] = ()
    rest: int = 0

    @property
    def address(self) -> str:
        return self.placed.line.address

    @property
    def anchor(self) -> str:
        return anchor(self.address)

    @property
    def is_hidden(self) -> bool:
        """Whether the draft does not show the line, and nobody took it in."""
        return self.placed.line.left_out is not None and self.placed.role == "unplaced"

    @property
    def role_in_words(self) -> str:
        return ROLES[self.placed.role]


@dataclass
class Page:
    """The lines from `start` on, up to `end`."""

    number: int
    start: int
    end: int
    rows: list[Row] = field(default_factory=list)

    @property
    def shown(self) -> dict[str, object]:
        """What the form says of each place while nobody has touched it."""
        words = [one.placed for row in self.rows for one in row.words]
        return {
            "roles": {row.address: row.placed.role for row in self.rows},
            "marks": {one.place: [one.kind, one.speaker, one.role, one.is_sure] for one in words},
        }


def anchor(place: str) -> str:
    """The id of a place on the page."""
    return f"at-{place}".replace(":", "_").replace(".", "-")


def pages(parts: Sequence[PlacedLine], marks: Iterable[PlacedWords]) -> list[Page]:
    """Where each page of the review begins and ends; one for a draft of a usual length."""
    count: dict[str, int] = defaultdict(int)
    for words in marks:
        count[words.address] += 1
    made, start, many, long = [], 0, 0, 0
    for at, part in enumerate(parts):
        marked = min(count[part.line.address], A_PAGE)
        characters = min(len(part.line.text), A_LINE)
        if at > start and (at - start >= A_PAGE or many + marked > A_PAGE or long + characters > A_PAGE * 1_000):
            made.append(Page(len(made) + 1, start, at))
            start, many, long = at, 0, 0
        many, long = many + marked, long + characters
    return [*made, Page(len(made) + 1, start, len(parts))]


def page_numbers(all_pages: Sequence[Page], places: Sequence[int]) -> list[int]:
    """The number of the page that has each of these lines."""
    starts = [page.start for page in all_pages]
    return [all_pages[bisect_right(starts, place) - 1].number for place in places]


def rows(page: Page, parts: Sequence[PlacedLine], marks: Iterable[PlacedWords], decisions: Decisions) -> list[Row]:
    """The lines of one page."""
    shown = parts[page.start : page.end]
    marked: dict[str, list[PlacedWords]] = {part.line.address: [] for part in shown}
    firsts: set[int] = set()
    for words in marks:
        carries = words.quotation is None or words.quotation not in firsts
        firsts.add(words.quotation or 0)
        if words.address in marked:
            marked[words.address].append((words, carries))
    joined = _joined([part.line.address for part in parts], decisions.joins)
    return [
        _row(part, marked[part.line.address], decisions, joined[part.line.address], is_first=page.start + at == 0)
        for at, part in enumerate(shown)
    ]


def _row(
    part: PlacedLine,
    marked: Sequence[tuple[PlacedWords, bool]],
    decisions: Decisions,
    undo: Sequence[str],
    *,
    is_first: bool,
) -> Row:
    text = part.line.text
    segments: list[tuple[str, Words | None]] = []
    words, last = [], 0
    for placed, carries in sorted(marked, key=lambda one: (one[0].start, -one[0].end))[:A_PAGE]:
        one = Words(placed, text[placed.start : placed.end], placed.place in decisions.marks)
        if carries:
            words.append(one)
        if last <= placed.start < placed.end <= A_LINE:
            segments += [(text[last : placed.start], None), (text[placed.start : placed.end], one)]
            last = placed.end
    segments.append((text[last:A_LINE], None))
    return Row(
        placed=part,
        segments=[segment for segment in segments if segment[0]],
        words=words,
        is_decided=part.line.address in decisions.roles,
        is_first=is_first,
        undo=undo,
        taken=_taken(part, decisions),
        rest=max(0, len(text) - A_LINE),
    )


def _taken(part: PlacedLine, decisions: Decisions) -> list[str]:
    """The addresses of what an editor put back into the line."""
    others = dict.fromkeys(address for _start, address, _offset in part.line.origins)
    return [
        address
        for address in others
        if address != part.line.address and address not in decisions.joins and decisions.roles.get(address) == "text"
    ]


def _joined(addresses: Sequence[str], joins: Iterable[str]) -> dict[str, list[str]]:
    """By the address of a line: the addresses of the lines that were joined to it."""
    all_addresses = sorted({*addresses, *joins}, key=order)
    joined: dict[str, list[str]] = {address: [] for address in addresses}
    last = None
    for address in all_addresses:
        if address in joined:
            last = address
        elif last is not None:
            joined[last].append(address)
    return joined


def order(address: str) -> tuple[int, int]:
    """The place of a line in the draft, to sort by."""
    number, _dot, offset = address.partition(".")
    return int(number or 0), int(offset or 0)
