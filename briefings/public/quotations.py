"""What somebody said: their quotations, those of the newest briefing first, a page at a time."""

from datetime import date, datetime
from itertools import starmap

from briefings.models import PublishedQuote
from briefings.outputs.attributions import bare
from briefings.outputs.facts import QuotationEntry
from briefings.public import addresses, keyset
from briefings.public.lists import Subjects

ON_A_PAGE = 100
_OF_EDITION = tuple(f"edition__summary__{name}" for name in ("headline", "slug", "language"))
_COLUMNS = ("words", "role", "said_on", "key", *_OF_EDITION)


def quotations(
    at: datetime, *, person: Subjects, place: keyset.Place = keyset.FIRST_PAGE
) -> tuple[tuple[QuotationEntry, ...], keyset.Cut]:
    """The live quotations of a person at `place`, by first publication of their briefing.

    A query for each of the subjects, at most three on a further page.
    """
    shown = PublishedQuote.objects.live(at).listed()
    of_each = [shown.filter(person=uuid) for uuid in person]
    cut = keyset.cut(of_each, place, order=keyset.QUOTED, size=ON_A_PAGE, column="pk", columns=_COLUMNS)
    return tuple(starmap(_entry, (key.values for key in cut.keys))), cut


def _entry(
    words: str, role: str, said_on: date | None, key: str, headline: str, slug: str, language: str
) -> QuotationEntry:
    path = f"{addresses.briefing(slug)}#{key}"
    return QuotationEntry(
        words=bare(words), role=role, said_on=said_on, headline=headline, path=path, language=language
    )
