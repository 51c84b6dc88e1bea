"""Whom and what the briefings are about: people, topics and pictures that many of them share."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from random import Random
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from briefings.content import ImageName, PersonName, TopicName
from briefings.content.slugs import ascii_slug
from briefings.demo.load.prose import WORDLISTS

One = TypeVar("One")
_NAMES = json.loads((WORDLISTS / "names.json").read_text(encoding="utf-8"))
_KINDS = {16: "body", 17: "document", 18: "private", 19: "unnamed"}  # of every twenty; the rest are public figures


def made_uuid(name: str) -> UUID:
    """The id that whatever is made under that name has on every site."""
    return uuid5(NAMESPACE_URL, f"make_briefings:{name}")


@dataclass(frozen=True)
class Cast:
    """People and topics, each used half as often as the one of half its place: the first is in a great many briefings.

    `authors` are people of their own.
    """

    people: tuple[PersonName, ...]
    authors: tuple[PersonName, ...]
    topics: tuple[TopicName, ...]
    pictures: tuple[ImageName, ...] = ()

    def some(self, kind: str, rng: Random, *, most: int) -> list:
        """At most so many of `people`, `authors`, `topics` or `pictures`, none twice."""
        those = getattr(self, kind)
        chosen = rng.choices(those, cum_weights=self._weights[kind], k=most) if those else []
        return list(dict.fromkeys(chosen))

    @cached_property
    def _weights(self) -> dict[str, list[float]]:
        kinds = ("people", "authors", "topics", "pictures")
        return {kind: list(accumulate(1 / place for place in range(1, len(getattr(self, kind)) + 1))) for kind in kinds}

    @property
    def most_used(self) -> "Cast":
        """The cast of a briefing that names nothing new."""
        return Cast(self.people[:1], self.authors[:1], self.topics[:1], self.pictures[:1])


def cast_for(briefings: int, *, pictures: Sequence[ImageName]) -> Cast:
    """As many people and topics as suit a site with that many briefings: at 20,000 these are 2,000 and 300."""
    return Cast(
        people=tuple(_person(number) for number in range(min(2000, 10 + briefings // 10))),
        authors=tuple(_author(number) for number in range(min(60, 4 + briefings // 50))),
        topics=tuple(_topic(number) for number in range(min(300, 6 + briefings // 50))),
        pictures=tuple(pictures),
    )


def _full_name(number: int) -> str:
    first, last = _NAMES["first"], _NAMES["last"]
    row, column = divmod(number, len(first))
    return f"{first[column]} {last[(row + column) % len(last)]}"


def _person(number: int) -> PersonName:
    kind = _KINDS.get(number % 20, "public")
    name = _full_name(number)
    if kind in ("body", "document"):
        place, body = _NAMES["places"], _NAMES["bodies"]
        turn, column = divmod(number // 20, len(place))
        name = f"{place[column]} {body[turn % len(body)]}" + (" Charter" if kind == "document" else "")
    return PersonName(id=str(made_uuid(f"person {number}")), name=name, kind=kind)


def _author(number: int) -> PersonName:
    name = _full_name(len(_NAMES["first"]) * len(_NAMES["last"]) - 1 - number)
    return PersonName(id=str(made_uuid(f"author {number}")), name=name, kind="public")


def _topic(number: int) -> TopicName:
    turn, column = divmod(number, len(_NAMES["topics"]))
    name = f"{_NAMES['topics'][column]} {_NAMES['matters'][turn]}"
    return TopicName(id=str(made_uuid(f"topic {number}")), name=name, slug=ascii_slug(name, otherwise="topic"))
