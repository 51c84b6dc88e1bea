"""Words that stand twice, in a section and in the quote taken from it: a change of one is carried into the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.comparison.alignment import matching
from briefings.comparison.tokens import Token, plain_tokens
from briefings.content import BriefingContent, QuoteBlock, SectionBlock, Span
from briefings.content.quote_location import NotLocated, fold, locate
from briefings.content.richtext import plain_text, replace_words


@dataclass(frozen=True)
class Disagreement:
    """The words of the quote `key`, changed in its section and in the quote itself, and not alike."""

    key: str
    in_section: str
    in_quote: str


@dataclass(frozen=True)
class Carried:
    """The text with the changes carried, the keys of the quotes that took part, and where an editor has to be asked."""

    content: BriefingContent
    from_sections: tuple[str, ...] = ()
    into_sections: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def carry_quoted_words(base: BriefingContent, content: BriefingContent) -> Carried:
    """`content` with each quote and its section alike, where one of the two was changed since `base`.

    A quote that stood in its section at `base` follows its words there: those between the same signs or words on either
    side. Where only the quote was changed, the section gets its words. Nobody has confirmed words that came from the
    section. What cannot be told stays as it is, and readiness names it.
    """
    quotes = {quote.key: quote for quote in content.quotes}
    bodies = {section.key: section.body for section in content.sections}
    from_sections, into_sections, disagreements = [], [], []
    for was in base.quotes:
        quote = quotes.get(was.key)
        before = _body(base, was.section)
        if quote is None or before is None or quote.section != was.section or quote.section not in bodies:
            continue
        body = bodies[quote.section]
        places = _places_now(was, plain_text(before), plain_text(body))
        if places is None or _stands(quote, plain_text(body)):
            continue
        now = [plain_text(body)[start:end] for start, end in places]
        if _says(quote) == _says(was):
            spans = tuple(Span(text=words.strip()) for words in now if words.strip())
            if spans:
                quotes[quote.key] = quote.model_copy(update={"spans": spans, "confirmed": False})
                from_sections.append(quote.key)
        elif _folded(now) == _says(was) and len(places) == len(quote.spans):
            edits = [
                edit
                for (start, _end), words, span in zip(places, now, quote.spans, strict=True)
                for edit in least_edits(words, span.text, at=start)
            ]
            bodies[quote.section] = replace_words(body, edits)
            into_sections.append(quote.key)
        else:
            disagreements.append(Disagreement(quote.key, " … ".join(now), quote.words))
    blocks = tuple(_carried(block, quotes, bodies) for block in content.blocks)
    return Carried(
        content.model_copy(update={"blocks": blocks}).with_quotes_located(),
        tuple(from_sections),
        tuple(into_sections),
        tuple(disagreements),
    )


def _carried(block: object, quotes: dict[str, QuoteBlock], bodies: dict[str, str]) -> object:
    if isinstance(block, QuoteBlock):
        return quotes[block.key]
    if isinstance(block, SectionBlock) and bodies[block.key] != block.body:
        return block.model_copy(update={"body": bodies[block.key]})
    return block


def _body(text: BriefingContent, key: str | None) -> str | None:
    return next((section.body for section in text.sections if section.key == key), None)


def _says(quote: QuoteBlock) -> list[str]:
    return _folded([span.text for span in quote.spans])


def _folded(words: Sequence[str]) -> list[str]:
    return [fold(span)[0].strip() for span in words]


def _stands(quote: QuoteBlock, text: str) -> bool:
    try:
        return bool(locate([span.text for span in quote.spans], text))
    except NotLocated as refusal:
        return refusal.count > 1


def _places_now(quote: QuoteBlock, before: str, after: str) -> list[tuple[int, int]] | None:
    """Where in `after` the words stand now that the quote's spans had in `before`; None where that cannot be told."""
    try:
        places = locate([span.text for span in quote.spans], before)
    except NotLocated:
        return None
    was, is_now = _starts(plain_tokens(before)), _starts(plain_tokens(after))
    pairs = dict(matching(plain_tokens(before), plain_tokens(after)))
    pairs[len(was) - 1] = len(is_now) - 1  # the two ends
    at = {start: index for index, start in enumerate(was)}
    found = []
    for start, end in places:
        neighbours = at.get(start, 0) - 1, at.get(end)
        if neighbours[0] not in pairs or neighbours[1] not in pairs:
            return None
        found.append((is_now[pairs[neighbours[0]] + 1], is_now[pairs[neighbours[1]]]))
    return found


def _starts(tokens: Sequence[Token]) -> list[int]:
    """Where each token begins in the text, and where the text ends; the break that `tokens` begin with is before it."""
    starts = [-1]
    for token in tokens:
        starts.append(starts[-1] + len(token.text))
    return starts


def least_edits(before: str, after: str, *, at: int) -> list[tuple[int, int, str]]:
    """The fewest words to replace so that `before`, which begins at the offset `at`, says `after` (a line)."""
    was, is_now = plain_tokens(before)[1:], plain_tokens(" ".join(after.split()))[1:]
    pairs = matching([fold(token.text)[0] for token in was], [fold(token.text)[0] for token in is_now])
    starts = [at + start + 1 for start in _starts(was)]
    edits, left, right = [], 0, 0
    for low, start in [*pairs, (len(was), len(is_now))]:
        if low > left or start > right:
            edits.append((starts[left], starts[low], "".join(token.text for token in is_now[right:start])))
        left, right = low + 1, start + 1
    return edits
