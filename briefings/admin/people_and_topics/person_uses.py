"""Everything on file that names a person: roles as they were held, drafts, and what readers have."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, ExpressionWrapper, F, Q, Window
from django.db.models.functions import Coalesce, Lag, Lead, TruncDate
from django.utils import timezone

from briefings.admin.people_and_topics.alike import Group, alike_to, told_apart_from
from briefings.models import Byline, Draft, Person, PublishedAuthor, PublishedQuote, Quote, ToldApart
from briefings.outputs.overviews import RoleHeld
from briefings.public.person_overview import roles_held

MOST = 20
MOST_ROLES = 100
FURTHEST = 10_000
"""Page to which one can go on among what readers have: no number in an address asks for more."""


@dataclass(frozen=True)
class PersonUses:
    """Lists hold MOST: of drafts the newest, of what readers have those of the `page`; and one more, where there are
    more. `quoted` and `written` count drafts.
    """

    roles: tuple[RoleHeld, ...]
    """MOST_ROLES at most, the newest first."""
    are_more_roles: bool
    merged: list[Person]
    alike: Group
    apart: list[tuple[Person, ToldApart]]
    drafts: list[Draft]
    quoted: int
    written: int
    quotations: list[PublishedQuote]
    bylines: list[PublishedAuthor]
    page: int
    most: int = MOST

    @property
    def is_last_page(self) -> bool:
        return max(len(self.quotations), len(self.bylines)) <= MOST


def uses_of(person: Person, *, page: int = 1) -> PersonUses:
    """Ten queries, however often the person is named."""
    page = min(max(page, 1), FURTHEST)
    now = timezone.now()
    merged = list(person.merged.order_by("name", "pk"))
    uuids = [person.uuid, *(one.uuid for one in merged)]
    # Looked up once for all drafts: asked of each draft, SQLite goes through all quotes of the person each time.
    quoted = Q(pk__in=Quote.objects.filter(person=person).values("parent"))
    signed = Q(pk__in=Byline.objects.filter(person=person).values("draft"))
    drafts = Draft.objects.filter(trashed_at=None)
    roles = _roles(uuids, now)
    named = drafts.filter(quoted | signed).annotate(is_quoted=_truth(quoted), is_author=_truth(signed))
    return PersonUses(
        roles=roles[:MOST_ROLES],
        are_more_roles=len(roles) > MOST_ROLES,
        merged=merged,
        alike=alike_to(person),
        apart=told_apart_from(person),
        drafts=list(named.order_by("-saved_at", "-pk")[: MOST + 1]),
        quoted=drafts.filter(quoted).count(),
        written=drafts.filter(signed).count(),
        quotations=_newest(PublishedQuote, uuids, now, page=page),
        bylines=_newest(PublishedAuthor, uuids, now, page=page),
        page=page,
    )


def _truth(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _newest(
    model: type[PublishedQuote] | type[PublishedAuthor], uuids: list, now: datetime, *, page: int
) -> list[PublishedQuote] | list[PublishedAuthor]:
    rows = (
        model.objects.live(now).filter(person__in=uuids).select_related("edition__summary", "edition__briefing__draft")
    )
    return list(rows.order_by("-first_published", "-briefing_uuid", "position")[MOST * (page - 1) : MOST * page + 1])


def _roles(uuids: list, now: datetime) -> tuple[RoleHeld, ...]:
    """Each time that a role was held. Only the first and the last quotation of each leave the database."""
    quoted = PublishedQuote.objects.live(now).filter(person__in=uuids).exclude(role="")
    quoted = quoted.annotate(day=Coalesce("said_on", TruncDate("first_published")))
    order = ("day", "role", "pk")
    ends = quoted.annotate(before=Window(Lag("role"), order_by=order), after=Window(Lead("role"), order_by=order))
    ends = ends.filter(~Q(before=F("role"), after=F("role")) | Q(before=None) | Q(after=None))
    return roles_held(ends.order_by(*order).values_list("day", "role"))
