"""What Pillow cannot say of a JPEG file before it decodes it: how many scans it has, and that it has an end.

Markers are found as libjpeg finds them: ITU-T T.81, annex B.
"""

import re

from briefings.pictures.refusals import damaged

MOST_SCANS = 100  # a progressive picture has about ten; thousands of empty ones would take minutes to decode
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")  # none of those that stand alone within a scan
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def judge(data: bytes) -> None:
    """Raises PictureRefused where the file breaks off, has no or several sizes, or more than MOST_SCANS scans."""
    frames, scans, at, code = 0, 0, 2, _START
    while code != _END:
        code, at = _next(data, at)
        frames += code in _FRAMES
        scans += code == _SCAN
    if frames != 1 or not 1 <= scans <= MOST_SCANS:
        raise damaged()


def _next(data: bytes, at: int) -> tuple[int, int]:
    """The next marker's code, and where its segment ends."""
    found = _MARKER.search(data, at)
    if not found:
        raise damaged()
    code = found[1][0]
    if code in (_START, _END):
        return code, found.end()
    length = int.from_bytes(data[found.end() : found.end() + 2])
    if length < 2:
        raise damaged()
    return code, found.end() + length
