"""The site's identity: its name, its look and its footer."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.content import ImageName, SiteRecord, content_hash
from briefings.content.colours import refusal
from briefings.content.public_values import record_from
from briefings.desk_words import day_in_words, said
from briefings.models import Image, PublicRecord, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

SITE = UUID("5173e000-0000-4000-8000-000000000001")
"""The one subject of its kind."""
ABOUT = f"site:{SITE}"
"""The name of the site in the audit log."""


def current_site() -> tuple[SiteRecord | None, str]:
    """The live record of the site, and its hash for `set_site`; None and "" before the first."""
    row = PublicRecord.objects.without_successor().filter(subject__kind=Subject.Kind.SITE, subject__uuid=SITE)
    text = row.values_list("text__text", flat=True).first()
    current = record_from(Subject.Kind.SITE, text) if text else None
    return current, content_hash(current) if current else ""


@transaction.atomic
def set_site(content: SiteRecord, *, by: User | None, expected: str) -> PublicRecord:
    """Publish the site's identity. `expected` is the hash of the record that was looked at.

    Each accent is for one colour scheme; without one that scheme keeps the look's own. Raises Refused.
    """
    ask("site", by=by)
    subject, current = public_records.lock_subject(Subject.Kind.SITE, SITE)
    reasons = []
    if expected != (content_hash(current) if current else ""):
        reasons.append(_("Somebody changed this meanwhile. Look at what stands there now, then save."))
    if not content.name:
        reasons.append(_("Write the name of the site."))
    if content.logo and content.logo != (current.logo if current else None):
        reasons += _refusals_of_logo(content.logo, by=by)
    reasons += _refusals_of_accents(content)
    if reasons:
        raise Refused(*reasons)

    if content == current:
        raise Refused(_("Nothing was changed."))
    row = public_records.publish_record(subject, content, by=by)
    record("site changed", by=by, about=ABOUT, detail=", ".join(_differing(content, current)))
    return row


def _refusals_of_accents(content: SiteRecord) -> list[str]:
    accents = {"light": content.accent_light, "dark": content.accent_dark}
    sentences = [refusal(colour, scheme=scheme) for scheme, colour in accents.items() if colour]
    return [said(sentence) for sentence in sentences if sentence]


def _refusals_of_logo(logo: ImageName, *, by: User | None) -> list[str]:
    known = policy.images(by) if by else Image.objects.filter(erased_at=None)
    image = known.filter(uuid=logo.id, token=logo.token).first()
    if image is None:  # or one of which they may not know
        return [_("That picture is not on file. Choose another logo.")]
    if logo.usable_until or image.usable_until:
        day = day_in_words(image.usable_until or date.fromisoformat(logo.usable_until))
        return [
            _("That picture may be used until %(day)s only, and a logo stays. Choose one whose use does not end.")
            % {"day": day}
        ]
    return []


def _differing(content: SiteRecord, current: SiteRecord | None) -> list[str]:
    """The names of the fields that changed: the audit log holds no values."""
    before = dict(current or SiteRecord(name="–"))
    return [name.replace("_", " ") for name, value in content if value != before[name]]
