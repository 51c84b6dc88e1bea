"""How long a text is, and how long it takes to read."""

from math import ceil

WORDS = 230
"""So many are read in a minute."""
SIGNS = 500
"""So many of a language that puts no spaces between words."""
WITHOUT_SPACES = frozenset({"ja", "zh", "th", "lo", "km", "my", "bo"})
"""Languages that put none."""


def word_count(text: str, *, language: str) -> int | None:
    """The words of `text`; None in a language that puts no spaces between them."""
    return None if language.split("-")[0] in WITHOUT_SPACES else len(text.split())


def minutes(text: str, *, language: str) -> int:
    """The minutes that `text` takes, one at least."""
    words = word_count(text, language=language)
    return max(1, ceil(len(text) / SIGNS if words is None else words / WORDS))
