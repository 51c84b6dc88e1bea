"""Writes BriefingContent into the rows of a draft. No other code writes a draft."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.content import BriefingContent, ContentRefused
from briefings.content.facts import to_columns
from briefings.deliveries import tell_of_older_schedule
from briefings.log import chain
from briefings.models import (
    Briefing,
    Byline,
    Draft,
    Figure,
    Person,
    Quote,
    Revision,
    Section,
    Source,
    Topic,
    TopicUse,
    User,
)
from briefings.working_copy import draft_words, listed_drafts
from briefings.working_copy.name_records import NameRecords
from briefings.working_copy.part_columns import (
    figure_columns,
    question_columns,
    quote_columns,
    section_columns,
    source_columns,
)
from briefings.working_copy.reader import DraftRows
from briefings.working_copy.stale import Stale
from faq.models import FAQItem

Row = TypeVar("Row", bound=models.Model)


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
    rows: DraftRows | None = None,
    excerpts: Mapping[str, str] | None = None,
) -> Revision:
    """Write `content` into the draft's rows, and keep it as a revision.

    Rows are matched by part key: an unchanged part keeps its row, a missing one is deleted. `expected` is the version
    that the writer has read, and `rows` are those of that version, if they are at hand; they are used up. `excerpts`
    are words newly kept of sources, by their hash in `content`. An approval ends. Raises Stale where the draft has
    another version, ContentRefused where the content is another briefing's or names what is not on file; then nothing
    is written.
    """
    if content.id != str(draft.briefing.uuid):
        raise ContentRefused([("id", _("This text belongs to another briefing."))])
    now = timezone.now()
    state = Case(When(state=Draft.State.APPROVED, then=Value(Draft.State.DRAFT)), default=F("state"))
    named = {
        "follows": _briefing(content.follows, draft.follows),
        "translation_of": _briefing(content.translation_of, draft.translation_of),
    }
    facts = to_columns(content) | named | {"saved_by": by}
    if not Draft.objects.filter(pk=draft.pk, version=expected).update(
        version=F("version") + 1, saved_at=now, state=state, **facts
    ):
        raise Stale(Draft.objects.select_related("saved_by").get(pk=draft.pk))
    filing = NameRecords(content, **named, by=by)
    for column, value in (facts | {"version": expected + 1, "saved_at": now}).items():
        setattr(draft, column, value)
    if draft.state == Draft.State.APPROVED:
        draft.state = Draft.State.DRAFT
    # What was read at this version still stands, for each save makes another version. A merge of names alone moves rows
    # without one; whoever was merged is not in `filing`, so that those rows are written anew.
    present = rows if rows and (rows.draft, rows.version) == (draft, expected) else DraftRows.of(draft)
    saved = _write_rows(draft, content, present, filing=filing, excerpts=excerpts or {})
    content = saved.content()
    draft_words.write(draft_words.rows(draft.pk, content))
    revision = _keep(draft, content, by=by, name=name, detail=detail, save_id=save_id)
    if listed_drafts.write(draft, content, revision.text):
        tell_of_older_schedule(draft, by=by)
    return revision


def _briefing(uuid: str | None, present: Briefing | None) -> Briefing | None:
    """The briefing that content names, which may be the `present` one; None where it names none that is on file."""
    if uuid is None:
        return None
    if present and str(present.uuid) == uuid:
        return present
    return Briefing.objects.filter(uuid=uuid).first()


def _keep(
    draft: Draft, content: BriefingContent, *, by: User | None, name: str, detail: str, save_id: UUID | None
) -> Revision:
    try:
        text = chain.keep_content(content)
    except LookupError:
        raise ContentRefused([("", _("This text was erased by order. Change it before you save it."))]) from None
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


def _write_rows(
    draft: Draft, content: BriefingContent, present: DraftRows, *, filing: NameRecords, excerpts: Mapping[str, str]
) -> DraftRows:
    """Make the rows say what `content` says, and return them: those of `present` that stay, changed, and new ones."""
    kept = {row.excerpt_sha256: row.excerpt for row in present.sources} | dict(excerpts) | {"": ""}
    places = {block.key: n for n, block in enumerate(content.blocks)}
    sources = _reconcile(
        Source,
        present.sources,
        {
            source.id or str(n): source_columns(source, ordering=n, excerpt=kept.get(source.excerpt_sha256 or "", ""))
            for n, source in enumerate(content.sources)
        },
        by="uuid",
        draft=draft,
    )
    known = {str(source.uuid): source for source in sources}
    return DraftRows(
        draft,
        draft.version,
        sections=_reconcile(
            Section,
            present.sections,
            {section.key: section_columns(section, ordering=places[section.key]) for section in content.sections},
            parent=draft,
        ),
        quotes=_reconcile(
            Quote,
            present.quotes,
            {
                quote.key: quote_columns(
                    quote,
                    ordering=places[quote.key],
                    person=filing.person(quote.person),
                    source=known.get(quote.source or ""),
                )
                for quote in content.quotes
            },
            parent=draft,
        ),
        figures=_reconcile(
            Figure,
            present.figures,
            {
                figure.key: figure_columns(figure, ordering=places[figure.key], image=filing.image(figure.image))
                for figure in content.figures
            },
            parent=draft,
        ),
        questions=_reconcile(
            FAQItem,
            present.questions,
            {entry.key: question_columns(entry, ordering=ordering) for ordering, entry in enumerate(content.faq)},
            parent=draft,
        ),
        topics=_write_topics(draft, [filing.topic(topic) for topic in content.topics], present.topics),
        authors=_write_authors(draft, [filing.person(author) for author in content.authors], present.authors),
        sources=sources,
    )


def _write_topics(draft: Draft, named: Sequence[Topic], present: list[Topic]) -> list[Topic]:
    topics = list(dict.fromkeys(named))
    if topics != present:
        TopicUse.objects.filter(content_object=draft).delete()
        TopicUse.objects.bulk_create(
            TopicUse(content_object=draft, tag=topic, ordering=n) for n, topic in enumerate(topics)
        )
    return topics


def _write_authors(draft: Draft, named: Sequence[Person], present: list[Person]) -> list[Person]:
    people = list(dict.fromkeys(named))
    if people != present:
        Byline.objects.filter(draft=draft).delete()
        Byline.objects.bulk_create(Byline(draft=draft, person=person, ordering=n) for n, person in enumerate(people))
    return people


def _reconcile(
    model: type[Row], present: list[Row], wanted: dict[str, dict[str, Any]], *, by: str = "key", **belongs_to: Any
) -> list[Row]:
    """Make the rows match `wanted` (values by key): update those that changed, add new ones, delete the others."""
    rows = {str(getattr(row, by)): row for row in present}
    if gone := [row.pk for key, row in rows.items() if key not in wanted]:
        model.objects.filter(pk__in=gone).delete()
    changes = {key: _set(rows[key], values) for key, values in wanted.items() if key in rows}
    if fields := set().union(*changes.values()):
        model.objects.bulk_update([rows[key] for key, names in changes.items() if names], sorted(fields))
    added = {
        key: model(**belongs_to, **_key(key, by=by), **values) for key, values in wanted.items() if key not in rows
    }
    model.objects.bulk_create(added.values())
    return [added.get(key) or rows[key] for key in wanted]


def _key(key: str, *, by: str) -> dict[str, str]:
    """The column of the key of a new row. A source that has no id yet stands under its number, and gets one."""
    return {} if key.isdigit() else {by: key}


def _set(row: models.Model, values: dict[str, Any]) -> set[str]:
    """Give the row these values. Returns the names of those that it did not have."""
    different = set()
    for name, value in values.items():
        column = row._meta.get_field(name).attname
        before = getattr(row, column)
        setattr(row, name, value)
        if getattr(row, column) != before:
            different.add(name)
    return different
