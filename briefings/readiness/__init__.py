"""What keeps a briefing from readers. Judges; changes nothing."""

from briefings.readiness.checks import blocking, findings
from briefings.readiness.finding import Finding, Level

__all__ = ["Finding", "Level", "blocking", "findings"]
