"""A JPEG file taken apart: its size, what draws it, its colour profile and its EXIF block.

Pillow and libjpeg each read metadata that nobody here asks for (thumbnails, Photoshop resources, second pictures of
an MPO file, resolutions in EXIF), with a warning or an error of its own for each. What they are given holds none.
Markers are found as libjpeg finds them: ITU-T T.81, annex B.
"""

import re
import struct

from briefings.pictures.parts import MOST_PROFILE_BYTES, Parts, damaged

MAGIC = b"\xff\xd8\xff"
MOST_SCANS = 100  # a progressive picture has about ten; thousands of empty ones would take minutes to decode
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")  # none of those that stand alone within a scan
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_APPLICATION = range(0xE0, 0xF0)
_EXIF, _ICC = b"Exif\0\0", b"ICC_PROFILE\0"


def take_apart(data: bytes) -> Parts:
    """The parts of a JPEG file up to its end marker; what follows, such as a second picture, is left out.

    Raises PictureRefused where it breaks off, has no or several sizes, or more than MOST_SCANS scans.
    """
    pieces: list[bytes] = [data[:2]]
    sizes, scans, exif, profile = [], 0, b"", []
    at = 2
    while True:
        code, start, end = _next(data, at)
        if scans:
            pieces.append(data[at:start])  # the pixels, coded
        body = data[start + 4 : end]
        at = end
        if code in _APPLICATION or code == _COMMENT:
            if code == 0xE1 and body.startswith(_EXIF):
                exif = exif or body[len(_EXIF) :]
            elif code == 0xE2 and body.startswith(_ICC):
                profile.append(body[len(_ICC) :])
            if (code, body[:5]) not in ((0xE0, b"JFIF\0"), (0xEE, b"Adobe")):  # these two tell how colours are coded
                continue
        pieces.append(data[start:end])
        if code == _END:
            break
        scans += code == _SCAN
        if code in _FRAMES:
            sizes.append(_size(body))
    if len(sizes) != 1 or not 1 <= scans <= MOST_SCANS:
        raise damaged()
    return Parts(sizes[0], b"".join(pieces), _joined(profile), exif)


def _next(data: bytes, at: int) -> tuple[int, int, int]:
    """The next marker's code, where its segment begins and where it ends."""
    found = _MARKER.search(data, at)
    if not found:
        raise damaged()
    code = found[1][0]
    if code in (_START, _END):
        return code, found.start(), found.end()
    length = int.from_bytes(data[found.end() : found.end() + 2])
    if length < 2:
        raise damaged()
    return code, found.start(), found.end() + length


def _size(frame: bytes) -> tuple[int, int]:
    if len(frame) < 6:
        raise damaged()
    height, width = struct.unpack_from(">HH", frame, 1)
    return width, height


def _joined(pieces: list[bytes]) -> bytes:
    """One profile out of its numbered pieces; empty where one is missing or they are too long."""
    pieces = sorted(pieces)
    numbers = [(piece[0], piece[1]) for piece in pieces if len(piece) >= 2]
    if numbers != [(number, len(pieces)) for number in range(1, len(pieces) + 1)]:
        return b""
    whole = b"".join(piece[2:] for piece in pieces)
    return whole if len(whole) <= MOST_PROFILE_BYTES else b""
