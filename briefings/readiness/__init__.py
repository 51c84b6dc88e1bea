"""Readiness: findings on what keeps a briefing from readers. It changes nothing."""

from briefings.readiness.at_a_moment import blocking_at
from briefings.readiness.checks import blocking, findings
from briefings.readiness.comments import of_comments
from briefings.readiness.excerpts import name_of, of_excerpts, unfounded
from briefings.readiness.finding import Finding, Level
from briefings.readiness.house_style import of_house_style, rules_for
from briefings.readiness.links import of_links, of_page
from briefings.readiness.minor_changes import of_minor_change
from briefings.readiness.translations import of_translation

__all__ = [
    "Finding",
    "Level",
    "blocking",
    "blocking_at",
    "findings",
    "name_of",
    "of_comments",
    "of_excerpts",
    "of_house_style",
    "of_links",
    "of_minor_change",
    "of_page",
    "of_translation",
    "rules_for",
    "unfounded",
]
