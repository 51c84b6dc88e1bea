"""What an editor has to know about an imported draft, and where in the draft it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that an editor should look at.

    `code` is stable, for programs; `sentence` is for people. `line` counts from 1 and `column` from 0, in code points
    of the cleaned line; None: the draft as a whole. `key`: the part of the content it is about, if any.
    """

    code: str
    sentence: str
    line: int | None = None
    column: int | None = None
    key: str | None = None


@dataclass(frozen=True, kw_only=True)
class Term:
    """A name, term or ironic word in quotation marks, which is no quotation. Place as in `Finding`."""

    words: str
    line: int
    column: int
    key: str | None = None


MOST_OF_A_KIND = 500


def counted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of each kind, as many as somebody can look at, and then how many more there are."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= MOST_OF_A_KIND:
            yield finding
    for code, count in counts.items():
        if count > MOST_OF_A_KIND:
            more = count - MOST_OF_A_KIND
            yield Finding(code=code, sentence=f"And {more:,} more of this kind ({code.replace('-', ' ')}).")


def named(words: str) -> str:
    """`words` in quotation marks, cut to a length that a sentence can carry."""
    return f"“{words}”" if len(words) <= 90 else f"“{words[:90].rstrip()} …”"


def around(text: str, offset: int) -> str:
    """The words on either side of a character, for a sentence about it."""
    return text[max(0, offset - 30) : offset + 31].strip()
