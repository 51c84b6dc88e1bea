"""A quote and its section say different words: a button takes those of one of them into the form, and saves nothing."""

from django.http import QueryDict

from briefings.admin.briefings.form_content import spans_of
from briefings.admin.briefings.forms import BETWEEN_SPANS
from briefings.admin.briefings.parts import MOST
from briefings.comparison.nearest_words import choice_between
from briefings.content import QuoteBlock, Span, is_key, keys
from briefings.content.richtext import clean_html


def taken(data: QueryDict, button: str) -> dict[str, str]:
    """By the names of fields what they hold after `button`: `section-words KEY` or `quote-words KEY`, of a quote.

    Empty for any other button, and where the words are alike or their place cannot be told.
    """
    act, _sep, key = button.partition(" ")
    if act not in ("section-words", "quote-words") or not is_key(key, keys.QUOTE):
        return {}
    quote = _prefix(data, "quote", key)
    section = _prefix(data, "section", data.get(f"{quote}-section", ""))
    if not quote or not section:
        return {}
    try:
        spans = tuple(Span(text=words) for words in spans_of(data.get(f"{quote}-words", "")))
        choice = choice_between(QuoteBlock(key=key, spans=spans), clean_html(data.get(f"{section}-body", "")))
    except ValueError:  # words that no quote may hold
        return {}
    if choice is None:
        return {}
    if act == "quote-words":
        return {f"{section}-body": choice.of_the_quote()}
    words = f"\n{BETWEEN_SPANS}\n".join(choice.in_section)
    return {f"{quote}-words": words, f"{quote}-confirmed": ""}


def _prefix(data: QueryDict, prefix: str, key: str) -> str:
    """What the names of the part's fields begin with; empty for a part that was not sent."""
    names = (f"{prefix}-{number}" for number in range(MOST))
    return next((name for name in names if key and data.get(f"{name}-key") == key), "")
