"""The choice between the words of a quote and those of its section, beside the finding that names them."""

from typing import Any

from django import template

from briefings.comparison.nearest_words import word_choice as choice_for
from briefings.content import BriefingContent
from briefings.readiness import Finding

register = template.Library()


@register.inclusion_tag("admin/briefings/draft/_word_choice.html")
def word_choice(content: BriefingContent, finding: Finding) -> dict[str, Any]:
    """Two buttons, where the place of the quote's words can be told; else nothing."""
    choice = choice_for(content, finding.key) if finding.code == "quote-not-in-section" else None
    return {"choice": choice, "in_section": " … ".join(choice.in_section) if choice else ""}
