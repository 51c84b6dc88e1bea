"""Word lists: data files in `words/` for all languages, in `words/LANGUAGE/` for one; `#` begins a comment."""

from functools import cache
from importlib import resources

LANGUAGES = ("en", "de", "fr", "es", "uk", "ar")
"""The languages with lists of their own; another one keeps its structure, and its colons name who speaks."""


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of `words/NAME.txt`, casefolded; empty where there is no such list."""
    file = resources.files("briefings.importing").joinpath("words", *f"{name}.txt".split("/"))
    if not file.is_file():
        return frozenset()
    entries = (line.partition("#")[0].strip().casefold() for line in file.read_text(encoding="utf-8").split("\n"))
    return frozenset(entry for entry in entries if entry)


@cache
def words_of_all(name: str) -> frozenset[str]:
    """The list of that name in every language at once."""
    return frozenset().union(*(word_list(f"{language}/{name}") for language in LANGUAGES))
