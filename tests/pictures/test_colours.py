"""Pictures look as they were meant to: upright, in their colours, transparent where they were."""

import struct
import zlib

import pytest
from PIL import Image

from briefings.pictures import PictureRefused, read
from tests.pictures.making import DISPLAY_P3, chunk, exif, opened, photo, png, profile, saved, segment, with_segments

ORIENTATION = 0x0112
PALETTE = chunk(b"PLTE", b"\1\2\3\4\5\6")
DECODED = {"JPEG": {"quality": 100, "subsampling": 0}, "PNG": {}, "WEBP": {"lossless": True}}


def close(pixel: tuple[int, ...], wanted: tuple[int, ...], by: int = 3) -> bool:
    return len(pixel) == len(wanted) and all(abs(a - b) <= by for a, b in zip(pixel, wanted, strict=True))


@pytest.mark.parametrize("kind", DECODED)
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (48, 32), (2, 2)),
        (2, (48, 32), (45, 2)),
        (3, (48, 32), (45, 29)),
        (4, (48, 32), (2, 29)),
        (5, (32, 48), (2, 2)),
        (6, (32, 48), (29, 2)),
        (7, (32, 48), (29, 45)),
        (8, (32, 48), (2, 45)),
        (9, (48, 32), (2, 2)),
    ],
)
def test_a_picture_taken_with_the_camera_turned_is_upright(kind, orientation, size, red_at):
    image = Image.new("RGB", (48, 32), "white")
    image.paste("red", (0, 0, 6, 6))

    picture = read(saved(image, kind, exif=exif({ORIENTATION: orientation}), **DECODED[kind]))

    assert (picture.width, picture.height) == size
    assert close(picture.image.getpixel(red_at), (255, 0, 0), by=9)


def test_the_two_orientations_that_mirror_along_a_diagonal_are_not_taken_for_turns():
    image = Image.new("RGB", (48, 32), "white")
    image.paste("red", (42, 0, 48, 6))

    turned = read(saved(image, exif=exif({ORIENTATION: 5}))).image

    assert turned.getpixel((2, 45)) == (255, 0, 0)


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"MM\0*\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        b"II*\0\x08\0\0\0\x01\0\x12\x01",
        b"Exif" * 30,
    ],
)
@pytest.mark.parametrize("kind", DECODED)
def test_a_broken_exif_block_turns_nothing_and_refuses_nothing(kind, block):
    picture = read(saved(photo(), kind, exif=b"Exif\0\0" + block))

    assert (picture.width, picture.height) == (48, 32)


@pytest.mark.parametrize("kind", DECODED)
def test_colours_of_a_wide_screen_become_those_of_every_screen(kind):
    image = Image.new("RGB", (48, 32), (200, 100, 50))

    picture = read(saved(image, kind, icc_profile=profile(b"RGB ", 2.2, DISPLAY_P3), **DECODED[kind]))

    assert close(picture.image.getpixel((5, 5)), (216, 93, 24))


def test_a_profile_changes_colours_and_leaves_transparency():
    image = Image.new("RGBA", (48, 32), (200, 100, 50, 80))

    picture = read(saved(image, icc_profile=profile(b"RGB ", 2.2, DISPLAY_P3)))

    assert close(picture.image.getpixel((5, 5)), (216, 93, 24, 80))


@pytest.mark.parametrize(("mode", "value"), [("L", 128), ("LA", (128, 90))])
def test_a_grey_picture_with_a_grey_profile_is_converted(mode, value):
    picture = read(saved(Image.new(mode, (48, 32), value), icc_profile=profile(b"GRAY", 1.0, {})))

    assert close(picture.image.getpixel((5, 5))[:3], (188, 188, 188))
    assert picture.image.getpixel((5, 5))[3:] == ((90,) if mode == "LA" else ())


@pytest.mark.parametrize(
    "broken",
    [b"no profile", profile(b"RGB ", 2.2, DISPLAY_P3)[:200], profile(b"GRAY", 1.0, {}), bytes(3_000_000)],
    ids=["no profile", "cut off", "of greys", "long"],
)
@pytest.mark.parametrize("kind", DECODED)
def test_a_profile_that_is_broken_or_of_another_kind_is_left_out_of_account(kind, broken):
    image = Image.new("RGB", (48, 32), (200, 100, 50))

    picture = read(saved(image, kind, icc_profile=broken, **DECODED[kind]))

    assert close(picture.image.getpixel((5, 5)), (200, 100, 50))


def test_a_profile_of_more_than_four_megabytes_is_refused_in_a_png_and_never_unpacked_whole():
    for length in (5_000_000, 60_000_000):
        with pytest.raises(PictureRefused):
            read(png((48, 32), row=bytes(144), chunks=chunk(b"iCCP", b"name\0\0" + zlib.compress(bytes(length)))))


