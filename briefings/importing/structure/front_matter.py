"""What the lines of front matter are: what the briefing has a place for, and the lede of a draft that has no other."""

from collections.abc import Iterable, Sequence

from briefings.importing.decisions import Decisions
from briefings.importing.lines import Line
from briefings.importing.metadata import describes, is_taken
from briefings.importing.structure.roles import Judged, judged


def judged_with_front_matter(lines: Sequence[Line], decisions: Decisions) -> tuple[Judged, ...]:
    """Every line with its role, those of front matter first: they are no part of the text."""
    above = [line for line in lines if line.aside == "front matter" and line.address not in decisions.roles]
    text = judged([line for line in lines if line not in above], decisions) if above else judged(lines, decisions)
    has_lede = any(judge.role == "lede" for judge in text)
    return (*_of_front_matter(above, has_lede=has_lede), *map(_Repeated(text, decisions), text))


class _Repeated:
    """“# Second berth” below “title: Second berth” only says so once more."""

    def __init__(self, lines: Sequence[Judged], decisions: Decisions) -> None:
        self._title = next(
            (judge.line for judge in lines if judge.role == "headline" and judge.line.style == "title"), None
        )
        self._decided = decisions.roles

    def __call__(self, judge: Judged) -> Judged:
        line, title = judge.line, self._title
        if (
            title is None
            or line is title
            or line.level != 1
            or line.style != "heading"
            or line.address in self._decided
        ):
            return judge
        is_same = " ".join(line.text.split()).casefold() == " ".join(title.text.split()).casefold()
        return Judged(line, "label", is_sure=True, reason="Repeats the headline") if is_same else judge


def _of_front_matter(lines: Iterable[Line], *, has_lede: bool) -> Iterable[Judged]:
    for line in lines:
        if is_taken(line):
            yield Judged(line, "label", is_sure=True, reason="Front matter that the briefing has a place for")
        elif describes(line) and not has_lede:
            has_lede = True
            yield Judged(line, "lede", is_sure=False, reason="What the front matter says the draft is about")
        else:
            yield Judged(line, "unplaced", is_sure=True, reason="Front matter")
