"""Pictures on file for tests of the desk: real files, small, and no two the same."""

from hashlib import sha256
from itertools import count

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from briefings import pictures
from briefings.content import FigureBlock, new_key
from briefings.models import Image, User
from briefings.picture_upload import upload
from briefings.working_copy import image_name
from tests.pictures.making import photo, saved

UPLOAD = "/admin/briefings/image/upload/"
CHOOSE = "/admin/briefings/image/choose/"
JSON = {"accept": "application/json"}
_different = count(1)


def bytes_of(kind: str = "JPEG", size: tuple[int, int] | None = None, **options: object) -> bytes:
    """The file of a picture that no other test has: each is a little wider."""
    width, height = size or (40 + next(_different) % 200, 30)
    image = photo(width, height)
    image.putpixel((0, 0), (next(_different) % 256, next(_different) // 256 % 256, 0))
    return saved(image, kind, **options)


def chosen(data: bytes, name: str = "picture.jpg", kind: str = "image/jpeg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, kind)


def make_image(by: User, *, size: tuple[int, int] | None = None, **details: object) -> Image:
    """A picture on file, with its files on the disk."""
    image, _is_new = upload(bytes_of("PNG", size), by=by)
    if details:
        Image.objects.filter(pk=image.pk).update(**details)
        image.refresh_from_db()
    return image


def put_on_file(**details: object) -> Image:
    """A picture with its files that nobody who works here uploaded."""
    token, data = pictures.new_token(), bytes_of("PNG")
    picture = pictures.read(data)
    pictures.keep(settings.MEDIA_ROOT, token, pictures.renditions(picture))
    facts = {"width": picture.width, "height": picture.height, "widths": list(pictures.widths(picture.width))}
    facts |= {"fallback": picture.fallback, "sha256": sha256(data).hexdigest()}
    return Image.objects.create(token=token, **facts, **details)


def figure_of(image: Image | None, alt: str = "A quokka", **more: object) -> FigureBlock:
    """A part that shows it."""
    return FigureBlock(key=new_key("p"), image=image and image_name(image), alt=alt, **more)
