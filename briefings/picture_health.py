"""The health of the pictures: whether the files of each are there, as they were kept."""

from collections.abc import Iterator
from itertools import product

from django.conf import settings

from briefings import pictures
from briefings.models import Image


def damaged_pictures() -> Iterator[str]:
    """A sentence for each picture on file that lacks files, or has others than were kept. Reads them all."""
    for image in Image.objects.filter(erased_at=None).order_by("pk").iterator():
        formats = ("avif", "webp", image.fallback)
        renditions = [f"{width}.{ending}" for width, ending in product(image.widths, formats)]
        names = [f"master.{image.fallback}", *renditions]
        if damaged := pictures.damaged(settings.MEDIA_ROOT, image.token, names):
            what = "all files" if damaged == names else ", ".join(damaged)
            yield f"The picture {image.token} is damaged; missing, cut off or changed: {what}."
