"""Where in its section the words of a quote are likely to stand, when they do not stand there word for word."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from briefings.comparison.alignment import matching
from briefings.comparison.quoted_words import least_edits
from briefings.comparison.tokens import Token, plain_tokens
from briefings.content import BriefingContent, QuoteBlock
from briefings.content.quote_location import NotLocated, fold, locate
from briefings.content.richtext import plain_text, replace_words


@dataclass(frozen=True)
class WordChoice:
    """A quote, and for each of its spans where the words begin and end that stand at its place in the section."""

    quote: QuoteBlock
    body: str
    places: tuple[tuple[int, int], ...]

    @property
    def in_section(self) -> tuple[str, ...]:
        text = plain_text(self.body)
        return tuple(text[start:end] for start, end in self.places)

    def of_the_quote(self) -> str:
        """The section's rich text with the quote's words."""
        edits = [
            edit
            for (start, _end), words, span in zip(self.places, self.in_section, self.quote.spans, strict=True)
            for edit in least_edits(words, span.text, at=start)
        ]
        return replace_words(self.body, edits)


def word_choice(content: BriefingContent, key: str) -> WordChoice | None:
    """The choice for the quote `key`, as `choice_between`; None for one that stands in no section."""
    quote = next((quote for quote in content.quotes if quote.key == key), None)
    body = next((section.body for section in content.sections if quote and section.key == quote.section), "")
    return choice_between(quote, body) if quote and body else None


def choice_between(quote: QuoteBlock, body: str) -> WordChoice | None:
    """The choice between `quote` and its section; None where the words are alike, or their place cannot be told."""
    text = plain_text(body)
    spans = [span.text for span in quote.spans]
    try:
        locate(spans, text)
    except NotLocated as refusal:
        places = _places(spans, text) if refusal.count == 0 else None
        return WordChoice(quote, body, places) if places else None
    return None


def _places(spans: Sequence[str], text: str) -> tuple[tuple[int, int], ...] | None:
    tokens = plain_tokens(text)[1:]
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token.text))
    places, first = [], 0
    for span in spans:
        found = _place(plain_tokens(" ".join(span.split()))[1:], tokens[first:])
        if found is None:
            return None
        places.append((starts[first + found[0]], starts[first + found[1]]))
        first += found[1]
    return tuple(places)


def _place(span: Sequence[Token], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """From which token to which; None where fewer than half of the words stand there, or not in one line."""
    words = [place for place, token in enumerate(span) if token.text[0].isalnum()]
    pairs = matching([fold(token.text)[0] for token in span], [fold(token.text)[0] for token in tokens])
    pairs = [(left, right) for left, right in pairs if span[left].text[0].isalnum()]
    if not pairs:
        return None
    shift = median_low([right - left for left, right in pairs])
    near = [(left, right) for left, right in pairs if abs(right - left - shift) <= len(span) // 2 + 2]
    if 2 * len(near) < len(words):
        return None
    (left, right), (last_left, last_right) = near[0], near[-1]
    start, end = max(0, right - left), min(len(tokens), last_right + len(span) - last_left)
    while start < right and not tokens[start].text[0].isalnum():
        start += 1
    for inside in range(right, start, -1):
        if _is_outside(tokens[inside - 1]):
            start = inside
            break
    for outside in range(last_right, end):
        if _is_outside(tokens[outside]):
            end = outside
            break
    while end > last_right + 1 and tokens[end - 1].text.isspace():
        end -= 1
    return None if any(token.is_break for token in tokens[start:end]) else (start, end)


def _is_outside(token: Token) -> bool:
    return token.is_break or token.text in '“”„«»"‟'
