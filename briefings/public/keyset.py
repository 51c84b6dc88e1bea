"""Pages of a list by their place in its order: what is published meanwhile moves nothing from one page to another.

A cursor is a place, not a row: the moment and the briefing's uuid that a row there would have. So its address tells of
nothing but what stands on the page that links to it, and goes on to lead to the same place when that row is gone.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from briefings.gate import BEGINNING, ReadRowQuerySet

_CURSOR = re.compile(r"(\d{8}T\d{6}\.\d{6})Z-([0-9a-f]{32})(?:-(0|[1-9]\d{0,8}))?", re.ASCII)
_MOMENT = "%Y%m%dT%H%M%S.%f"
_LAST_UUID = (1 << 128) - 1


class NotACursor(ValueError):
    """Raised for a text that is no cursor of the list."""


class Cursor(NamedTuple):
    """A place in a list: moment (aware), uuid of the briefing, and the position within it where the list has one."""

    moment: datetime
    uuid: UUID
    position: int | None = None

    @classmethod
    def read(cls, text: str, *, order: "Order") -> Self:
        """The cursor that `text` spells, such as `20401101T093000.000000Z-` and 32 hexadecimal digits.

        Raises NotACursor for any other text: each place has one spelling.
        """
        match = _CURSOR.fullmatch(text)
        if match is None or (match[3] is not None) != order.has_position:
            raise NotACursor(text)
        try:
            moment = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
        except ValueError as error:
            raise NotACursor(text) from error
        return cls(moment, UUID(match[2]), None if match[3] is None else int(match[3]))

    def __str__(self) -> str:
        moment = self.moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
        position = "" if self.position is None else f"-{self.position}"
        return f"{moment.replace('-', '').replace(':', '')}Z-{self.uuid.hex}{position}"

    def just_before(self) -> Self:
        """The place before this one, where no row can stand between the two: what is behind it begins with this one."""
        return self._replace(uuid=UUID(int=min(self.uuid.int + 1, _LAST_UUID)))


@dataclass(frozen=True)
class Order:
    """Newest first by the column `by`, then by briefing, and within one by `position` where there is such a column."""

    by: str = "first_published"
    has_position: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.by, "briefing_uuid", *(["position"] if self.has_position else []))

    @property
    def newest_first(self) -> tuple[str, ...]:
        return (f"-{self.by}", "-briefing_uuid", *(["position"] if self.has_position else []))

    @property
    def oldest_first(self) -> tuple[str, ...]:
        return (self.by, "briefing_uuid", *(["-position"] if self.has_position else []))


FIRST_PUBLISHED = Order()
MOVED = Order(by="updated")
QUOTED = Order(has_position=True)
BEGUN = Order(by=BEGINNING)
QUESTIONS = Order(by="moved", has_position=True)


@dataclass(frozen=True)
class Place:
    """From where a page goes: what is older than `before`, what is newer than `after`, or the first page."""

    before: Cursor | None = None
    after: Cursor | None = None

    @property
    def query(self) -> str:
        """The query of the page's address; "" for the first page."""
        if self.before:
            return f"?before={self.before}"
        return f"?after={self.after}" if self.after else ""


FIRST_PAGE = Place()


class Key(NamedTuple):
    """A row (its primary key), its place, and the values of the columns that were asked for beside it."""

    row: int
    cursor: Cursor
    values: Sequence[Any]


def newest_first(keys: Iterable[Key]) -> list[Key]:
    return sorted(keys, key=lambda key: (*key.cursor[:2], -(key.cursor.position or 0)), reverse=True)


@dataclass(frozen=True)
class Cut:
    """The keys of a page, newest first, and where the pages beside it are, if there are any; `beyond` are keys that
    were looked at behind those of a first page.
    """

    keys: Sequence[Key] = ()
    newer: Place | None = None
    older: Place | None = None
    beyond: Sequence[Key] = ()

    @property
    def rows(self) -> list[int]:
        return [key.row for key in self.keys]


