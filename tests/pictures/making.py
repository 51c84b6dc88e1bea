"""Files of pictures for tests: made by Pillow, or put together chunk by chunk where Pillow would not make them."""

import io
import struct
import zlib

from PIL import Image

D50 = (0.9642, 1.0, 0.8249)
DISPLAY_P3 = {
    b"rXYZ": (0.51512, 0.2412, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.1571, 0.06657, 0.78407),
}


def photo(width: int = 48, height: int = 32, mode: str = "RGB") -> Image.Image:
    """A picture without symmetry: one colour grows to the right, one downwards, one from the middle."""
    down = Image.linear_gradient("L")
    bands = [down.rotate(90), down, Image.radial_gradient("L")]
    return Image.merge("RGB", bands).resize((width, height)).convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    held = io.BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


def png(size: tuple[int, int], *, depth: int = 8, colours: int = 2, row: bytes = b"", chunks: bytes = b"") -> bytes:
    """A PNG whose rows are all `row` (packed as the depth and the kind of colours ask); `chunks` stand before them."""
    header = struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, 0)
    pixels = zlib.compress((b"\0" + row) * size[1])
    return b"".join([
        b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), chunks, chunk(b"IDAT", pixels), chunk(b"IEND", b""),
    ])  # fmt: skip


def segment(code: int, body: bytes) -> bytes:
    return bytes([0xFF, code]) + struct.pack(">H", len(body) + 2) + body


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """The JPEG with segments right after its first marker."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def exif(tags: dict[int, object]) -> bytes:
    made = Image.Exif()
    made.update(tags)
    return made.tobytes()


def profile(space: bytes, gamma: float, colorants: dict[bytes, tuple[float, ...]], words: bytes = b"Test") -> bytes:
    """An ICC profile of a screen (ICC.1, version 2): one curve and, for RGB, three colorants."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + bytes(2)
    curves = [b"rTRC", b"gTRC", b"bTRC"] if colorants else [b"kTRC"]
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, len(words) + 1) + words + bytes(79 + 4),
        b"wtpt": _xyz(D50),
        **{name: _xyz(values) for name, values in colorants.items()},
        **dict.fromkeys(curves, curve),
    }
    table, bodies = b"", b""
    for name, body in tags.items():
        table += name + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    rest = struct.pack(">I", len(tags)) + table + bodies
    header = struct.pack(">II4s4s4s4s", 128 + len(rest), 0, b"\x02\x40\0\0", b"mntr", space, b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _xyz(D50)[8:]
    return header.ljust(128, b"\0") + rest


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))
