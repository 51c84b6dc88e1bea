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
    if not (found := _MARKER.match(text)):
        return None
    return Marker(found[0].strip(), "bullet" if found["bullet"] else "numbered", found.end())


def note_marker_of(text: str) -> tuple[str, int]:
    """The number or sign before a footnote, and where its words begin."""
    found = _NOTE_MARKER.match(text)
    return (found[1], found.end()) if found else ("", 0)
