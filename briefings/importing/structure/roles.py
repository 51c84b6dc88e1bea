"""The role of each line of a draft, whether the draft says so itself, and the reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefings.importing.decisions import Decisions, Role
from briefings.importing.editor_marks import is_only_mark, leads_elsewhere
from briefings.importing.lines import Line
from briefings.importing.structure import frames, front, page_furniture, questions, shapes
from briefings.importing.structure.cuts import cut_unless_joined
from briefings.importing.structure.headings import Heading, headings_of
from briefings.importing.structure.headline import FRONT, headline_among
from briefings.importing.structure.margins import ABOVE, BELOW, foot_of, head_of
from briefings.messages import Message

_DATELINE = Message("Place and agency before a dash")


@dataclass(frozen=True)
class LineRole:
    """A line with its role. `is_sure`: the draft says it, or an editor does; `reason` is for an editor.

    `choice` counts what an editor decided, in that order, from 1; 0 where nobody did.
    """

    line: Line
    role: Role
    is_sure: bool
    reason: str
    choice: int = 0


def roles_of(lines: Sequence[Line], decisions: Decisions) -> tuple[LineRole, ...]:
    """Every line with its role; the dateline is cut off the lede and is a line of its own."""
    finder = _RoleFinder(lines, decisions)
    finder.take_decisions()
    finder.take_dateline()
    finder.take_furniture()
    finder.take_front()
    finder.take_parts()
    finder.take_lede()
    return finder.result()


class _RoleFinder:
    def __init__(self, lines: Sequence[Line], decisions: Decisions) -> None:
        self._lines = list(lines)
        self._choices = {address: number for number, address in enumerate(decisions.roles, start=1)}
        self._decisions = decisions
        self._roles: dict[int, tuple[Role, bool, str]] = {}
        self._decided: dict[int, Role] = {}
        self._headings: Mapping[int, Heading] = {}
        self._headline: Line | None = None

    def _unassigned(self) -> list[int]:
        return [index for index in range(len(self._lines)) if index not in self._roles]

    def _has(self, role: Role) -> bool:
        return any(taken == role for taken, *_ in self._roles.values())

    def _take(self, index: int, role: Role, reason: str, *, is_sure: bool) -> None:
        self._roles[index] = (role, is_sure, reason)

    def take_decisions(self) -> None:
        newest = 0
        for index, line in enumerate(self._lines):
            if role := self._decisions.roles.get(line.address):
                self._take(index, role, Message("You decided"), is_sure=True)
                self._decided[index] = role
                if role == "headline" and self._choices[line.address] > newest:
                    self._headline, newest = line, self._choices[line.address]

    def take_dateline(self) -> None:
        """Finds a dateline that was cut off the lede, or stands on a line of its own above it."""
        for index, (line, below) in enumerate(pairwise(self._lines)):
            if index not in self._roles and _is_dateline(line, below) and not self._has("dateline"):
                self._take(index, "dateline", _DATELINE, is_sure=False)

    def take_furniture(self) -> None:
        for index in self._unassigned():
            if leads_elsewhere(self._lines[index]):
                self._take(index, "unplaced", frames.CALL, is_sure=False)
            elif is_only_mark(self._lines[index].text):
                self._take(index, "unplaced", Message("A note of the writer"), is_sure=True)
            elif page_furniture.is_furniture(self._lines[index]):
                self._take(index, "unplaced", Message("No text of the briefing: pages carry such lines"), is_sure=False)
        for index, reason in frames.frames_of(self._lines, self._unassigned()).items():
            self._take(index, "unplaced", reason, is_sure=False)

    def take_front(self) -> None:
        unassigned = self._unassigned()
        if not self._has("headline") and (headline := headline_among(self._lines, unassigned)):
            index, reason, is_sure = headline
            self._take(index, "headline", reason, is_sure=is_sure)
            self._headline = self._lines[index]
            for above in unassigned[: unassigned.index(index)]:
                if not self._take_credit(above):
                    self._take(above, "unplaced", Message("Stands above the headline"), is_sure=False)
        unassigned = self._unassigned()
        passed = 0
        for place, index in enumerate(unassigned[:FRONT]):
            line = self._lines[index]
            if self._take_credit(index):
                continue
            below = self._lines[unassigned[place + 1]] if place + 1 < len(unassigned) else None
            may_name = self._headline and place < 3 and below and not shapes.is_prose(line)
            if may_name and front.reads_as_authors(line) and (shapes.is_prose(below) or front.is_dated(below)):
                self._take(index, "byline", Message("Names alone below the headline"), is_sure=False)
                continue
            passed += (shapes.is_prose(line) and not shapes.is_item(line)) or line.style == "heading"
            if passed > (1 if self._headline else 0):
                break
        for index in self._unassigned()[-3:]:
            if (authors := front.authors_of(self._lines[index])) and len(self._lines) > 4:
                words = shapes.word_count(self._lines[index].text)
                if not shapes.ends_as_sentence(self._lines[index]) and words <= 4 * len(authors) + 6:
                    self._take(index, "byline", Message("Says who wrote it"), is_sure=True)

    def _take_credit(self, index: int) -> bool:
        """Gives a line that says who wrote the draft or when its role; returns whether it is such a line."""
        line = self._lines[index]
        if shapes.is_prose(line) and len(line.text) > 160:
            return False
        if front.authors_of(line):
            self._take(index, "byline", Message("Says who wrote it"), is_sure=True)
        elif front.is_dated(line) and line.style == "text":
            self._take(index, "unplaced", Message("Says when it was published"), is_sure=True)
        elif front.names_embargo(line) or front.is_credit(line):
            self._take(
                index, "unplaced", Message("Says something about the draft, for whoever works with it"), is_sure=True
            )
        else:
            return False
        return True

    def take_parts(self) -> None:
        """Headings, the FAQ and the sources among what is left."""
        unassigned = self._unassigned()
        self._headings = headings_of(self._lines, unassigned)
        around = [
            index for index, (role, *_) in self._roles.items() if role == "unplaced" and index not in self._decided
        ]
        for index, (role, reason) in head_of(self._lines, unassigned, self._headings, around).items():
            self._take(index, role, reason, is_sure=False)
        unassigned = self._unassigned()
        self._headings = {index: heading for index, heading in self._headings.items() if index not in self._roles}
        parts_of_text = sorted([*unassigned, *self._decided])
        sources = page_furniture.sources_of(self._lines, parts_of_text, self._headings, self._decided)
        rest = [index for index in parts_of_text if index not in sources]
        parts = questions.faq_of(self._lines, rest, self._headings, headline=self._headline, decided=self._decided)
        for index, role in sources.items():
            self._take(index, "label" if role == "label" else "source", Message("In a list of sources"), is_sure=True)
        for index, part in parts.items():
            line = self._lines[index]
            if part == "label":
                self._take(index, "label", Message("Names the questions and answers"), is_sure=True)
            elif part == "question":
                is_sure = bool(line.marker) or (index in self._headings and self._headings[index].is_sure)
                self._take(index, "question", Message("A question of the FAQ"), is_sure=is_sure)
            elif part == "answer":
                self._take(index, "answer", Message("Follows a question of the FAQ"), is_sure=True)
            else:
                self._take(index, "unplaced", Message("Stands between the FAQ and its first question"), is_sure=False)
        for index, heading in self._headings.items():
            if index not in self._roles:
                self._take(index, "heading", heading.reason, is_sure=heading.is_sure)
        loose = {index for index, heading in self._headings.items() if heading.form == "shape"}
        loose -= {index for index, (role, *_) in self._roles.items() if role != "heading" or index in self._decided}
        for index in foot_of(self._lines, sorted({*self._unassigned(), *loose})):
            self._take(index, "unplaced", BELOW, is_sure=False)

    def take_lede(self) -> None:
        unassigned = self._unassigned()
        if self._has("lede"):
            return
        stop = min(
            (
                index
                for index, (role, *_) in self._roles.items()
                if role in ("heading", "question") or (role == "label" and index not in self._decided)
            ),
            default=len(self._lines),
        )
        for index in self._below_captions(unassigned, stop):
            if index > stop and not self._is_standfirst(stop):
                return
            if index > stop:
                self._take(stop, "lede", Message("A standfirst below the headline"), is_sure=False)
                return
            if not shapes.is_item(self._lines[index]):
                self._take(index, "lede", Message("The first paragraph"), is_sure=True)
                return

    def _below_captions(self, unassigned: Sequence[int], stop: int) -> Sequence[int]:
        """The lines from the one with a dateline on, if it is among the first three; what is above it is unplaced."""
        first = [index for index in unassigned if index < stop][:3]
        opened = next((place for place, index in enumerate(first) if front.dateline_of(self._lines[index].text)), 0)
        for index in first[:opened]:
            self._take(index, "unplaced", ABOVE, is_sure=False)
        return unassigned[opened:]

    def _is_standfirst(self, index: int) -> bool:
        """Whether a heading right below the headline and its credits is long enough to be a standfirst."""
        heading = self._headings.get(index)
        if heading is None or self._roles[index][0] != "heading" or shapes.is_question(self._lines[index]):
            return False
        words = shapes.word_count(self._lines[index].text)
        before = [other for other in range(index) if self._roles.get(other, ("text",))[0] != "headline"]
        only_credits = all(
            self._roles.get(other, ("text",))[0] in ("byline", "unplaced", "dateline") for other in before
        )
        return self._headline is not None and only_credits and words >= 9

    def result(self) -> tuple[LineRole, ...]:
        line_roles: list[LineRole] = []
        in_answer = False
        for index, line in enumerate(self._lines):
            role, is_sure, reason = self._roles.get(index, ("text", True, Message("Running text")))
            choice = self._choices.get(line.address, 0)
            if role == "question":
                in_answer = bool(choice) or in_answer
            elif role in ("heading", "label", "source"):
                in_answer = False
            elif role == "text" and in_answer and not choice:
                role, reason = "answer", Message("Follows a question")
            if role == "lede" and not choice and not self._has("dateline"):
                line, dateline = _without_dateline(line, self._decisions.joins)
                line_roles += dateline
            line_roles.append(LineRole(line, role, is_sure, reason, choice))
        return tuple(line_roles)


def _without_dateline(line: Line, joins: Collection[str]) -> tuple[Line, list[LineRole]]:
    """The lede without its dateline, and the dateline; the whole lede where an editor joined them."""
    dateline = front.dateline_of(line.text)
    pieces = cut_unless_joined(line, dateline[1], joins) if dateline else ()
    if len(pieces) != 2:
        return line, []
    return pieces[1], [LineRole(pieces[0], "dateline", is_sure=False, reason=_DATELINE)]


def _is_dateline(line: Line, below: Line) -> bool:
    """Whether the line is the dateline of the one below, cut off from it or on a line of its own."""
    is_apart = line.order[0] == below.order[0] or line.text.endswith(("—", "–", "-"))
    if not is_apart or len(line.text) > front.LONGEST_DATELINE:
        return False
    dateline = front.dateline_of(f"{line.text} {below.text}")
    return dateline is not None and dateline[1] == len(line.text) + 1
