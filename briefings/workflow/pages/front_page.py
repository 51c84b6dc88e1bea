"""What the front page puts first."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.content import FrontPlace, FrontRecord, content_hash
from briefings.content.fields import utc_iso
from briefings.content.public_values import MOST_IN_ALL, MOST_PLACES, record_from
from briefings.models import Briefing, PublicRecord, PublishedSummary, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

FRONT = UUID("5173e000-0000-4000-8000-000000000002")
"""The one subject of its kind."""
ABOUT = f"front:{FRONT}"
"""The name of the front page in the audit log."""


@dataclass(frozen=True)
class Lead:
    """That a briefing leads the front page: until another does, or `until` a moment."""

    until: datetime | None = None


def current_front() -> tuple[FrontRecord, str]:
    """What the front page puts first now, and its hash for `set_front`; of nothing and "" before the first."""
    row = PublicRecord.objects.without_successor().filter(subject__kind=Subject.Kind.FRONT, subject__uuid=FRONT)
    text = row.values_list("text__text", flat=True).first()
    if not text:
        return FrontRecord(), ""
    current = record_from(Subject.Kind.FRONT, text)
    return current, content_hash(current)


def place_of(briefing: Briefing) -> FrontPlace | None:
    """The place that the briefing has on the record, if any; that of what is only scheduled begins with it."""
    return next((place for place in current_front()[0].places if place.briefing == str(briefing.uuid)), None)


@transaction.atomic
def set_front(content: FrontRecord, *, by: User | None, expected: str) -> PublicRecord:
    """Publish what the front page puts first. `expected` is the hash of the record that was looked at. Raises Refused.

    What has no room any more since a scheduled briefing leads may stay behind the six: it comes back when one above it
    goes. A place whose briefing is withdrawn later, or whose moment has passed, is nobody's until somebody fills it.
    """
    ask("front", by=by)
    subject, current = public_records.lock_subject(Subject.Kind.FRONT, FRONT)
    reasons = _refusals_of_age(current, expected=expected)
    reasons += _refusals_of_places(content, current or FrontRecord(), now=timezone.now())
    if reasons:
        raise Refused(*reasons)
    if content == (current or FrontRecord()):
        raise Refused(_("Nothing was changed."))
    return _publish(subject, content, by=by)


@transaction.atomic
def lead_with(briefing: Briefing, lead: Lead, *, by: User | None, expected: str) -> PublicRecord:
    """Put a briefing that readers have first on the front page; the others there move down, the last may go.

    `expected` is the hash of the record that was looked at. Raises Refused.
    """
    ask("front", by=by)
    subject, current = public_records.lock_subject(Subject.Kind.FRONT, FRONT)
    now = timezone.now()
    reasons = [*_refusals_of_age(current, expected=expected), *refusals_of_lead(lead, from_moment=now)]
    if not PublishedSummary.objects.live(now).listed().filter(briefing=briefing).exists():
        reasons.append(_("Readers do not have this briefing. Publish it first."))
    if reasons:
        raise Refused(*reasons)
    content = _led_by(briefing, lead, current or FrontRecord(), now=now)
    if content == current:
        raise Refused(_("It leads already."))
    return _publish(subject, content, by=by)


def lead_from_its_moment(briefing: Briefing, lead: Lead, *, by: User | None) -> None:
    """The same for a briefing that was published or scheduled in this transaction: it leads once readers have it, for
    a place whose briefing they do not have is nobody's.
    """
    subject, current = public_records.lock_subject(Subject.Kind.FRONT, FRONT)
    content = _led_by(briefing, lead, current or FrontRecord(), now=timezone.now())
    if content != current:
        _publish(subject, content, by=by)


def forget_lead(briefing: Briefing, *, by: User | None) -> None:
    """What was scheduled is called off: where readers have nothing of it, its place does not wait for another day."""
    subject, current = public_records.lock_subject(Subject.Kind.FRONT, FRONT)
    placed = current.places if current else ()
    places = tuple(place for place in placed if place.briefing != str(briefing.uuid))
    if places == placed or _had({briefing.uuid}, now=timezone.now()):
        return
    _publish(subject, FrontRecord(places=places), by=by)


def refusals_of_lead(lead: Lead, *, from_moment: datetime) -> list[str]:
    """The reasons against a lead that begins at that moment."""
    if lead.until is None or lead.until > from_moment:
        return []
    return [_("A lead cannot end before it begins. Choose a later moment, or none.")]


def _led_by(briefing: Briefing, lead: Lead, current: FrontRecord, *, now: datetime) -> FrontRecord:
    """What stands there with `briefing` ahead, without what readers have no more. What leads at once has the last go,
    for which there is no room.

    What is only scheduled takes no room: nothing moves on the front page before its moment, and tells of it.
    """
    first = FrontPlace(briefing=str(briefing.uuid), until=utc_iso(lead.until) if lead.until else None)
    standing = current.standing(now)
    here = {briefing.uuid, *standing}
    had, coming = _had(here, now=now), _coming(here, now=now)
    most = MOST_PLACES if briefing.uuid in had else MOST_IN_ALL
    places, count = [first], Counter([had.get(briefing.uuid)])
    for place in current.places:
        uuid = UUID(place.briefing)
        if uuid == briefing.uuid or uuid not in standing:
            continue
        if uuid in had:
            count[had[uuid]] += 1
        if (count[had[uuid]] <= most) if uuid in had else (uuid in coming):
            places.append(place)
    return FrontRecord(places=tuple(places[:MOST_IN_ALL]))


def _had(briefings: set[UUID], *, now: datetime) -> dict[UUID, str]:
    """Of those that readers have: the language of whose front page they belong to."""
    rows = PublishedSummary.objects.live(now).listed().filter(briefing_uuid__in=briefings)
    return dict(rows.values_list("briefing_uuid", "front_language"))


def _coming(briefings: set[UUID], *, now: datetime) -> set[UUID]:
    """Those that are scheduled."""
    rows = PublishedSummary.objects.scheduled(now).listed().filter(briefing_uuid__in=briefings)
    return set(rows.values_list("briefing_uuid", flat=True))


def _publish(subject: Subject, content: FrontRecord, *, by: User | None) -> PublicRecord:
    row = public_records.publish_record(subject, content, by=by)
    record("front page changed", by=by, about=ABOUT, detail=f"{len(content.places)} places")
    return row


def _refusals_of_age(current: FrontRecord | None, *, expected: str) -> list[str]:
    if expected == (content_hash(current) if current else ""):
        return []
    return [_("Somebody changed this meanwhile. Look at what stands there now, then save.")]


def _refusals_of_places(content: FrontRecord, current: FrontRecord, *, now: datetime) -> list[str]:
    """What is only scheduled keeps the place that it got when it was scheduled, and gets no other way there."""
    wanted = {UUID(place.briefing) for place in content.places}
    kept = wanted & {UUID(place.briefing) for place in current.places}
    had = _had(wanted, now=now)
    had_before = Counter(_had({UUID(place.briefing) for place in current.places}, now=now).values())
    known = _coming(kept, now=now) | had.keys()
    reasons = []
    if any(count > max(MOST_PLACES, had_before[language]) for language, count in Counter(had.values()).items()):
        reasons.append(_("The front page of a language has %(most)d places.") % {"most": MOST_PLACES})
    if len(known) < len(wanted):
        reasons.append(_("A briefing that readers do not have cannot be put on the front page. Choose another."))
    if any(end <= now for end in content.ends):
        reasons.append(_("A place on the front page cannot end in the past. Choose a later moment, or none."))
    return reasons
