"""The filters of the list, each with its words in the address, and the choices that a form offers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.briefings.known_names import known
from briefings.admin.briefings.languages import name_or_code, one_of_each_language
from briefings.models import Byline, Draft, ListedDraft, Person, Quote, Topic, TopicUse, User
from briefings.models.embargoed_drafts import under_embargo
from briefings.models.listed_drafts import changed_at

MINE = "me"
ON = "on"
LONGEST = 200
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)


class Unknown(ValueError):
    """Raised for a value that a filter does not know."""


@dataclass(frozen=True)
class Asked:
    """What a filter reads: whose list it is, at which moment, and the value in the address."""

    user: User
    at: datetime
    value: str


@dataclass(frozen=True)
class Picked:
    """The condition on drafts, and the words that say so."""

    condition: Q
    words: str


@dataclass(frozen=True)
class Filter:
    name: str
    label: Any
    pick: Callable[[Asked], Picked]


def _owner(asked: Asked) -> Picked:
    if asked.value == MINE:
        return Picked(Q(owner=asked.user), _("mine"))
    owner = owners(asked.user).filter(username=asked.value).first()
    if owner is None:
        raise Unknown(asked.value)
    return Picked(Q(owner=owner), str(owner))


def _state(asked: Asked) -> Picked:
    if asked.value not in Draft.State.values:
        raise Unknown(asked.value)
    return Picked(Q(state=asked.value), str(Draft.State(asked.value).label))


def _readers(asked: Asked) -> Picked:
    has, at = ListedDraft.Readers, asked.at
    coming = Q(listed__scheduled_for__gt=at)
    live = Q(listed__scheduled_for__lte=at) | Q(listed__readers=has.LIVE)
    conditions = {
        "nothing": Q(listed__readers=has.NOTHING, listed__scheduled_for=None),
        "scheduled": coming,
        "live": live,
        "changed": changed_at(at),
        "alone": Q(listed__alone__isnull=False) & (coming | live),
        **{one: Q(listed__readers=one) & ~live for one in (has.WITHDRAWN, has.REMOVED, has.MERGED)},
    }
    if asked.value not in conditions:
        raise Unknown(asked.value)
    return Picked(conditions[asked.value], str(dict(READERS)[asked.value]))


def _topic(asked: Asked) -> Picked:
    meant = Topic.objects.filter(Q(slug=asked.value) | Q(name__iexact=asked.value)).order_by("pk")
    if not (topics := known(meant, asked.user)):
        raise Unknown(asked.value)
    topic = topics[0].merged_into or topics[0]
    return Picked(Q(pk__in=TopicUse.objects.filter(tag=topic).values("content_object")), topic.name)


def _author(asked: Asked) -> Picked:
    people = _people(asked)
    return Picked(Q(pk__in=Byline.objects.filter(person__in=people).values("draft")), people[0].name)


def _quoted(asked: Asked) -> Picked:
    people = _people(asked)
    return Picked(Q(pk__in=Quote.objects.filter(person__in=people).values("parent")), people[0].name)


def _people(asked: Asked) -> list[Person]:
    """Whoever has this uuid or this name: two may have one name."""
    try:
        meant = Q(uuid=UUID(asked.value))
    except ValueError:
        meant = Q(name__iexact=asked.value)
    people = known(Person.objects.filter(meant).order_by("pk"), asked.user)
    if not people:
        raise Unknown(asked.value)
    return list(dict.fromkeys(person.merged_into or person for person in people))


def _language(asked: Asked) -> Picked:
    if not _LANGUAGE.fullmatch(asked.value):
        raise Unknown(asked.value)
    return Picked(Q(language=asked.value), name_or_code(asked.value))


def _week(asked: Asked) -> Picked:
    """What was first published in the week, or is scheduled or planned for it."""
    start, end = week_bounds(asked.value)
    within = (start, end - timedelta(microseconds=1))
    first, coming = Q(listed__published__range=within), Q(listed__scheduled_for__range=within)
    return Picked(first | coming | Q(planned_for__range=within), asked.value)


def _embargo(asked: Asked) -> Picked:
    if asked.value != ON:
        raise Unknown(asked.value)
    return Picked(Q(pk__in=under_embargo(asked.at)), str(EMBARGO[0][1]))


def _comments(asked: Asked) -> Picked:
    """What has a comment for whoever asks, and for nobody else: what is said to others is theirs to look up."""
    if asked.value != MINE:
        raise Unknown(asked.value)
    mine = policy.open_comments_for(asked.user).order_by().values("briefing")
    return Picked(Q(briefing__in=mine), str(COMMENTS[0][1]))


def week_of(day: date) -> str:
    """As in “2026-W48”."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


def week_bounds(text: str) -> tuple[datetime, datetime]:
    """When a week such as “2026-W48” begins and ends in the newsroom's zone. Raises Unknown for any other text."""
    match = _WEEK.fullmatch(text)
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
        ends = monday + timedelta(days=7) if monday else None
    except (ValueError, OverflowError):
        monday = ends = None
    if monday is None or ends is None or not 1900 < monday.year < 9000:
        raise Unknown(text)
    zone = timezone.get_current_timezone()
    return datetime.combine(monday, time(), zone), datetime.combine(ends, time(), zone)


READERS = (
    ("nothing", gettext_lazy("nothing yet")),
    ("scheduled", gettext_lazy("something scheduled")),
    ("live", gettext_lazy("live")),
    ("changed", gettext_lazy("changes that they do not have")),
    ("alone", gettext_lazy("published alone, nobody else has looked")),
    ("withdrawn", gettext_lazy("withdrawn")),
    ("removed", gettext_lazy("removed")),
    ("merged", gettext_lazy("merged")),
)
EMBARGO = ((ON, gettext_lazy("not over yet")),)
COMMENTS = ((MINE, gettext_lazy("open, for me")),)
FILTERS = {
    one.name: one
    for one in (
        Filter("owner", gettext_lazy("Owner"), _owner),
        Filter("state", gettext_lazy("State"), _state),
        Filter("readers", gettext_lazy("Readers have"), _readers),
        Filter("topic", gettext_lazy("Topic"), _topic),
        Filter("author", gettext_lazy("Author"), _author),
        Filter("quoted", gettext_lazy("Quoted"), _quoted),
        Filter("language", gettext_lazy("Language"), _language),
        Filter("week", gettext_lazy("Week"), _week),
        Filter("embargo", gettext_lazy("Embargo"), _embargo),
        Filter("comments", gettext_lazy("Comments"), _comments),
    )
}


def owners(user: User) -> QuerySet[User]:
    """Whose drafts there are that `user` may read; a writer has their own alone."""
    if not policy.may_to_all(user, "read"):
        return User.objects.filter(pk=user.pk)
    return User.objects.filter(Exists(Draft.objects.filter(owner=OuterRef("pk"), trashed_at=None))).order_by("username")


def languages(user: User) -> list[str]:
    """The languages in use in what `user` may read: of all drafts found from one to the next."""
    drafts = policy.drafts(user, "read").order_by()
    if policy.may_to_all(user, "read"):
        drafts = drafts.filter(pk__in=one_of_each_language())
    return sorted(drafts.values_list("language", flat=True).distinct())


def topic_of(words: str, user: User) -> Topic | None:
    """The topic on file of that very name, whatever its capitals, if `user` may know it."""
    topic = next(iter(known(Topic.objects.filter(name__iexact=words, trashed_at=None).order_by("pk"), user)), None)
    return topic and (topic.merged_into or topic)
