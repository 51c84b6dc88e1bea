"""Public names at a moment: who and what has a page, under which address, and where a former address leads."""

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
    """What a page names: `subjects` by their ids, or one thing of `kind` by the `slug` in its address."""

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
    """What an address names today. Whether it has a page is for the live editions to say, unless it is a page."""

    kind: str
    uuid: UUID
    name: str
    slug: str
    person_kind: str = ""


def those_in(content: BriefingContent) -> About:
    """Everybody and everything that a briefing names."""
    people = [quote.person for quote in content.quotes if quote.person]
    ids = [one.id for one in (*people, *content.authors, *content.topics) if one.id]
    return About(subjects=tuple(dict.fromkeys(ids)))


def rows(at: datetime, about: About) -> list[Any]:
    """The site, the footer's pages, and what the page names, with whatever that was merged into. One query.

    Each has the columns of PublishedName, `text` (the site's identity) and `is_meant` (it is what the page names).
    """
    if about.slug:
        return _OF_A_SLUG.rows(at=at, kind=about.kind, slug=about.slug)
    if not about.subjects:
        return _AROUND.rows(at=at)
    most = _room_for(len(about.subjects))
    subjects = [*about.subjects, *[NOBODY] * (most - len(about.subjects))]
    return _of_subjects(most).rows(at=at, **{f"subject_{number}": subject for number, subject in enumerate(subjects)})


def _room_for(number: int) -> int:
    """The next of 8, 16, 32 …, so that a few queries do for briefings that name many and few."""
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
    """Without the names that stood while no reader knew of them: nothing live named the subject, or it was private."""
    then = overlapping(through="edition__", other="record__", at=at)
    is_todays = Q(merged_into=None) & not_ended(at, through="record__")
    shown = is_todays | Q(kind=Subject.Kind.PAGE) | named_in_editions(at, then)
    return names.filter(shown, person_kind__in=("", *PUBLIC_KINDS))


def named_in_editions(at: datetime | Given, which: Q | None = None) -> Q:
    """Names of subjects that an edition gone live by `at` names (one of those `which` says), by themselves or by one
    that was merged into them."""
    led = PublishedName.objects.gone_live(at).filter(merged_into=OuterRef(OuterRef("subject_uuid")))
    led = led.values("subject_uuid")
    found = Q()
    for rows, field in ((PublishedTopic, "topic"), (PublishedQuote, "person"), (PublishedAuthor, "person")):
        itself = Q(**{field: OuterRef("subject_uuid")}) | Q(**{f"{field}__in": led})
        found |= Q(Exists(rows.objects.gone_live(at).filter(which or Q(), itself)))
    return found


def named(found: Iterable[Any], about: About) -> Named | None:
    """What the address names, or leads to; None where that is nothing, or somebody private."""
    if not about.slug:
        return None
    there = [row for row in found if row.is_meant and row.name and row.merged_into is None]
    if not there or (there[0].person_kind and there[0].person_kind not in PUBLIC_KINDS):
        return None
    row = there[0]
    return Named(row.kind, row.subject_uuid, row.name, row.slug, row.person_kind)


def of_subject(kind: str, uuid: UUID, at: datetime) -> Named | None:
    """What stands about a subject, or about the one that it leads to; None where that is nothing, or somebody private.
    One query."""
    live = PublishedName.objects.live(at).filter(kind=kind)
    merged = live.filter(subject_uuid=uuid).values("merged_into")
    found = live.filter(Q(subject_uuid=uuid) | Q(subject_uuid__in=merged), merged_into=None)
    row = next((row for row in found if row.name), None)
    if row is None or (row.person_kind and row.person_kind not in PUBLIC_KINDS):
        return None
    return Named(row.kind, row.subject_uuid, row.name, row.slug, row.person_kind)


def paths(found: Iterable[Any]) -> Paths:
    """Where the people and topics among the rows have their pages."""
    by_id = {row.subject_uuid: row for row in found if row.slug}
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
