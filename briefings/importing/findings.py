"""What an editor has to know about an imported draft, and where in the draft it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.messages import Message, template


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
_REPEATED = (
    *(template("attachment"), template("characters removed"), template("chart"), template("diagram")),
    *(template("editor mark"), template("embargo"), template("field"), template("formula"), template("left out")),
    *(template("link left out"), template("link title"), template("open question"), template("packed file")),
    *(template("picture"), template("quote ambiguous"), template("quote elsewhere"), template("quote refused")),
    *(template("quote without speaker"), template("speaker guessed"), template("too long"), template("too many marks")),
    *(template("unbalanced mark"), template("unknown sign"), template("unplaced"), template("unread part")),
    template("words in marks"),
)
"""The codes of findings that a draft may have many of, in words."""


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
            yield Finding(
                code=code,
                sentence=Message("And %(count)s more of this kind (%(kind)s).", count=more, kind=kind_of(code)),
            )


def kind_of(code: str) -> Message:
    """What a finding is about, in the words of its code."""
    return Message(code.replace("-", " "))


def named(words: str) -> Message:
    """`words` in quotation marks, cut to a length that a sentence can carry."""
    return Message("“%(words)s”", words=words if len(words) <= 90 else f"{words[:90].rstrip()} …")


def around(text: str, offset: int) -> str:
    """The words on either side of a character, for a sentence about it."""
    return text[max(0, offset - 30) : offset + 31].strip()
