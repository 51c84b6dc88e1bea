"""The orders of the list. A page goes on from a place in its order: what is saved meanwhile moves nothing about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from briefings.models import Draft, ListedDraft

LONGEST_PLACE = 400
_MOST = 2**63 - 1


class NotAPlace(ValueError):
    """Raised for a text that is no place in the order."""


@dataclass(frozen=True)
class Column:
    """What a list can be put in order by: `value` gives the expression at a moment, of the `kind` moment, number or
    words. What has none comes last, and the newest first of what is alike.
    """

    name: str
    label: Any
    value: Callable[[datetime], Any]
    kind: type
    is_descending: bool = False
    """Whether it begins with the last, where nothing else is asked for."""
    is_of_listed: bool = False
    """Whether it is a column of the rows beside the drafts, each with an index."""
    is_always_there: bool = False
    """Whether every draft has one, so that the order can be that of an index as it stands."""


def _readers(at: datetime) -> Case:
    has = ListedDraft.Readers
    live, ends = 2, (has.WITHDRAWN, has.REMOVED, has.MERGED)
    return Case(
        When(listed__scheduled_for__lte=at, then=Value(live)),
        When(listed__readers=has.NOTHING, listed__scheduled_for__gt=at, then=Value(1)),
        When(listed__readers=has.NOTHING, then=Value(0)),
        *(When(listed__readers=one, then=Value(n)) for n, one in enumerate(ends, start=live + 1)),
        default=Value(live),
        output_field=IntegerField(),
    )


def _state(_at: datetime) -> Case:
    state = Draft.State
    order = (state.IN_REVIEW, state.CHANGES_REQUESTED, state.APPROVED)
    return Case(*(When(state=one, then=Value(n)) for n, one in enumerate(order)), default=Value(len(order)))


def _first_published(_at: datetime) -> F:
    return F("listed__published")


def next_moment(at: datetime) -> Case:
    """The moment for which a draft is scheduled, else that for which it is planned, if it is to come."""
    return Case(
        When(listed__scheduled_for__gt=at, then=F("listed__scheduled_for")),
        When(planned_for__gt=at, then=F("planned_for")),
    )


COLUMNS = {
    column.name: column
    for column in (
        Column(
            "headline",
            _("Headline"),
            lambda at: F("listed__headline_key"),
            str,
            is_of_listed=True,
            is_always_there=True,
        ),
        Column("readers", _("Readers have"), _readers, int, is_always_there=True),
        Column("state", _("State"), _state, int, is_always_there=True),
        Column("topics", _("Topics"), lambda at: F("listed__topics_key"), str, is_of_listed=True, is_always_there=True),
        Column("owner", _("Owner"), lambda at: F("owner__username"), str),
        Column(
            "published",
            _("First published"),
            lambda at: F("listed__published"),
            datetime,
            is_descending=True,
            is_of_listed=True,
        ),
        Column("next", _("Next moment"), next_moment, datetime),
        Column("saved", _("Saved"), lambda at: F("saved_at"), datetime, is_descending=True, is_always_there=True),
    )
}


@dataclass(frozen=True)
class Order:
    """A column, and from which end. In an address: its name, after a hyphen where the last come first."""

    column: Column
    is_descending: bool

    @classmethod
    def read(cls, text: str) -> "Order":
        """Raises NotAPlace for any other text."""
        column = COLUMNS.get(text.removeprefix("-"))
        if column is None:
            raise NotAPlace(text)
        return cls(column, text.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.column.name}" if self.is_descending else self.column.name

    def apply(self, drafts: QuerySet[Draft], at: datetime, *, is_backwards: bool = False) -> QuerySet[Draft]:
        if self.column.is_of_listed:
            drafts = drafts.filter(listed__isnull=False)  # else the database begins with the drafts, and sorts them all
        value = F("place")
        down = self.is_descending != is_backwards
        last = {} if self.column.is_always_there else {"nulls_first" if is_backwards else "nulls_last": True}
        ordered = value.desc(**last) if down else value.asc(**last)
        return drafts.annotate(place=self.column.value(at)).order_by(ordered, "pk" if is_backwards else "-pk")

    def beyond(self, place: "Place", *, is_backwards: bool = False) -> Q:
        """What comes behind `place`; before it, where the list is read backwards."""
        ties = Q(place=place.value) if place.value is not None else Q(place__isnull=True)
        ties &= Q(pk__gt=place.draft) if is_backwards else Q(pk__lt=place.draft)
        if place.value is None:
            return ties | Q(place__isnull=False) if is_backwards else ties
        way = "lt" if self.is_descending != is_backwards else "gt"
        further = Q(**{f"place__{way}": place.value}) | ties
        return further if is_backwards else further | Q(place__isnull=True)


DEFAULT = Order(COLUMNS["saved"], is_descending=True)


@dataclass(frozen=True)
class Place:
    """A place in an order: the value that a row there has, or none, and the key of its draft."""

    value: Any
    draft: int

    def __str__(self) -> str:
        if self.value is None:
            return str(self.draft)
        words = self.value.isoformat() if isinstance(self.value, datetime) else str(self.value)
        return f"{self.draft}.{words}"

    @classmethod
    def read(cls, text: str, *, kind: type) -> "Place":
        """Raises NotAPlace for what spells none."""
        number, point, words = text.partition(".")
        if not (number.isascii() and number.isdigit() and int(number) <= _MOST) or len(text) > LONGEST_PLACE:
            raise NotAPlace(text)
        return cls(_value(words, kind) if point else None, int(number))


def _value(words: str, kind: type) -> Any:
    if kind is str:
        return words
    if kind is int:
        if not (words.isascii() and words.isdigit() and len(words) < 3):
            raise NotAPlace(words)
        return int(words)
    try:
        moment = parse_datetime(words)
    except ValueError as error:
        raise NotAPlace(words) from error
    if moment is None or moment.tzinfo is None:
        raise NotAPlace(words)
    return moment
