"""What goes out between two moments, of what somebody may know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.briefings.agenda_pictures import last_days
from briefings.content import FrontRecord
from briefings.content.public_values import record_from
from briefings.gate import TICK, Timeline
from briefings.models import Draft, Edition, PublicMoment, PublicRecord, PublishedSummary, Subject, User
from briefings.workflow.embargo import Originals

MOST = 300
"""Of each kind."""


@dataclass(frozen=True)
class Coming:
    """Something that goes out, or may, at `moment`; `what` says it in a few words, and `path` leads to it on the desk.

    `draft` is that of a scheduled edition, which can be moved or called off. `effect` says what it means for readers,
    `warning` what is wrong with it; each is a sentence, or "". What is of a whole day is over with it.
    """

    moment: datetime
    what: str
    name: str
    path: str
    language: str = ""
    draft: Draft | None = None
    effect: str = ""
    warning: str = ""
    is_of_the_day: bool = False


def of_days(user: User, first: date, *, days: int) -> list[Coming]:
    """What goes out from `first` on, so many days, the nearest first. Seven queries, and those of the user."""
    after = first + timedelta(days=days)
    start, end = _midnight(first), _midnight(after)
    drafts = policy.drafts(user, "read")
    found = [*_editions(drafts, start, end), *_embargoes(drafts, start, end), *_planned(drafts, start, end)]
    found += [
        Coming(one.moment, _("Last day of a picture"), one.name, one.path, effect=one.effect, is_of_the_day=True)
        for one in last_days(drafts, first, after, most=MOST)
    ]
    found += _places(start, end) if policy.may(user, "front") else ()
    return sorted(found, key=lambda one: (one.moment, one.name))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


def _begun_between(rows: QuerySet, start: datetime, end: datetime) -> QuerySet:
    """Those that begin from `start` on and before `end`: found by the index of public moments."""
    moments = PublicMoment.objects.filter(moment__gte=start, moment__lt=end).values("seq")
    return rows.filter(pk__in=moments).begun_after(start - TICK).gone_live(end - TICK).order_by("live_from")[:MOST]


def _editions(drafts: QuerySet[Draft], start: datetime, end: datetime) -> Iterator[Coming]:
    known = Edition.objects.filter(Exists(drafts.filter(briefing=OuterRef("briefing")))).select_related(
        "summary", "briefing__draft"
    )
    rows = list(_begun_between(known, start, end))
    coming = {row.pk for row in Timeline.of(rows, timezone.now()).scheduled}
    originals = Originals.of([row.briefing.draft for row in rows if row.pk in coming])
    for row in rows:
        draft = row.briefing.draft
        draft.briefing = row.briefing
        is_coming = row.pk in coming
        embargo = originals.binding(draft, row.live_from)
        yield Coming(
            row.live_from,
            _said_of(row, is_coming=is_coming),
            row.summary.headline or _("(erased by order)"),
            _writing_page(draft),
            language=row.summary.language,
            draft=draft if is_coming else None,
            warning=_("Goes out before its embargo ends.") if is_coming and embargo.holds(row) else "",
        )


def _said_of(edition: Edition, *, is_coming: bool) -> str:
    if edition.kind == Edition.Kind.FIRST:
        return _("Scheduled") if is_coming else _("Went out")
    values = {"kind": edition.get_kind_display()}
    return _("Scheduled: %(kind)s") % values if is_coming else _("Went out: %(kind)s") % values


def _embargoes(drafts: QuerySet[Draft], start: datetime, end: datetime) -> Iterator[Coming]:
    for draft in drafts.filter(embargo_until__gte=start, embargo_until__lt=end).order_by("embargo_until")[:MOST]:
        whom = {"whom": draft.embargo_source}
        what = _("Embargo ends, promised to %(whom)s") % whom if draft.embargo_source else _("Embargo ends")
        path = f"{_writing_page(draft)}#moments"
        yield Coming(draft.embargo_until, what, str(draft), path, language=draft.language)


def _planned(drafts: QuerySet[Draft], start: datetime, end: datetime) -> Iterator[Coming]:
    for draft in drafts.filter(planned_for__gte=start, planned_for__lt=end).order_by("planned_for")[:MOST]:
        path = f"{_writing_page(draft)}#moments"
        yield Coming(draft.planned_for, _("Planned"), str(draft), path, language=draft.language)


def _places(start: datetime, end: datetime) -> Iterator[Coming]:
    """Places on the front page that end by themselves."""
    front = PublicRecord.objects.without_successor().filter(subject__kind=Subject.Kind.FRONT).select_related("text")
    row = front.first()
    record = record_from(Subject.Kind.FRONT, row.text.text) if row else FrontRecord()
    ending = {
        UUID(place.briefing): datetime.fromisoformat(place.until)
        for place in record.places
        if place.until and start <= datetime.fromisoformat(place.until) < end
    }
    if not ending:
        return
    rows = PublishedSummary.objects.filter(briefing_uuid__in=ending)
    summaries = {row.briefing_uuid: row for row in (*rows.scheduled().listed(), *rows.live().listed())}
    for summary in summaries.values():
        yield Coming(
            ending[summary.briefing_uuid],
            _("Place on the front page ends"),
            summary.headline,
            reverse("admin:briefings_frontpage_changelist"),
            language=summary.language,
        )


def _writing_page(draft: Draft) -> str:
    return reverse("admin:briefings_draft_change", args=[draft.pk])
