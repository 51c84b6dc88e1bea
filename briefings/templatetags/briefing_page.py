"""Tags of the public pages: moments, days and short wordings."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from briefings.outputs import fulltext, wording
from briefings.outputs.facts import EditionFacts

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
def quoted(words: str) -> str:
    """In the quotation marks of the page's language."""
    return fulltext.quoted(words)


@register.filter
def direction(language: str) -> str:
    return wording.direction(language)


@register.filter
def change_label(edition: EditionFacts) -> str:
    return wording.label(edition)


@register.filter
def iso_day(day: str) -> str:
    """A day as content holds it (2026-01-31), in words."""
    return wording.day(date.fromisoformat(day))
