"""What the three kinds of file have in common once they are taken apart, and the refusals they share."""

from dataclasses import dataclass

from briefings.pictures.refusals import PictureRefused

MOST_PROFILE_BYTES = 4_000_000  # profiles of presses hold 0.5 to 2.5 million bytes


@dataclass(frozen=True)
class Parts:
    """A file taken apart without decoding it.

    `size` is (width, height) in pixels, as stored; `drawing` is a file of the same kind that holds what the decoder
    needs and no word more; `profile` is an ICC profile and `exif` a TIFF block, as the file gave them or empty.
    """

    size: tuple[int, int]
    drawing: bytes
    profile: bytes = b""
    exif: bytes = b""


def damaged() -> PictureRefused:
    """The refusal of a file that begins well and does not go on so."""
    return PictureRefused(
        "Open the picture in an image editor, save it anew as JPEG, PNG or WebP, and choose that: "
        "this file is damaged, incomplete or of a rare kind."
    )


def moving() -> PictureRefused:
    """The refusal of an animation."""
    return PictureRefused("Save one frame as JPEG, PNG or WebP and choose that: moving pictures are not taken.")
