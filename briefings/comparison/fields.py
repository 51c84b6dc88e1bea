"""The fields of a part as tokens, by the part's type, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefings.comparison.tokens import Token, plain_tokens, rich_tokens
from briefings.content import FAQEntry, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.facts import PLAIN_FACTS

FieldKind = Literal["words", "items", "code"]


@dataclass(frozen=True)
class Field:
    """`kind` says what it holds: words, items each taken whole (names), or a code (a language, a decision)."""

    name: str
    tokens: list[Token]
    kind: FieldKind = "words"


def fields_of(part: Any, *, address: str, headings: Mapping[str, str]) -> dict[str, Field]:
    """The fields of `part`, the value at `address` of a text, by name; none of a part that is not there.

    `headings` are those of the sections, by key.
    """
    fields = [] if part is None else _fields(part, address, headings)
    return {field.name: field for field in fields}


def _fields(part: Any, address: str, headings: Mapping[str, str]) -> list[Field]:
    if isinstance(part, SectionBlock):
        return [_words("heading", part.heading), Field("body", rich_tokens(part.body))]
    if isinstance(part, QuoteBlock):
        return _of_quote(part, headings)
    if isinstance(part, FigureBlock):
        image = part.image
        return [
            _code("image", image.token if image else ""),
            _words("credit", image.credit if image else ""),
            _words("alt", part.alt),
            _code("decorative", "decorative" if part.decorative else ""),
            _words("caption", part.caption),
        ]
    if isinstance(part, FAQEntry):
        return [
            _words("question", part.question),
            Field("answer", rich_tokens(part.answer)),
            _code("open", part.open if part.is_open else ""),
            _words("open_wording", part.open_wording),
        ]
    if isinstance(part, tuple):
        return [Field(address, _items(part), "items")]
    return [_words(address, part) if address in _WORDED else _code(address, part or "")]


_WORDED = {fact.name for fact in PLAIN_FACTS} - {"language"}


def _of_quote(quote: QuoteBlock, headings: Mapping[str, str]) -> list[Field]:
    return [
        _words("words", quote.words),
        Field("speaker", _items([quote.person] if quote.person else []), "items"),
        _words("role", quote.role),
        _code("said_on", quote.said_on or ""),
        _code("source", quote.source or ""),
        _code("translated_from", quote.translated_from or ""),
        Field("place", [Token(headings.get(quote.section, ""))] if quote.section else [], "items"),
        _code("confirmed", "confirmed" if quote.confirmed else ""),
    ]


def _words(name: str, text: str | None) -> Field:
    return Field(name, plain_tokens(text or ""))


def _code(name: str, code: str) -> Field:
    return Field(name, [Token(code)] if code else [], "code")


def _items(items: Any) -> list[Token]:
    """A line for each item: names whole, sources with what is known of them."""
    tokens: list[Token] = []
    for item in items:
        known = [getattr(item, name, None) for name in ("name", "title", "publisher", "url", "read_on")]
        tokens += [Token("\n"), Token(", ".join(text for text in known if text))]
    return tokens
