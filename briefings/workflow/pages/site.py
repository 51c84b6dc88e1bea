"""The site as readers know it: its name, its look, and what stands in its footer."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format

from briefings import policy
from briefings.content import ImageName, SiteRecord, content_hash
from briefings.content.colours import DARK_GROUNDS, LIGHT_GROUNDS, nearest_passing, refusal
from briefings.content.public_values import record_from
from briefings.models import Image, PublicRecord, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

SITE = UUID("5173e000-0000-4000-8000-000000000001")
"""The one subject of its kind."""
ABOUT = f"site:{SITE}"
"""How the record names it."""


def site_as_it_stands() -> tuple[SiteRecord | None, str]:
    """What stands about the site, and the hash to hand to `set_site`; None and "" before anything does."""
    row = PublicRecord.objects.without_successor().filter(subject__kind=Subject.Kind.SITE, subject__uuid=SITE)
    text = row.values_list("text__text", flat=True).first()
    stands = record_from(Subject.Kind.SITE, text) if text else None
    return stands, content_hash(stands) if stands else ""


@transaction.atomic
def set_site(content: SiteRecord, *, by: User | None, expected: str) -> PublicRecord:
    """Show readers the site like this from now on. `expected` is the hash of what was looked at.

    An accent given for one scheme alone gets its like for the other. Raises Refused.
    """
    ask("site", by=by)
    subject, stands = public_records.lock_subject(Subject.Kind.SITE, SITE)
    reasons = []
    if expected != (content_hash(stands) if stands else ""):
        reasons.append("Somebody changed this meanwhile. Look at what stands there now, then save.")
    if not content.name:
        reasons.append("Write the name of the site.")
    if content.logo and content.logo != (stands.logo if stands else None):
        reasons += _refusals_of_logo(content.logo, by=by)
    reasons += refusals_of_accents(content.accent_light, content.accent_dark)
    if reasons:
        raise Refused(*reasons)
    content = content.model_copy(update=_both_accents(content))
    if content == stands:
        raise Refused("Nothing was changed.")
    row = public_records.publish_record(subject, content, by=by)
    record("site changed", by=by, about=ABOUT, detail=", ".join(_differing(content, stands)))
    return row


def refusals_of_accents(light: str | None, dark: str | None) -> list[str]:
    """Why readers could not read links in these colours, each with the nearest that they can."""
    asked = ((light, LIGHT_GROUNDS, "light"), (dark, DARK_GROUNDS, "dark"))
    told = [refusal(colour, grounds, scheme=scheme) for colour, grounds, scheme in asked if colour]
    return [sentence for sentence in told if sentence]


def _refusals_of_logo(logo: ImageName, *, by: User | None) -> list[str]:
    known = policy.images(by) if by else Image.objects.filter(erased_at=None)
    image = known.filter(uuid=logo.id, token=logo.token).first()
    if image is None:  # or one of which they may not know
        return ["That picture is not on file. Choose another logo."]
    if logo.usable_until or image.usable_until:
        day = date_format(image.usable_until or date.fromisoformat(logo.usable_until), "j F Y")
        return [f"That picture may be used until {day} only, and a logo stays. Choose one whose use does not end."]
    return []


def _both_accents(content: SiteRecord) -> dict[str, str | None]:
    light, dark = content.accent_light, content.accent_dark
    if light and not dark:
        dark = nearest_passing(light, DARK_GROUNDS)
    if dark and not light:
        light = nearest_passing(dark, LIGHT_GROUNDS)
    return {"accent_light": light, "accent_dark": dark}


def _differing(content: SiteRecord, stands: SiteRecord | None) -> list[str]:
    """What is other than before, by the names of the fields: the record holds no words."""
    before = dict(stands or SiteRecord(name="–"))
    return [name.replace("_", " ") for name, value in content if value != before[name]]
