"""Public names at a moment: which people and topics have pages, at which addresses, and where former ones lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    UUIDField,
    When,
)

from briefings.content import PUBLIC_KINDS, BriefingContent
from briefings.gate import not_ended, overlapping
from briefings.models import PublishedAuthor, PublishedName, PublishedQuote, PublishedTopic, Subject
from briefings.outputs.facts import Paths
from briefings.public import addresses
from briefings.public.prepared import Given, Prepared


@dataclass(frozen=True)
class About:
    """What a page names: either `subjects` by their ids, or the one subject of `kind` with `slug` in its address."""

    subjects: tuple[str, ...] = ()
    kind: str = ""
    slug: str = ""


NOTHING = About()
NOBODY = UUID(int=0)
"""The id of no subject."""
AT = Given("at", DateTimeField())
"""The moment that a prepared query is asked about."""


@dataclass(frozen=True)
class Named:
    """The subject that an address names today. It has a page where a live edition names it, or where it is one."""

    kind: str
    uuid: UUID
    name: str
    slug: str
    person_kind: str = ""


def those_in(content: BriefingContent) -> About:
    """The people and topics that a briefing names."""
    people = [quote.person for quote in content.quotes if quote.person]
    ids = [one.id for one in (*people, *content.authors, *content.topics) if one.id]
    return About(subjects=tuple(dict.fromkeys(ids)))


def rows(at: datetime, about: About) -> list[Any]:
    """The rows of the site, of the footer's pages, and of what the page names or that was merged into. One query.

    Each has the columns of PublishedName, `text` (the site's identity) and `is_meant` (the page names it).
    """
    if about.slug:
        return _OF_A_SLUG.rows(at=at, kind=about.kind, slug=about.slug)
    if not about.subjects:
        return _AROUND.rows(at=at)
    most = _room_for(len(about.subjects))
    subjects = [*about.subjects, *[NOBODY] * (most - len(about.subjects))]
    return _of_subjects(most).rows(at=at, **{f"subject_{number}": subject for number, subject in enumerate(subjects)})


def _room_for(number: int) -> int:
    """`number`, rounded up to 8, 16, 32 …, so that a few prepared queries serve briefings that name any number."""
    return max(8, 1 << (number - 1).bit_length())


def _meant(meant: Q) -> QuerySet[PublishedName]:
    around = Q(kind=Subject.Kind.SITE) | Q(kind=Subject.Kind.PAGE, position__isnull=False)
    text = Case(When(kind=Subject.Kind.SITE, then=F("record__text__text")))
    is_meant = Case(When(meant, then=True), default=False, output_field=BooleanField())
    live = PublishedName.objects.live(AT).filter(around | meant)
    return live.values_list().annotate(text=text, is_meant=is_meant)


def _of_slug() -> QuerySet[PublishedName]:
    kind, slug = Given("kind", CharField()), Given("slug", CharField())
    had = _were_public(PublishedName.objects.gone_live(AT).filter(kind=kind, slug=slug), AT).values("subject_uuid")
    merged = PublishedName.objects.live(AT).filter(kind=kind, subject_uuid__in=had).values("merged_into")
    return _meant(Q(kind=kind) & (Q(subject_uuid__in=had) | Q(subject_uuid__in=merged)))


@cache
def _of_subjects(number: int) -> Prepared:
    subjects = [Given(f"subject_{place}", UUIDField()) for place in range(number)]

    def build() -> QuerySet[PublishedName]:
        merged = PublishedName.objects.live(AT).filter(subject_uuid__in=subjects).values("merged_into")
        return _meant(Q(subject_uuid__in=subjects) | Q(subject_uuid__in=merged))

    return Prepared(build)


_AROUND = Prepared(lambda: _meant(Q(pk__in=[])))
_OF_A_SLUG = Prepared(_of_slug)


def _were_public(names: QuerySet[PublishedName], at: Given) -> QuerySet[PublishedName]:
    """`names` without those that no reader saw, since nothing live named the subject then or it was private."""
    then = overlapping(through="edition__", other="record__", at=at)
    is_todays = Q(merged_into=None) & not_ended(at, through="record__")
    shown = is_todays | Q(kind=Subject.Kind.PAGE) | named_in_editions(at, then)
    return names.filter(shown, person_kind__in=("", *PUBLIC_KINDS))


def named_in_editions(at: datetime | Given, which: Q | None = None) -> Q:
    """The condition that an edition gone live by `at` names the subject, or one that was merged into it.

    `which` narrows the editions.
    """
    led = PublishedName.objects.gone_live(at).filter(merged_into=OuterRef(OuterRef("subject_uuid")))
    led = led.values("subject_uuid")
    condition = Q()
    for rows, field in ((PublishedTopic, "topic"), (PublishedQuote, "person"), (PublishedAuthor, "person")):
        itself = Q(**{field: OuterRef("subject_uuid")}) | Q(**{f"{field}__in": led})
        condition |= Q(Exists(rows.objects.gone_live(at).filter(which or Q(), itself)))
    return condition


def named(name_rows: Iterable[Any], about: About) -> Named | None:
    """The subject that the address names or leads to; None where there is none, or it is a private person."""
    if not about.slug:
        return None
    candidates = [row for row in name_rows if row.is_meant and row.name and row.merged_into is None]
    if not candidates or (candidates[0].person_kind and candidates[0].person_kind not in PUBLIC_KINDS):
        return None
    row = candidates[0]
    return Named(row.kind, row.subject_uuid, row.name, row.slug, row.person_kind)


def of_subject(kind: str, uuid: UUID, at: datetime) -> Named | None:
    """The public name of a subject, or of the one that it was merged into; None where there is none, or it is a private
    person. One query.
    """
    live = PublishedName.objects.live(at).filter(kind=kind)
    merged = live.filter(subject_uuid=uuid).values("merged_into")
    current_names = live.filter(Q(subject_uuid=uuid) | Q(subject_uuid__in=merged), merged_into=None)
    row = next((row for row in current_names if row.name), None)
    if row is None or (row.person_kind and row.person_kind not in PUBLIC_KINDS):
        return None
    return Named(row.kind, row.subject_uuid, row.name, row.slug, row.person_kind)


def paths(name_rows: Iterable[Any]) -> Paths:
    """The pages of the people and topics among the rows."""
    by_id = {row.subject_uuid: row for row in name_rows if row.slug}
    people, authors, topics = {}, {}, {}
    for uuid, row in by_id.items():
        today = by_id.get(row.merged_into) if row.merged_into else row
        if today is None:  # merged into somebody who has no public name
            continue
        if row.kind == Subject.Kind.TOPIC:
            topics[str(uuid)] = addresses.topic(today.slug)
        elif today.person_kind in PUBLIC_KINDS:
            people[str(uuid)], authors[str(uuid)] = addresses.person(today.slug), addresses.author(today.slug)
    return Paths(people=people, authors=authors, topics=topics)
