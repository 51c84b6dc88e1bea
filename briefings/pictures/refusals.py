"""Refusals of pictures, in words for the person who chose the file."""

from briefings.messages import Message


class PictureRefused(ValueError):
    """Raised where a file is no picture that this site takes. Its text is a sentence or two for an editor."""


class NotKept(Exception):
    """Raised where a picture could not be written to the disk. Nothing of it is left there."""


class NotDiscarded(Exception):
    """Raised where not all files of a picture could be deleted."""


def damaged() -> PictureRefused:
    """The refusal of a file that begins like a picture and cannot be decoded."""
    return PictureRefused(
        Message(
            "Open the picture in an image editor, save it anew as JPEG, PNG or WebP, and choose that: this "
            "file is damaged, incomplete or of a rare kind."
        )
    )


def moving() -> PictureRefused:
    """The refusal of an animation."""
    return PictureRefused(
        Message("Save one frame as JPEG, PNG or WebP and choose that: moving pictures are not taken.")
    )
