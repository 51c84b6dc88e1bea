"""Compared texts as HTML: what went is `del`, what came is `ins`, and both are said in words as well."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from briefings.comparison import Line, Look, Stretch

register = template.Library()


@register.simple_tag
def changed_line(line: Line) -> SafeString:
    """One line of a comparison: its words, and a ¶ where two lines became one or one became two."""
    words = format_html_join("", "{}", ((_stretch(stretch),) for stretch in line.stretches))
    if not line.is_divided_anew:
        return words
    if line.beginning == "deleted":
        return format_html('<del title="{}">¶</del> {}', _("One line with the one above"), words)
    return format_html('<ins title="{}">¶</ins> {}', _("A line of its own"), words)


@register.simple_tag
def taken_out(words: str) -> SafeString:
    """Words that went."""
    begin, end = _("[taken out:"), _("]")
    return format_html(
        '<del><span class="visually-hidden">{} </span>{}<span class="visually-hidden"> {}</span></del>',
        begin,
        words,
        end,
    )


@register.simple_tag
def put_in(words: str) -> SafeString:
    """Words that came."""
    begin, end = _("[new:"), _("]")
    return format_html(
        '<ins><span class="visually-hidden">{} </span>{}<span class="visually-hidden"> {}</span></ins>',
        begin,
        words,
        end,
    )


def _stretch(stretch: Stretch) -> SafeString | str:
    if stretch.kind == "same":
        return stretch.text
    words = format_html_join("", "{}", ((_run(look, text),) for look, text in stretch.runs))
    return taken_out(words) if stretch.kind == "deleted" else put_in(words)


def _run(look: Look, text: str) -> SafeString:
    """Words as they are set. A link is said with its address, which may be all that changed."""
    html = format_html("{}", text)
    for is_set, tag in ((look.emphasis, "em"), (look.strong, "strong")):
        html = format_html("<{0}>{1}</{0}>", tag, html) if is_set else html
    return format_html('{} <span class="link-target">({})</span>', html, look.href) if look.href else html
