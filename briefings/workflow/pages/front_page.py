"""What the front page puts first."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.content import FrontRecord, content_hash
from briefings.content.public_values import MOST_PLACES, record_from
from briefings.models import PublicRecord, PublishedSummary, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

FRONT = UUID("5173e000-0000-4000-8000-000000000002")
"""The one subject of its kind."""
ABOUT = f"front:{FRONT}"
"""The name of the front page in the audit log."""


def current_front() -> tuple[FrontRecord, str]:
    """What the front page puts first now, and its hash for `set_front`; of nothing and "" before the first."""
    row = PublicRecord.objects.without_successor().filter(subject__kind=Subject.Kind.FRONT, subject__uuid=FRONT)
    text = row.values_list("text__text", flat=True).first()
    if not text:
        return FrontRecord(), ""
    current = record_from(Subject.Kind.FRONT, text)
    return current, content_hash(current)


@transaction.atomic
def set_front(content: FrontRecord, *, by: User | None, expected: str) -> PublicRecord:
    """Publish what the front page puts first. `expected` is the hash of the record that was looked at. Raises Refused.

    A place whose briefing is withdrawn later, or whose moment has passed, is nobody's until somebody fills it.
    """
    ask("front", by=by)
    subject, current = public_records.lock_subject(Subject.Kind.FRONT, FRONT)
    reasons = []
    if expected != (content_hash(current) if current else ""):
        reasons.append(_("Somebody changed this meanwhile. Look at what stands there now, then save."))
    reasons += _refusals_of_places(content, now=timezone.now())
    if reasons:
        raise Refused(*reasons)
    if content == (current or FrontRecord()):
        raise Refused(_("Nothing was changed."))
    row = public_records.publish_record(subject, content, by=by)
    record("front page changed", by=by, about=ABOUT, detail=f"{len(content.places)} places")
    return row


def _refusals_of_places(content: FrontRecord, *, now: datetime) -> list[str]:
    wanted = {UUID(place.briefing) for place in content.places}
    shown = PublishedSummary.objects.live(now).listed().filter(briefing_uuid__in=wanted)
    languages = list(shown.values_list("front_language", flat=True))
    reasons = []
    if any(count > MOST_PLACES for count in Counter(languages).values()):
        reasons.append(_("The front page of a language has %(most)d places.") % {"most": MOST_PLACES})
    if len(languages) < len(wanted):
        reasons.append(_("A briefing that readers do not have cannot be put on the front page. Choose another."))
    if any(end <= now for end in content.ends):
        reasons.append(_("A place on the front page cannot end in the past. Choose a later moment, or none."))
    return reasons
