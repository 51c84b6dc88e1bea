"""Refusals: exceptions that tell an editor every reason at once."""

from collections.abc import Sequence

from briefings.readiness import Finding


class Reason(str):
    """A sentence of a refusal that speaks of a `field` of the act's form, or of a part of the text, by its key."""

    __slots__ = ("field", "part")

    def __new__(cls, sentence: str, *, field: str = "", part: str = "") -> "Reason":
        reason = super().__new__(cls, sentence)
        reason.field, reason.part = field, part
        return reason


class Refused(Exception):
    """Raised where an act was not done and nothing changed; `reasons` are sentences, some of them a `Reason`."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


class NotReady(Refused):
    """Raised where readiness blocks: `findings` say what and where. `reasons` holds all other reasons as well."""

    def __init__(self, findings: Sequence[Finding], *others: str) -> None:
        self.findings = tuple(findings)
        super().__init__(*others, *(Reason(finding.sentence, part=finding.key) for finding in findings))
