"""Two texts of one briefing compared: part by part, aligned by key, and word by word inside each part.

Plain Python without I/O, for the desk and for readers alike. The time it takes is bounded for any text.
"""

from briefings.comparison.alignment import Stretch
from briefings.comparison.combining import combine_rich, combine_words
from briefings.comparison.lines import Line, compare_words, lines_around_changes
from briefings.comparison.parts import ComparedField, ComparedPart, compare_part, compare_texts
from briefings.comparison.spelling import Replacement, figures, is_spelling_only, replacements
from briefings.comparison.tokens import Look, Token

__all__ = [
    "ComparedField",
    "ComparedPart",
    "Line",
    "Look",
    "Replacement",
    "Stretch",
    "Token",
    "combine_rich",
    "combine_words",
    "compare_part",
    "compare_texts",
    "compare_words",
    "figures",
    "is_spelling_only",
    "lines_around_changes",
    "replacements",
]
