"""Writes BriefingContent into the rows of a draft. No other code writes a draft."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from briefings.audit import enter
from briefings.content import BriefingContent, ContentRefused, canonical_bytes, content_hash
from briefings.content.facts import PLAIN_FACTS, to_columns
from briefings.models import Byline, Draft, Figure, Quote, Revision, Section, Source, StoredText, TopicUse, User
from briefings.working_copy.name_records import NameRecords
from briefings.working_copy.part_columns import (
    figure_columns,
    question_columns,
    quote_columns,
    section_columns,
    source_columns,
)
from briefings.working_copy.reader import read
from faq.models import FAQItem

_COLUMNS = ("version", *(fact.name for fact in PLAIN_FACTS), "follows", "saved_by", "saved_at")


class Stale(Exception):
    """Raised where somebody saved the draft since it was read. `theirs` is the present draft."""

    def __init__(self, theirs: Draft) -> None:
        self.theirs = theirs
        who = str(theirs.saved_by or "someone at the command line")
        when = timezone.localtime(theirs.saved_at)
        super().__init__(f"Cannot save “{theirs}”: {who} saved a newer text at {when:%H:%M}. Read the change first.")


@transaction.atomic
def write(
    draft: Draft,
    content: BriefingContent,
    *,
    expected: int,
    by: User | None,
    name: str = "",
    detail: str = "",
    save_id: UUID | None = None,
) -> Revision:
    """Write `content` into the draft's rows, and keep it as a revision.

    Rows are matched by part key: an unchanged part keeps its row, a missing one is deleted. `expected` is the version
    that the writer has read. An approval ends. Raises Stale where the draft has another version, ContentRefused where
    the content is another briefing's or names what is not on file; then nothing is written.
    """
    if content.id != str(draft.briefing.uuid):
        raise ContentRefused([("id", "This text belongs to another briefing.")])
    now = timezone.now()
    state = Case(When(state=Draft.State.APPROVED, then=Value(Draft.State.DRAFT)), default=F("state"))
    if not Draft.objects.filter(pk=draft.pk, version=expected).update(
        version=F("version") + 1, saved_at=now, state=state
    ):
        raise Stale(Draft.objects.select_related("saved_by").get(pk=draft.pk))
    filing = NameRecords(content)
    _write_facts(draft, content, filing=filing, version=expected + 1, by=by)
    _write_sources(draft, content)
    _write_blocks(draft, content, filing=filing)
    _reconcile(
        FAQItem.objects.filter(parent=draft),
        {entry.key: question_columns(entry, ordering=ordering) for ordering, entry in enumerate(content.faq)},
        parent=draft,
    )
    saved = read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))
    return _keep(draft, saved, by=by, name=name, detail=detail, save_id=save_id)


def _keep(
    draft: Draft, content: BriefingContent, *, by: User | None, name: str, detail: str, save_id: UUID | None
) -> Revision:
    text, _ = StoredText.objects.get_or_create(
        hash=content_hash(content), defaults={"text": canonical_bytes(content).decode()}
    )
    if text.text is None:
        raise ContentRefused([("", "This text was erased by order. Change it before you save it.")])
    enter("saved", by=by, briefing=draft.briefing, detail=detail or f"version {draft.version}")
    return Revision.objects.create(
        briefing=draft.briefing,
        version=draft.version,
        text=text,
        saved_at=draft.saved_at,
        by=by,
        name=name,
        save_id=save_id,
    )


def _write_facts(draft: Draft, content: BriefingContent, *, filing: NameRecords, version: int, by: User | None) -> None:
    draft.version = version
    for column, value in to_columns(content).items():
        setattr(draft, column, value)
    draft.follows, draft.saved_by = filing.follows, by
    if draft.state == Draft.State.APPROVED:
        draft.state = Draft.State.DRAFT
    draft.save(update_fields=_COLUMNS)  # not the state: somebody may have moved it meanwhile
    Byline.objects.filter(draft=draft).delete()
    people = dict.fromkeys(filing.person(author) for author in content.authors)
    Byline.objects.bulk_create(Byline(draft=draft, person=person, ordering=n) for n, person in enumerate(people))
    TopicUse.objects.filter(content_object=draft).delete()
    topics = dict.fromkeys(filing.topic(topic) for topic in content.topics)
    TopicUse.objects.bulk_create(
        TopicUse(content_object=draft, tag=topic, ordering=n) for n, topic in enumerate(topics)
    )


def _write_sources(draft: Draft, content: BriefingContent) -> None:
    _reconcile(
        Source.objects.filter(draft=draft),
        {source.id or n: source_columns(source, ordering=n) for n, source in enumerate(content.sources)},
        by="uuid",
        draft=draft,
    )


def _write_blocks(draft: Draft, content: BriefingContent, *, filing: NameRecords) -> None:
    places = {block.key: n for n, block in enumerate(content.blocks)}
    sources = {str(source.uuid): source for source in Source.objects.filter(draft=draft)}
    _reconcile(
        Section.objects.filter(parent=draft),
        {section.key: section_columns(section, ordering=places[section.key]) for section in content.sections},
        parent=draft,
    )
    _reconcile(
        Quote.objects.filter(parent=draft),
        {
            quote.key: quote_columns(
                quote,
                ordering=places[quote.key],
                person=filing.person(quote.person),
                source=sources.get(quote.source or ""),
            )
            for quote in content.quotes
        },
        parent=draft,
    )
    _reconcile(
        Figure.objects.filter(parent=draft),
        {
            figure.key: figure_columns(figure, ordering=places[figure.key], image=filing.image(figure.image))
            for figure in content.figures
        },
        parent=draft,
    )


def _reconcile(rows: models.QuerySet, wanted: dict[Any, dict[str, Any]], *, by: str = "key", **belongs_to: Any) -> None:
    """Make `rows` match `wanted` (values by key): update those that changed, add new ones, delete the others."""
    existing = {str(getattr(row, by)): row for row in rows}
    gone = [row.pk for key, row in existing.items() if key not in wanted]
    rows.filter(pk__in=gone).delete()
    changed = [existing[key] for key, values in wanted.items() if key in existing and _set(existing[key], values)]
    if changed:
        rows.model.objects.bulk_update(changed, list(next(iter(wanted.values()))))
    rows.model.objects.bulk_create(_new_rows(rows.model, wanted, existing, by=by, belongs_to=belongs_to))


def _new_rows(
    model: type[models.Model],
    wanted: dict[Any, dict[str, Any]],
    existing: dict[str, Any],
    *,
    by: str,
    belongs_to: dict[str, Any],
) -> Iterable[models.Model]:
    for key, values in wanted.items():
        if key not in existing:
            named = {by: key} if isinstance(key, str) else {}
            yield model(**belongs_to, **named, **values)


def _set(row: models.Model, values: dict[str, Any]) -> bool:
    differs = False
    for field, value in values.items():
        if getattr(row, field) != value:
            setattr(row, field, value)
            differs = True
    return differs
