"""Reads the rows of a draft as BriefingContent."""

from dataclasses import dataclass
from typing import Self

from briefings.content import (
    BriefingContent,
    FAQEntry,
    FigureBlock,
    ImageName,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
)
from briefings.content.facts import PLAIN_FACTS, from_columns
from briefings.models import Draft, Figure, Image, Person, Quote, Section, Source, Topic
from faq.models import FAQItem


@dataclass(frozen=True)
class DraftRows:
    """The rows of a draft: its parts, each kind in order, and what it names. They were read at `version`."""

    draft: Draft
    version: int
    sections: list[Section]
    quotes: list[Quote]
    figures: list[Figure]
    questions: list[FAQItem]
    topics: list[Topic]
    authors: list[Person]
    sources: list[Source]

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """Those in the database, in a fixed number of queries."""
        return cls(
            draft,
            draft.version,
            sections=list(draft.sections.all()),
            quotes=list(draft.quotes.select_related("person", "source")),
            figures=list(draft.figures.select_related("image")),
            questions=list(draft.faq_items.all()),
            topics=[use.tag for use in draft.topic_uses.select_related("tag")],
            authors=[byline.person for byline in draft.bylines.select_related("person")],
            sources=list(draft.sources.all()),
        )

    def content(self) -> BriefingContent:
        """What they say, with the quotations located."""
        draft = self.draft
        blocks = sorted([*self.sections, *self.quotes, *self.figures], key=lambda block: block.ordering)
        return BriefingContent.offered(
            id=str(draft.briefing.uuid),
            **from_columns({fact.name: getattr(draft, fact.name) for fact in PLAIN_FACTS}),
            blocks=tuple(_BLOCKS[type(block)](block) for block in blocks),
            faq=tuple(_question(item) for item in self.questions),
            topics=tuple(topic_name(topic) for topic in self.topics),
            authors=tuple(person_name(person) for person in self.authors),
            sources=tuple(_source(source) for source in self.sources),
            follows=str(draft.follows.uuid) if draft.follows else None,
            translation_of=str(draft.translation_of.uuid) if draft.translation_of else None,
        ).with_quotes_located()


def read(draft: Draft) -> BriefingContent:
    """The content of the draft in the database, with its quotations located."""
    return DraftRows.of(draft).content()


def _section(row: Section) -> SectionBlock:
    return SectionBlock(key=row.key, heading=row.heading, body=row.body)


def _quote(row: Quote) -> QuoteBlock:
    return QuoteBlock(
        key=row.key,
        spans=tuple(Span(text=words) for words in row.spans),
        section=row.section_key or None,
        person=person_name(row.person) if row.person else None,
        role=row.role,
        confirmed=row.confirmed,
        said_on=row.said_on.isoformat() if row.said_on else None,
        source=str(row.source.uuid) if row.source else None,
        translated_from=row.translated_from or None,
    )


def _figure(row: Figure) -> FigureBlock:
    image = image_name(row.image) if row.image else None
    return FigureBlock(key=row.key, image=image, alt=row.alt, decorative=row.decorative, caption=row.caption)


def image_name(row: Image) -> ImageName:
    """A picture on file, as content names it today."""
    return ImageName(
        id=str(row.uuid),
        token=row.token,
        width=row.width,
        height=row.height,
        widths=tuple(row.widths),
        fallback=row.fallback,
        credit=row.credit,
        focal_x=row.focal_x,
        focal_y=row.focal_y,
        usable_until=row.usable_until.isoformat() if row.usable_until else None,
    )


def _question(row: FAQItem) -> FAQEntry:
    return FAQEntry(
        key=row.key,
        question=row.question,
        answer=row.answer,
        open=row.open,
        open_wording=row.open_wording,
    )


def person_name(row: Person) -> PersonName:
    """Somebody on file, as content names them today."""
    return PersonName(id=str(row.uuid), name=row.name, kind=row.kind)


def topic_name(row: Topic) -> TopicName:
    """A topic on file, as content names it today."""
    return TopicName(id=str(row.uuid), name=row.name, slug=row.slug)


def _source(row: Source) -> SourceNote:
    return SourceNote(
        id=str(row.uuid),
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        read_on=row.read_on.isoformat() if row.read_on else None,
        excerpt_sha256=row.excerpt_sha256 or None,
    )


_BLOCKS = {Section: _section, Quote: _quote, Figure: _figure}
