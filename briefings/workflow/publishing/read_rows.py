"""Read rows, which are derived from the log: written with each act, and made anew by `rebuild`."""

from datetime import date, datetime

from django.db import transaction

from briefings.content import BriefingContent, from_canonical
from briefings.content.canonical import canonical_json
from briefings.log.chain import lock_head
from briefings.models import (
    Briefing,
    Edition,
    PublicRecord,
    PublishedAuthor,
    PublishedCorrection,
    PublishedImage,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
    SlugReservation,
)
from briefings.models.read_rows import READ_ROWS
from briefings.workflow.names.public_name_rows import name_row
from briefings.workflow.public_acts import record
from faq.models import PublishedQuestion


def write(edition: Edition, content: BriefingContent | None) -> None:
    """Write the rows of one edition; `content` is None where the text was erased. `refresh_dates` sets their dates."""
    PublishedSummary.objects.create(
        edition=edition,
        briefing_id=edition.briefing_id,
        briefing_uuid=edition.briefing.uuid,
        slug=content.slug if content else None,
        headline=content.headline if content else "",
        lede=content.lede if content else "",
        language=content.language if content else "",
        note=content.change.note if content and content.change else "",
        first_published=edition.live_from,
        updated=edition.live_from,
        entry=edition,
        merged_into=Briefing.objects.get(uuid=content.merged_into) if content and content.merged_into else None,
    )
    if content is None:
        return
    PublishedTopic.objects.bulk_create(
        PublishedTopic(edition=edition, topic=topic.id, name=topic.name, slug=topic.slug) for topic in content.topics
    )
    PublishedQuote.objects.bulk_create(
        PublishedQuote(
            edition=edition,
            position=position,
            key=quote.key,
            words=quote.words,
            person=quote.person.id,
            person_name=quote.person.name,
            person_kind=quote.person.kind,
            role=quote.role,
            said_on=date.fromisoformat(quote.said_on) if quote.said_on else None,
        )
        for position, quote in enumerate(content.quotes)
        if quote.person and quote.person.id
    )
    authors = {author.id: author for author in content.authors}
    PublishedAuthor.objects.bulk_create(
        PublishedAuthor(edition=edition, position=position, person=author.id, name=author.name)
        for position, author in enumerate(authors.values())
    )
    images = {figure.image.token: figure.image for figure in content.figures if figure.image}
    PublishedImage.objects.bulk_create(
        PublishedImage(
            edition=edition,
            position=position,
            token=token,
            image=canonical_json(image),
            usable_until=date.fromisoformat(image.usable_until) if image.usable_until else None,
        )
        for position, (token, image) in enumerate(images.items())
    )
    PublishedQuestion.objects.bulk_create(
        PublishedQuestion(
            edition=edition, position=position, key=entry.key, question=entry.question, is_open=entry.is_open
        )
        for position, entry in enumerate(content.faq)
    )
    if content.change and (correction := content.change.correction):
        PublishedCorrection.objects.create(
            edition=edition,
            key=correction.key,
            kind=correction.kind,
            was_wrong=correction.was_wrong,
            is_right=correction.is_right,
        )


def refresh_dates(briefing: Briefing) -> None:
    """Set first published, updated and the feed's entry in the row of each edition of the briefing.

    They depend on all editions that were not called off. One that was called off keeps its own moment and never shows.
    """
    rows = PublishedSummary.objects.select_related("edition__text").filter(briefing=briefing)
    dates: dict[int, tuple[datetime, datetime, Edition]] = {}
    before: tuple[datetime, datetime, Edition] | None = None
    for row in rows.not_called_off().order_by("edition__live_from"):
        before = dates[row.pk] = _dates(row.edition, before)
    changed = []
    for row in rows:
        own = (row.edition.live_from, row.edition.live_from, row.edition)
        first, updated, entry = dates.get(row.pk, own)
        if (row.first_published, row.updated, row.entry_id) != (first, updated, entry.pk):
            row.first_published, row.updated, row.entry = first, updated, entry
            changed.append(row)
    PublishedSummary.objects.bulk_update(changed, ["first_published", "updated", "entry"])


def _dates(edition: Edition, before: tuple[datetime, datetime, Edition] | None) -> tuple[datetime, datetime, Edition]:
    """First published, updated and the feed's entry, given those of the edition before."""
    if before is None:
        moment = _first_published(edition)
        return moment, moment, edition
    first, updated, entry = before
    if edition.kind != Edition.Kind.MINOR:
        return first, edition.live_from, edition
    # The text of the entry may have been erased: then the live edition takes its place.
    return first, updated, edition if entry.text.text is None else entry


def _first_published(edition: Edition) -> datetime:
    """The moment at which readers first had a briefing. An imported first edition names it, unless it was erased."""
    if edition.kind != Edition.Kind.IMPORTED or edition.text.text is None:
        return edition.live_from
    return datetime.fromisoformat(from_canonical(edition.text.text).first_published)


def write_name(record: PublicRecord) -> None:
    """Write the row of one public record's name."""
    name_row(record).save(force_insert=True)


def delete(edition: Edition) -> None:
    """Delete the rows of one edition."""
    for model in (*READ_ROWS, PublishedQuestion):
        if model is not PublishedName:
            model.objects.filter(edition=edition).delete()


@transaction.atomic
def rebuild() -> int:
    """Make every read row anew from the log. Returns the number of editions.

    It is a public act, as it may change what readers get, and keeps out all others meanwhile.
    """
    lock_head()
    for model in (*READ_ROWS, PublishedQuestion):
        model.objects.all().delete()
    count = 0
    for edition in Edition.objects.select_related("briefing", "text").order_by("seq").iterator():
        content = from_canonical(edition.text.text) if edition.text.text is not None else None
        write(edition, content)
        if content and content.slug:
            SlugReservation.objects.get_or_create(slug=content.slug, defaults={"briefing_id": edition.briefing_id})
        count += 1
    for briefing in Briefing.objects.filter(editions__isnull=False).distinct().iterator():
        refresh_dates(briefing)
    for row in PublicRecord.objects.select_related("subject", "text").iterator():
        write_name(row)
    record("rebuilt", by=None, detail=f"{count} editions")
    return count
