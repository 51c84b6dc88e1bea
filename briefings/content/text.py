"""The characters that a string in a briefing may hold.

Text is normalised where that loses nothing (NFC, line ends). It is refused where a database or a feed's XML could not
hold it, or where it could show its words in another order.
"""

import re
import unicodedata

from briefings.messages import Message

# Explicit direction formatting characters of UAX #9: openers with the character that closes each.
_BIDI_CLOSER = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u202d": "\u202c",
    "\u202e": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
_BIDI = frozenset(_BIDI_CLOSER) | frozenset(_BIDI_CLOSER.values())

# XML 1.0 section 2.2: characters that no feed can carry. Surrogates are named apart, for a clearer sentence.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?")
# Letters and a symbol that show nothing: fillers of Hangul syllables, and the braille cell without dots.
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def clean_text(value: str) -> str:
    """`value` in NFC with LF line ends.

    Raises ValueError, with a sentence for an editor, where it holds a control character, half of a surrogate pair, or a
    direction mark that is not closed in its own line.
    """
    if match := _SURROGATE.search(value):
        raise ValueError(
            Message(
                "holds half a character (U+%(code)s) that cannot be stored. Type it again.", code=f"{ord(match[0]):04X}"
            )
        )
    value = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", value))
    if match := _CONTROL.search(value):
        raise ValueError(
            Message("holds an invisible control character (U+%(code)s). Delete it.", code=f"{ord(match[0]):04X}")
        )
    if not _bidi_is_paired(value):
        raise ValueError(
            Message("holds an unpaired direction mark, which could show words in another order. Delete it.")
        )
    return value


def is_blank(value: str) -> bool:
    """Whether nobody could read anything in `value`: it holds no letter, digit, punctuation mark or symbol.

    White space, characters without width, direction marks, variation selectors and loose accents are none of these.
    """
    return all(unicodedata.category(character)[0] not in "LNPS" or character in _UNSEEN for character in value)


def clean_line(value: str) -> str:
    """`clean_text` on one line: every run of white space is one space, none at the ends."""
    return " ".join(clean_text(value).split())


def _bidi_is_paired(value: str) -> bool:
    if not any(mark in value for mark in _BIDI):
        return True
    for line in re.split("[\n\u2029]", value):
        expected: list[str] = []
        for character in line:
            if character in _BIDI_CLOSER:
                expected.append(_BIDI_CLOSER[character])
            elif character in _BIDI and (not expected or expected.pop() != character):
                return False
        if expected:
            return False
    return True
