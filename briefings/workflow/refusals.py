"""Refusals: exceptions that tell an editor every reason at once."""

from collections.abc import Sequence

from briefings.readiness import Finding


class Refused(Exception):
    """Raised where an act was not done and nothing changed; `reasons` are sentences."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


class NotReady(Refused):
    """Raised where readiness blocks: `findings` say what and where. `reasons` holds all other reasons as well."""

    def __init__(self, findings: Sequence[Finding], *others: str) -> None:
        self.findings = tuple(findings)
        super().__init__(*others, *(finding.sentence for finding in findings))
