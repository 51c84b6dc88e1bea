"""Word lists: data files in `words/`, one entry a line, `#` begins a comment."""

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `words/NAME.txt`, casefolded."""
    text = resources.files("briefings.importing").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.partition("#")[0].strip().casefold() for line in text.split("\n"))
    return frozenset(entry for entry in entries if entry)
