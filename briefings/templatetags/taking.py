"""Tags of what readers take along: addresses, quotations with their attribution, a letter about an error."""

from collections.abc import Iterable
from typing import Any

from django import template

from briefings.outputs import taken_along
from briefings.outputs.attributions import Attribution
from briefings.outputs.facts import BriefingFacts, QuotationEntry

register = template.Library()


@register.simple_tag(takes_context=True)
def permalink(context: dict[str, Any], briefing: BriefingFacts) -> str:
    """The address that the page itself has."""
    return taken_along.permalink(context["site"], briefing)


@register.simple_tag(takes_context=True)
def citation(context: dict[str, Any], said: Attribution, part: str) -> str:
    """The quotation as it is copied; `part` is the anchor where its words are not found in the text."""
    anchor = said.key if said.located else part
    return taken_along.citation(said, anchor=anchor, briefing=context["briefing"], site=context["site"])


@register.simple_tag(takes_context=True)
def with_citations(context: dict[str, Any], quotations: Iterable[QuotationEntry]) -> list[QuotationEntry]:
    """Quotations of a list, each with what is copied of it."""
    return [taken_along.with_citation(said, site=context["site"]) for said in quotations]


@register.simple_tag(takes_context=True)
def error_report(context: dict[str, Any], briefing: BriefingFacts) -> str:
    """The address of a letter about an error, "" where the site takes none."""
    return taken_along.error_report(context["site"], briefing)
