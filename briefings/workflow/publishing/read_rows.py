"""Read rows, derived from the log: written with each act, kept in step with what the log can still move."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from briefings.content import BriefingContent
from briefings.gate import Timeline
from briefings.models import (
    Briefing,
    Edition,
    Erasure,
    PublicMoment,
    PublicRecord,
    PublishedImage,
    PublishedName,
    PublishedSummary,
    PublishedWords,
)
from briefings.models.read_rows import LISTED_ROWS, NAMING, READ_ROWS
from briefings.workflow.names.public_name_rows import is_seen, name_row, place_moments
from briefings.workflow.publishing import search_rows
from briefings.workflow.publishing.edition_dates import Dates, dates_of, first_published, own_dates
from briefings.workflow.publishing.question_rows import (
    STANDING,
    Standings,
    since_the_last_end,
    standing_of,
    standings_after,
    standings_of,
    which_are_open,
)
from briefings.workflow.publishing.row_builders import copied, moments_of, rows_of, summary_only
from briefings.workflow.publishing.search_rows import Places, places
from faq.models import PublishedQuestion


def write(edition: Edition, content: BriefingContent | None, dates: Dates) -> None:
    """Write the rows of one edition; `content` is None where the text was erased by order."""
    insert(_rows(edition, content, dates))


def _rows(
    edition: Edition, content: BriefingContent | None, dates: Dates, standings: Standings | None = None
) -> list[models.Model]:
    target = Briefing.objects.get(uuid=content.merged_into) if content and content.merged_into else None
    return rows_of(edition, content, dates, standings=standings, merged_into=target)


def insert(rows: Iterable[models.Model]) -> None:
    """Insert read rows of any kind, a query for each kind."""
    by_model: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for model, those in by_model.items():
        model._default_manager.bulk_create(those)


@dataclass(frozen=True)
class Movable:
    """What the log can still move in one briefing's rows: columns by `seq`, for every listed row and for the summary
    alone, public moments, and which editions the search has, at which places."""

    columns: dict[int, tuple[dict[str, object], dict[str, object]]]
    moments: set[tuple[int, datetime]]
    places: Places


def movable(editions: Sequence[Edition], last_days: Mapping[int, Iterable[date]] | None = None) -> Movable:
    """That of `editions`, as the log has them now. `last_days` are those of pictures, which never move."""
    editions = Timeline.of(editions, timezone.now()).in_order
    dates = dates_of(editions)
    columns = {
        edition.seq: (copied(edition, dates[edition.seq]), summary_only(edition, dates[edition.seq]))
        for edition in editions
    }
    return Movable(columns, moments_of(editions, last_days or {}), places(editions, first_published(dates)))


def write_next(edition: Edition, content: BriefingContent, editions: Sequence[Edition], *, before: Movable) -> None:
    """Write the rows of an `edition` that was just appended, and what it moves in those of the other `editions`."""
    dates, around = dates_of(editions), Timeline.of(editions, edition.live_from)
    are_open = which_are_open(content)
    standings = standings_after(_standings(around.ended, are_open), are_open, edition, dates[edition.seq])
    rows = _rows(edition, content, dates[edition.seq], standings)
    insert(rows)
    edition.summary = rows[0]
    images = [row for row in rows if isinstance(row, PublishedImage)]
    after = movable(editions, {edition.seq: [image.usable_until for image in images if image.usable_until]})
    for seq, columns in before.columns.items():
        if after.columns[seq] != columns:
            _move(seq, *after.columns[seq])
    for seq, moment in before.moments - after.moments:
        PublicMoment.objects.filter(seq=seq, moment=moment).delete()
    _insert_moments(after.moments - before.moments)
    if around.scheduled:
        _move_questions([around.in_order], dates)
    search_rows.bring_up_to_date(before.places, after.places, first_published(dates), known={edition.seq: content})


def refresh(briefing: Briefing) -> None:
    """Bring up to date what the log can still move in the briefing's rows: intervals, dates, and public moments."""
    editions = list(briefing.editions.select_related("text"))
    in_log = Timeline.of(editions, timezone.now()).in_order
    dates = dates_of(in_log)
    summaries = PublishedSummary.objects.filter(edition__in=[edition.seq for edition in editions]).in_bulk()
    indexed = search_rows.present(summaries.values())
    for edition in editions:
        _update(summaries[edition.seq], edition, dates.get(edition.seq) or own_dates(edition))
    _refresh_moments([edition.seq for edition in editions], in_log)
    called_off = [edition for edition in editions if edition.seq not in dates]
    _move_questions(
        [in_log, *([edition] for edition in called_off)],
        dates | {edition.seq: own_dates(edition) for edition in called_off},
    )
    search_rows.bring_up_to_date(indexed, places(in_log, first_published(dates)), first_published(dates))


def _standings(editions: Sequence[Edition], keys: Iterable[str]) -> Standings:
    """How the questions with these keys stood last in `editions` (oldest first). One query, and one more where the last
    edition left any of them out; none for none.
    """
    *earlier, last = since_the_last_end(editions) or [None]
    wanted = set(keys)
    if not (last and wanted):
        return {}
    latest = {row.key: standing_of(row) for row in _questions([last])}
    if earlier and (left_out := wanted - latest.keys()):
        place = {edition.seq: number for number, edition in enumerate(earlier)}
        rows = _questions(earlier).filter(key__in=left_out)
        latest |= {row.key: standing_of(row) for row in sorted(rows, key=lambda row: place[row.edition_id])}
    return latest


