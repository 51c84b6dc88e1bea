"""The choice between the words of a quote and those of its section, beside the finding that names them."""

from typing import Any

from django import template

from briefings.comparison.nearest_words import word_choice as choice_for
from briefings.content import BriefingContent

register = template.Library()


@register.inclusion_tag("admin/briefings/draft/_word_choice.html")
def word_choice(content: BriefingContent, code: str, key: str) -> dict[str, Any]:
    """Two buttons beside the finding `code` on the quote `key`, where the place of its words can be told."""
    choice = choice_for(content, key) if code == "quote-not-in-section" else None
    return {"choice": choice, "in_section": " … ".join(choice.in_section) if choice else ""}
