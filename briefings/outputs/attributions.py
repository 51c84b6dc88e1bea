"""Attributions: who said which words, ready for the page."""

from dataclasses import dataclass
from datetime import date

from briefings.content import PersonKind, QuoteBlock, SourceNote
from briefings.outputs import wording
from briefings.outputs.facts import Paths
from briefings.outputs.original_languages import translated_from

_SHORT = 80
_MARKS = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "‹": "›"}


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """A quotation with its speaker, role, date and source.

    `words` have no quotation marks around them: the page puts them there. `short` is the words, cut after about 80
    characters. `kind` is that of the speaker. `located` says whether the words are marked in the text, where `#key`
    leads. `path` is the speaker's page, or "". `translated_from` says so in words.
    """

    key: str
    words: str
    short: str
    name: str
    kind: PersonKind = "unnamed"
    role: str = ""
    said_on: date | None = None
    translated_from: str = ""
    source: SourceNote | None = None
    located: bool = True
    path: str = ""


def places_of(quote: QuoteBlock, length: int) -> tuple[tuple[int, int], ...]:
    """The quotation's spans that lie in a text of `length` code points; empty unless all of them do."""
    places = tuple(
        (span.start, span.end)
        for span in quote.spans
        if span.start is not None and span.end is not None and 0 <= span.start < span.end <= length
    )
    return places if len(places) == len(quote.spans) else ()


def speaker_of(quote: QuoteBlock) -> str:
    """Name and role on one line, for the mark in the text."""
    return wording.comma().join(filter(None, [quote.person.name if quote.person else "", quote.role]))


def attribution_of(quote: QuoteBlock, sources: dict[str, SourceNote], *, located: bool, paths: Paths) -> Attribution:
    """The attribution of `quote`; `sources` are by id."""
    words = bare(quote.words)
    return Attribution(
        key=quote.key,
        words=words,
        short=_shortened(words),
        name=quote.person.name if quote.person else "",
        kind=quote.person.kind if quote.person else "unnamed",
        role=quote.role,
        said_on=date.fromisoformat(quote.said_on) if quote.said_on else None,
        translated_from=translated_from(quote.translated_from) if quote.translated_from else "",
        source=sources.get(quote.source or ""),
        located=located,
        path=paths.people.get((quote.person and quote.person.id) or "", ""),
    )


def bare(words: str) -> str:
    """`words` without the quotation marks around them and without a comma that belongs to the sentence outside."""
    words = words.strip()
    if len(words) > 1 and _MARKS.get(words[0]) == words[-1]:
        inner = words[1:-1].strip()
        if words[0] not in inner and words[-1] not in inner:
            words = inner
    return words.rstrip(",،、 ") or words


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= _SHORT:
        return words
    space = words.rfind(" ", _SHORT // 2, _SHORT)
    return words[: space if space > 0 else _SHORT].rstrip(" ,;:،؛–—") + "…"
