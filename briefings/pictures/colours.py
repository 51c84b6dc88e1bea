"""Converts the colours of a picture to eight bits of sRGB, with transparency where a pixel has any."""

import io

from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A new image in the mode RGB, or RGBA where a pixel is transparent; without metadata.

    `profile` is the ICC profile of the picture, or empty. As in browsers, one that is broken or of another kind than
    the picture is ignored. The colours of pixels that are fully transparent are cleared.
    """
    colours, alpha = _apart(_in_eight_bits(image))
    seen = _converted(colours, profile) or (colours.copy() if colours.mode == "RGB" else colours.convert("RGB"))
    if alpha:
        clear = Image.new("RGB", seen.size)
        seen = Image.composite(seen, clear, alpha.point([0] + [255] * 255))
        seen.putalpha(alpha)
    seen.info.clear()
    return seen


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """The image in one of the modes L, LA, RGB, RGBA and CMYK; sixteen bits keep their upper eight."""
    if image.mode == "I;16":
        image = Image.frombytes("L", image.size, image.tobytes()[1::2])  # the lower byte comes first
    if image.mode == "1":
        image = image.convert("L")
    see_through = "transparency" in image.info
    if image.mode == "P":
        return image.convert("RGBA" if see_through else "RGB")
    if see_through and image.mode in ("L", "RGB"):
        return image.convert(f"{image.mode}A")
    return image


def _apart(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The colours without transparency, and the transparency; None where no pixel has any."""
    if image.mode not in ("LA", "RGBA"):
        return image, None
    alpha = image.getchannel("A")
    return image.convert(image.mode.removesuffix("A")), None if alpha.getextrema() == (255, 255) else alpha


def _converted(colours: Image.Image, profile: bytes) -> Image.Image | None:
    if not profile:
        return None
    try:
        return ImageCms.profileToProfile(
            colours,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            _SRGB,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None
