"""A PNG file taken apart: its size, what draws it, its colour profile and its EXIF block.

The decoder is given five kinds of chunk. Texts, whatever they would unpack to, and chunks that nobody knows stay out.
"""

import struct
import zlib

from briefings.pictures.parts import MOST_PROFILE_BYTES, Parts, damaged, moving

MAGIC = b"\x89PNG\r\n\x1a\n"
_DRAWING = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")
_GREY, _PALETTE = 0, 3


def take_apart(data: bytes) -> Parts:
    """The parts of a PNG file up to its end chunk.

    Raises PictureRefused where it breaks off, a checksum of what draws it is wrong, or it is an animation (APNG).
    """
    bodies: dict[bytes, bytes] = {}
    pixels: list[bytes] = []
    at = len(MAGIC)
    while True:
        name, body, at = _chunk(data, at)
        if name == b"IEND":
            break
        if name == b"acTL":
            raise moving()
        if name == b"IDAT":
            pixels.append(body)
        else:
            bodies.setdefault(name, body)
    bodies[b"IDAT"] = b"".join(pixels)
    header = bodies.get(b"IHDR", b"")
    if len(header) != 13:
        raise damaged()
    width, height, depth, colours = struct.unpack_from(">IIBB", header)
    if colours == _PALETTE and b"PLTE" not in bodies:
        raise damaged()
    if transparent := bodies.pop(b"tRNS", b""):
        bodies[b"tRNS"] = _in_eight_bits(transparent, depth, colours)
    drawing = [_packed(name, bodies[name]) for name in _DRAWING if bodies.get(name)]
    return Parts(
        (width, height),
        b"".join([MAGIC, *drawing, _packed(b"IEND", b"")]),
        _unpacked(bodies.get(b"iCCP", b"")),
        bodies.get(b"eXIf", b""),
    )


def _chunk(data: bytes, at: int) -> tuple[bytes, bytes, int]:
    """The name and the body of the chunk at `at`, and where the next one begins."""
    if at + 12 > len(data):
        raise damaged()
    length, name = struct.unpack_from(">I4s", data, at)
    end = at + 12 + length
    body = data[at + 8 : end - 4]
    if name in _DRAWING and zlib.crc32(body, zlib.crc32(name)) != int.from_bytes(data[end - 4 : end]):
        raise damaged()
    return name, body, end


def _packed(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))


def _in_eight_bits(transparent: bytes, depth: int, colours: int) -> bytes:
    """The transparent colour as eight bits have it; none for sixteen, where it cannot be told any more."""
    if depth == 16:
        return b""
    if colours == _GREY and depth in (2, 4):
        return struct.pack(">H", int.from_bytes(transparent[:2]) % 2**depth * (255 // (2**depth - 1)))
    return transparent


def _unpacked(body: bytes) -> bytes:
    """The profile of an iCCP chunk; empty where it is broken, or longer than any profile."""
    _name, _zero, packed = body.partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(packed[1:], MOST_PROFILE_BYTES)
    except zlib.error:
        return b""
    return profile if unpacking.eof else b""
