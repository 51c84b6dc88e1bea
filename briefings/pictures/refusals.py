"""Why a picture was not taken, in words for the person who chose it."""


class PictureRefused(ValueError):
    """Raised where a file is no picture that this site takes; `str()` is one sentence or two for an editor."""


class NotKept(Exception):
    """Raised where a picture could not be written to the disk, and nothing of it was left there."""


class NotDiscarded(Exception):
    """Raised where the files of a picture could not be taken off the disk, or not all of them."""


def damaged() -> PictureRefused:
    """The refusal of a file that begins well and does not go on so."""
    return PictureRefused(
        "Open the picture in an image editor, save it anew as JPEG, PNG or WebP, and choose that: "
        "this file is damaged, incomplete or of a rare kind."
    )


def moving() -> PictureRefused:
    """The refusal of an animation."""
    return PictureRefused("Save one frame as JPEG, PNG or WebP and choose that: moving pictures are not taken.")
