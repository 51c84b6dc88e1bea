"""The read row of a public name, made from its public record."""

from datetime import datetime
from uuid import UUID

from briefings.content import FrontRecord, PageRecord, PersonRecord, SiteRecord, TopicRecord
from briefings.content.name_order import filed
from briefings.content.public_values import record_from
from briefings.gate import NOTICES, goes_on, has_begun, interval_of
from briefings.models import Edition, PublicRecord, PublishedName, Subject


def name_row(record: PublicRecord) -> PublishedName:
    """The read row of `record`, not saved. Its name is empty where the record was erased or the page taken down."""
    subject = record.subject
    row = PublishedName(
        record=record,
        **interval_of(record),
        kind=subject.kind,
        is_around=subject.kind in (Subject.Kind.SITE, Subject.Kind.FRONT, Subject.Kind.PAGE),
        subject_uuid=subject.uuid,
    )
    if record.text.text is None:
        return row
    match record_from(subject.kind, record.text.text):
        case SiteRecord() as site:
            row.name, row.token = site.name, site.logo.token if site.logo else ""
        case FrontRecord():
            row.name = subject.kind
        case TopicRecord() as topic:
            row.name, row.slug = topic.name, topic.slug
            row.letter, row.sort_key = filed(topic.name)
            row.merged_into = _uuid(topic.merged_into)
        case PersonRecord() as person:
            row.name, row.slug, row.person_kind = person.name, person.slug, person.kind
            row.letter, row.sort_key = filed(person.name, is_public_figure=person.kind == "public")
            row.merged_into = _uuid(person.merged_into)
        case PageRecord(gone=False) as page:
            row.name, row.slug, row.position = page.heading, page.slug, page.position
    return row


def is_seen(record: PublicRecord) -> bool:
    """Whether something that readers had changes as `record` begins: of the front page, a place of what was live then.

    One that waits for its briefing would tell of an edition that is only scheduled; its moment is that of the edition.
    """
    if record.subject.kind != Subject.Kind.FRONT or record.text.text is None:
        return True
    earlier = record.subject.records.closed_at(record.live_from).filter(pk__lt=record.pk)
    before = earlier.select_related("text").order_by("pk").last()
    if before and before.text.text is None:
        return True
    new, old = (record_from(Subject.Kind.FRONT, row.text.text) if row else FrontRecord() for row in (record, before))
    # Whose time is over has no place.
    standing = {*new.standing(record.live_from), *old.standing(record.live_from)}
    live = Edition.objects.live(record.live_from).exclude(kind__in=NOTICES).filter(briefing__uuid__in=standing)
    had = set(map(str, live.values_list("briefing__uuid", flat=True)))
    was, stands = ([place for place in front.places if place.briefing in had] for front in (old, new))
    return was != stands


def place_moments(record: PublicRecord) -> set[datetime]:
    """When places on the front page end by themselves, while `record` says which there are."""
    if record.subject.kind != Subject.Kind.FRONT or record.text.text is None:
        return set()
    front = record_from(Subject.Kind.FRONT, record.text.text)
    return {end for end in front.ends if has_begun(record, end) and goes_on(record, end)}


def _uuid(given: str | None) -> UUID | None:
    return UUID(given) if given else None
