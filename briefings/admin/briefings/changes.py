"""Two texts of a briefing as an editor reads them: as readers do, with the fields that only editors know."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from briefings import comparison
from briefings.comparison import ComparedField, ComparedPart
from briefings.content import BriefingContent
from briefings.content.facts import FACTS
from briefings.desk_words import said
from briefings.outputs import text_changes
from briefings.outputs.text_changes import ShownField, ShownPart

_FIELDS = {
    "confirmed": gettext_lazy("Speaker confirmed"),
    "decorative": gettext_lazy("Decorative"),
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


def shown(before: BriefingContent, after: BriefingContent) -> list[ShownPart]:
    """The parts in which the two texts differ, in the order of the page."""
    titles = text_changes.source_titles(before, after)
    return [_part(part, titles) for part in comparison.compare_texts(before, after) if part.is_changed]


def read(content: BriefingContent) -> list[ShownPart]:
    """All parts of a text, to read: nothing of it is marked as new."""
    nothing = BriefingContent(id=content.id, language=content.language)
    return [replace(part, change="same", fields=tuple(map(_plain, part.fields))) for part in shown(nothing, content)]


def shown_part(
    address: str, before: Any, after: Any, *, headings: Mapping[str, str], titles: Mapping[str, str]
) -> ShownPart:
    """One part as two texts have it. `headings` are those of sections, by key, and `titles` those of sources, by id."""
    return _part(comparison.compare_part(address, before, after, headings=headings), titles)


def part_name(address: str, value: Any) -> str:
    """What an editor calls a part: its type, and the words it begins with. `value` is its content."""
    return said(FACTS[address].label) if address in FACTS else text_changes.part_name(address, value)


def _plain(field: ShownField) -> ShownField:
    """A field that came, as if it had been there before."""
    lines = tuple(
        line and replace(line, beginning="same", stretches=tuple(replace(one, kind="same") for one in line.stretches))
        for line in field.lines
    )
    return replace(field, lines=lines)


def _part(part: ComparedPart, titles: Mapping[str, str]) -> ShownPart:
    return text_changes.shown_part(part, titles, name=part_name, show=_field)


def _field(field: ComparedField, titles: Mapping[str, str]) -> ShownField:
    label = str(_FIELDS.get(field.name, text_changes.FIELDS.get(field.name, "")))
    if field.kind == "code":
        return ShownField(
            label, _in_words(field.name, field.before, titles), _in_words(field.name, field.after, titles)
        )
    return ShownField(label, field.before, field.after, comparison.lines_around_changes(field.lines))


def _in_words(name: str, code: str, titles: Mapping[str, str]) -> str:
    if code and name == "image":
        return _("picture %(token)s") % {"token": code[:6]}
    if code and name in ("follows", "translation_of"):
        return _("briefing %(id)s") % {"id": code[:8]}
    if code in _CODES:
        return str(_CODES[code])
    return text_changes.code_in_words(name, code, titles)
