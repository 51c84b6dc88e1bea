"""What tests of all readers ask of a reading."""

import re
import unicodedata
from collections import Counter

from hypothesis import strategies as st

from briefings.importing import Line, Reading

WORDS = st.lists(st.text("abcdefghijäßéжф中", min_size=1, max_size=8), min_size=1, max_size=30)


def words(text: str) -> Counter[str]:
    """How often each word stands in `text`, be it set high or low there or not."""
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text)))


def words_of(reading: Reading) -> Counter[str]:
    """Every word of the lines and of the markers before them."""
    return words("\n".join(f"{line.marker} {line.text}" for line in reading.lines))


def kept(reading: Reading) -> str:
    """All places in which a word of the draft may stand: lines, markers, addresses, findings."""
    lines = [f"{line.marker} {line.text} " + " ".join(run.href for run in line.runs) for line in reading.lines]
    return unicodedata.normalize("NFKC", "\n".join([*lines, *(finding.sentence for finding in reading.findings)]))


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def shown(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if not line.left_out]


def left_out(reading: Reading) -> list[tuple[str, str, bool]]:
    """Why words are left out, the words, and whether somebody has to have seen them."""
    return [(line.left_out.kind, line.text, line.left_out.asks) for line in reading.lines if line.left_out]


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
