"""Where a topic stands: its newest briefing, what is not known yet, and who speaks."""

from collections.abc import Sequence
from datetime import datetime

from briefings.models import PublishedQuote
from briefings.outputs.facts import Link, ListEntry
from briefings.outputs.overviews import TopicOverview
from briefings.public import keyset, lists, names, quotations
from briefings.public.lists import Subjects
from briefings.public.most_named import counted, most_named
from briefings.public.open_questions import open_in

BRIEFINGS = 50
"""So many of the newest are looked at."""
MOST_QUESTIONS = 10


def overview(at: datetime, topic: Subjects, entries: Sequence[ListEntry], *, known: names.Known) -> TopicOverview:
    """`entries` are those of the topic's page, of which the newest stands first. A query for each of the subjects, two
    more, and those of `names.todays`.
    """
    columns = lists.columns_of(lists.ListRow, topic)
    keys = keyset.older_keys(
        lists.listed(at, topic=topic), None, order=keyset.FIRST_PUBLISHED, limit=BRIEFINGS, columns=columns
    )
    rows = {key.row: lists.ListRow(*key.values) for key in keys}
    return TopicOverview(
        newest=max(entries, key=lambda entry: entry.published, default=None),
        questions=open_in(rows, at, most=MOST_QUESTIONS),
        people=_people(list(rows), at, known=known),
    )


def _people(editions: list[int], at: datetime, *, known: names.Known) -> tuple[Link, ...]:
    """Whoever is quoted in most of them. One query, and those of `names.todays`."""
    counts = counted(PublishedQuote, "person", editions)
    return most_named(counts, quotations.speakers(set(counts), at, known=known))
