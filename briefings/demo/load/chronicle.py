"""The log of many briefings, link by link in the order in which they were recorded, and every row that goes with it.

Pure: nothing is asked or written. Rows of one briefing come once its last edition is recorded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import UUID

from django.db import models

from briefings.content import PUBLIC_KINDS, BriefingContent, PersonName, PersonRecord, TopicName, TopicRecord
from briefings.content.canonical import canonical_bytes, sha256_hex
from briefings.content.fields import utc_iso
from briefings.content.slugs import ascii_slug
from briefings.content.value import Value
from briefings.demo.load.cast import Cast, made_uuid
from briefings.demo.load.contents import Writer
from briefings.demo.load.draft_rows import Filed, draft_rows
from briefings.demo.load.histories import Step, stays_live
from briefings.gate import NOTICES
from briefings.log.chain import link
from briefings.models import (
    AuditEntry,
    Briefing,
    Draft,
    Edition,
    LogHead,
    PublicMoment,
    PublicRecord,
    Revision,
    SlugReservation,
    Source,
    StoredText,
    Subject,
    User,
)
from briefings.workflow.names.public_name_rows import name_row
from briefings.workflow.publishing.row_builders import briefing_rows

MARK = "made for a load test"
"""What the audit log says of each briefing that was made so."""
BEFORE_THE_IMPORT = timedelta(days=500)
"""So long readers had had an imported briefing already."""
KEYED = (Briefing, Draft, Revision, Source, Subject)
"""Models whose rows others refer to: these get their keys here."""


@dataclass
class _Made:
    """A briefing whose editions are still being made."""

    draft: Draft
    writer: Writer
    content: BriefingContent
    editions: list[Edition] = field(default_factory=list)
    contents: dict[int, BriefingContent | None] = field(default_factory=dict)
    targets: dict[str, Briefing] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    slugs: set[str] = field(default_factory=set)
    revision: Revision | None = None


@dataclass
class Chronicle:
    """What all the steps make of a site. `keys` is the highest key that each model has so far; `named` are subjects
    that have a public name; `head` moves on with each link.
    """

    head: LogHead
    cast: Cast
    filed: Filed
    staff: tuple[User, ...]
    seed: int
    keys: Mapping[type[models.Model], int]
    named: set[str]

    def __post_init__(self) -> None:
        self._keys = {model: count(self.keys[model] + 1) for model in KEYED}
        self._open: dict[int, _Made] = {}
        self._briefings: dict[int, Briefing] = {}

    def rows(self, step: Step) -> Iterator[models.Model]:
        """What recording this edition adds; with the last edition of a briefing, all that is worked out from them."""
        made = self._open.get(step.number)
        by = self.staff[step.number % len(self.staff)]
        if made is None:
            made = self._open[step.number] = self._begun(step, by=by)
            yield made.draft.briefing
            text = made.content
            if step.kind == Edition.Kind.IMPORTED:
                text = text.model_copy(update={"first_published": utc_iso(step.begins - BEFORE_THE_IMPORT)})
        elif step.kind in NOTICES:
            text = self._end(made, step)
        else:
            made.content, change = made.writer.changed(made.content, step.kind)
            text = made.content.model_copy(update={"change": change}) if change else made.content
        if step.kind not in NOTICES:
            yield from self._saved(made, step, by=by)
        if any(entry.open == "held" for entry in text.faq):
            text = text.for_readers()
        yield from self._edition(made, step, text, by=by)
        if step.is_last:
            del self._open[step.number]
            yield from briefing_rows(made.editions, made.contents, targets=made.targets)
            yield from draft_rows(made.draft, made.content, filed=self.filed, source_keys=self._keys[Source])

    def _begun(self, step: Step, *, by: User) -> _Made:
        uuid = made_uuid(f"briefing {self.seed} {step.number}")
        briefing = Briefing(pk=next(self._keys[Briefing]), uuid=uuid, created_at=step.recorded_at)
        follows = self._briefings.get(step.number - 7) if step.number % 9 == 8 else None
        self._briefings[step.number] = briefing
        cast = self.cast.most_used if step.is_scheduled or not self.named else self.cast
        writer = Writer(uuid, step.number, self.seed, cast)
        content = writer.first(step.begins, follows=follows.uuid if follows else None)
        draft = Draft(pk=next(self._keys[Draft]), briefing=briefing, owner=by, follows=follows)
        return _Made(draft=draft, writer=writer, content=content)

    def _end(self, made: _Made, step: Step) -> BriefingContent:
        into = None
        if step.kind == Edition.Kind.MERGED:
            earlier = next(number for number in count(step.number - 1, -1) if stays_live(number))
            into = self._briefings[earlier]
            made.targets[str(into.uuid)] = into
        return made.writer.ended(made.content, step.kind, into=into.uuid if into else None)

    def _saved(self, made: _Made, step: Step, *, by: User) -> Iterator[models.Model]:
        """A save of the draft: a revision, its text, and the entry of both in the audit log."""
        draft, text = made.draft, _stored(made.content)
        draft.version += 1
        draft.saved_at, draft.saved_by = step.recorded_at, by
        if text.hash not in made.texts:
            made.texts.add(text.hash)
            yield text
        made.revision = Revision(
            pk=next(self._keys[Revision]),
            briefing=draft.briefing,
            version=draft.version,
            text=text,
            saved_at=step.recorded_at,
            by=by,
        )
        yield made.revision
        detail = MARK if draft.version == 1 else f"version {draft.version}"
        yield AuditEntry(at=step.recorded_at, by=by, action="saved", briefing_id=draft.briefing_id, detail=detail)

    def _edition(self, made: _Made, step: Step, content: BriefingContent, *, by: User) -> Iterator[models.Model]:
        briefing, revision = made.draft.briefing, made.revision
        text = revision.text if revision and content is made.content else _stored(content)
        if text.hash not in made.texts:
            made.texts.add(text.hash)
            yield text
        if content.slug and content.slug not in made.slugs:
            made.slugs.add(content.slug)
            yield SlugReservation(slug=content.slug, briefing=briefing)
        edition = Edition(
            briefing=briefing,
            kind=step.kind,
            live_from=step.begins,
            text=text,
            revision=made.revision if step.kind not in NOTICES else None,
        )
        link(edition, self.head, by=by, recorded_at=step.recorded_at)
        if made.editions:
            made.editions[-1].live_until = step.begins
        made.editions.append(edition)
        made.contents[edition.seq] = content
        yield from self._names(content, step, by=by)
        self.head.site_version += 1
        yield AuditEntry(
            at=step.recorded_at,
            by=by,
            action=step.kind,
            briefing=briefing,
            detail=f"live from {step.begins:%Y-%m-%d %H:%M:%S %Z}",
            head_seq=self.head.seq,
            head_hash=self.head.hash,
        )
        if step.is_last:
            yield from made.editions

    def _names(self, content: BriefingContent, step: Step, *, by: User) -> Iterator[models.Model]:
        """The public names of whatever `content` names as the first."""
        speakers = [quote.person for quote in content.quotes if quote.person]
        for one in dict.fromkeys((*content.topics, *speakers, *content.authors)):
            if one.id in self.named or not _has_a_name(one):
                continue
            self.named.add(one.id)
            record = _record(one)
            subject = Subject(pk=next(self._keys[Subject]), kind=_kind(one), uuid=UUID(one.id))
            text = _stored(record)
            row = PublicRecord(subject=subject, live_from=step.recorded_at, text=text)
            link(row, self.head, by=by, recorded_at=step.recorded_at)
            yield from (subject, text, row, name_row(row))
            if not step.is_scheduled:
                yield PublicMoment(seq=row.seq, moment=step.recorded_at)


def _stored(content: Value) -> StoredText:
    data = canonical_bytes(content)
    return StoredText(hash=sha256_hex(data), text=data.decode())


def _kind(one: PersonName | TopicName) -> str:
    return "topic" if isinstance(one, TopicName) else "person"


def _has_a_name(one: PersonName | TopicName) -> bool:
    return isinstance(one, TopicName) or one.kind in PUBLIC_KINDS


def _record(one: PersonName | TopicName) -> PersonRecord | TopicRecord:
    if isinstance(one, TopicName):
        return TopicRecord(id=one.id, name=one.name, slug=one.slug)
    return PersonRecord(id=one.id, name=one.name, slug=ascii_slug(one.name, otherwise="person"), kind=one.kind)
