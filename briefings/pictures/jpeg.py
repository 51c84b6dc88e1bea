"""Checks of a JPEG file that have to come before Pillow decodes it: its number of scans, and that it is complete.

Markers are found as libjpeg finds them: ITU-T T.81, annex B.
"""

import re

from briefings.pictures.refusals import damaged

MOST_SCANS = 100  # a progressive picture has about ten; thousands of empty ones would take minutes to decode
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")  # none of those that stand alone within a scan
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def judge(data: bytes) -> None:
    """Raise PictureRefused where the file breaks off, has no or several sizes, or more than MOST_SCANS scans."""
    frames, scans, at, code = 0, 0, 2, _START
    while code != _END:
        code, at = _next(data, at)
        frames += code in _FRAMES
        scans += code == _SCAN
    if frames != 1 or not 1 <= scans <= MOST_SCANS:
        raise damaged()


def _next(data: bytes, at: int) -> tuple[int, int]:
    """The code of the next marker, and the offset at which its segment ends."""
    marker = _MARKER.search(data, at)
    if not marker:
        raise damaged()
    code = marker[1][0]
    if code in (_START, _END):
        return code, marker.end()
    length = int.from_bytes(data[marker.end() : marker.end() + 2])
    if length < 2:
        raise damaged()
    return code, marker.end() + length
