"""The pictures of an erased text: those that nothing else shows, or ever showed, are erased with it."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import pictures
from briefings.content import BriefingContent, ImageName
from briefings.models import Figure, Image, PublishedName, StoredText

_NOTHING = {"credit": "", "caption": "", "people": "", "rights": "", "usable_until": None}


def erase_with(erased: Iterable[BriefingContent]) -> tuple[int, list[str]]:
    """Erase the pictures that only the `erased` texts showed: their details now, their files after the commit.

    Returns how many, and sentences on those that stay because a draft or another text shows them. The texts must be
    gone from the log by now. Raises pictures.NotDiscarded at the commit where a file cannot be deleted.
    """
    named = {figure.image.id: figure.image for content in erased for figure in content.figures if figure.image}
    going, staying = [], []
    for name in named.values():
        (staying if _is_shown_elsewhere(name) else going).append(name)
    images = list(Image.objects.filter(uuid__in=[name.id for name in going], erased_at=None))
    Image.objects.filter(pk__in=[image.pk for image in images]).update(erased_at=timezone.now(), **_NOTHING)
    for image in images:
        transaction.on_commit(lambda token=image.token: pictures.discard(settings.MEDIA_ROOT, token))
    return len(images), [_remaining(name) for name in staying]


def _is_shown_elsewhere(name: ImageName) -> bool:
    if Figure.objects.filter(image__uuid=name.id).exists() or PublishedName.objects.filter(token=name.token).exists():
        return True
    # As canonical JSON writes a field: within the words of a text the quotation marks would be escaped.
    return StoredText.objects.filter(text__contains=f'"token":"{name.token}"').exists()


def _remaining(name: ImageName) -> str:
    if Figure.objects.filter(image__uuid=name.id).exists():
        return _("The picture “%(name)s” stays: a draft shows it. Take it out, then erase again.") % {
            "name": name.credit or name.token
        }
    return _("The picture “%(name)s” stays: another text shows it.") % {"name": name.credit or name.token}
