"""What a draft hides, deletes or comments: it is listed, and is in no text unless an editor takes it in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from briefings.importing.decisions import Decisions
from briefings.importing.lines import Hiding, Line, Run
from briefings.messages import Message

REASONS = {
    "hidden": Message("Hidden in the draft"),
    "comment": Message("A comment"),
    "deleted": Message("Deleted in the draft"),
    "moved": Message("Moved away from here"),
    "struck": Message("Struck out in the draft"),
    "signature": Message("Below the letter: a signature or a disclaimer"),
    "reply": Message("An earlier letter, quoted"),
}
"""By kind of `Hiding`, for an editor."""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Words of the draft that are in no text. `address` is that of their line; line and column as in `Finding`."""

    hiding: Hiding
    words: str
    address: str
    line: int
    column: int

    @property
    def reason(self) -> str:
        """Why they are left out, in a few words for an editor."""
        reason = REASONS[self.hiding.kind]
        return Message("%(reason)s, by %(who)s", reason=reason, who=self.hiding.by) if self.hiding.by else reason


def is_left_out(line: Line, decisions: Decisions) -> bool:
    """Whether the draft does not show the line, and no editor took it in."""
    return line.left_out is not None and decisions.roles.get(line.address, "unplaced") == "unplaced"


def listed(lines: Iterable[Line], decisions: Decisions) -> tuple[LeftOut, ...]:
    """All that is left out, in the order of the draft."""
    return tuple(
        LeftOut(hiding=line.left_out, words=line.text, address=line.address, line=line.number, column=line.column)
        for line in lines
        if line.left_out and is_left_out(line, decisions)
    )


def fingerprint(lines: Iterable[Line]) -> str:
    """SHA-256 of all hidden words that an editor has to see, taken in or not; empty where there are none."""
    asking = [f"{line.left_out.kind} {line.text}" for line in lines if line.left_out and line.left_out.asks]
    return sha256("\n".join(asking).encode("utf-8", "surrogatepass")).hexdigest() if asking else ""


def is_seen(lines: Iterable[Line], decisions: Decisions) -> bool:
    """Whether somebody has seen the list of what is left out, or nobody has to."""
    return decisions.left_out_seen == fingerprint(lines) or not fingerprint(lines)


def with_taken_in(pieces: Sequence[Line], decisions: Decisions) -> list[Line]:
    """`pieces`, with all that an editor took in as text back at its place within its line.

    What was taken in as something else, or stood on a line of its own, stays a line.
    """
    lines: list[Line] = []
    for line in pieces:
        number, _, offset = line.inside.partition(":")
        home = _home(lines, number, int(offset or 0)) if number else None
        if home is not None and decisions.roles.get(line.address) == "text":
            lines[home] = _inserted(lines[home], line, int(offset))
        else:
            lines.append(line)
    return lines


def _home(lines: Sequence[Line], number: str, offset: int) -> int | None:
    """The index of the piece of line `number` in which `offset` lies."""
    wanted = (int(number), offset)
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index].left_out and lines[index].order <= wanted:
            return index if lines[index].order[0] == wanted[0] else None
    return None


def _inserted(line: Line, hidden: Line, offset: int) -> Line:
    """`line` with the words of `hidden` at `offset` of what was read, a space on either side where words stand."""
    origins = line.all_origins
    at = min(_offset_now(line, offset), len(line.text))
    before, after = line.text[:at], line.text[at:]
    left = " " if before and not before.endswith(" ") else ""
    right = " " if after and after[0].isalnum() else ""
    start, length = at + len(left), len(left) + len(hidden.text) + len(right)
    address, goes_on = line.origin(at)
    return replace(
        line,
        text=f"{before}{left}{hidden.text}{right}{after}",
        runs=tuple(
            sorted(
                [
                    *(_shifted(run, at, length) for run in line.runs),
                    *(replace(run, start=run.start + start, end=run.end + start) for run in hidden.runs),
                ],
                key=lambda run: run.start,
            )
        ),
        breaks=tuple((place + length if place >= at and place else place, *rest) for place, *rest in line.breaks),
        origins=(
            *(origin for origin in origins if origin[0] < at or not origin[0]),
            (start, hidden.address, 0),
            (at + length, address, goes_on),
            *((place + length, *rest) for place, *rest in origins if place > at),
        ),
    )


def _offset_now(line: Line, offset: int) -> int:
    """The present offset of the character that stood at `offset` in the line as it was read."""
    number = line.address.partition(".")[0]
    own = [origin for origin in line.all_origins if origin[1] == number]
    at = max(bisect_right(own, offset, key=lambda origin: origin[2]) - 1, 0)
    return max(own[at][0] + offset - own[at][2], 0)


def _shifted(run: Run, at: int, length: int) -> Run:
    return replace(
        run,
        start=run.start + (length if run.start >= at else 0),
        end=run.end + (length if run.end > at else 0),
    )
