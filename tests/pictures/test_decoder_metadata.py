"""Nothing that somebody wrote into or behind a picture goes out with it: no place, no name, no script."""

import struct
import zlib

import pytest

from briefings.pictures import PictureRefused, read, renditions
from tests.pictures.making import DISPLAY_P3, chunk, exif, opened, photo, profile, saved, segment, with_segments

WORD = b"<script>fetch('//evil.example')</script>"
PLACE = b"50.4501N30.5234E"
GIVEN = {
    "exif": exif(
        {0x010E: WORD.decode(), 0x0110: PLACE.decode(), 0x8825: {1: "N", 2: (50.0, 27.0, 0.4), 29: "2026:01:31"}}
    ),
    "icc_profile": profile(b"RGB ", 2.2, DISPLAY_P3, words=WORD),
}
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORD + b"</x:xmpmeta>"


def _jpeg() -> bytes:
    file = saved(photo(), "JPEG", comment=WORD, xmp=XMP, **GIVEN)
    photoshop = b"Photoshop 3.0\x008BIM\4\4\0\0" + struct.pack(">I", len(WORD)) + WORD
    return with_segments(file, segment(0xED, photoshop), segment(0xEB, WORD), segment(0xFE, WORD)) + WORD + file


def _png(mode: str = "RGB") -> bytes:
    file = saved(photo(mode=mode), **GIVEN)
    words = [
        chunk(b"tEXt", b"Comment\0" + WORD),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        chunk(b"puBl", WORD),
    ]
    return file[:33] + b"".join(words) + file[33:-12] + words[0] + file[-12:] + WORD


def _webp() -> bytes:
    return saved(photo(), "WEBP", xmp=XMP, **GIVEN) + WORD


def _clear_png() -> bytes:
    image = photo().convert("RGBA")
    image.putpixel((3, 3), (0, 0, 0, 0))
    return saved(image, **GIVEN)


FILES = {"jpeg": _jpeg, "png": _png, "clear png": _clear_png, "webp": _webp}
SIGNS = [
    WORD,
    PLACE,
    b"script",
    b"evil",
    b"xmpmeta",
    b"Exif",
    b"EXIF",
    b"ICC_PROFILE",
    b"iCCP",
    b"ICCP",
    b"tEXt",
    b"XMP ",
    b"8BIM",
]


@pytest.mark.parametrize("kind", FILES)
def test_the_files_of_this_test_hold_words_a_place_and_a_profile(kind):
    assert WORD in FILES[kind]()
    assert PLACE in FILES[kind]()
    assert opened(FILES[kind]()).info["icc_profile"] == GIVEN["icc_profile"]
    assert opened(FILES[kind]()).getexif().get_ifd(0x8825)[29] == "2026:01:31"


@pytest.mark.parametrize("kind", FILES)
def test_no_byte_of_words_places_or_profiles_is_in_any_file_that_is_made(kind):
    made = dict(renditions(read(FILES[kind]())))

    assert len(made) == 4
    assert [(name, sign) for name, data in made.items() for sign in SIGNS if sign in data] == []
    assert [name for name, data in made.items() if opened(data).getexif()] == []


@pytest.mark.parametrize("kind", FILES)
def test_the_picture_itself_carries_nothing_beside_its_pixels(kind):
    assert read(FILES[kind]()).image.info == {}


def test_a_text_that_unpacks_to_sixty_megabytes_is_refused_and_never_unpacked():
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000)))
    file = saved(photo())

    with pytest.raises(PictureRefused):
        read(file[:33] + bomb * 20 + file[33:])
