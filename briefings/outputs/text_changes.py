"""Two texts of a briefing as they are read: the parts that differ, with the words that went and came.

Readers get what `for_readers` gives. The desk names more fields (`admin.briefings.changes`), by the same parts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_lazy, override

from briefings import comparison
from briefings.comparison import ComparedField, ComparedPart, Line
from briefings.content import BriefingContent, FigureBlock, QuoteBlock, SectionBlock
from briefings.outputs import wording

FACTS = {
    "headline": gettext_lazy("Headline"),
    "slug": gettext_lazy("Address"),
    "lede": gettext_lazy("Lede"),
    "dateline": gettext_lazy("Dateline"),
    "language": gettext_lazy("Language"),
    "topics": gettext_lazy("Topics"),
    "authors": gettext_lazy("Authors"),
    "sources": gettext_lazy("Sources"),
}
"""The facts that readers have words of."""
FIELDS = {
    **dict.fromkeys(FACTS, ""),
    "heading": gettext_lazy("Heading"),
    "body": gettext_lazy("Text"),
    "words": gettext_lazy("Words"),
    "speaker": gettext_lazy("Speaker"),
    "role": gettext_lazy("Role"),
    "said_on": gettext_lazy("Said on"),
    "source": gettext_lazy("Source"),
    "translated_from": gettext_lazy("Translated from"),
    "place": gettext_lazy("Stands in the section"),
    "image": gettext_lazy("Picture"),
    "credit": gettext_lazy("Credit line"),
    "alt": gettext_lazy("What it shows"),
    "caption": gettext_lazy("Caption"),
    "question": gettext_lazy("Question"),
    "answer": gettext_lazy("Answer"),
    "open_wording": gettext_lazy("Not known yet"),
}
"""The fields that readers have words of. A fact is a part of one field, which needs no name."""


@dataclass(frozen=True)
class ShownField:
    """A field that differs. `lines` are those that changed with one around them, None where others are left out.

    `label` is empty where the part has this field alone. A code (a language, a decision) has no lines: `before` and
    `after` say it in words.
    """

    label: str
    before: str
    after: str
    lines: tuple[Line | None, ...] = ()


@dataclass(frozen=True)
class ShownPart:
    """A part that differs. `change` is "changed", "added", "removed", or "same" where it only stands elsewhere."""

    address: str
    name: str
    change: str
    is_moved: bool
    fields: tuple[ShownField, ...]


@dataclass(frozen=True)
class TextChanges:
    """What readers read of two editions: the parts that differ, and apart from them those in which no more than
    spelling does.
    """

    parts: tuple[ShownPart, ...]
    spelling: tuple[ShownPart, ...]


ShowField = Callable[[ComparedField, Mapping[str, str]], ShownField | None]


def for_readers(before: BriefingContent, after: BriefingContent) -> TextChanges:
    """The difference of two editions, in what readers were shown of them, in words of the later one's language."""
    differ, spelling = [], []
    titles = source_titles(before, after)
    with override(wording.furniture_language(after.language)):
        for compared in that_differ(before, after):
            part = shown_part(compared, titles, name=part_name, show=reader_field)
            (spelling if comparison.is_spelling_only([compared]) else differ).append(part)
    return TextChanges(tuple(differ), tuple(spelling))


def that_differ(before: BriefingContent, after: BriefingContent) -> list[ComparedPart]:
    """The parts in which what readers were shown differs."""
    return [
        part
        for part in comparison.compare_texts(before, after)
        if part.is_moved or any(field.name in FIELDS for field in part.fields)
    ]


def source_titles(*texts: BriefingContent) -> dict[str, str]:
    return {source.id: source.title for text in texts for source in text.sources if source.id}


def shown_part(
    part: ComparedPart, titles: Mapping[str, str], *, name: Callable[[str, Any], str], show: ShowField
) -> ShownPart:
    """`part` by the words of `name` and `show`, which leaves a field out where it gives None."""
    value = part.before if part.after is None else part.after
    fields = [show(field, titles) for field in part.fields]
    return ShownPart(
        part.address,
        name(part.address, value),
        part.change,
        part.is_moved,
        tuple(field for field in fields if field is not None),
    )


def part_name(address: str, value: Any) -> str:
    """What a part is called: its type, and the words it begins with. `value` is its content."""
    if address in FACTS:
        return str(FACTS[address])
    if isinstance(value, SectionBlock):
        return gettext("Section “%(heading)s”") % {"heading": value.heading or gettext("(no heading)")}
    if isinstance(value, QuoteBlock):
        return gettext("Quote “%(words)s”") % {"words": value.words[:80]}
    if isinstance(value, FigureBlock):
        return gettext("Picture “%(name)s”") % {"name": (value.alt or value.caption or gettext("(no words yet)"))[:80]}
    return gettext("Question “%(question)s”") % {"question": value.question}


def reader_field(field: ComparedField, titles: Mapping[str, str]) -> ShownField | None:
    """A field as readers read it; None of what they never saw."""
    if field.name not in FIELDS:
        return None
    label = str(FIELDS[field.name])
    if field.name == "image":
        words = gettext("a picture"), gettext("another picture") if field.before else gettext("a picture")
        return ShownField(label, words[0] if field.before else "", words[1] if field.after else "")
    if field.kind == "code":
        return ShownField(
            label, code_in_words(field.name, field.before, titles), code_in_words(field.name, field.after, titles)
        )
    return ShownField(label, field.before, field.after, comparison.lines_around_changes(field.lines))


def code_in_words(name: str, code: str, titles: Mapping[str, str]) -> str:
    """A language, a day, a source or an address as it is said."""
    if not code:
        return ""
    if name in ("language", "translated_from"):
        return wording.language_name(code)
    if name == "said_on":
        return wording.day(date.fromisoformat(code))
    if name == "source":
        return titles.get(code, gettext("a source that is gone"))
    return code
