"""A WebP file taken apart: its size, its colour profile and its EXIF block (RFC 9649).

The decoder reads no metadata, so it is given the file as it is, up to the length that the file states.
"""

import struct

from briefings.pictures.parts import MOST_PROFILE_BYTES, Parts, damaged, moving

MAGIC = b"RIFF"  # and "WEBP" eight bytes on
_ANIMATED = 0x02


def take_apart(data: bytes) -> Parts:
    """The parts of a WebP file.

    Raises PictureRefused where it breaks off, states two sizes, or is an animation.
    """
    whole = data[: 8 + int.from_bytes(data[4:8], "little")]
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(whole):
        name, length = struct.unpack_from("<4sI", whole, at)
        body = whole[at + 8 : at + 8 + length]
        if len(body) < length:
            raise damaged()
        if name in (b"ANIM", b"ANMF") or (name == b"VP8X" and body[:1] and body[0] & _ANIMATED):
            raise moving()
        chunks.setdefault(name, body)
        at += 8 + length + length % 2
    sizes = {_READ[name](chunks[name]) for name in _READ if name in chunks}
    if len(sizes) != 1:
        raise damaged()
    profile = chunks.get(b"ICCP", b"")
    return Parts(
        sizes.pop(),
        whole,
        profile if len(profile) <= MOST_PROFILE_BYTES else b"",
        chunks.get(b"EXIF", b"").removeprefix(b"Exif\0\0"),
    )


def _canvas(body: bytes) -> tuple[int, int]:
    if len(body) < 10:
        raise damaged()
    return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1


def _lossy(body: bytes) -> tuple[int, int]:
    if len(body) < 10 or body[3:6] != b"\x9d\x01\x2a":
        raise damaged()
    width, height = struct.unpack_from("<HH", body, 6)
    return width & 0x3FFF, height & 0x3FFF


def _lossless(body: bytes) -> tuple[int, int]:
    if len(body) < 5 or body[0] != 0x2F:
        raise damaged()
    bits = int.from_bytes(body[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


_READ = {b"VP8X": _canvas, b"VP8 ": _lossy, b"VP8L": _lossless}
