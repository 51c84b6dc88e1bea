"""The files that are made of a picture: their widths, their formats, their looks."""

import pytest
from PIL import Image

from briefings.pictures import content_type, is_rendition_name, read, renditions, widths
from tests.pictures.making import opened, photo, saved

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def made(image: Image.Image) -> dict[str, bytes]:
    return dict(renditions(read(saved(image, compress_level=1))))


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (16, (16,)),
        (319, (319,)),
        (320, (320,)),
        (321, (320, 321)),
        (1000, (320, 640, 960, 1000)),
        (1919, (320, 640, 960, 1280, 1919)),
        (1920, (320, 640, 960, 1280, 1920)),
        (16_000, (320, 640, 960, 1280, 1920)),
    ],
)
def test_a_picture_is_made_in_every_smaller_width_and_its_own_and_never_wider(width, wanted):
    assert widths(width) == wanted


def test_each_width_comes_in_three_formats_that_are_what_their_names_say():
    files = made(photo(330, 250))

    assert set(files) == {f"{w}.{f}" for w in (320, 330) for f in ("avif", "webp", "jpg")} | {"master.jpg"}
    for name, data in files.items():
        assert opened(data).format == FORMATS[name.rpartition(".")[2]], name
        assert name.startswith(("master", f"{opened(data).width}.")), name


@pytest.mark.parametrize("size", [(400, 300), (300, 400), (2500, 40), (40, 2500)])
def test_a_picture_keeps_its_shape_in_every_width(size):
    for name, data in made(photo(*size)).items():
        width, height = opened(data).size
        assert abs(height - size[1] * width / size[0]) <= 0.5, name


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_every_file_looks_like_the_picture(mode):
    image = photo(350, 250, mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((350, 250)))

    for name, data in made(image).items():
        seen = opened(data).convert(mode)
        for at in ((0.9, 0.2), (0.6, 0.5), (0.2, 0.8)):
            pixel = seen.getpixel((round(at[0] * seen.width), round(at[1] * seen.height)))
            wanted = image.getpixel((round(at[0] * 350), round(at[1] * 250)))
            assert all(abs(a - b) <= 14 for a, b in zip(pixel, wanted, strict=True)), (name, at, pixel, wanted)


def test_a_transparent_picture_is_transparent_in_every_file_and_its_fallback_is_png():
    image = Image.new("RGBA", (400, 300), (200, 20, 20, 255))
    image.paste((0, 0, 0, 0), (0, 0, 200, 300))

    files = made(image)

    assert set(files) == {f"{w}.{f}" for w in (320, 400) for f in ("avif", "webp", "png")} | {"master.png"}
    for name, data in files.items():
        alpha = opened(data).convert("RGBA").getchannel("A")
        assert (alpha.getpixel((9, 9)), alpha.getpixel((alpha.width - 9, 9))) == (0, 255), name


def test_the_same_picture_gives_the_same_bytes():
    assert made(photo(330, 250)) == made(photo(330, 250))


def test_the_master_is_as_large_as_the_picture_up_to_4096_pixels_on_its_longer_side():
    assert opened(made(photo(330, 250))["master.jpg"]).size == (330, 250)
    assert opened(made(photo(5000, 20))["master.jpg"]).size == (4096, 16)
    assert opened(made(photo(20, 5000))["master.jpg"]).size == (16, 4096)


def test_a_picture_taller_than_its_master_is_made_from_itself_and_stays_sharp():
    striped = Image.new("RGB", (20, 8000), "white")
    for x in range(0, 20, 2):
        striped.paste("black", (x, 0, x + 1, 8000))

    files = made(striped)

    for name in ("20.avif", "20.webp", "20.jpg"):
        row = opened(files[name]).convert("L").crop((0, 4000, 20, 4001))
        assert row.getextrema()[0] < 60, name
        assert row.getextrema()[1] > 190, name


@pytest.mark.slow
def test_the_tallest_picture_there_may_be_can_be_made_in_every_format():
    files = made(photo(320, 16_000))

    assert {opened(data).size for name, data in files.items() if name != "master.jpg"} == {(320, 16_000)}


@pytest.mark.parametrize("name", ["16.avif", "640.avif", "640.webp", "1920.jpg", "333.png"])
def test_names_of_renditions_are_known_with_their_types(name):
    assert is_rendition_name(name)
    assert content_type(name).startswith("image/")


@pytest.mark.parametrize(
    "name",
    [
        *("", "640", ".jpg", "master.jpg", "master.png", "640.gif", "640.svg", "640.JPG", "0640.jpg", "5.jpg"),
        *("16000.jpg", "640xjpg", "640.jpg.png", "640.jpg\n", "640.jpg\0", " 640.jpg", "٦٤٠.jpg", "../640.jpg"),
    ],
)
def test_every_other_name_is_none_and_has_no_type(name):
    assert not is_rendition_name(name)
    with pytest.raises(ValueError, match="names no rendition"):
        content_type(name)


def test_the_types_are_those_that_browsers_know():
    assert [content_type(f"640.{ending}") for ending in FORMATS] == [
        "image/avif",
        "image/webp",
        "image/jpeg",
        "image/png",
    ]
