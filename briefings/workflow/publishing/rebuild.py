"""Making every read row anew from the log."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from django.db import models, transaction

from briefings.bulk_insert import gather_statistics
from briefings.content import from_canonical
from briefings.gate import has_begun_before, is_called_off
from briefings.log.chain import lock_head
from briefings.models import (
    Briefing,
    Draft,
    DraftWords,
    Edition,
    Erasure,
    ListedDraft,
    PublicMoment,
    PublicRecord,
    PublishedAuthor,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
    SlugReservation,
)
from briefings.models.read_rows import READ_ROWS, ListedRow
from briefings.workflow.names.public_name_rows import is_seen, name_row, place_moments
from briefings.workflow.public_acts import record
from briefings.workflow.publishing.read_rows import insert
from briefings.workflow.publishing.row_builders import briefing_rows
from briefings.working_copy import alike_people, draft_words, listed_drafts

AT_ONCE = 2000
"""How many rows are held before they are inserted."""

Earliest = dict[UUID, ListedRow]
"""By subject, the row that named it first."""


@transaction.atomic
def rebuild() -> int:
    """Make every read row anew from the log, and the index of drafts. Returns the number of editions.

    It is a public act, as it may change what readers get, and keeps out all others meanwhile.
    """
    lock_head()
    for model in READ_ROWS:
        model.objects.all().delete()
    count = 0
    for rows in rows_of_the_log():
        insert(rows)
        summaries = [row for row in rows if isinstance(row, PublishedSummary)]
        _reserve_slugs(summaries)
        count += len(summaries)
    draft_words.index_all()
    listed_drafts.write_all()
    gather_statistics()
    record("rebuilt", by=None, detail=f"{count} editions")
    return count


@transaction.atomic
def make_missing_rows() -> None:
    """Make anew what a migration has emptied because this release derives it otherwise: every read row where there are
    no public moments of what is published, the index of drafts where no draft is in it, and what lists of the desk
    say where they know of no draft; and how the names of people are spelled, where that is not on file.

    A migration cannot do so: it would run today's code on the tables of its own day. All of it or nothing, so that one
    that was interrupted begins anew: rows are looked for as a whole.
    """
    alike_people.write_missing()
    if Edition.objects.not_called_off().exists() and not PublicMoment.objects.exists():
        rebuild()
        return
    if Draft.objects.exists():
        if not DraftWords.objects.exists():
            draft_words.index_all()
        if not ListedDraft.objects.exists():
            listed_drafts.write_all()


def rows_of_the_log() -> Iterator[list[models.Model]]:
    """Every read row as the log says, in batches: all rows of some briefings, and at last those of public records."""
    earliest: Earliest = {}
    rows: list[models.Model] = []
    editions = Edition.objects.select_related("briefing", "text").order_by("briefing", "live_from")
    for _briefing, those in groupby(editions.iterator(), key=lambda edition: edition.briefing_id):
        rows += _briefing_rows(list(those), earliest)
        if len(rows) >= AT_ONCE:
            yield rows
            rows = []
    yield [*rows, *_name_rows(earliest), *_erasure_moments()]


def _reserve_slugs(summaries: list[PublishedSummary]) -> None:
    for row in summaries:
        if row.slug:
            SlugReservation.objects.get_or_create(slug=row.slug, defaults={"briefing_id": row.briefing_id})


def _briefing_rows(editions: list[Edition], earliest: Earliest) -> list[models.Model]:
    """Every row of one briefing's `editions`; `earliest` learns which subjects they name."""
    contents = {one.seq: from_canonical(one.text.text) if one.text.text is not None else None for one in editions}
    merged_into = {content.merged_into for content in contents.values() if content and content.merged_into}
    targets = (
        {str(target.uuid): target for target in Briefing.objects.filter(uuid__in=merged_into)} if merged_into else {}
    )
    rows = briefing_rows(editions, contents, targets=targets)
    for row in rows:
        if isinstance(row, PublishedTopic | PublishedQuote | PublishedAuthor) and not is_called_off(row):
            subject = UUID(str(row.topic if isinstance(row, PublishedTopic) else row.person))
            if subject not in earliest or has_begun_before(row, earliest[subject]):
                earliest[subject] = row
    return rows


def _name_rows(earliest: Earliest) -> Iterator[models.Model]:
    """The row of every public record, and the moments of those whose subject readers knew of by then."""
    merged: dict[UUID, list[PublishedName]] = {}
    for public_record in PublicRecord.objects.select_related("subject", "text").order_by("seq").iterator():
        name = name_row(public_record)
        yield name
        if name.merged_into:
            merged.setdefault(name.merged_into, []).append(name)
        names = [one for one in merged.get(name.subject_uuid, ()) if has_begun_before(one, public_record)]
        subjects = [name.subject_uuid, *(one.subject_uuid for one in names)]
        named = (earliest[subject] for subject in subjects if subject in earliest)
        is_known = name.is_around or any(has_begun_before(row, public_record) for row in named)
        moments = place_moments(public_record)
        if is_known and is_seen(public_record):
            moments |= {public_record.live_from}
        yield from (PublicMoment(seq=public_record.seq, moment=moment) for moment in sorted(moments))


def _erasure_moments() -> list[PublicMoment]:
    return [PublicMoment(seq=erasure.seq, moment=erasure.recorded_at) for erasure in Erasure.objects.order_by("seq")]
