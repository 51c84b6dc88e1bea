"""The moments of a draft that only the desk knows: for when it is planned, and its embargo.

They are no part of its text. So a save, a restored version and a merge of two texts leave them alone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.desk_words import exact_moment
from briefings.gate import Timeline
from briefings.models import AuditEntry, Briefing, Draft, Edition, User
from briefings.workflow.drafts import lock_with_translations, refusals_of_version
from briefings.workflow.embargo import NO_EMBARGO, Embargo, refusals_of_override
from briefings.workflow.pages.front_page import forget_lead
from briefings.workflow.permission import ask
from briefings.workflow.publishing.call_off import call_off_locked
from briefings.workflow.refusals import Refused


@dataclass(frozen=True)
class DeskMoments:
    planned_for: datetime | None = None
    embargo: Embargo = NO_EMBARGO

    @classmethod
    def of(cls, draft: Draft | None) -> Self:
        return cls(draft.planned_for, Embargo.of(draft)) if draft else cls()


@transaction.atomic
def set_moments(
    briefing: Briefing,
    *,
    by: User | None,
    wanted: DeskMoments,
    opened: DeskMoments,
    reason: str = "",
    without_note: bool = False,
) -> list[str]:
    """Set what differs between `opened`, which the editor saw, and `wanted`; return sentences that they have to read.

    `reason` says why an embargo ends early. `without_note` says that the pasted draft’s words are no embargo. What
    somebody else set meanwhile is not written over. A scheduled edition that would go out before the embargo ends is
    called off, where `by` may do so. Raises Refused.
    """
    ask("set moments", by=by, briefing=briefing)
    (draft, translations), now = lock_with_translations(briefing), timezone.now()
    present = DeskMoments.of(draft)
    moved = wanted.embargo not in (opened.embargo, present.embargo)
    planned = wanted.planned_for not in (opened.planned_for, present.planned_for)
    reasons = refusals_of_version(draft, expected=None, act="set moments")
    if moved:
        reasons += _refusals_of_embargo(wanted.embargo, present.embargo, opened.embargo, now, by=by, reason=reason)
    if planned and present.planned_for != opened.planned_for:
        reasons.append(
            _("Somebody planned it for another moment since this page was opened. Look at it, and set it again.")
        )
    if reasons:
        raise Refused(*reasons)
    if planned:
        draft.planned_for = wanted.planned_for
        _enter(AuditEntry.Action.PLANNED, draft, f"for {_stored(wanted.planned_for)}", by=by)
    if moved:
        _record_embargo(
            draft, wanted.embargo, by=by, reason=reason if _ends_early(wanted.embargo, present.embargo, now) else ""
        )
    if without_note and draft.scheduling_note:
        draft.scheduling_note = ""
        _enter(AuditEntry.Action.EMBARGO_SET, draft, "none: the words of the pasted draft are no embargo", by=by)
    draft.save(update_fields=["planned_for", "embargo_until", "embargo_source", "scheduling_note"])
    return _hold_back(draft, translations, by=by) if moved else []


@transaction.atomic
def take_embargo(
    briefing: Briefing, *, scheduling_note: str, embargo_until: datetime | None, embargo_source: str, by: User | None
) -> None:
    """Keep the line of an embargo in a newer pasted draft, and its embargo where that ends later than the present.

    Where its moment is not certain, somebody has to read the line: the same words may mean another day than before.
    """
    ask("set moments", by=by, briefing=briefing)
    draft, translations = lock_with_translations(briefing)
    if not scheduling_note:
        return
    draft.scheduling_note = scheduling_note
    if embargo_until is None and not Embargo.of(draft).runs(timezone.now()):
        draft.embargo_until, draft.embargo_source = None, ""  # one that is over says nothing of these words
    moved = embargo_until is not None and not (draft.embargo_until and embargo_until <= draft.embargo_until)
    if moved:
        _record_embargo(draft, Embargo(embargo_until, embargo_source), by=by, reason="")
    draft.save(update_fields=["embargo_until", "embargo_source", "scheduling_note"])
    if moved:
        _hold_back(draft, translations, by=by)


def _refusals_of_embargo(
    wanted: Embargo, present: Embargo, opened: Embargo, now: datetime, *, by: User | None, reason: str
) -> list[str]:
    if present != opened:
        what = str(present) or _("There is no embargo any more")
        return [
            _("Somebody set the embargo since this page was opened: %(what)s. Look at it, and set it again.")
            % {"what": what}
        ]
    if wanted.source and not wanted.until:
        return [_("Say until when the embargo holds, or leave out whose promise it is.")]
    if _ends_early(wanted, present, now):
        refusals = refusals_of_override(by=by, reason=reason)
        return [f"{present}.", *refusals] if refusals else []
    if wanted.until and wanted.until != present.until and not wanted.runs(now):
        sentence = _("%(when)s has passed. Choose a later moment for the embargo, or leave it out.")
        return [sentence % {"when": exact_moment(wanted.until)}]
    return []


def _ends_early(wanted: Embargo, present: Embargo, now: datetime) -> bool:
    return present.runs(now) and (wanted.until is None or wanted.until < present.until)


def _record_embargo(draft: Draft, embargo: Embargo, *, by: User | None, reason: str) -> None:
    draft.embargo_until, draft.embargo_source = embargo.until, embargo.source
    detail = f"until {_stored(embargo.until)}"
    if reason:
        _enter(AuditEntry.Action.EMBARGO_ENDED, draft, f"{detail}: {reason.strip()}", by=by)
    else:
        _enter(AuditEntry.Action.EMBARGO_SET, draft, detail, by=by)


def _hold_back(draft: Draft, translations: list[Draft], *, by: User | None) -> list[str]:
    """Call off what would go out before the embargo ends, of the draft and of its `translations`, or say that somebody
    has to. All of them are locked: what somebody publishes at this moment is seen here, or sees the embargo.
    """
    return [sentence for one in (draft, *translations) for sentence in _hold_back_one(one, of=draft, by=by)]


def _hold_back_one(held: Draft, *, of: Draft, by: User | None) -> list[str]:
    editions = Edition.objects.filter(briefing=held.briefing_id).not_called_off()
    coming = Timeline.of(editions, timezone.now()).next
    if coming is None:
        return []
    embargo = Embargo.binding(held, coming.live_from)
    if not embargo.holds(coming):
        return []
    when = {"when": exact_moment(coming.live_from)}
    is_translation = held.pk != of.pk
    if by is not None and not policy.may(by, "publish", held.briefing):
        if is_translation:
            sentence = _(
                "A translation is scheduled for %(when)s, before the embargo ends. Ask an editor at once to call it "
                "off."
            )
        else:
            sentence = _(
                "An edition is scheduled for %(when)s, before the embargo ends. Ask an editor at once to call it off."
            )
        return [sentence % when]
    call_off_locked(coming, by=by)
    forget_lead(held.briefing, by=by)
    if is_translation:
        sentence = _(
            "The translation “%(headline)s”, scheduled for %(when)s, was called off: it would have gone out before "
            "the embargo ends."
        )
        return [sentence % {**when, "headline": held}]
    return [
        _("The edition scheduled for %(when)s was called off: it would have gone out before the embargo ends.") % when
    ]


def _enter(action: str, draft: Draft, detail: str, *, by: User | None) -> None:
    enter(action, by=by, briefing=draft.briefing, detail=detail)


def _stored(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M UTC}" if moment else "no moment"
