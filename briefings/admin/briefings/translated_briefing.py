"""The field that names which briefing one translates: an address that was pasted -> the briefing, and back."""

import re
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from briefings import policy
from briefings.content import BriefingContent
from briefings.models import PublishedSummary, User

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def address_of(uuid: str | None) -> str:
    """What the field says of the briefing: the slug by which readers have it, else its id."""
    if not uuid:
        return ""
    rows = PublishedSummary.objects.live().filter(briefing_uuid=UUID(uuid), slug__isnull=False)
    return rows.values_list("slug", flat=True).first() or uuid


def named(given: str, *, language: str, now: BriefingContent, by: User) -> str | None:
    """The id of the briefing whose address (whole, or its slug) was `given`; it is `now.translation_of` where that
    was left as it stood.

    Only what readers had, or a draft that `by` may read, is found: of any other nothing is told. Raises
    forms.ValidationError.
    """
    if not given:
        return None
    if given == address_of(now.translation_of):
        return now.translation_of
    path = re.split(r"[?#]", given)[0].rstrip("/")
    slug = path.removesuffix("/history").rpartition("/")[2]
    found = _found(slug, by=by) if _SLUG.fullmatch(slug) else None
    if found is None:
        raise forms.ValidationError(_("No briefing that you may read has this address. Copy it from its page."))
    original, its_language, is_translation = found
    if original == now.id:
        raise forms.ValidationError(_("A briefing is no translation of itself. Give the address of the original."))
    if is_translation:
        raise forms.ValidationError(_("That one is a translation itself. Give the address of what it translates."))
    if its_language == language:
        raise forms.ValidationError(_("The original is in the same language. Change the language of this briefing."))
    return original


def _found(slug: str, *, by: User) -> tuple[str, str, bool] | None:
    """The id of the briefing at `slug`, its language, and whether it is a translation: by what readers have, or else by
    the draft.
    """
    owner = PublishedSummary.objects.gone_live().filter(slug=slug).values("briefing_uuid")[:1]
    last = PublishedSummary.objects.gone_live().filter(briefing_uuid__in=owner).order_by("live_from").last()
    if last:
        return str(last.briefing_uuid), last.language, last.translation_of is not None
    drafts = policy.drafts(by, "read").filter(slug=slug).order_by("pk")
    row = drafts.values_list("briefing__uuid", "language", "translation_of").first()
    return (str(row[0]), row[1], row[2] is not None) if row else None
