"""Read rows of one briefing, worked out from its editions: pure, so that publishing, `rebuild` and load tests agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest

from django.db import models
from django.utils import timezone

from briefings.content import BriefingContent
from briefings.content.canonical import canonical_json
from briefings.content.languages import without_territory
from briefings.gate import NOTICES, Timeline, has_begun, interval_of
from briefings.models import (
    Briefing,
    Edition,
    PublicMoment,
    PublishedAuthor,
    PublishedCorrection,
    PublishedImage,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
)
from briefings.public.moments import NOTICE_STAYS, midnight_after
from briefings.workflow.publishing import search_rows
from briefings.workflow.publishing.edition_dates import Dates, dates_of, first_published, month_of, own_dates
from briefings.workflow.publishing.question_rows import (
    Standings,
    question_rows,
    standings_after,
    standings_of,
    which_are_open,
)

PUT_RIGHT = (Edition.Kind.WITHDRAWN, Edition.Kind.REMOVED)
"""Kinds of edition that stand in the list of corrections, whether they correct anything or not."""


def is_listed(edition: Edition, *, is_erased: bool) -> bool:
    """Whether the edition stands in lists while it is live."""
    return edition.kind not in NOTICES and not is_erased


def copied(edition: Edition, dates: Dates) -> dict[str, datetime | None]:
    """What every listed row copies of its edition, as long as the log can still move it."""
    return {
        **interval_of(edition),
        "first_published": dates.first_published,
        "updated": dates.updated,
    }


def summary_only(edition: Edition, dates: Dates) -> dict[str, object]:
    """What the summary holds beside these, and the log can still move."""
    return {"entry_id": dates.entry.pk, "month": month_of(dates.first_published)}


def briefing_rows(
    editions: Iterable[Edition],
    contents: Mapping[int, BriefingContent | None],
    *,
    targets: Mapping[str, Briefing],
) -> list[models.Model]:
    """Every read row of one briefing's editions, and its public moments. None is saved.

    `contents` are their texts by `seq`, None where one was erased; `targets` (by uuid) are the briefings that it was
    merged into.
    """
    by_age = sorted(editions, key=lambda edition: edition.seq)
    in_log = Timeline.of(by_age, timezone.now()).in_order
    dates = dates_of(in_log)
    standings = standings_of(in_log, {seq: which_are_open(content) for seq, content in contents.items()}, dates)
    rows: list[models.Model] = []
    last_days: dict[int, list[date]] = defaultdict(list)
    for edition in by_age:
        content = contents[edition.seq]
        target = targets[content.merged_into] if content and content.merged_into else None
        rows += rows_of(
            edition,
            content,
            dates.get(edition.seq) or own_dates(edition),
            standings=standings.get(edition.seq),
            merged_into=target,
        )
    for row in rows:
        if isinstance(row, PublishedImage) and row.usable_until:
            last_days[row.edition_id].append(row.usable_until)
    for place, edition in search_rows.places(in_log, first_published(dates)).items():
        rows.append(search_rows.row(place, contents[edition.seq], dates[edition.seq].first_published))
    return [*rows, *(PublicMoment(seq=seq, moment=moment) for seq, moment in sorted(moments_of(in_log, last_days)))]


def rows_of(
    edition: Edition,
    content: BriefingContent | None,
    dates: Dates,
    *,
    standings: Standings | None = None,
    merged_into: Briefing | None = None,
) -> list[models.Model]:
    """The read rows of one edition, not saved, the summary first; `content` is None where its text was erased.

    Without `standings` its questions stand as if there were no edition before it.
    """
    change = content.change if content else None
    correction = change.correction if change else None
    listed = {
        **copied(edition, dates),
        "edition_id": edition.seq,
        "briefing_uuid": edition.briefing.uuid,
    }
    summary = PublishedSummary(
        **listed,
        kind=edition.kind,
        listed=is_listed(edition, is_erased=content is None),
        **summary_only(edition, dates),
        briefing_id=edition.briefing_id,
        slug=content.slug if content else None,
        headline=content.headline if content else "",
        lede=content.lede if content else "",
        language=content.language if content else "",
        front_language=without_territory(content.language) if content else "",
        translation_of=content.translation_of if content else None,
        follows=content.follows if content else None,
        note=change.note if change else "",
        more_follows=content is not None and content.more_follows,
        put_right=content is not None and (correction is not None or edition.kind in PUT_RIGHT),
        merged_into=merged_into,
    )
    if content is None:
        return [summary]
    authors = {author.id: author for author in content.authors}
    images = {figure.image.token: figure.image for figure in content.figures if figure.image}
    rows: list[models.Model] = [summary]
    rows += [PublishedTopic(**listed, topic=one.id, name=one.name, slug=one.slug) for one in content.topics]
    rows += [
        PublishedQuote(
            **listed,
            position=position,
            key=quote.key,
            words=quote.words,
            person=quote.person.id,
            person_name=quote.person.name,
            person_kind=quote.person.kind,
            role=quote.role,
            said_on=_day(quote.said_on),
            translated_from=quote.translated_from or "",
        )
        for position, quote in enumerate(content.quotes)
        if quote.person and quote.person.id
    ]
    rows += [
        PublishedAuthor(**listed, position=position, person=author.id, name=author.name)
        for position, author in enumerate(authors.values())
    ]
    rows += [
        PublishedImage(
            edition_id=edition.seq,
            position=position,
            token=token,
            image=canonical_json(image),
            usable_until=_day(image.usable_until),
        )
        for position, (token, image) in enumerate(images.items())
    ]
    if standings is None:
        standings = standings_after({}, which_are_open(content), edition, dates)
    rows += question_rows(content, standings, **listed)
    if correction:
        rows.append(
            PublishedCorrection(
                edition_id=edition.seq,
                key=correction.key,
                kind=correction.kind,
                was_wrong=correction.was_wrong,
                is_right=correction.is_right,
            )
        )
    return rows


def moments_of(editions: Sequence[Edition], last_days: Mapping[int, Iterable[date]]) -> set[tuple[int, datetime]]:
    """Every moment at which one of a briefing's editions changes what readers get, with the edition's `seq`.

    `editions` are those that were not called off, oldest first; `last_days` (by `seq`) are those of their pictures.
    A notice leaves the feeds by itself, unless something was published before that.
    """
    moments = {(edition.seq, edition.live_from) for edition in editions}
    for edition, after in zip_longest(editions, editions[1:]):
        leaves = edition.live_from + NOTICE_STAYS
        if edition.kind in NOTICES and not (after and has_begun(after, leaves)):
            moments.add((edition.seq, leaves))
        ends = (midnight_after(day) for day in last_days.get(edition.seq, ()))
        moments |= {(edition.seq, end) for end in ends if has_begun(edition, end)}
    return moments


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
