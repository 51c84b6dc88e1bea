"""What somebody said: their quotations, those of the newest briefing first, a page at a time."""

from datetime import datetime

from django.utils import timezone

from briefings.models import PublishedQuote
from briefings.outputs.attributions import bare
from briefings.outputs.facts import QuotationEntry
from briefings.public import addresses, keyset
from briefings.public.lists import Subjects

ON_A_PAGE = 100


def quotations(
    at: datetime, *, person: Subjects, place: keyset.Place = keyset.FIRST_PAGE
) -> tuple[tuple[QuotationEntry, ...], keyset.Cut]:
    """The live quotations of a person at `place`, by first publication of their briefing.

    A query for each of the subjects, at most three on a further page; and one for the rows.
    """
    shown = PublishedQuote.objects.live(at).listed()
    of_each = [shown.filter(person=uuid) for uuid in person]
    cut = keyset.cut(of_each, place, order=keyset.QUOTED, size=ON_A_PAGE, column="pk")
    rows = PublishedQuote.objects.select_related("edition__summary").in_bulk(cut.rows)
    return tuple(_entry(rows[row]) for row in cut.rows), cut


def _entry(row: PublishedQuote) -> QuotationEntry:
    return QuotationEntry(
        words=bare(row.words),
        role=row.role,
        said_on=row.said_on,
        headline=row.edition.summary.headline,
        path=f"{addresses.briefing(row.edition.summary.slug)}#{row.key}",
        published=timezone.localtime(row.first_published),
        language=row.edition.summary.language,
    )