def test_a_profile_in_pieces_is_put_together_in_their_order_and_left_out_where_one_is_missing():
    image = saved(Image.new("RGB", (48, 32), (200, 100, 50)), "JPEG", quality=100)
    wide = profile(b"RGB ", 2.2, DISPLAY_P3)
    first, second = (
        segment(0xE2, b"ICC_PROFILE\0" + bytes([number, 2]) + piece)
        for number, piece in ((1, wide[:200]), (2, wide[200:]))
    )
    alone = segment(0xE2, b"ICC_PROFILE\0\1\2" + wide)

    assert close(read(with_segments(image, second, first)).image.getpixel((5, 5)), (216, 93, 24))
    assert close(read(with_segments(image, alone)).image.getpixel((5, 5)), (200, 100, 50))


def test_cmyk_of_the_press_becomes_rgb_whatever_its_profile():
    red = Image.new("CMYK", (48, 32), (0, 255, 255, 0))

    assert close(read(saved(red, "JPEG", quality=100)).image.getpixel((5, 5)), (255, 0, 0), by=6)
    other = profile(b"RGB ", 2.2, DISPLAY_P3)
    assert close(read(saved(red, "JPEG", quality=100, icc_profile=other)).image.getpixel((5, 5)), (255, 0, 0), by=6)


def test_grey_of_sixteen_bits_keeps_its_upper_eight():
    assert read(saved(Image.new("I;16", (48, 32), 40_000))).image.getpixel((5, 5)) == (156, 156, 156)


@pytest.mark.parametrize(
    ("depth", "colours", "row", "chunks", "pixels"),
    [
        (1, 0, b"\x0f" * 4, b"", [(0, 0, 0), (255, 255, 255)]),
        (1, 0, b"\x0f" * 4, chunk(b"tRNS", b"\0\1"), [(0, 0, 0, 255), (0, 0, 0, 0)]),
        (2, 0, b"\x55\xaa" * 4, chunk(b"tRNS", b"\0\2"), [(85, 85, 85, 255), (0, 0, 0, 0)]),
        (4, 0, b"\x11\x11\xbb\xbb" * 4, chunk(b"tRNS", b"\0\x0b"), [(17, 17, 17, 255), (0, 0, 0, 0)]),
        (8, 0, b"\5\5\5\5\7\7\7\7" * 4, chunk(b"tRNS", b"\0\5"), [(0, 0, 0, 0), (7, 7, 7, 255)]),
        (8, 2, b"\5\6\7" * 4 + b"\1\2\3" * 28, chunk(b"tRNS", b"\0\5\0\6\0\7"), [(0, 0, 0, 0), (1, 2, 3, 255)]),
        (16, 0, b"\5\1" * 4 + b"\7\1" * 28, chunk(b"tRNS", b"\0\5"), [(5, 5, 5), (7, 7, 7)]),
        (16, 2, b"\5\1" * 12 + b"\7\1" * 84, chunk(b"tRNS", b"\0\5" * 3), [(5, 5, 5), (7, 7, 7)]),
        (16, 4, b"\5\1\xff\xff" * 4 + b"\7\1\x80\0" * 28, b"", [(5, 5, 5, 255), (7, 7, 7, 128)]),
        (16, 6, struct.pack(">4H", 0x0501, 0x0601, 0x0701, 0x8000) * 32, b"", [(5, 6, 7, 128), (5, 6, 7, 128)]),
        (8, 3, b"\0" * 4 + b"\1" * 28, PALETTE, [(1, 2, 3), (4, 5, 6)]),
        (8, 3, b"\0" * 4 + b"\1" * 28, PALETTE + chunk(b"tRNS", b"\x80"), [(1, 2, 3, 128), (4, 5, 6, 255)]),
    ],
)  # fmt: skip
def test_every_kind_of_png_keeps_its_colours_and_its_transparency(depth, colours, row, chunks, pixels):
    image = read(png((32, 32), depth=depth, colours=colours, row=row, chunks=chunks)).image

    assert [image.getpixel((0, 9)), image.getpixel((4, 9))] == pixels


def test_a_gif_like_palette_with_one_clear_colour_is_transparent_there():
    image = Image.new("P", (48, 32), 1)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((3, 4), 0)

    picture = read(saved(image, transparency=0))

    assert (picture.image.getpixel((3, 4))[3], picture.image.getpixel((4, 4))) == (0, (0, 255, 0, 255))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_was_erased_with_a_rubber_is_gone_and_not_only_unseen(kind):
    erased = photo().convert("RGBA")
    erased.paste((171, 205, 239, 0), (8, 8, 24, 24))
    file = saved(erased, kind, **({"lossless": True, "exact": True} if kind == "WEBP" else {}))
    assert opened(file).getpixel((9, 9)) == (171, 205, 239, 0)

    assert read(file).image.getpixel((9, 9)) == (0, 0, 0, 0)
