"""Which files are taken and which are refused, and what an editor is told to do about it."""

import struct
import subprocess
import sys
import time

import pytest
from PIL import Image

from briefings.pictures import MOST_BYTES, PictureRefused, read
from tests.pictures.making import chunk, photo, png, saved, segment, with_segments


def refusal(data: bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        read(data)
    return str(refused.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_jpeg_png_and_webp_are_taken_with_their_size(kind):
    picture = read(saved(photo(48, 32), kind))

    assert (picture.width, picture.height, picture.image.mode) == (48, 32, "RGB")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_the_format_for_every_browser_is_png_only_where_something_shows_through(kind):
    opaque, clear = photo().convert("RGBA"), photo().convert("RGBA")
    clear.putpixel((3, 3), (10, 20, 30, 0))

    assert read(saved(opaque, kind)).fallback == "jpg"
    assert read(saved(clear, kind, lossless=True)).fallback == "png"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (saved(photo(), "GIF"), "of the kind GIF"),
        (saved(photo(), "TIFF"), "of the kind TIFF"),
        (saved(photo(), "BMP"), "of the kind BMP"),
        (saved(photo(), "AVIF"), "of the kind AVIF"),
        (saved(photo(), "PDF"), "of the kind PDF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "of the kind HEIC"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "of the kind SVG"),
        (saved(photo(), "EPS"), "none of the three, whatever its name says"),
        (b"<!doctype html><script>alert(1)</script>", "none of the three, whatever its name says"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "none of the three, whatever its name says"),
        (b"\xff\xd8", "none of the three, whatever its name says"),
        (bytes(range(256)) * 9, "none of the three, whatever its name says"),
    ],
)
def test_every_other_kind_of_file_is_refused_with_the_kinds_that_are_taken(data, kind):
    assert refusal(data) == f"Save the picture as JPEG, PNG or WebP and choose that: this file is {kind}."


def test_an_empty_file_is_refused():
    assert refusal(b"") == "Choose another file: this one is empty."


def test_a_file_may_have_ten_million_bytes_and_not_one_more():
    jpeg = saved(photo(), "JPEG")

    assert read(jpeg.ljust(MOST_BYTES, b"\0"))
    assert refusal(jpeg.ljust(MOST_BYTES + 1, b"\0")) == (
        "Save the picture smaller, as JPEG of at most 10 MB: this file has 10.0 MB."
    )


def test_a_picture_of_more_than_forty_million_pixels_is_refused_though_it_is_tiny_in_bytes():
    assert refusal(saved(Image.new("1", (8_000, 5_013)))) == (
        "Save the picture with at most 40 million pixels: this one has 8,000 × 5,013 pixels, 40.1 million in all."
    )


def _jpeg_of(width: int, height: int) -> bytes:
    """A JPEG that states a size and has no pixel."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0])
    return b"\xff\xd8" + segment(0xC0, frame) + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\xff\xd9"


def _webp_of(width: int, height: int) -> bytes:
    body = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
    return b"RIFF" + struct.pack("<I", 4 + 8 + 6) + b"WEBPVP8L" + struct.pack("<I", 5) + body + b"\0"


@pytest.mark.parametrize("made", [png, _jpeg_of, _webp_of], ids=["png", "jpeg", "webp"])
@pytest.mark.parametrize(
    ("size", "begins"),
    [
        ((8_000, 5_013), "Save the picture with at most 40 million pixels"),
        (
            (16_001, 20),
            "Save the picture with at most 16,000 pixels on its longer side: this one has 16,001 × 20 pixels.",
        ),
        ((15, 900), "Choose a picture of at least 16 × 16 pixels: this one has 15 × 900 pixels."),
        ((900, 15), "Choose a picture of at least 16 × 16 pixels: this one has 900 × 15 pixels."),
    ],
)
def test_the_size_is_judged_by_the_header_alone_so_that_pixels_need_not_even_be_there(made, size, begins):
    assert refusal(made(size) if made is png else made(*size)).startswith(begins)


@pytest.mark.slow
def test_the_size_limits_themselves_are_within_them():
    assert read(saved(Image.new("1", (8_000, 5_000)))).width == 8_000
    assert read(saved(Image.new("1", (16_000, 16)))).width == 16_000


@pytest.mark.slow
def test_a_bomb_of_pixels_takes_no_memory():
    measured = (
        "import resource, sys\n"
        "from briefings.pictures import PictureRefused, read\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "data, before = sys.stdin.buffer.read(), peak()\n"
        "try:\n    read(data)\nexcept PictureRefused:\n    print(peak() - before)\n"
    )
    bomb = saved(Image.new("1", (16_000, 12_000)))

    grown = subprocess.run([sys.executable, "-c", measured], input=bomb, capture_output=True, check=True).stdout

    assert int(grown) < 8_000  # kilobytes; one byte a pixel would be 192,000


def test_moving_pictures_are_refused_with_what_to_do_instead():
    frames = {"save_all": True, "append_images": [photo().rotate(90)], "duration": 90}
    sentence = "Save one frame as JPEG, PNG or WebP and choose that: moving pictures are not taken."

    assert refusal(saved(photo(), "WEBP", **frames)) == sentence
    assert refusal(saved(photo(), "PNG", **frames)) == sentence


def test_a_picture_of_many_empty_scans_is_refused_before_it_takes_minutes_to_decode():
    jpeg = saved(photo(), "JPEG", progressive=True)
    last = jpeg.rindex(b"\xff\xda")

    assert read(jpeg)
    assert refusal(jpeg[:-2] + jpeg[last:-2] * 200 + b"\xff\xd9").startswith("Open the picture in an image editor")


def test_a_jpeg_that_states_two_sizes_is_refused():
    small = segment(0xC0, struct.pack(">BHHB", 8, 32, 48, 1) + bytes([1, 0x11, 0]))

    assert refusal(with_segments(saved(photo(), "JPEG"), small)).startswith("Open the picture in an image editor")


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + b"\xff" * 9_000_000,
        pytest.param(b"\xff\xd8" + segment(0xFE, b"") * 2_000_000, marks=pytest.mark.slow),
        pytest.param(saved(photo())[:33] + chunk(b"tEXt", b"") * 800_000, marks=pytest.mark.slow),
        pytest.param(
            b"RIFF" + struct.pack("<I", 8_000_004) + b"WEBP" + (b"JUNK" + bytes(4)) * 1_000_000, marks=pytest.mark.slow
        ),
    ],
    ids=["fill bytes", "comments", "chunks", "webp chunks"],
)
def test_hordes_of_empty_pieces_are_done_with_in_seconds(data):
    began = time.process_time()

    refusal(data)

    assert time.process_time() - began < 8


def test_a_picture_in_thousands_of_pieces_is_taken_all_the_same():
    whole = png((48, 32), row=bytes(48 * 3))
    start = whole.index(b"IDAT") - 4
    end = whole.index(b"IEND") - 4
    pieces = b"".join(chunk(b"IDAT", bytes([byte])) + chunk(b"IDAT", b"") for byte in whole[start + 8 : end - 4])

    assert read(whole[:start] + pieces + whole[end:]).image.getpixel((1, 1)) == (0, 0, 0)
