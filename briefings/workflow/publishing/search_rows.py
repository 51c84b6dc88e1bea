"""The search's rows of one briefing: of its editions that had not ended when anything was last recorded of it.

Worked out from the log alone, so that publishing, `rebuild` and load tests agree. What ends by itself stays until the
next act on its briefing; the gate keeps it from readers.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from briefings.content import BriefingContent, from_canonical
from briefings.gate import NOTICES, goes_on
from briefings.models import Edition, PublishedSummary, PublishedWords
from briefings.models.published_words import place_of
from briefings.search_words import index_words

Places = dict[int, Edition]
"""By its place in the index, an edition that is found there."""


def places(editions: Sequence[Edition], first_published: Mapping[int, datetime]) -> Places:
    """Where the rows of a briefing are. `editions` are those that were not called off, with their texts;
    `first_published` is by `seq`.
    """
    recorded = max((edition.recorded_at for edition in editions), default=None)
    return {
        place_of(edition.seq, timezone.localdate(first_published[edition.seq])): edition
        for edition in editions
        if edition.kind not in NOTICES and edition.text.text is not None and goes_on(edition, recorded)
    }


def row(place: int, content: BriefingContent, first_published: datetime) -> PublishedWords:
    words = index_words(content, first_published=timezone.localdate(first_published))
    return PublishedWords(place=place, words=words)


def bring_up_to_date(
    before: Iterable[int],
    after: Places,
    first_published: Mapping[int, datetime],
    *,
    known: Mapping[int, BriefingContent] | None = None,
) -> None:
    """Delete the rows at the places `before` that are not in `after`, and write those that are missing. Texts that are
    `known` (by `seq`) are not read again.
    """
    before, known = set(before), known or {}
    if gone := before - after.keys():
        PublishedWords.objects.filter(pk__in=gone).delete()
    PublishedWords.objects.bulk_create(
        row(place, known.get(one.seq) or from_canonical(one.text.text), first_published[one.seq])
        for place, one in sorted(after.items())
        if place not in before
    )


def present(summaries: Iterable[PublishedSummary]) -> set[int]:
    """The places of the rows that there are of these editions."""
    wanted = [_place(summary) for summary in summaries]
    return set(PublishedWords.objects.filter(pk__in=wanted).values_list("pk", flat=True))


def delete(summary: PublishedSummary) -> None:
    """Delete the row of one edition, if it has one."""
    PublishedWords.objects.filter(pk=_place(summary)).delete()


def _place(summary: PublishedSummary) -> int:
    return place_of(summary.edition_id, timezone.localdate(summary.first_published))
