"""A demo text as content, with the same part keys at every stage of its history."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

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
from briefings.content import keys as part_keys
from briefings.content.facts import PLAIN_FACTS, from_columns
from briefings.content.slugs import ascii_slug
from briefings.demo import demo_texts
from briefings.demo.demo_texts import Text, body


def composed(text: Text, *, briefing_id: str, pictures: dict[str, ImageName], today: date) -> BriefingContent:
    """The content of `text`. Its days are counted back from `today`; `pictures` are by their names in the text."""

    def key(letter: str, number: int) -> str:
        return part_keys.derived_key(letter, f"{text['file']}:{number}")

    sections = [
        SectionBlock(key=key(part_keys.SECTION, n), heading=section["heading"], body=body(section["paragraphs"]))
        for n, section in enumerate(text["sections"])
    ]
    quotes = [_quote(quote, key(part_keys.QUOTE, n), sections, today) for n, quote in enumerate(text["quotes"])]
    figures = [
        FigureBlock(
            key=key(part_keys.FIGURE, n),
            image=pictures[figure["picture"]],
            alt="" if figure["decorative"] else figure["alt"],
            decorative=figure["decorative"],
            caption=figure["caption"],
        )
        for n, figure in enumerate(text["figures"])
    ]
    placed = list(zip(text["figures"], figures, strict=True))
    blocks: list[Any] = [block for figure, block in placed if figure["after_section"] is None]
    for n, section in enumerate(sections):
        blocks += [section, *(block for figure, block in placed if figure["after_section"] == n)]
    return BriefingContent.offered(
        id=briefing_id,
        **from_columns({fact.name: text.get(fact.name, "") for fact in PLAIN_FACTS}),
        follows=str(demo_texts.briefing_id(text["follows"])) if "follows" in text else None,
        blocks=(*blocks, *quotes),
        faq=tuple(
            FAQEntry(
                key=key(part_keys.FAQ, n),
                question=entry["question"],
                answer=entry["answer"] or "",
                open=entry["open"] or "undecided",
                open_wording=entry["open_wording"],
            )
            for n, entry in enumerate(text["faq"])
        ),
        topics=tuple(TopicName(name=name, slug=ascii_slug(name, otherwise="topic")) for name in text["topics"]),
        authors=tuple(PersonName(name=author["name"], kind=author["kind"]) for author in text["authors"]),
        sources=tuple(_source(source, n, briefing_id, today) for n, source in enumerate(text["sources"])),
    )


def _quote(quote: dict[str, Any], key: str, sections: list[SectionBlock], today: date) -> QuoteBlock:
    return QuoteBlock(
        key=key,
        spans=tuple(Span(text=span) for span in quote["spans"]),
        section=None if quote["section"] is None else sections[quote["section"]].key,
        person=PersonName(name=quote["speaker"], kind=quote["kind"]),
        role=quote["role"],
        confirmed=True,
        said_on=_day(quote["said_days_ago"], today),
        translated_from=quote["translated_from"],
    )


def _source(source: dict[str, Any], number: int, briefing_id: str, today: date) -> SourceNote:
    return SourceNote(
        id=str(uuid5(UUID(briefing_id), f"source {number}")),
        title=source["title"],
        publisher=source["publisher"],
        url=source["url"],
        read_on=_day(source["read_days_ago"], today),
    )


def _day(days_ago: int | None, today: date) -> str | None:
    return None if days_ago is None else (today - timedelta(days=days_ago)).isoformat()
