"""A briefing's page in its order: lede, blocks, questions, sources. Every part carries its key as its anchor."""

from datetime import date

from django.utils.translation import override

from briefings.content import BriefingContent, FigureBlock, QuoteBlock, SectionBlock, SourceNote
from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.attributions import attribution_of, places_of, speaker_of
from briefings.outputs.facts import Paths, TopicFacts
from briefings.outputs.footnotes import marks_of, origin
from briefings.outputs.page_parts import Author, FigurePart, PageParts, QuestionPart, QuotePart, SectionPart, SourcePart
from briefings.outputs.pictures import MEDIA, may_be_shown, picture
from briefings.outputs.printable import printable
from briefings.outputs.quote_markup import QuotePlaces


def parts(
    content: BriefingContent,
    *,
    as_of: date,
    shown_on: date | None = None,
    paths: Paths | None = None,
    media: str = MEDIA,
) -> PageParts:
    """The page's parts, their words in the page's language; `as_of` is the day (or moment) of the edition, named
    in questions that were open then.

    `shown_on` is the day on which the page is read: pictures that may no longer be used are left out. `paths` are the
    pages of its people and topics, `media` is the address of pictures.
    """
    paths = paths or Paths()
    shown_on = shown_on or as_of
    sources = {source.id: source for source in content.sources if source.id}
    met: set[str] = set()
    sections = {section.key for section in content.sections}
    with override(wording.furniture_language(content.language)):
        return PageParts(
            language=content.language,
            direction=wording.direction(content.language),
            headline=content.headline,
            authors=tuple(
                Author(name=author.name, kind=author.kind, path=paths.authors.get(author.id or "", ""))
                for author in content.authors
            ),
            lede=tuple(line for line in content.lede.split("\n") if line.strip()),
            blocks=tuple(
                _figure(block, media) if isinstance(block, FigureBlock) else _block(block, content, sources, paths, met)
                for block in content.blocks
                if not (isinstance(block, QuoteBlock) and block.section in sections) and _is_shown(block, shown_on)
            ),
            questions=tuple(
                QuestionPart(
                    key=entry.key,
                    question=entry.question,
                    answer=printable("" if entry.is_open else entry.answer, sources=sources, met=met),
                    open_wording=wording.open_question(entry.open_wording, as_of=as_of) if entry.is_open else "",
                )
                for entry in content.faq
            ),
            topics=tuple(
                TopicFacts(name=topic.name, path=paths.topics.get(topic.id or "", f"/topics/{topic.slug}/"))
                for topic in content.topics
            ),
            sources=_sources(content),
        )


def _sources(content: BriefingContent) -> tuple[SourcePart, ...]:
    marks = marks_of(content)
    return tuple(
        SourcePart(note=note, id=f"source-{note.id}", mark=marks[note.id], back=f"#{origin(note.id)}")
        if note.id in marks
        else SourcePart(note=note)
        for note in content.sources
    )


def _is_shown(block: object, on: date) -> bool:
    if not isinstance(block, FigureBlock):
        return True
    return block.image is not None and may_be_shown(block.image, on)


def _figure(block: FigureBlock, media: str) -> FigurePart:
    return FigurePart(
        key=block.key,
        picture=picture(block.image, media=media),
        alt="" if block.decorative else block.alt,
        caption=block.caption,
        credit=block.image.credit,
    )


def _block(
    block: SectionBlock | QuoteBlock,
    content: BriefingContent,
    sources: dict[str, SourceNote],
    paths: Paths,
    met: set[str],
) -> SectionPart | QuotePart:
    if isinstance(block, QuoteBlock):
        return QuotePart(key=block.key, attribution=attribution_of(block, sources, located=True, paths=paths))
    quotes = [quote for quote in content.quotes if quote.section == block.key]
    length = len(plain_text(block.body)) if quotes else 0
    placed = [(quote, places_of(quote, length)) for quote in quotes]
    return SectionPart(
        key=block.key,
        heading=block.heading,
        body=printable(
            block.body,
            [QuotePlaces(key=quote.key, places=places, speaker=speaker_of(quote)) for quote, places in placed],
            sources=sources,
            met=met,
        ),
        attributions=tuple(
            attribution_of(quote, sources, located=bool(places), paths=paths)
            for quote, places in sorted(placed, key=lambda pair: pair[1] or ((length, length),))
        ),
    )
