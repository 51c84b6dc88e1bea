"""Gives the parts of a newer draft of a known briefing the keys that they had, and adds what a draft cannot say.

That is the address, the pictures, what was decided about an open question, or which person on file a name means. It is
taken from the text that the last draft became; so the new text differs from that one only in what its writer changed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from briefings.content import BriefingContent, FAQEntry, FigureBlock, PersonName, QuoteBlock, SectionBlock, SourceNote
from briefings.content.facts import FACTS, Fact
from briefings.content.richtext import SOURCE, plain_text
from briefings.importing.likeness import Words, nearness, pairs_of, words_of

Part = TypeVar("Part", SectionBlock, QuoteBlock, FAQEntry)
_BETWEEN_NEIGHBOURS = 0.1
"""How near a part has to be to the only unknown one between the same neighbours, to be that one."""


def rekeyed(new: BriefingContent, base: BriefingContent) -> BriefingContent:
    """`new` as the next text of the briefing whose last draft became `base`."""
    sections = _keys(base.sections, new.sections, _heading, _whole)
    quotes = _keys(base.quotes, new.quotes, lambda quote: words_of(quote.words))
    questions = _keys(base.faq, new.faq, lambda entry: words_of(entry.question), lambda entry: words_of(entry.answer))
    former_parts = {part.key: part for part in (*base.blocks, *base.faq)}
    sources = _sources(new.sources, base.sources)
    moved = {one.id: its.id for one, its in zip(new.sources, sources, strict=False) if one.id and its.id != one.id}
    blocks = [
        block.model_copy(update={"key": sections.get(block.key, block.key), "body": _led(block.body, moved)})
        if isinstance(block, SectionBlock)
        else _quote(block, former_parts.get(quotes.get(block.key, "")), sections)
        for block in new.blocks
    ]
    return new.model_copy(
        update={
            **{name: _fact(fact, new, base) for name, fact in FACTS.items()},
            "id": base.id,
            "blocks": _with_figures(blocks, base),
            "faq": tuple(_question(entry, former_parts.get(questions.get(entry.key, "")), moved) for entry in new.faq),
            "authors": _authors(new.authors, base.authors),
            "sources": sources,
            "change": None,
        }
    ).with_quotes_located()


def _fact(fact: Fact, new: BriefingContent, base: BriefingContent) -> Any:
    value = getattr(new, fact.name) if fact.updated_by == "draft" else None
    return value or getattr(base, fact.name)


def _keys(base: Sequence[Part], new: Sequence[Part], *says: Callable[[Part], Words]) -> dict[str, str]:
    """The key in `base` of each part of `new` that was there before, by its key in `new`.

    A part is recognised by all that it says, then by each of the things that it `says`, equal or nearly so, wherever it
    stands now; then by its place, where only one part is left between the same neighbours.
    """
    known_keys: dict[str, str] = {}
    for words_of_part in (lambda part: sum((say(part) for say in says), ()), *says):
        before = [part for part in base if part.key not in known_keys.values()]
        after = [part for part in new if part.key not in known_keys]
        texts = [[words_of_part(part) for part in side] for side in (before, after)]
        for left, right in pairs_of(*texts):
            if texts[0][left]:
                known_keys[after[right].key] = before[left].key
    return known_keys | _by_place(base, new, known_keys, lambda part: sum((say(part) for say in says), ()))


def _by_place(
    base: Sequence[Part], new: Sequence[Part], known_keys: dict[str, str], whole: Callable[[Part], Words]
) -> dict[str, str]:
    base_keys = set(known_keys.values())
    gaps: dict[tuple[str, str], list[Part]] = {}
    for gap, part in _unknown(base, base_keys, lambda key: key):
        gaps.setdefault(gap, []).append(part)
    unknown_parts: dict[tuple[str, str], list[Part]] = {}
    for gap, part in _unknown(new, set(known_keys), lambda key: known_keys[key]):
        unknown_parts.setdefault(gap, []).append(part)
    return {
        parts[0].key: gaps[gap][0].key
        for gap, parts in unknown_parts.items()
        if len(parts) == len(gaps.get(gap, ())) == 1
        and nearness(whole(parts[0]), whole(gaps[gap][0])) >= _BETWEEN_NEIGHBOURS
    }


def _unknown(
    parts: Sequence[Part], known: set[str], name_of: Callable[[str], str]
) -> list[tuple[tuple[str, str], Part]]:
    """The parts that are not known yet, each with the names of the known ones before and after it."""
    after, following = [], ""
    for part in reversed(parts):
        after.append(following)
        following = name_of(part.key) if part.key in known else following
    unknown, before = [], ""
    for part, next_one in zip(parts, reversed(after), strict=True):
        if part.key in known:
            before = name_of(part.key)
        else:
            unknown.append(((before, next_one), part))
    return unknown


def _heading(section: SectionBlock) -> Words:
    return words_of(section.heading)


def _whole(section: SectionBlock) -> Words:
    return words_of(plain_text(section.body))


def _quote(quote: QuoteBlock, former: QuoteBlock | None, sections: dict[str, str]) -> QuoteBlock:
    """The quotation with what the desk knows of it, unless the draft surely says something else."""
    section = sections.get(quote.section, quote.section) if quote.section else None
    if former is None:
        return quote.model_copy(update={"section": section})
    known: dict[str, Any] = {"key": former.key, "section": section}
    is_the_same = _is_named_like(quote.person, former.person)
    if words_of(quote.words) == words_of(former.words):
        known |= {"said_on": former.said_on, "source": former.source, "translated_from": former.translated_from}
        if is_the_same or (former.confirmed and not quote.confirmed):
            known |= {"person": former.person, "confirmed": former.confirmed or quote.confirmed}
            known |= {"role": quote.role if is_the_same and quote.role else former.role}
    elif is_the_same:
        known |= {"person": former.person}
    return quote.model_copy(update=known)


def _led(html: str, moved: Mapping[str, str | None]) -> str:
    """`html` with the marks of footnotes leading to the sources that the briefing has."""
    for source, known_source in moved.items():
        html = html.replace(f"{SOURCE}{source}", f"{SOURCE}{known_source or source}")
    return html


def _question(entry: FAQEntry, former: FAQEntry | None, moved: Mapping[str, str | None]) -> FAQEntry:
    entry = entry.model_copy(update={"answer": _led(entry.answer, moved)})
    if former is None:
        return entry
    return entry.model_copy(
        update={"key": former.key, "open": former.open, "open_wording": entry.open_wording or former.open_wording}
    )


def _with_figures(blocks: list[Any], base: BriefingContent) -> tuple[Any, ...]:
    """`blocks` with the pictures of `base`, each after the part that it followed there."""
    placed = list(blocks)
    for at, figure in enumerate(base.blocks):
        if isinstance(figure, FigureBlock):
            before = [block.key for block in base.blocks[:at]]
            places = [place for place, block in enumerate(placed) if block.key in before]
            placed.insert(places[-1] + 1 if places else 0, figure)
    return tuple(placed)


def _authors(new: Sequence[PersonName], base: Sequence[PersonName]) -> tuple[PersonName, ...]:
    if not new:
        return tuple(base)
    return tuple(next((author for author in base if _is_named_like(one, author)), one) for one in new)


def _sources(new: Sequence[SourceNote], base: Sequence[SourceNote]) -> tuple[SourceNote, ...]:
    if not new:
        return tuple(base)
    by_name = {(source.url or words_of(source.title)): source for source in base}
    known = (by_name.pop(source.url or words_of(source.title), source) for source in new)
    # A footnote has an id from the first reading on, which one that an editor added by hand may lack.
    return tuple(its if its.id else its.model_copy(update={"id": one.id}) for one, its in zip(new, known, strict=True))


def _is_named_like(one: PersonName | None, other: PersonName | None) -> bool:
    return bool(one and other) and words_of(one.name) == words_of(other.name)
