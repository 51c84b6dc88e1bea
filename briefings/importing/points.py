"""Which lines of a text are points of which list, and what stands inside a point."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefings.importing.lines import Line

DEEPEST = 8
_NUMBER = re.compile(r"\(?(\d{1,4})[.):]?")
_STYLES = ("bullet", "numbered")


@dataclass
class Point:
    """`inside`: its further paragraphs, and the lists that stand in it, in order."""

    line: Line
    inside: list["Part"] = field(default_factory=list)


@dataclass
class PointList:
    level: int
    is_numbered: bool
    points: list[Point] = field(default_factory=list)

    @property
    def last_number(self) -> int:
        return number_of(self.points[-1].line) or len(self.points)

    def markers(self) -> list[str] | None:
        """What has to stand before the points as words; None where counting from 1 says the same."""
        if not self.is_numbered:
            return None
        markers: list[str] = []
        number, counts = 0, True
        for at, point in enumerate(self.points, start=1):
            own_number = number_of(point.line)
            number = number + 1 if own_number is None else own_number
            counts &= number == at and (own_number is not None or not point.line.marker)
            markers.append(point.line.marker or f"{number}.")
        return None if counts else markers


Part = Line | PointList


def number_of(line: Line) -> int | None:
    """The number of a point as the draft has it; None where it has a letter or nothing."""
    match = _NUMBER.fullmatch(line.marker)
    return int(match[1]) if match else None


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The lines in order, with points and their further paragraphs in lists."""
    return _Parts(lines).parts


def markers_as_words(lines: Sequence[Line]) -> list[str]:
    """The markers that stand in the text as words, because no list would count as they do."""
    waiting, markers = parts_of(lines), []
    while waiting:
        part = waiting.pop()
        if isinstance(part, PointList):
            if part.markers():
                markers += [point.line.marker for point in part.points]
            waiting += [inner for point in part.points for inner in point.inside]
    return markers


class _Parts:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.parts: list[Part] = []
        self._open: list[PointList] = []
        self._numbers_below = _numbers_below(lines)
        for index, line in enumerate(lines):
            if line.style in _STYLES:
                self._add_point(line, self._numbers_below[index])
            elif line.style != "text" or not self._belongs(line, self._numbers_below[index]):
                self._open = []
                self.parts.append(line)

    def _add_point(self, line: Line, below: int) -> None:
        level, is_numbered = min(max(line.level, 1), DEEPEST), line.style == "numbered"
        while self._open and self._open[-1].level > level:
            self._open.pop()
        if is_numbered and len(self._open) > 1 and self._open[-2].level == level and self._open[-2].is_numbered:
            self._open.pop()
        top = self._open[-1] if self._open else None
        if top is None or top.level < level:
            self._begin(level, is_numbered=is_numbered)
        elif top.is_numbered != is_numbered:
            # Bullets between the points 1 and 2 stand inside the first.
            if not (top.is_numbered and below == top.last_number + 1):
                self._open.pop()
            self._begin(level, is_numbered=is_numbered)
        self._open[-1].points.append(Point(line))

    def _begin(self, level: int, *, is_numbered: bool) -> None:
        new = PointList(level, is_numbered)
        (self._open[-1].points[-1].inside if self._open else self.parts).append(new)
        self._open.append(new)

    def _belongs(self, line: Line, below: int) -> bool:
        """Whether the paragraph is taken as one of the point above it."""
        if line.level:
            while self._open and self._open[-1].level > line.level:
                self._open.pop()
        elif self._open and self._open[0].is_numbered and below == self._open[0].last_number + 1:
            del self._open[1:]
        else:
            return False
        if self._open:
            self._open[-1].points[-1].inside.append(line)
        return bool(self._open)


def _numbers_below(lines: Sequence[Line]) -> list[int]:
    """For each line the number of the next numbered point below it, with points and paragraphs alone between."""
    numbers: list[int] = []
    number = 0
    for line in reversed(lines):
        numbers.append(number)
        if line.style == "numbered":
            number = number_of(line) or 0
        elif line.style not in ("bullet", "text"):
            number = 0
    return numbers[::-1]
