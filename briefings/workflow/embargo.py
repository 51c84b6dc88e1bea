"""The embargo of a draft: until when nothing of it goes out, whose promise that is, and what it refuses.

Publishing asks here, and so does whatever else brings words of a draft to others.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.content.text import is_blank
from briefings.desk_words import exact_moment
from briefings.gate import TICK, has_begun
from briefings.models import AuditEntry, Draft, Edition, Original, User
from briefings.readiness import Finding, Level

NEVER = datetime.min.replace(tzinfo=UTC)
LONGEST = 500
"""Characters of a reason."""


@dataclass(frozen=True)
class Embargo:
    """Nothing goes out before `until`, as was promised to `source`, "" where nobody is named."""

    until: datetime | None = None
    source: str = ""

    @classmethod
    def of(cls, draft: Draft) -> Self:
        return cls(draft.embargo_until, draft.embargo_source)

    @classmethod
    def binding(cls, draft: Draft, at: datetime) -> Self:
        """The one that holds for publishing at `at`: that of the original too, while readers have nothing of that. Two
        queries for a translation, else none.
        """
        own, original = cls.of(draft), draft.translation_of_id
        if original is None or Edition.objects.filter(briefing=original).gone_live(at).exists():
            return own
        others = [cls.of(other) for other in Draft.objects.filter(briefing=original)]
        return max((own, *(one for one in others if one.until)), key=lambda one: one.until or NEVER)

    def runs(self, at: datetime) -> bool:
        return self.until is not None and at < self.until

    def holds(self, edition: Edition | None) -> bool:
        """Whether `edition` would go out before it ends."""
        return edition is not None and self.until is not None and has_begun(edition, self.until - TICK)

    def __str__(self) -> str:
        """The moment in both clocks, and whose promise it is."""
        if self.until is None:
            return ""
        values = {"when": exact_moment(self.until), "whom": self.source}
        return (
            _("Embargoed until %(when)s, promised to %(whom)s") if self.source else _("Embargoed until %(when)s")
        ) % values


NO_EMBARGO = Embargo()


def findings_of_embargo(
    draft: Draft, *, scheduled: Edition | None, live: Edition | None, at: datetime
) -> list[Finding]:
    """What an editor has to know of the embargo before readers get anything."""
    embargo = Embargo.of(draft)
    found = [(Level.BLOCK, sentence) for sentence in refusals_of_unread_embargo(draft, newest=live)]
    if embargo.holds(scheduled):
        values = {"when": exact_moment(scheduled.live_from), "embargo": embargo}
        sentence = _(
            "An edition is scheduled for %(when)s, before its embargo ends. %(embargo)s. Call it off, or schedule it "
            "for later."
        )
        found.append((Level.BLOCK, sentence % values))
    elif embargo.runs(at):
        found.append((Level.INFORM, f"{embargo}."))
    return [Finding("embargo", level, "", sentence) for level, sentence in found]


def refusals_unless_overridden(embargo: Embargo, *, by: User | None, reason: str) -> list[str]:
    """The reasons against publishing while `embargo` runs; none where `by` may, and says why."""
    refusals = refusals_of_override(by=by, reason=reason)
    if not refusals:
        return []
    advice = [_("Schedule it for that moment or later. A chief editor may publish it before, and says why.")]
    return [f"{embargo}.", *(advice if is_blank(reason) else refusals)]


def refusals_of_unread_embargo(draft: Draft, *, newest: Edition | None) -> list[str]:
    """The reason against an edition while nobody has said what the pasted draft’s words of an embargo mean.

    What came before the `newest` edition, if there is one, was published with it.
    """
    if not draft.scheduling_note or draft.embargo_until:
        return []
    if newest and not _has_come_since(draft, newest):
        return []
    sentence = _(
        "The pasted draft names an embargo: “%(words)s”. Set its moment under Moments, or say there that there is none."
    )
    return [sentence % {"words": draft.scheduling_note}]


def _has_come_since(draft: Draft, newest: Edition) -> bool:
    pasted = Original.objects.filter(briefing=draft.briefing_id, revision__saved_at__gt=newest.recorded_at)
    return pasted.exists()


def refusals_of_override(*, by: User | None, reason: str) -> list[str]:
    """The reasons against going out before an embargo ends."""
    if by is not None and not policy.may(by, "override_embargo"):
        return [_("Only a chief editor may end an embargo early, or publish before it ends.")]
    if is_blank(reason):
        return [_("Write why the promise need not be kept. It goes on record with your name.")]
    if len(reason) > LONGEST:
        return [_("The reason holds more than %(most)d characters. Shorten it.") % {"most": LONGEST}]
    return []


def record_override(draft: Draft, embargo: Embargo, *, by: User | None, reason: str) -> None:
    until = f"{embargo.until.astimezone(UTC):%Y-%m-%d %H:%M %Z}"
    enter(
        AuditEntry.Action.EMBARGO_OVERRIDDEN, by=by, briefing=draft.briefing, detail=f"until {until}: {reason.strip()}"
    )
