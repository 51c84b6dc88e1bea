"""What an address of the list asks for, and a page of it: the rows in order, and where the pages beside it are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict

from briefings import policy
from briefings.admin.briefings import search
from briefings.admin.briefings.listing.filters import FILTERS, LONGEST, Asked, Picked, Unknown
from briefings.admin.briefings.listing.orders import DEFAULT, LONGEST_PLACE, Order, Place
from briefings.models import Draft, TopicUse, User

SIZE = 50
WORDS, SORT, BEHIND, BEFORE = "q", "sort", "after", "before"


@dataclass(frozen=True)
class Wanted:
    """What an address asks for. `values` are those of the filters, `picked` what they pick."""

    words: str = ""
    order: Order = DEFAULT
    values: dict[str, str] = field(default_factory=dict)
    picked: dict[str, Picked] = field(default_factory=dict)
    after: Place | None = None
    before: Place | None = None

    @classmethod
    def read(cls, query: QueryDict, *, user: User, at: datetime) -> "Wanted":
        """Raises Unknown or NotAPlace where the address asks for what no list has."""
        given = {name: query.get(name, "").strip() for name in query}
        given[WORDS] = given.get(WORDS, "").replace("\x00", "")
        asked = {name: value for name, value in given.items() if value}
        if asked.keys() - FILTERS.keys() - {WORDS, SORT, BEHIND, BEFORE}:
            raise Unknown(", ".join(asked))
        if any("\x00" in value or len(value) > _longest(name) for name, value in asked.items()):
            raise Unknown(", ".join(asked))
        order = Order.read(asked[SORT]) if SORT in asked else DEFAULT
        values = {name: asked[name] for name in FILTERS if name in asked}
        picked = {name: FILTERS[name].pick(Asked(user, at, value)) for name, value in values.items()}
        after, before = (
            Place.read(asked[name], kind=order.column.kind) if name in asked else None for name in (BEHIND, BEFORE)
        )
        return cls(asked.get(WORDS, ""), order, values, picked, after, before)

    def address(self, **changes: str) -> str:
        """The query of this list with other values; an empty one takes a filter off. Its first page, if not said."""
        order = "" if self.order == DEFAULT else str(self.order)
        values = {WORDS: self.words, **self.values, SORT: order} | changes
        return "?" + urlencode({name: value for name, value in values.items() if value})

    def sorted_by(self, name: str) -> str:
        """The query that puts the list in order by the column of that name; asked again, from its other end."""
        is_this = self.order.column.name == name
        column = Order.read(name).column
        is_descending = not self.order.is_descending if is_this else column.is_descending
        return self.address(**{SORT: str(Order(column, is_descending))})


def _longest(name: str) -> int:
    return LONGEST_PLACE if name in (BEHIND, BEFORE) else LONGEST


@dataclass(frozen=True)
class Page:
    drafts: Sequence[Draft]
    newer: str = ""
    further: str = ""


def page_of(wanted: Wanted, *, user: User, at: datetime, size: int = SIZE) -> Page:
    """A page. Its keys are found first, by narrow rows, and then its rows. Three queries; with words one more."""
    backwards = wanted.before is not None
    drafts = wanted.order.apply(_chosen(wanted, user), at, is_backwards=backwards)
    place = wanted.before or wanted.after
    if place:
        drafts = drafts.filter(wanted.order.beyond(place, is_backwards=backwards))
    found = dict(drafts.values_list("pk", "place")[: size + 1])
    more, keys = len(found) > size, list(found)[:size]
    if backwards:
        keys.reverse()
    if not keys:
        return Page([], newer=wanted.address() if place else "")
    has_newer, has_further = (more, True) if backwards else (place is not None, more)
    first, last = (Place(found[key], key) for key in (keys[0], keys[-1]))
    return Page(
        _rows(Draft.objects.all(), keys),
        newer=wanted.address(**{BEFORE: str(first)}) if has_newer else "",
        further=wanted.address(**{BEHIND: str(last)}) if has_further else "",
    )


def _chosen(wanted: Wanted, user: User) -> QuerySet[Draft]:
    drafts = search.find(policy.drafts(user, "read"), wanted.words)
    for picked in wanted.picked.values():
        drafts = drafts.filter(picked.condition)
    return drafts


def chosen_rows(keys: Iterable[int], *, user: User) -> list[Draft]:
    """The drafts with these keys that `user` may read, in the order of the keys."""
    return _rows(policy.drafts(user, "read"), list(keys))


def _rows(drafts: QuerySet[Draft], keys: Sequence[int]) -> list[Draft]:
    topics = TopicUse.objects.select_related("tag").order_by("ordering", "pk")
    topics = topics.only("content_object", "ordering", "tag__name", "tag__slug")
    found = (
        drafts.filter(pk__in=keys)
        .select_related("briefing", "listed", "owner", "saved_by")
        .prefetch_related(Prefetch("topic_uses", queryset=topics))
        .defer("lede", "dateline", "review_note", "submit_note", "scheduling_note")
        .in_bulk()
    )
    return [found[key] for key in keys if key in found]
