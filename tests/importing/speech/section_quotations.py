"""Quotations of a section in any language."""

from briefings.importing import Imported, as_json
from tests.importing.drafts import understood

_LEDES = {
    "en": "The council met in Paris on Monday, and it talked for a long time about what comes next.",
    "de": "In Paris wurde am Montag lange über den Winter und über das Geld gesprochen.",
    "fr": "Dans la ville de Paris, il a été longtemps question de l’hiver et de ce qui suit.",
    "es": "En la ciudad de París se habló durante mucho tiempo del invierno y de lo que viene.",
    "uk": "У Парижі в понеділок довго говорили про зиму та про те, що буде далі.",
    "ar": "في مدينة باريس كان الحديث طويلا عن الشتاء وما بعده.",
}


def said(text: str, *, language: str = "en", **arguments: object) -> Imported:
    """A draft with a lede in which nobody speaks, and `text` below."""
    return understood(f"{_LEDES[language]}\n\n{text}", language=language, **arguments)


def spoken(text: str, *, language: str = "en", **arguments: object) -> list[tuple[str, str | None, str | None, bool]]:
    """Words, speaker, role and whether confirmed, of each quotation."""
    quotes = as_json(said(text, language=language, **arguments))["quotes"]
    return [(quote["text"], quote["speaker"], quote["role"], quote["confirmed"]) for quote in quotes]


def speakers(text: str, *, language: str = "en") -> list[str | None]:
    return [speaker for _, speaker, _, _ in spoken(text, language=language)]


def kinds(text: str, *, language: str = "en") -> list[tuple[str, str]]:
    """Name and kind of each speaker."""
    return [(quote.person.name, quote.person.kind) for quote in said(text, language=language).content.quotes]
