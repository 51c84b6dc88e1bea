"""The details of a picture: credit, caption, people in it, rights, last day of use, and the point that a crop keeps."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.models import Image, PublishedName, Subject, User
from briefings.workflow.refusals import Refused

DETAILS = ("credit", "caption", "people", "rights", "usable_until", "focal_x", "focal_y")


class ChangedMeanwhile(Refused):
    """Somebody changed the picture's details since they were read. Nothing was written."""


@transaction.atomic
def describe(image: Image, details: dict[str, Any], *, expected: int, by: User) -> list[str]:
    """Give the picture these `details` (all of DETAILS). Returns the names of those that changed; nothing is written
    where none did.

    `expected` is the version that was read. Raises ChangedMeanwhile where there is a newer one, Refused where `by` may
    not.
    """
    if not policy.may_describe(by, image):
        raise Refused(_("You may not change this picture. Ask an editor, or whoever uploaded it."))
    current = Image.objects.get(pk=image.pk)
    changed = [name for name in DETAILS if getattr(current, name) != details[name]]
    if not changed:
        return []
    if "usable_until" in changed and details["usable_until"] and _is_the_logo(current):
        raise Refused(_("This picture is the site’s logo, which has no last day. Choose another logo first."))
    on_file = Image.objects.filter(pk=image.pk, version=expected, erased_at=None)
    if not on_file.update(version=F("version") + 1, **{name: details[name] for name in DETAILS}):
        raise ChangedMeanwhile(
            _("Somebody changed this picture meanwhile. Look at what stands there now, then save again.")
        )
    enter("changed", by=by, about=f"image:{image.uuid}", detail=", ".join(changed))
    return changed


def _is_the_logo(image: Image) -> bool:
    return PublishedName.objects.live().filter(kind=Subject.Kind.SITE, token=image.token).exists()
