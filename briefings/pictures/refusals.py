"""Why a picture was not taken, in words for the person who chose it."""


class PictureRefused(ValueError):
    """Raised where a file is no picture that this site takes; `str()` is one sentence or two for an editor."""


class NotKept(Exception):
    """Raised where a picture could not be written to the disk, and nothing of it was left there."""


class NotDiscarded(Exception):
    """Raised where the files of a picture could not be taken off the disk, or not all of them."""
