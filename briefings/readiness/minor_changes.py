"""What readers would not be told of a minor change, though it is more than spelling: numbers, names and quotations."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from briefings.comparison import ComparedPart, Replacement, figures, replacements
from briefings.content import BriefingContent, QuoteBlock
from briefings.readiness.finding import Finding, Level

_WORD = re.compile(r"[\w’'-]+")
_ENDS_A_SENTENCE = (".", "!", "?", "…", ":")
_MARKS = " \t“”„\"‘’'«»()[]¿¡"
_NOUNS_ARE_CAPITALISED = ("de", "lb")
_LONGEST = 60
_MOST = 5
"""Warnings that are told one by one."""


def of_minor_change(
    changed: Iterable[ComparedPart], live: BriefingContent, content: BriefingContent
) -> tuple[Finding, ...]:
    """A warning for each number, name and quotation of `content` that differs in the parts `changed` since `live`."""
    names = _known_names(live) | _known_names(content)
    found = tuple(finding for part in changed for finding in _of_part(part, names, content.language))
    if len(found) <= _MOST:
        return found
    sentence = _(
        "Numbers, names or quotations changed in %(count)d places. Of a minor change readers are told nothing."
    )
    return (Finding("minor-many", Level.WARN, "", sentence % {"count": len(found)}),)


def _of_part(part: ComparedPart, names: set[str], language: str) -> Iterator[Finding]:
    key = part.address if part.after is not None and not part.address.isidentifier() else ""
    quote = next((value for value in (part.after, part.before) if isinstance(value, QuoteBlock)), None)
    if quote is not None and (part.change != "same") and {"words", "speaker"} & {field.name for field in part.fields}:
        sentence = _("The quotation “%(words)s” is not as readers have it. Of a minor change they are told nothing.")
        yield Finding("minor-quotation", Level.WARN, key, sentence % {"words": _short(quote.words)})
        return
    for field in part.fields:
        for each in replacements(field):
            values = {"before": _short(each.before) or "–", "after": _short(each.after) or "–"}
            if figures(each.before) != figures(each.after):
                sentence = _(
                    "A number changed: “%(before)s”, now “%(after)s”. Of a minor change readers are told nothing."
                )
                yield Finding("minor-number", Level.WARN, key, sentence % values)
            elif field.kind == "items" or _names_differ(each, names, language):
                sentence = _(
                    "A name changed: “%(before)s”, now “%(after)s”. Of a minor change readers are told nothing."
                )
                yield Finding("minor-name", Level.WARN, key, sentence % values)


def _known_names(content: BriefingContent) -> set[str]:
    people = [*content.authors, *(quote.person for quote in content.quotes if quote.person)]
    return {word.casefold() for person in people for word in _WORD.findall(person.name) if len(word) > 2}


def _names_differ(each: Replacement, known: set[str], language: str) -> bool:
    takes_capitals = language.partition("-")[0] not in _NOUNS_ARE_CAPITALISED
    was, is_now = (
        _names(text, each.follows, known, takes_capitals=takes_capitals) for text in (each.before, each.after)
    )
    return was != is_now


def _names(text: str, follows: str, known: set[str], *, takes_capitals: bool) -> set[str]:
    """The words of `text` that name somebody or something: known ones, and those with a capital within a sentence."""
    names = set()
    for found in _WORD.finditer(text):
        word = found[0]
        stands_behind = (follows + text[: found.start()]).rstrip(_MARKS)
        begins = not stands_behind or stands_behind.endswith(_ENDS_A_SENTENCE)
        is_name = word.casefold() in known or (takes_capitals and word[0].isupper() and not begins)
        if is_name and not word[0].islower():
            names.add(word.casefold())
    return names


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
