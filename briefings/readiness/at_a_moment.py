"""What keeps a text from readers at a moment: in itself, and by what its links lead to then."""

from datetime import datetime

from django.utils import timezone

from briefings.content import BriefingContent
from briefings.readiness.checks import blocking
from briefings.readiness.finding import Finding, Level
from briefings.readiness.links import of_links


def blocking_at(content: BriefingContent, moment: datetime) -> tuple[Finding, ...]:
    of_its_links = [finding for finding in of_links(content, moment) if finding.level is Level.BLOCK]
    return (*blocking(content, on=timezone.localdate(moment)), *of_its_links)
