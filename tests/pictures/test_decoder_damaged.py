"""Whatever the bytes are: a picture or a refusal, and nothing else."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from briefings.pictures import Picture, PictureRefused, read
from tests.pictures.making import DISPLAY_P3, chunk, exif, photo, png, profile, saved

DAMAGED = "Open the picture in an image editor, save it anew as JPEG, PNG or WebP, and choose that: "
_GIVEN = {"exif": exif({0x0112: 6, 0x010E: "Words"}), "icc_profile": profile(b"RGB ", 2.2, DISPLAY_P3)}
_CLEAR = photo(20, 16).convert("RGBA")
_CLEAR.putalpha(Image.linear_gradient("L").resize((20, 16)))
FILES = {
    "jpeg": saved(photo(20, 16), "JPEG", comment="Words", **_GIVEN),
    "progressive": saved(photo(40, 32), "JPEG", progressive=True),
    "cmyk": saved(photo(20, 16, "CMYK"), "JPEG"),
    "png": saved(_CLEAR, **_GIVEN),
    "palette": saved(photo(20, 16).quantize(8), transparency=b"\0\x80\xff"),
    "sixteen bits": saved(Image.new("I;16", (20, 16), 40_000)),
    "three colours": png((20, 16), depth=8, colours=3, row=bytes(20), chunks=chunk(b"PLTE", bytes(9))),
    "webp": saved(photo(20, 16), "WEBP", **_GIVEN),
    "clear webp": saved(_CLEAR, "WEBP"),
    "lossless webp": saved(photo(20, 16), "WEBP", lossless=True),
}


def picture_or_refusal(data: bytes) -> Picture | None:
    try:
        return read(data)
    except PictureRefused:
        return None


@pytest.mark.parametrize("name", FILES)
def test_the_whole_file_is_a_picture(name):
    assert picture_or_refusal(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_breaks_off_anywhere_is_refused_and_never_half_a_picture(name):
    whole = FILES[name]
    least = len(whole) - 4 * whole.endswith(b"IEND\xaeB`\x82")  # all of a picture but the checksum of its end

    assert [cut for cut in range(least) if picture_or_refusal(whole[:cut])] == []


def test_a_file_that_breaks_off_says_what_to_do():
    with pytest.raises(PictureRefused) as refused:
        read(FILES["jpeg"][:-90])

    assert str(refused.value) == DAMAGED + "this file is damaged, incomplete or of a rare kind."


@pytest.mark.parametrize(
    "body",
    [b"VP8 \6\0\0\0" + b"\0\0\0\x9d\x01\x2a", b"VP8L\1\0\0\0\x2f\0", b"VP8X\4\0\0\0\0\0\0\0", b"EXIF\0\0\0\0"],
)
def test_a_webp_whose_header_is_too_short_or_not_there_is_refused(body):
    assert picture_or_refusal(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body) is None


def test_a_webp_whose_pixels_are_nonsense_is_refused():
    whole = FILES["webp"]
    at = whole.index(b"VP8 ") + 18

    assert picture_or_refusal(whole[:at] + b"\xff" * 400 + whole[at + 400 :]) is None


def test_a_palette_picture_without_its_palette_is_refused():
    assert picture_or_refusal(png((20, 16), colours=3, row=bytes(20))) is None


@pytest.mark.parametrize("name", FILES)
def test_a_byte_that_is_flipped_anywhere_gives_a_picture_or_a_refusal(name):
    for at in range(0, len(FILES[name]), 29):
        damaged = bytearray(FILES[name])
        damaged[at] ^= 0xFF
        picture_or_refusal(bytes(damaged))


def test_broken_pixels_of_a_png_are_refused():
    whole = bytearray(FILES["png"])
    whole[whole.index(b"IDAT") + 30] ^= 1

    assert picture_or_refusal(bytes(whole)) is None


def test_pixels_that_unpack_to_too_few_or_to_nothing_are_refused():
    few = png((20, 16), row=bytes(60)).replace(b"\0\0\0\x14\0\0\0\x10", b"\0\0\0\x14\0\0\0\x40")

    assert picture_or_refusal(few) is None
    assert picture_or_refusal(png((20, 16), row=b"")) is None


@pytest.mark.slow
@settings(deadline=None, max_examples=400)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_flipped_bytes_give_a_picture_or_a_refusal(name, data):
    damaged = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    picture_or_refusal(bytes(damaged))


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_pieces_taken_out_doubled_or_strange_give_a_picture_or_a_refusal(name, data):
    whole = FILES[name]
    start, end = sorted(data.draw(st.tuples(st.integers(3, len(whole)), st.integers(3, len(whole)))))
    put = data.draw(st.one_of(st.just(b""), st.just(whole[start:end] * 2), st.binary(max_size=40)))

    picture_or_refusal(whole[:start] + put + whole[end:])


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(
    st.tuples(st.sampled_from([1, 2, 4, 8, 16, 3]), st.integers(0, 7)),
    st.binary(max_size=160),
    st.lists(
        st.tuples(st.sampled_from([b"PLTE", b"tRNS", b"iCCP", b"eXIf", b"gAMA", b"pHYs"]), st.binary(max_size=60))
    ),
)
def test_pngs_of_any_kind_with_any_chunks_give_a_picture_or_a_refusal(kind, row, chunks):
    depth, colours = kind
    picture_or_refusal(
        png((20, 16), depth=depth, colours=colours, row=row, chunks=b"".join(chunk(*each) for each in chunks))
    )


@settings(deadline=None, max_examples=100)
@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP"]), st.binary(max_size=300))
def test_any_bytes_after_the_right_beginning_give_a_picture_or_a_refusal(magic, rest):
    picture_or_refusal(magic + rest)


def test_nobody_has_told_pillow_to_show_half_a_picture():
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
