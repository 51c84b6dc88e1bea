"""Pictures, from the uploaded file to the files that readers get. Plain Python and Pillow, without Django.

`read` makes a picture of a file or refuses it, `renditions` makes the files for readers, and `keep` writes them to the
disk. This package imports nothing else of the project.
"""

from briefings.pictures.decoder import MOST_BYTES, MOST_PIXELS, Picture, read
from briefings.pictures.refusals import NotDiscarded, NotKept, PictureRefused
from briefings.pictures.renditions import WIDTHS, content_type, is_rendition_name, renditions, widths
from briefings.pictures.storage import TOGETHER, damaged, discard, files, keep, new_token, note_sums, rendition, sweep

__all__ = [
    "MOST_BYTES",
    "MOST_PIXELS",
    "TOGETHER",
    "WIDTHS",
    "NotDiscarded",
    "NotKept",
    "Picture",
    "PictureRefused",
    "content_type",
    "damaged",
    "discard",
    "files",
    "is_rendition_name",
    "keep",
    "new_token",
    "note_sums",
    "read",
    "rendition",
    "renditions",
    "sweep",
    "widths",
]
