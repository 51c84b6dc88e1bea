"""What a line is made of before it is cleaned: words, and how they are set apart."""

import re
from itertools import groupby, pairwise
from typing import NamedTuple

from briefings.importing.formats.scripts import Script, in_script
from briefings.importing.lines import Hiding, Line

SEAM = "\ufdd0"
"""Parts runs while a line is cleaned. A noncharacter, which no draft holds for its own sake."""
SPACES = re.compile(r"\s+")
_JOINS_BACKWARDS = re.compile(r"[\u0300-\u036f\u1160-\u11ff\u20d0-\u20ff\ufe20-\ufe2f]+")


class Look(NamedTuple):
    """How characters are set apart. `href`: where a link leads. `left_out`: why the draft does not show them.

    `script`: whether they stand high or low; however many pieces they come in, the sheet writes them as characters.
    """

    strong: bool = False
    em: bool = False
    href: str = ""
    left_out: Hiding | None = None
    script: Script | None = None


PLAIN = Look()

Pieces = list[tuple[str, Look]]


def pieces_of(line: Line) -> Pieces:
    """The pieces that a line was made of."""
    places = sorted({0, len(line.text), *(run.start for run in line.runs), *(run.end for run in line.runs)})
    pieces = []
    for start, end in pairwise(places):
        over = [run for run in line.runs if run.start <= start and run.end >= end]
        styles = {run.style for run in over}
        href = next((run.href for run in over if run.href), "")
        pieces.append((line.text[start:end], Look("strong" in styles, "em" in styles, href, line.left_out)))
    return pieces


def in_scripts(pieces: Pieces) -> Pieces:
    """The pieces with what stands high or low in such characters; neighbours are joined, since “-3” may come in two."""
    if not any(look.script for _, look in pieces):
        return pieces
    written: Pieces = []
    for (script, _), group in groupby(pieces, key=lambda piece: (piece[1].script, piece[1].left_out)):
        together = list(group)
        if script:
            look = together[0][1]._replace(script=None)
            before = written[-1][0] if written else ""
            written.append((in_script("".join(text for text, _ in together), script, before), look))
        else:
            written += together
    return written


def sewn(pieces: Pieces) -> str:
    """The words in one line, a seam between two looks. A mark that joins the letter before it comes before the seam."""
    words = ""
    parts = []
    for _, group in groupby(pieces, key=lambda piece: piece[1]):
        words = SPACES.sub(" ", "".join(text for text, _ in group)).replace(SEAM, " ")
        if parts and (joining := _JOINS_BACKWARDS.match(words)):
            parts[-1] += joining[0]
            words = words[joining.end() :]
        parts.append(words)
    return SEAM.join(parts)