def cut(
    rows: Iterable[ReadRowQuerySet],
    place: Place,
    *,
    order: Order,
    size: int,
    column: str = "edition",
    columns: Sequence[str] = (),
    on_first_page: Callable[[], Iterable[int]] | None = None,
    beyond: int = 0,
) -> Cut:
    """The page at `place` of the lists `rows`, which are merged; `column` is their primary key, and `columns` are those
    whose values the keys bring. `beyond` are so many keys behind the page as are wanted of its list, on the first page.

    One query on the first page, two on one before a place, three on one after a place, however many lists.
    `on_first_page` gives the rows of a first page that is in another order; without it, that is the first `size` in
    this one.
    """
    lists = list(rows)
    if place.after:
        found = newer_keys(lists, place.after, order=order, limit=size + 1, column=column, columns=columns)
        keys, has_more = found[-size:], len(found) > size
        is_last = not keys or not older_keys(lists, keys[-1].cursor, order=order, limit=1, column=column)
    else:
        limit = size + 1 + (beyond if place == FIRST_PAGE else 0)
        found = older_keys(lists, place.before, order=order, limit=limit, column=column, columns=columns)
        keys, is_last = found[:size], len(found) <= size
        if place == FIRST_PAGE or not keys:
            return Cut(keys, None, None if is_last else Place(before=keys[-1].cursor), beyond=found[size:])
        has_more = True
    ahead = newer_keys(lists, keys[0].cursor, order=order, limit=size + 1, column=column) if has_more else []
    is_second = len(ahead) <= size and (on_first_page is None or {key.row for key in ahead} <= set(on_first_page()))
    newer = FIRST_PAGE if is_second else Place(after=keys[0].cursor)
    return Cut(keys, newer, None if is_last else Place(before=keys[-1].cursor))


def older_keys(
    rows: Iterable[ReadRowQuerySet],
    cursor: Cursor | None,
    *,
    order: Order,
    limit: int,
    column: str = "edition",
    columns: Sequence[str] = (),
) -> list[Key]:
    """At most `limit` keys behind `cursor` (from the beginning, where it is None), newest first."""
    behind = (some.older_than(*cursor, by=order.by) if cursor else some for some in rows)
    in_order = (some.order_by(*order.newest_first) for some in behind)
    return _keys(in_order, order=order, limit=limit, column=column, columns=columns)[:limit]


def newer_keys(
    rows: Iterable[ReadRowQuerySet],
    cursor: Cursor,
    *,
    order: Order,
    limit: int,
    column: str = "edition",
    columns: Sequence[str] = (),
) -> list[Key]:
    """At most `limit` keys before `cursor`, those next to it; newest first."""
    ahead = (some.newer_than(*cursor, by=order.by).order_by(*order.oldest_first) for some in rows)
    return _keys(ahead, order=order, limit=limit, column=column, columns=columns)[-limit:]


def _keys(
    rows: Iterable[ReadRowQuerySet], *, order: Order, limit: int, column: str, columns: Sequence[str]
) -> list[Key]:
    """The first `limit` of each list, all of them newest first; what stands in several is there once. One query."""
    asked = tuple(dict.fromkeys((*order.columns, *columns)))
    place = len(order.columns)
    wanted = [asked.index(name) for name in columns]
    found = {
        row: Key(row, Cursor(*values[:place]), [values[index] for index in wanted])
        for row, *values in together([some[:limit] for some in rows], column, *asked)
    }
    return newest_first(found.values())


def together(lists: Sequence[ReadRowQuerySet], *columns: str) -> ReadRowQuerySet:
    """The columns of the rows of all of these lists, each cut and in an order of its own, as its index finds them. They
    come in no order. (Not every database takes a UNION of lists that are cut, so each is looked up by its keys.)
    """
    if len(lists) == 1:
        return lists[0].values_list(*columns)
    first, *others = (
        some.model.objects.filter(pk__in=some.values("pk")).order_by().values_list(*columns) for some in lists
    )
    return first.union(*others, all=True)
