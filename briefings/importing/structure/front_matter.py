"""The roles of lines of front matter: labels where the briefing has a place for them, and the lede if no other is."""

from collections.abc import Iterable, Sequence

from briefings.importing.decisions import Decisions
from briefings.importing.lines import Line
from briefings.importing.metadata import describes, is_taken
from briefings.importing.structure.roles import LineRole, roles_of
from briefings.messages import Message


def roles_with_front_matter(lines: Sequence[Line], decisions: Decisions) -> tuple[LineRole, ...]:
    """Every line with its role, those of front matter first: they are no part of the text."""
    above = [line for line in lines if line.aside == "front matter" and line.address not in decisions.roles]
    text = roles_of([line for line in lines if line not in above], decisions) if above else roles_of(lines, decisions)
    has_lede = any(line_role.role == "lede" for line_role in text)
    return (*_of_front_matter(above, has_lede=has_lede), *map(_Repeated(text, decisions), text))


class _Repeated:
    """Makes a label of a heading that only repeats the title: “# Second berth” below “title: Second berth”."""

    def __init__(self, lines: Sequence[LineRole], decisions: Decisions) -> None:
        headlines = (line_role.line for line_role in lines if line_role.role == "headline")
        self._title = next((line for line in headlines if line.style == "title"), None)
        self._decided = decisions.roles

    def __call__(self, line_role: LineRole) -> LineRole:
        line, title = line_role.line, self._title
        if (
            title is None
            or line is title
            or line.level != 1
            or line.style != "heading"
            or line.address in self._decided
        ):
            return line_role
        is_same = " ".join(line.text.split()).casefold() == " ".join(title.text.split()).casefold()
        return LineRole(line, "label", is_sure=True, reason=Message("Repeats the headline")) if is_same else line_role


def _of_front_matter(lines: Iterable[Line], *, has_lede: bool) -> Iterable[LineRole]:
    for line in lines:
        if is_taken(line):
            yield LineRole(
                line, "label", is_sure=True, reason=Message("Front matter that the briefing has a place for")
            )
        elif describes(line) and not has_lede:
            has_lede = True
            yield LineRole(line, "lede", is_sure=False, reason=Message("What the front matter says the draft is about"))
        else:
            yield LineRole(line, "unplaced", is_sure=True, reason=Message("Front matter"))
