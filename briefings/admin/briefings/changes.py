"""Two texts of a briefing as an editor reads them: the parts that differ, with the words that went and came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from briefings import comparison
from briefings.comparison import ComparedField, ComparedPart, Line
from briefings.content import BriefingContent, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.facts import FACTS
from briefings.desk_words import day_in_words, said
from briefings.outputs.wording import language_name

FIELDS = {
    "heading": gettext_lazy("Heading"),
    "body": gettext_lazy("Text"),
    "words": gettext_lazy("Words"),
    "speaker": gettext_lazy("Speaker"),
    "role": gettext_lazy("Role"),
    "said_on": gettext_lazy("Said on"),
    "source": gettext_lazy("Source"),
    "translated_from": gettext_lazy("Translated from"),
    "place": gettext_lazy("Stands in the section"),
    "confirmed": gettext_lazy("Speaker confirmed"),
    "image": gettext_lazy("Picture"),
    "credit": gettext_lazy("Credit line"),
    "alt": gettext_lazy("What it shows"),
    "decorative": gettext_lazy("Decorative"),
    "caption": gettext_lazy("Caption"),
    "question": gettext_lazy("Question"),
    "answer": gettext_lazy("Answer"),
    "open": gettext_lazy("Without an answer"),
    "open_wording": gettext_lazy("What readers are told"),
}
_CODES = {
    "confirmed": gettext_lazy("yes"),
    "decorative": gettext_lazy("yes"),
    "undecided": gettext_lazy("undecided"),
    "shown": gettext_lazy("shown as open"),
    "held": pgettext_lazy("a question", "held back"),
}


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


def shown(before: BriefingContent, after: BriefingContent) -> list[ShownPart]:
    """The parts in which the two texts differ, in the order of the page."""
    titles = {source.id: source.title for text in (before, after) for source in text.sources if source.id}
    return [_part(part, titles) for part in comparison.compare_texts(before, after) if part.is_changed]


def shown_part(
    address: str, before: Any, after: Any, *, headings: Mapping[str, str], titles: Mapping[str, str]
) -> ShownPart:
    """One part as two texts have it. `headings` are those of sections, by key, and `titles` those of sources, by id."""
    return _part(comparison.compare_part(address, before, after, headings=headings), titles)


def part_name(address: str, value: Any) -> str:
    """What an editor calls a part: its type, and the words it begins with. `value` is its content."""
    if address in FACTS:
        return said(FACTS[address].label)
    if isinstance(value, SectionBlock):
        return _("Section “%(heading)s”") % {"heading": value.heading or _("(no heading)")}
    if isinstance(value, QuoteBlock):
        return _("Quote “%(words)s”") % {"words": value.words[:80]}
    if isinstance(value, FigureBlock):
        return _("Picture “%(name)s”") % {"name": (value.alt or value.caption or _("(no words yet)"))[:80]}
    return _("Question “%(question)s”") % {"question": value.question}


def _part(part: ComparedPart, titles: Mapping[str, str]) -> ShownPart:
    value = part.before if part.after is None else part.after
    return ShownPart(
        part.address,
        part_name(part.address, value),
        part.change,
        part.is_moved,
        tuple(_field(field, titles) for field in part.fields),
    )


def _field(field: ComparedField, titles: Mapping[str, str]) -> ShownField:
    label = str(FIELDS.get(field.name, ""))
    if field.kind == "code":
        return ShownField(
            label, _in_words(field.name, field.before, titles), _in_words(field.name, field.after, titles)
        )
    return ShownField(label, field.before, field.after, comparison.lines_around_changes(field.lines))


def _in_words(name: str, code: str, titles: Mapping[str, str]) -> str:
    if not code:
        return ""
    if name in ("language", "translated_from"):
        return language_name(code)
    if name == "said_on":
        return day_in_words(date.fromisoformat(code))
    if name == "source":
        return titles.get(code, _("a source that is gone"))
    if name == "image":
        return _("picture %(token)s") % {"token": code[:6]}
    if name in ("follows", "translation_of"):
        return _("briefing %(id)s") % {"id": code[:8]}
    return str(_CODES.get(code, code))
