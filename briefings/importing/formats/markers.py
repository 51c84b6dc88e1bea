"""What stands before a point of a list: a bullet, a number, a letter."""

import re
from typing import Literal, NamedTuple

_MARKER = re.compile(r"(?:(?P<bullet>[-–—*•‣·◦▪])|(?P<numbered>\(?(?:\d{1,3}|[a-zA-Z])\)|\d{1,3}\.))\s+(?=\S)")
_NOTE_MARKER = re.compile(r"(\[\w{1,4}\]|\d{1,3}(?![\w.,])|[*†‡§]{1,3})[\s:.]*(?=\S)")


class Marker(NamedTuple):
    """`end`: where the words begin."""

    marker: str
    style: Literal["bullet", "numbered"]
    end: int


def marker_of(text: str) -> Marker | None:
    """The marker at the front of `text`, where words follow it."""
    if not (match := _MARKER.match(text)):
        return None
    return Marker(match[0].strip(), "bullet" if match["bullet"] else "numbered", match.end())


def note_marker_of(text: str) -> tuple[str, int]:
    """The number or sign before a footnote, and where its words begin."""
    match = _NOTE_MARKER.match(text)
    return (match[1], match.end()) if match else ("", 0)
