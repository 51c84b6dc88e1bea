"""Tags of the public pages: moments, days and short wordings."""

import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override, pgettext

from briefings.outputs import questions, wording
from briefings.outputs.facts import (
    CorrectionEntry,
    EditionFacts,
    Link,
    ListEntry,
    Masthead,
    Site,
)
from briefings.outputs.original_languages import translated_from
from briefings.outputs.page_parts import Author
from briefings.outputs.questions import QuestionEntry
from briefings.search_words import Run

register = template.Library()

# Before these names Spanish says another “and”.
_BEGINS_WITH_I = re.compile(r"[ií]|h[ií](?![ae])", re.IGNORECASE)


@register.simple_tag(name="moment")
def moment_tag(value: datetime) -> SafeString:
    """`<time>` with day, hour, minute and zone."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(timespec="minutes"), wording.moment(value))


@register.simple_tag
def when(entry: ListEntry, *, time_alone: bool = False) -> SafeString:
    """When the briefing was published; where it was updated, when that was. In a list under its day the time alone."""
    said = wording.time(entry.updated) if time_alone else wording.short_moment(entry.updated)
    stamp = format_html('<time datetime="{}">{}</time>', entry.updated.isoformat(timespec="minutes"), said)
    words = format_html(gettext("Updated {moment}"), moment=stamp) if entry.is_updated else stamp
    marked = label_language(entry.language)
    return format_html("<span{}>{}</span>", marked, words) if marked else words


@register.simple_tag
def question_history(entry: QuestionEntry) -> SafeString:
    """How long the question was open, before the briefing that says so; nothing where it never was."""
    words = questions.history(entry)
    if not words:
        return SafeString()
    return format_html("<span{}>{}</span> ", label_language(entry.language), words)


@register.simple_tag(name="day")
def day_tag(value: date) -> SafeString:
    """`<time>` with the day alone."""
    stamp = value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', stamp, wording.day(value))


@register.filter
def quoted(words: str, language: str) -> str:
    """`words` in the quotation marks of their language."""
    return wording.quoted(words, language)


@register.filter
def direction(language: str) -> str:
    return wording.direction(language)


@register.filter
def change_label(edition: EditionFacts | CorrectionEntry | ListEntry) -> str:
    return wording.label(edition)


@register.filter
def led_by_label(edition: EditionFacts | CorrectionEntry | ListEntry) -> str:
    """The same, leading to the words behind it."""
    return wording.led_by(wording.label(edition))


@register.simple_tag
def comma(language: str) -> str:
    """What stands between the parts of a line in that language."""
    with override(wording.furniture_language(language)):
        return wording.comma()


@register.simple_tag
def label_language(around: str) -> SafeString:
    """`lang` and `dir` for a label of the page inside what is in the language `around`; nothing where it is the same.

    For what stands in a line: on a block `dir` would move the line to the other side.
    """
    language = get_language() or around
    if language.split("-")[0] == around.split("-")[0].lower():
        return SafeString()
    return format_html(' lang="{}" dir="{}"', language, wording.direction(language))


@register.filter
def runs(those: Iterable[Run]) -> SafeString:
    """Words of a hit, those that were found in `<mark>`."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", one.text) if one.is_found else one.text,) for one in those)
    )


@register.filter
def until(value: date | None) -> str:
    """What the title of a further page says beside that of the first, “ · until 4 June 2026”."""
    return f" · {wording.until(value)}" if value else ""


@register.filter
def letter_words(value: str) -> str:
    """The letter of an index, or the word for what stands under none."""
    return wording.letter(value)


@register.filter
def month_words(value: date) -> str:
    """The month with its year."""
    return wording.month(value)


@register.filter
def month_name(value: date) -> str:
    return wording.month_name(value)


@register.filter
def iso_day(day: str) -> str:
    """A day as content holds it (2026-01-31), in words."""
    return wording.day(date.fromisoformat(day))


@register.filter
def gone_sentence(kind: str) -> str:
    """The sentence that says how a briefing ended."""
    return wording.gone(kind)


@register.filter
def gone_headline(kind: str, headline: str) -> str:
    return wording.gone_headline(kind, headline)


@register.filter
def piece(entry: Hashable, template_name: str) -> SafeString:
    """The template with `entry` in it, made once for all equal ones: pages show the same ones again and again."""
    return pieces([entry], template_name)[0]


@register.filter
def pieces(entries: Iterable[Hashable], template_name: str) -> list[SafeString]:
    """The template with each of `entries`, likewise. `is_later` is false for the first of them, whose picture is in
    sight at once.
    """
    language, zone = get_language(), timezone.get_current_timezone_name()
    return [_piece(template_name, entry, language, zone, is_later=place > 0) for place, entry in enumerate(entries)]


@lru_cache(maxsize=2000)
def _piece(template_name: str, entry: Hashable, _language: str, _zone: str, *, is_later: bool) -> SafeString:
    return render_to_string(template_name, {"entry": entry, "is_later": is_later})


@register.simple_tag
def masthead(site: Site, sections: Sequence[Link], home: str) -> SafeString:
    """The top of a page. Without `sections`, as where the database may not be asked, it has no topics. The site's name
    leads to `home`, or else to the front page.
    """
    return piece(Masthead(site=site, topics=tuple(sections or ()), home=home or "/"), "briefings/_masthead.html")


@register.simple_tag
def byline(authors: Sequence[Author]) -> SafeString:
    """“By A, B and C”, each with the link to their page, if they have one."""
    *before, last = [_named(author) for author in authors]
    if before:
        separator = pgettext("between the names of a list", ", ")
        names = format_html_join(separator, "{}", ((name,) for name in before))
        last = format_html(_last_two(authors[-1].name), names=names, last=last)
    return format_html(gettext("By {names}"), names=last)


def _last_two(last: str) -> str:
    if _BEGINS_WITH_I.match(last):
        return pgettext(
            "the end of a list of names, of which the last begins with the sound of i", "{names} and {last}"
        )
    return pgettext("the end of a list of names", "{names} and {last}")


def _named(author: Author) -> SafeString:
    if author.path:
        return format_html('<a href="{}" rel="author">{}</a>', author.path, author.name)
    return format_html("{}", author.name)


@register.filter
def changed(notices: Sequence[EditionFacts]) -> str:
    """The line under a headline that leads to what was changed."""
    return wording.changed(notices)


@register.simple_tag
def anchor(key: str, name: str) -> SafeString:
    """The link to a part of the page, which is called `name`."""
    label = gettext("Link to “%(name)s”") % {"name": name}
    return format_html('<a class="anchor" href="#{}" aria-label="{}">#</a>', key, label)


@register.filter
def original_language(code: str) -> str:
    """As in “translated from French”."""
    return translated_from(code)


@register.filter
def own_style(site: Site) -> SafeString:
    """The newsroom's own accents as a `<style>`. They are checked colours, so nothing in them needs escaping."""
    return format_html("<style>{}</style>", site.style)
