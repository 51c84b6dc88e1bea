"""What the list of quotations is narrowed to, and what it can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from briefings.content.name_order import filed
from briefings.outputs import wording
from briefings.outputs.facts import Link


class Chosen(Protocol):
    """A person or a topic by the name and the slug of today."""

    name: str
    slug: str


@dataclass(frozen=True, kw_only=True)
class QuotationChoices:
    """The people and topics to choose from, by name, and the months, newest first. `person` and `topic` are the slugs
    of those that were chosen, or ""; a month is its first day.
    """

    people: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    months: tuple[date, ...] = ()
    person: str = ""
    topic: str = ""
    month: date | None = None
    chosen: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        people: Iterable[Link],
        topics: Iterable[Link],
        *,
        person: Chosen | None,
        topic: Chosen | None,
        month: date | None,
        months: Iterable[date] = (),
    ) -> Self:
        """`people` and `topics` are those of the page, `months` all there are; whatever is chosen stands among them."""
        return cls(
            people=_by_name(people, person),
            topics=_by_name(topics, topic),
            months=tuple(sorted({*months, *([month] if month else [])}, reverse=True)),
            person=person.slug if person else "",
            topic=topic.slug if topic else "",
            month=month,
            chosen=tuple(one.name for one in (person, topic) if one),
        )

    @property
    def narrowed_to(self) -> tuple[str, ...]:
        """In words: who, on what, from when."""
        return (*self.chosen, wording.month(self.month)) if self.month else self.chosen


def _by_name(links: Iterable[Link], chosen: Chosen | None) -> tuple[Link, ...]:
    by_slug = {link.slug: link for link in links}
    if chosen:
        by_slug.setdefault(chosen.slug, Link(name=chosen.name, path="", slug=chosen.slug))
    return tuple(sorted(by_slug.values(), key=lambda link: (filed(link.name).sort_key, link.name)))
