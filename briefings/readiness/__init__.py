"""Readiness: findings on what keeps a briefing from readers. It changes nothing."""

from briefings.readiness.checks import blocking, findings
from briefings.readiness.finding import Finding, Level
from briefings.readiness.links import of_links
from briefings.readiness.translations import of_translation

__all__ = ["Finding", "Level", "blocking", "findings", "of_links", "of_translation"]
