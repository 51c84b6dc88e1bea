"""`BriefingContent`: one whole briefing as a frozen value."""

import contextlib
from collections import Counter
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from briefings.content import fields
from briefings.content.names import ImageName, PersonName, SourceNote, TopicName
from briefings.content.quote_location import Folded, NotLocated, fold, locate
from briefings.content.refusals import ContentRefused
from briefings.content.richtext import plain_text
from briefings.content.value import Value
from briefings.messages import Message


class Span(Value):
    """Words of a quotation. `start` and `end` count code points in the plain text of its section; None if not found."""

    text: fields.Passage
    start: int | None = None
    end: int | None = None


class SectionBlock(Value):
    """A headed part of the briefing."""

    type: Literal["section"] = "section"
    key: fields.SectionKey
    heading: fields.Line = ""
    body: fields.Rich = ""


class QuoteBlock(Value):
    """Words in quotation marks with an attribution, in the text of `section`; set off from the text without one."""

    type: Literal["quote"] = "quote"
    key: fields.QuoteKey
    spans: tuple[Span, ...] = Field(min_length=1)
    section: fields.SectionKey | None = None
    person: PersonName | None = None
    role: fields.Line = ""
    confirmed: bool = False
    said_on: fields.Day | None = None
    source: fields.Id | None = None
    translated_from: fields.Language | None = None

    @property
    def words(self) -> str:
        """The quoted words; a split quotation's spans are joined by an ellipsis."""
        return " … ".join(span.text for span in self.spans)


class FigureBlock(Value):
    """One use of a picture; `image` is None until it is chosen. A `decorative` one has no `alt`."""

    type: Literal["figure"] = "figure"
    key: fields.FigureKey
    image: ImageName | None = None
    alt: fields.Line = ""
    decorative: bool = False
    caption: fields.Passage = ""


Block = Annotated[SectionBlock | QuoteBlock | FigureBlock, Field(discriminator="type")]


class FAQEntry(Value):
    """A question and its answer. Without an answer it is open, and `open` is what the editor decided about that."""

    key: fields.FAQKey
    question: fields.Line
    answer: fields.Rich = ""
    open: Literal["undecided", "shown", "held"] = "undecided"
    open_wording: fields.Line = ""

    @property
    def is_open(self) -> bool:
        """Whether the answer holds no word."""
        return not plain_text(self.answer).strip()


class Correction(Value):
    """What was wrong and what is right, in readers' words."""

    key: fields.CorrectionKey
    kind: Literal["correction", "clarification", "editors-note"] = "correction"
    was_wrong: fields.Passage = ""
    is_right: fields.Passage


class Change(Value):
    """What readers are told of an edition's change: a note, and a correction if it makes one."""

    note: fields.Passage = ""
    correction: Correction | None = None


class BriefingContent(Value):
    """One whole briefing: what readers get, what a revision keeps, what drafts are made from.

    Only an imported edition has `first_published`, the moment at which readers first had it on another system.
    `more_follows` is said by editions from a flash on until the next major one, and by no draft. Values are str, int,
    bool, None and tuples only; times are UTC ISO strings, text is NFC. Construction raises pydantic's ValidationError;
    `BriefingContent.offered` turns that into ContentRefused.
    """

    schema_version: Literal[5] = 5
    id: fields.Id
    headline: fields.Line = ""
    slug: fields.Slug | None = None
    lede: fields.Passage = ""
    dateline: fields.Line = ""
    language: fields.Language = "en"
    blocks: tuple[Block, ...] = ()
    faq: tuple[FAQEntry, ...] = ()
    change: Change | None = None
    topics: tuple[TopicName, ...] = ()
    authors: tuple[PersonName, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    follows: fields.Id | None = None
    translation_of: fields.Id | None = None
    merged_into: fields.Id | None = None
    first_published: fields.Moment | None = None
    more_follows: bool = False

    @classmethod
    def offered(cls, **values: Any) -> Self:
        """The content with these `values`; raises ContentRefused with every reason at once."""
        try:
            return cls(**values)
        except ValidationError as error:
            raise ContentRefused.from_validation(error) from error

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        keys = [part.key for part in (*self.blocks, *self.faq)]
        if self.change and self.change.correction:
            keys.append(self.change.correction.key)
        if repeated := sorted(key for key, count in Counter(keys).items() if count > 1):
            raise ValueError(Message("uses the same part key twice: %(keys)s.", keys=", ".join(repeated)))
        slugs = [topic.slug for topic in self.topics]
        if len(set(slugs)) < len(slugs):
            raise ValueError(Message("names the same topic twice."))
        if self.translation_of == self.id:
            raise ValueError(Message("cannot be a translation of itself."))
        return self

    @property
    def sections(self) -> tuple[SectionBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, SectionBlock))

    @property
    def quotes(self) -> tuple[QuoteBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, QuoteBlock))

    @property
    def figures(self) -> tuple[FigureBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, FigureBlock))

    @property
    def parts(self) -> dict[str, Block | FAQEntry]:
        """Blocks and questions, in the order of the page, by their key."""
        return {part.key: part for part in (*self.blocks, *self.faq)}

    def with_quotes_located(self) -> Self:
        """The same content with new offsets for every quotation, which are None where its words are not found."""
        quoted = {quote.section for quote in self.quotes}
        texts = {section.key: fold(plain_text(section.body)) for section in self.sections if section.key in quoted}
        return self.model_copy(
            update={
                "blocks": tuple(
                    _located(block, texts) if isinstance(block, QuoteBlock) else block for block in self.blocks
                )
            }
        )

    def for_readers(self) -> Self:
        """The same content as an edition holds it, without the open questions that are held back."""
        shown = tuple(entry for entry in self.faq if not (entry.is_open and entry.open == "held"))
        return self.model_copy(update={"faq": shown})


def _located(quote: QuoteBlock, texts: dict[str, Folded]) -> QuoteBlock:
    places: tuple[tuple[int | None, int | None], ...] = ((None, None),) * len(quote.spans)
    if quote.section in texts:
        with contextlib.suppress(NotLocated):
            places = locate([span.text for span in quote.spans], texts[quote.section])
    spans = tuple(
        Span(text=span.text, start=start, end=end) for span, (start, end) in zip(quote.spans, places, strict=True)
    )
    return quote.model_copy(update={"spans": spans})
