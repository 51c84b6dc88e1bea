"""Where a topic stands: its newest briefing, what is not known yet, and who speaks."""

from collections.abc import Sequence
from datetime import datetime

from briefings.models import PublishedQuote
from briefings.outputs.facts import Link, ListEntry
from briefings.outputs.overviews import OpenQuestion, TopicOverview
from briefings.public import addresses, keyset, lists, names, quotations
from briefings.public.lists import Subjects
from briefings.public.most_named import counted, most_named
from faq.models import PublishedQuestion

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
        questions=_open_questions(rows, at),
        people=_people(list(rows), at, known=known),
    )


def _open_questions(rows: dict[int, lists.ListRow], at: datetime) -> tuple[OpenQuestion, ...]:
    """Those of the newest briefing first. One query."""
    asked = PublishedQuestion.objects.live(at).filter(edition__in=list(rows), is_open=True).order_by()
    place = {edition: number for number, edition in enumerate(rows)}
    found = sorted(asked.values_list("edition", "position", "key", "question"), key=lambda row: (place[row[0]], row[1]))
    return tuple(
        OpenQuestion(
            question=question,
            path=f"{addresses.briefing(rows[edition].slug or '')}#{key}",
            headline=rows[edition].headline,
            language=rows[edition].language,
        )
        for edition, _position, key, question in found[:MOST_QUESTIONS]
    )


def _people(editions: list[int], at: datetime, *, known: names.Known) -> tuple[Link, ...]:
    """Whoever is quoted in most of them. One query, and those of `names.todays`."""
    counts = counted(PublishedQuote, "person", editions)
    return most_named(counts, quotations.speakers(set(counts), at, known=known))
