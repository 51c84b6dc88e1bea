"""What tests of all readers ask of a reading."""

import re
from collections import Counter

from hypothesis import strategies as st

from briefings.importing import Line, Reading

WORDS = st.lists(st.text("abcdefghijäßéжф中", min_size=1, max_size=8), min_size=1, max_size=30)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def words_of(reading: Reading) -> Counter[str]:
    """Every word of the lines and of the markers before them."""
    return words("\n".join(f"{line.marker} {line.text}" for line in reading.lines))


def kept(reading: Reading) -> str:
    """All places in which a word of the draft may stand: lines, markers, addresses, findings."""
    lines = [f"{line.marker} {line.text} " + " ".join(run.href for run in line.runs) for line in reading.lines]
    return "\n".join([*lines, *(finding.sentence for finding in reading.findings)])


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def shapes(reading: Reading) -> list[tuple[str, int, str, str]]:
    return [(line.style, line.level, line.marker, line.text) for line in reading.lines]


def set_apart(line: Line) -> list[tuple[str, str, str]]:
    """The words of each run, how they are set apart, and where they lead."""
    return [(line.text[run.start : run.end], run.style, run.href) for run in line.runs]


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def numbered(pieces: list[str]) -> str:
    """The pieces in one text, each “#” a word of its own."""
    return "".join(piece.replace("#", f" w{number}x ") for number, piece in enumerate(pieces))
