"""Where a topic stands: its newest briefing, what is not known yet, and who speaks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from briefings.outputs.facts import ListEntry
from briefings.outputs.overviews import OpenQuestion, TopicOverview
from briefings.public import keyset, lists, names, quotations
from briefings.public.most_named import most_named, speakers
from briefings.public.open_questions import open_in

MOST_QUESTIONS = 10


@dataclass(frozen=True)
class Standing:
    """What the briefings on the first page of a topic say: open questions, and in how many of them each is quoted."""

    questions: tuple[OpenQuestion, ...]
    people: Counter[UUID]

    def overview(self, entries: Sequence[ListEntry], at: datetime, *, known: names.Known) -> TopicOverview:
        """`entries` are those of the page. The queries of `names.todays`."""
        return TopicOverview(
            newest=max(entries, key=lambda entry: entry.published, default=None),
            questions=self.questions,
            people=most_named(self.people, quotations.speakers(set(self.people), at, known=known)),
        )


def standing(keys: Sequence[keyset.Key], at: datetime) -> Standing:
    """`keys` are those of the page, with the columns of its entries. Two queries."""
    newest = sorted(keys, key=lambda key: lists.ListRow(*key.values).first_published, reverse=True)
    rows = {key.row: lists.ListRow(*key.values) for key in newest}
    return Standing(questions=open_in(rows, at, most=MOST_QUESTIONS), people=speakers(list(rows)))
