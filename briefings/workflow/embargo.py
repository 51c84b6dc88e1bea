"""The embargo of a draft: until when nothing of it goes out, whose promise that is, and what it refuses.

Publishing asks here, and so does whatever else brings words of a draft to others.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from django.urls import reverse
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
    """Nothing goes out before `until`, as was promised to `source`, "" where nobody is named. `original` is the draft
    that is under it, where that is what one translates.
    """

    until: datetime | None = None
    source: str = ""
    original: Draft | None = None

    @classmethod
    def of(cls, draft: Draft) -> Self:
        return cls(draft.embargo_until, draft.embargo_source)

    @classmethod
    def binding(cls, draft: Draft, at: datetime) -> Self:
        """The one that holds for publishing at `at`: that of the original too, while readers have nothing of that. Two
        queries for a translation, else none.
        """
        return Originals.of([draft]).binding(draft, at)

    def runs(self, at: datetime) -> bool:
        return self.until is not None and at < self.until

    def holds(self, edition: Edition | None) -> bool:
        """Whether `edition` would go out before it ends."""
        return edition is not None and self.until is not None and has_begun(edition, self.until - TICK)

    def __str__(self) -> str:
        """The moment in both clocks, whose promise it is, and whether it is the original’s."""
        if self.until is None:
            return ""
        values = {"when": exact_moment(self.until), "whom": self.source}
        if self.original:
            promised = _("The original is embargoed until %(when)s, promised to %(whom)s")
            return (promised if self.source else _("The original is embargoed until %(when)s")) % values
        promised = _("Embargoed until %(when)s, promised to %(whom)s")
        return (promised if self.source else _("Embargoed until %(when)s")) % values


@dataclass(frozen=True)
class Originals:
    """What holds translations back: the drafts under embargo that they translate, and the editions of these."""

    drafts: dict[int, Draft]
    editions: dict[int, list[Edition]]

    @classmethod
    def of(cls, translations: Iterable[Draft]) -> Self:
        """Those of the drafts among `translations` that translate anything. Two queries, none where none does."""
        named = {draft.translation_of_id for draft in translations} - {None}
        if not named:
            return cls({}, {})
        promised = Draft.objects.filter(briefing__in=named, embargo_until__isnull=False).select_related("briefing")
        drafts = {draft.briefing_id: draft for draft in promised}
        editions = defaultdict(list)
        for edition in Edition.objects.filter(briefing__in=drafts).not_called_off():
            editions[edition.briefing_id].append(edition)
        return cls(drafts, editions)

    def embargoes(self, draft: Draft, at: datetime) -> tuple[Embargo, ...]:
        """That of the draft itself, and that of its original while readers have nothing of it at `at`."""
        own, original = Embargo.of(draft), self.drafts.get(draft.translation_of_id)
        if original is None or any(has_begun(edition, at) for edition in self.editions.get(original.briefing_id, ())):
            return (own,)
        return (own, Embargo(original.embargo_until, original.embargo_source, original))

    def binding(self, draft: Draft, at: datetime) -> Embargo:
        """The one of them that ends last."""
        return max(self.embargoes(draft, at), key=lambda one: one.until or NEVER)


NO_EMBARGO = Embargo()


def findings_of_embargo(
    draft: Draft, *, scheduled: Edition | None, live: Edition | None, at: datetime, to: User
) -> list[Finding]:
    """What an editor has to know of the embargo, and of that of the original, before readers get anything."""
    originals = Originals.of([draft])
    found = [(Level.BLOCK, sentence, "") for sentence in refusals_of_unread_embargo(draft, newest=live)]
    broken = originals.binding(draft, scheduled.live_from) if scheduled else NO_EMBARGO
    if broken.holds(scheduled):
        values = {"when": exact_moment(scheduled.live_from), "embargo": broken}
        sentence = _(
            "An edition is scheduled for %(when)s, before its embargo ends. %(embargo)s. Call it off, or schedule it "
            "for later."
        )
        found.append((Level.BLOCK, sentence % values, _page_of_original(broken, to)))
    found += [
        (Level.INFORM, f"{embargo}.", _page_of_original(embargo, to))
        for embargo in originals.embargoes(draft, at)
        if embargo.runs(at) and not (broken.holds(scheduled) and embargo == broken)
    ]
    return [Finding("embargo", level, "", sentence, path) for level, sentence, path in found]


def _page_of_original(embargo: Embargo, user: User) -> str:
    """Where the embargo of an original is set, for whoever may read it."""
    original = embargo.original
    if original is None or not policy.may(user, "read", original.briefing):
        return ""
    return f"{reverse('admin:briefings_draft_change', args=[original.pk])}#moments"


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
