"""Tags of the public pages: moments, days and short wordings."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from briefings.outputs import wording
from briefings.outputs.facts import CorrectionEntry, EditionFacts, ListEntry, Site
from briefings.outputs.page import Author

register = template.Library()


@register.simple_tag(name="moment")
def moment_tag(value: datetime) -> SafeString:
    """`<time>` with day, hour, minute and zone."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(timespec="minutes"), wording.moment(value))


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
def until(value: date | None) -> str:
    """What the title of a further page says beside that of the first, “ · until 4 June 2026”."""
    return f" · {wording.until(value)}" if value else ""


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
def byline(authors: Sequence[Author]) -> SafeString:
    """“By A, B and C”, each with the link to their page, if they have one."""
    named = [_named(author) for author in authors]
    before, last = named[:-1], named[-1]
    listed = last
    if before:
        conjunction = pgettext("between the last two names of a list", "and")
        listed = format_html("{} {} {}", format_html_join(", ", "{}", ((name,) for name in before)), conjunction, last)
    return format_html(gettext("By {names}"), names=listed)


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
def own_style(site: Site) -> SafeString:
    """The newsroom's own accents as a `<style>`. They are checked colours, so nothing in them needs escaping."""
    return format_html("<style>{}</style>", site.style)
