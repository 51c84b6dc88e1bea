"""Uploading a picture. The same bytes are on file once: sent again, they give the first picture."""

from contextlib import ExitStack
from hashlib import sha256
from threading import Lock

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from briefings import pictures, policy
from briefings.audit import enter
from briefings.desk_words import said
from briefings.models import Image, User

ONE_AT_A_TIME = Lock()
"""Held while a picture is decoded and encoded. One of 40 million pixels takes most of a gigabyte, so a process makes
one at a time and other uploads wait."""


class NotTaken(Exception):
    """Raised where the file was not taken, and nothing of it is kept. Its text says why, and what to do."""


def upload(data: bytes, *, by: User) -> tuple[Image, bool]:
    """The picture of these bytes, and whether it is new on file. Raises NotTaken.

    Its files are written before its row, since a row without files would break a page, and files without a row are
    removed by `sweep`.
    """
    if not policy.may(by, "create"):
        raise NotTaken(_("You may not upload pictures. Ask an editor."))
    digest = sha256(data).hexdigest()
    if first := Image.objects.filter(sha256=digest).first():
        return _existing(first, by=by), False
    token = pictures.new_token()
    try:
        with ONE_AT_A_TIME:
            picture = pictures.read(data)
            pictures.keep(settings.MEDIA_ROOT, token, pictures.renditions(picture))
    except (pictures.PictureRefused, pictures.NotKept) as refusal:
        raise NotTaken(said(refusal)) from refusal
    with ExitStack() as unless_on_file:
        unless_on_file.callback(pictures.discard, settings.MEDIA_ROOT, token)
        try:
            image = _on_file(picture, token=token, digest=digest, by=by)
        except IntegrityError:
            first = Image.objects.filter(sha256=digest).first()
            if first is None:
                raise
            return _existing(first, by=by), False  # a colleague uploaded it in the same moment
        unless_on_file.pop_all()
    return image, True


@transaction.atomic
def _on_file(picture: pictures.Picture, *, token: str, digest: str, by: User) -> Image:
    image = Image.objects.create(
        token=token,
        sha256=digest,
        width=picture.width,
        height=picture.height,
        widths=list(pictures.widths(picture.width)),
        fallback=picture.fallback,
        uploaded_by=by,
    )
    enter("uploaded", by=by, about=f"image:{image.uuid}")
    return image


@transaction.atomic
def _existing(image: Image, *, by: User) -> Image:
    """The picture, which was on file already. `by` has its file, and so may see it from now on."""
    if image.erased_at:
        raise NotTaken(_("This picture was erased by order, so it is not taken again. Choose another."))
    if not policy.images(by).filter(pk=image.pk).exists():
        image.uploaded_again_by.add(by)
        enter("uploaded again", by=by, about=f"image:{image.uuid}")
    return image
