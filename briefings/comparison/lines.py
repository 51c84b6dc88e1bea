"""Stretches as lines: how a comparison is read, a paragraph at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.comparison.alignment import Kind, Stretch, align
from briefings.comparison.tokens import Token, plain_tokens


@dataclass(frozen=True)
class Line:
    """A paragraph, list item or other line of the two texts, and whether its beginning stayed, went or came.

    `block` names the lists that it stands in, the outermost first: "ul", "ol ul", "" for none.
    """

    beginning: Kind
    stretches: tuple[Stretch, ...]
    block: str = ""

    @property
    def is_changed(self) -> bool:
        return self.beginning != "same" or any(stretch.kind != "same" for stretch in self.stretches)

    @property
    def is_divided_anew(self) -> bool:
        """Whether two lines became one here, or one became two, while words of it stayed."""
        return self.beginning != "same" and any(stretch.kind == "same" for stretch in self.stretches)


def compare_words(before: str, after: str) -> tuple[Line, ...]:
    """Two plain texts word by word; no line where both are empty."""
    return to_lines(align(plain_tokens(before), plain_tokens(after)))


def lines_around_changes(lines: Sequence[Line], *, around: int = 1) -> tuple[Line | None, ...]:
    """The lines that changed with so many `around` each; None stands where others are left out."""
    near = {place + step for place, line in enumerate(lines) if line.is_changed for step in range(-around, around + 1)}
    kept: list[Line | None] = []
    for place, line in enumerate(lines):
        if place in near:
            kept.append(line)
        elif not kept or kept[-1] is not None:
            kept.append(None)
    return tuple(kept)


def to_lines(stretches: Iterable[Stretch]) -> tuple[Line, ...]:
    lines: list[Line] = []
    beginning: Kind = "same"
    block, held = "", []
    for stretch in stretches:
        run: list[Token] = []
        for token in stretch.tokens:
            if not token.is_break:
                run.append(token)
                continue
            held += [Stretch(stretch.kind, tuple(run))] if run else []
            if held:
                lines.append(Line(beginning, tuple(held), block))
            beginning, block, held, run = stretch.kind, token.look.block, [], []
        held += [Stretch(stretch.kind, tuple(run))] if run else []
    return (*lines, Line(beginning, tuple(held), block)) if held else tuple(lines)