def _questions(editions: Iterable[Edition]) -> QuerySet[PublishedQuestion]:
    rows = PublishedQuestion.objects.filter(edition__in=[edition.seq for edition in editions])
    return rows.only("edition", "key", *STANDING)


def _move_questions(histories: Sequence[Sequence[Edition]], dates: Mapping[int, Dates]) -> None:
    """Bring up to date how the questions of editions stand, in each of the `histories` (oldest first). One query, and
    one more where any moved.
    """
    rows: dict[int, list[PublishedQuestion]] = defaultdict(list)
    for row in _questions(chain.from_iterable(histories)):
        rows[row.edition_id].append(row)
    shown = {edition.seq: {row.key: row.is_open for row in rows[edition.seq]} for edition in chain(*histories)}
    moved = []
    for history in histories:
        for seq, standings in standings_of(history, shown, dates).items():
            for row in rows[seq]:
                if standing_of(row) != standings[row.key]:
                    vars(row).update(vars(standings[row.key]))
                    moved.append(row)
    PublishedQuestion.objects.bulk_update(moved, STANDING)


def _update(summary: PublishedSummary, edition: Edition, dates: Dates) -> None:
    """Write anew what moved in the rows of one edition; mostly that is nothing."""
    listed, further = copied(edition, dates), summary_only(edition, dates)
    if any(getattr(summary, name) != value for name, value in (listed | further).items()):
        _move(edition.seq, listed, further)


def _move(seq: int, listed: dict[str, object], further: dict[str, object]) -> None:
    PublishedSummary.objects.filter(edition=seq).update(**listed, **further)
    for model in LISTED_ROWS:
        if model is not PublishedSummary:
            model.objects.filter(edition=seq).update(**listed)


def _refresh_moments(seqs: Sequence[int], in_log: Sequence[Edition]) -> None:
    """Write the moments of the editions `in_log`, and delete those that any of `seqs` has no more."""
    last_days: dict[int, list[date]] = defaultdict(list)
    images = PublishedImage.objects.filter(edition__in=seqs, usable_until__isnull=False)
    for seq, day in images.values_list("edition", "usable_until"):
        last_days[seq].append(day)
    moments = moments_of(in_log, last_days)
    present = {(row.seq, row.moment): row.pk for row in PublicMoment.objects.filter(seq__in=seqs)}
    _insert_moments(moments - set(present))
    if past := set(present) - moments:
        PublicMoment.objects.filter(pk__in=[present[key] for key in past]).delete()


def _insert_moments(moments: set[tuple[int, datetime]]) -> None:
    PublicMoment.objects.bulk_create([PublicMoment(seq=seq, moment=moment) for seq, moment in sorted(moments)])


def write_name(record: PublicRecord) -> None:
    """Write the row of one public record's name, its moment where readers know of its subject by then, and those at
    which it changes by itself.
    """
    name = name_row(record)
    name.save(force_insert=True)
    begins = {record.live_from} if (name.is_around or _is_known(name)) and is_seen(record) else set()
    _insert_moments({(record.seq, moment) for moment in begins | place_moments(record)})


def end_name(record: PublicRecord, at: datetime) -> None:
    """Another record takes the place of this one at that moment: from then on it changes nothing."""
    PublishedName.objects.filter(pk=record.pk).update(live_until=at)
    PublicMoment.objects.filter(seq=record.pk, moment__gte=at).exclude(moment=record.live_from).delete()


def _is_known(name: PublishedName) -> bool:
    """Whether an edition has gone live by the beginning of `name` that names its subject, or one merged into that.

    The name of a topic that nothing has shown yet would tell of an edition that is only scheduled; the moment of that
    edition is that of the name as well.
    """
    merged = _gone_live_with(PublishedName, name).filter(merged_into=name.subject_uuid)
    ids = [name.subject_uuid, *merged.values_list("subject_uuid", flat=True)]
    return any(_gone_live_with(rows, name).filter(**{f"{field}__in": ids}).exists() for rows, field in NAMING)


def _gone_live_with(model: type[models.Model], name: PublishedName) -> models.QuerySet:
    return model.objects.gone_live(name.live_from)


def write_erasure(erasure: Erasure) -> None:
    """Write the moment at which a text was erased."""
    PublicMoment.objects.create(seq=erasure.seq, moment=erasure.recorded_at)


def delete(edition: Edition) -> None:
    """Delete the rows of one edition, with the moments of the names that nothing else shows to have been known then."""
    named: set[UUID] = set()
    for rows, field in NAMING:
        named |= set(rows.objects.filter(edition=edition).values_list(field, flat=True))
    search_rows.delete(PublishedSummary.objects.get(edition=edition))
    for model in READ_ROWS:
        if model not in (PublishedName, PublicMoment, PublishedWords):
            model.objects.filter(edition=edition).delete()
    merged = PublishedName.objects.filter(subject_uuid__in=named, merged_into__isnull=False)
    for name in PublishedName.objects.filter(subject_uuid__in=[*named, *merged.values_list("merged_into", flat=True)]):
        if not (name.is_around or _is_known(name)):
            PublicMoment.objects.filter(seq=name.record_id).delete()
