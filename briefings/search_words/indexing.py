"""A briefing as the index holds it: the forms of its words, and marks by which it is found otherwise. A mark has a sign
in it that no word has.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from briefings.content import PUBLIC_KINDS, BriefingContent
from briefings.content.languages import without_territory
from briefings.content.richtext import plain_text
from briefings.search_words.folding import cased, spelled, words
from briefings.search_words.parts import parts
from briefings.search_words.stemming import forms

SHORTEST_BEGINNING, LONGEST_BEGINNING = 3, 10
"""Beginnings of words have so many letters; of a longer one the first ones count."""


def index_words(content: BriefingContent, *, first_published: date) -> str:
    """Every word and mark once, in order, with spaces between; `first_published` is a day in the newsroom's zone."""
    language = without_territory(content.language)
    names = _names(content)
    headline = set(_forms([content.headline], language))
    top = set(_forms([content.lede, content.dateline, *names], language))
    found = {*headline, *top, *map(in_headline, headline), *map(at_top, top - headline)}
    for part in parts(content):
        found.update(_forms([part.name, part.text], language))
    found.update(_beginnings([content.headline, *names]))
    found.update((in_language(language), in_month(first_published)))
    found.update(on_topic(topic.id) for topic in content.topics if topic.id)
    found.update(
        quoting(quote.person.id)
        for quote in content.quotes
        if quote.person and quote.person.id and quote.person.kind in PUBLIC_KINDS
    )
    return " ".join(sorted(found))


def index_draft(content: BriefingContent) -> str:
    """What `index_words` is of an edition: of a draft, for those who write it, so with every word that they see in it.
    The names in it, which change without it, are apart (`index_names`).
    """
    found = {*_forms(_texts(content), without_territory(content.language)), *_beginnings([content.headline])}
    return " ".join(sorted(found))


def index_names(names: Iterable[str], language: str) -> str:
    """Names in a draft in that language, like `index_draft`."""
    names = list(names)
    return " ".join(sorted({*_forms(names, without_territory(language)), *_beginnings(names)}))


def _texts(content: BriefingContent) -> Iterator[str]:
    yield from (content.headline, content.slug or "", content.lede, content.dateline)
    for section in content.sections:
        yield from (section.heading, plain_text(section.body))
    for quote in content.quotes:
        yield from (quote.words, quote.role)
    for figure in content.figures:
        yield from (figure.alt, figure.caption)
    for entry in content.faq:
        yield from (entry.question, plain_text(entry.answer), entry.open_wording)
    for source in content.sources:
        yield from (source.title, source.publisher)


def _forms(texts: Iterable[str], language: str) -> Iterator[str]:
    for text in texts:
        for word in words(text):
            yield from forms(word.text, language)


def _beginnings(texts: Iterable[str]) -> Iterator[str]:
    for word in {spelled(cased(word.text)) for text in texts for word in words(text)}:
        for length in range(SHORTEST_BEGINNING, LONGEST_BEGINNING + 1):
            yield beginning(word[:length])


def _names(content: BriefingContent) -> list[str]:
    """Of its topics, and of the people, bodies and documents that it quotes."""
    speakers = [quote.person for quote in content.quotes if quote.person]
    return [
        *(topic.name for topic in content.topics),
        *dict.fromkeys(one.name for one in speakers if one.kind in PUBLIC_KINDS),
    ]


def in_headline(form: str) -> str:
    return f"h={form}"


def at_top(form: str) -> str:
    """The mark of a word of the lede, the dateline, or the name of a topic or a speaker; of the headline, the other."""
    return f"a={form}"


def beginning(letters: str) -> str:
    """The mark of a word of the headline, or of the name of a topic or a speaker, that begins so."""
    return f"b={letters[:LONGEST_BEGINNING]}"


def in_language(language: str) -> str:
    return f"l={language}"


def in_month(day: date) -> str:
    return f"m={day:%Y-%m}"


def on_topic(uuid: str) -> str:
    return f"t={_short(uuid)}"


def quoting(uuid: str) -> str:
    return f"s={_short(uuid)}"


def _short(uuid: str) -> str:
    """Half of an id, by which a few thousand are told apart for certain."""
    return uuid.replace("-", "")[:16]
