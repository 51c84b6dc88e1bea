"""What is not known yet in some briefings."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from briefings.outputs.overviews import OpenQuestion
from briefings.public import addresses
from faq.models import PublishedQuestion


class Asking(Protocol):
    """What is told of the briefing that a question is open in."""

    @property
    def headline(self) -> str: ...
    @property
    def slug(self) -> str | None: ...
    @property
    def language(self) -> str: ...


def open_in(editions: Mapping[int, Asking], at: datetime, *, most: int) -> tuple[OpenQuestion, ...]:
    """The questions that are open in these live editions (by `seq`), in their order, at most so many. One query."""
    asked = PublishedQuestion.objects.live(at).filter(edition__in=list(editions), is_open=True).order_by()
    place = {edition: number for number, edition in enumerate(editions)}
    found = sorted(asked.values_list("edition", "position", "key", "question"), key=lambda row: (place[row[0]], row[1]))
    return tuple(
        OpenQuestion(
            question=question,
            path=f"{addresses.briefing(editions[edition].slug or '')}#{key}",
            headline=editions[edition].headline,
            language=editions[edition].language,
        )
        for edition, _position, key, question in found[:most]
    )
