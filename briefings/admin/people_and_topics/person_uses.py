"""Everything on file that names a person: roles as they were held, drafts, and what readers have."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils import timezone

from briefings.admin.people_and_topics.alike import Group, alike_to, told_apart_from
from briefings.models import Byline, Draft, Person, PublishedAuthor, PublishedQuote, Quote, ToldApart
from briefings.outputs.overviews import RoleHeld
from briefings.public.person_overview import roles_held

MOST = 20
OF_ROLES = 200


@dataclass(frozen=True)
class PersonUses:
    """Lists hold the newest MOST and one more, where there are more. `quoted` and `written` count drafts."""

    roles: tuple[RoleHeld, ...]
    merged: list[Person]
    alike: Group
    apart: list[tuple[Person, ToldApart]]
    drafts: list[Draft]
    quoted: int
    written: int
    quotations: list[PublishedQuote]
    bylines: list[PublishedAuthor]
    most: int = MOST


def uses_of(person: Person) -> PersonUses:
    """Ten queries, however often the person is named."""
    now = timezone.now()
    merged = list(person.merged.order_by("name", "pk"))
    uuids = [person.uuid, *(one.uuid for one in merged)]
    # Looked up once for all drafts: asked of each draft, SQLite goes through all quotes of the person each time.
    quoted = Q(pk__in=Quote.objects.filter(person=person).values("parent"))
    signed = Q(pk__in=Byline.objects.filter(person=person).values("draft"))
    drafts = Draft.objects.filter(trashed_at=None)
    named = drafts.filter(quoted | signed).annotate(is_quoted=_truth(quoted), is_author=_truth(signed))
    return PersonUses(
        roles=_roles(uuids, now),
        merged=merged,
        alike=alike_to(person),
        apart=told_apart_from(person),
        drafts=list(named.order_by("-saved_at", "-pk")[: MOST + 1]),
        quoted=drafts.filter(quoted).count(),
        written=drafts.filter(signed).count(),
        quotations=_newest(PublishedQuote, uuids, now),
        bylines=_newest(PublishedAuthor, uuids, now),
    )


def _truth(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _newest(
    model: type[PublishedQuote] | type[PublishedAuthor], uuids: list, now: datetime
) -> list[PublishedQuote] | list[PublishedAuthor]:
    rows = (
        model.objects.live(now).filter(person__in=uuids).select_related("edition__summary", "edition__briefing__draft")
    )
    return list(rows.order_by("-first_published", "-briefing_uuid", "position")[: MOST + 1])


def _roles(uuids: list, now: datetime) -> tuple[RoleHeld, ...]:
    quoted = PublishedQuote.objects.live(now).filter(person__in=uuids).exclude(role="")
    rows = quoted.order_by("-first_published", "-briefing_uuid").values_list("said_on", "first_published", "role")
    return roles_held((day or timezone.localdate(first), role) for day, first, role in rows[:OF_ROLES])
