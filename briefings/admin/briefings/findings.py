"""What an editor has to know of a draft before readers get it: what stands in the way, embargoes, and what is worth a
look.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from briefings import readiness, workflow
from briefings.admin.briefings.publication import Publication
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.briefings.threads import Threads
from briefings.content import BriefingContent
from briefings.models import User
from briefings.readiness import Finding, Level


@dataclass(frozen=True)
class Findings:
    """What stands in the way, which embargoes run, and what deserves a look and stops nothing."""

    blocking: tuple[Finding, ...] = ()
    embargoes: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()


def of_draft(
    status: BriefingStatus, content: BriefingContent, threads: Threads, publication: Publication, *, to: User
) -> Findings:
    """All that is found in `content`, which the draft says, as the user `to` may know of it."""
    if status.draft is None:
        return Findings()
    now = timezone.now()
    return _apart(
        (
            *readiness.of_comments(threads.open, parts=content.parts),
            *_of_embargo(status, to=to),
            *readiness.of_translation(content, now),
            *readiness.of_links(content, now),
            *readiness.findings(content),
            *readiness.of_house_style(content),
            *readiness.of_excerpts(content, status.draft),
            *publication.untold(content),
        )
    )


def in_the_way(status: BriefingStatus, content: BriefingContent, *, to: User) -> tuple[Finding, ...]:
    """Of these what keeps the text from readers as it stands, embargoes that run last."""
    found = _apart(
        (
            *_of_embargo(status, to=to),
            *readiness.blocking_at(content, timezone.now()),
            *readiness.of_excerpts(content, status.draft),
        )
    )
    return (*found.blocking, *found.embargoes)


def _of_embargo(status: BriefingStatus, *, to: User) -> list[Finding]:
    now = timezone.now()
    return workflow.findings_of_embargo(status.draft, scheduled=status.scheduled, live=status.live, at=now, to=to)


def _apart(findings: Sequence[Finding]) -> Findings:
    blocking = tuple(finding for finding in findings if finding.level is Level.BLOCK)
    others = tuple(finding for finding in findings if finding.level is not Level.BLOCK)
    return Findings(
        blocking,
        tuple(finding for finding in others if finding.code == "embargo"),
        tuple(finding for finding in others if finding.code != "embargo"),
    )
