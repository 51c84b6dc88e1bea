"""Publishing: now, or from a later moment."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import readiness, working_copy
from briefings.content import BriefingContent, Correction, from_canonical
from briefings.content.text import is_blank
from briefings.gate import NOTICES, Timeline
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow.drafts import is_approved, lock_draft, refusals_of_version
from briefings.workflow.embargo import (
    Embargo,
    record_override,
    refusals_of_unread_embargo,
    refusals_unless_overridden,
)
from briefings.workflow.pages.front_page import Lead, forget_lead, lead_from_its_moment, refusals_of_lead
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note, slugs
from briefings.workflow.publishing.call_off import call_off_locked
from briefings.workflow.publishing.editions import append_edition, history, soonest
from briefings.workflow.publishing.scheduled import Plan, Scheduled, is_same_text, keep_kind, planned
from briefings.workflow.publishing.times import is_ahead, refusals_of_time
from briefings.workflow.refusals import NotReady, Reason, Refused
from briefings.workflow.review.second_look import note_alone
from briefings.workflow.review.second_person import refusals_of_second_person

CHANGES = (Edition.Kind.MINOR, Edition.Kind.MAJOR, Edition.Kind.CORRECTION)


@transaction.atomic
def publish(
    briefing: Briefing,
    *,
    by: User | None,
    change: str | None = None,
    note: str = "",
    correction: Correction | None = None,
    live_from: datetime | None = None,
    scheduled: Scheduled | None = None,
    expected: int | None = None,
    override: str = "",
    lead: Lead | None = None,
) -> Edition:
    """Append an edition of the present draft, live from now or from `live_from` (aware, in the future).

    `change` is the kind of change, and None for the first edition. `scheduled` says what becomes of an edition that is
    scheduled already. `expected` is the version of the draft that the editor has read, `override` says why it goes out
    before its embargo ends. With `lead` it leads the front page from its moment on; without, what is called off loses
    the place that it was scheduled with, and what is issued again keeps it. Raises NotReady where readiness blocks,
    else Refused; then nothing has changed.
    """
    ask("publish", by=by, briefing=briefing)
    if lead:
        ask("front", by=by)
    draft = lock_draft(briefing)
    briefing, editions = draft.briefing, history(briefing)
    now = timezone.now()
    change_for_readers, refused = change_note.build(note, correction)
    saved, revision = working_copy.read_last_save(draft)
    content = saved.for_readers().model_copy(update={"change": change_for_readers})
    plan = planned(content, editions, choice=scheduled, live_from=live_from, now=now)
    moment = live_from if is_ahead(live_from, now=now) else now
    before = list(Timeline.of(plan.staying, moment).begun)
    kind, refusals = _kind(before, change=change)
    kind, plan = keep_kind(plan, kind=kind, choice=scheduled)
    kinds = [kind, *([plan.again[0].kind] if plan.again else [])]
    embargo = Embargo.binding(draft, moment)
    is_early = any(embargo.runs(at) for at in _going_out(plan, kind=kind, choice=scheduled, moment=moment))
    reasons = [
        *refusals_of_time(live_from, now=now),
        *refusals_of_version(draft, expected=expected, act="publish"),
        *plan.reasons,
        *(refusals_unless_overridden(embargo, by=by, reason=override) if is_early else []),
        *refusals_of_unread_embargo(draft, newest=before[-1] if before else None),
        *refusals_of_second_person(briefing, draft, kinds=kinds, by=by),
        *refused,
        *refusals,
        *_refusals_of_change(plan, before, kind=kind),
        *_refusals_of_lead(lead, before, moment=moment, now=now),
    ]
    unfounded = tuple(
        finding for finding in readiness.of_excerpts(content, draft) if finding.level is readiness.Level.BLOCK
    )
    if findings := (*_findings(content, moment, plan), *unfounded):
        raise NotReady(findings, *reasons)
    if reasons:
        raise Refused(*reasons)

    def append(
        text: BriefingContent, *, kind: str, live_from: datetime, others: list[Edition] | None = None
    ) -> Edition:
        return append_edition(
            briefing,
            text,
            kind=kind,
            live_from=live_from,
            by=by,
            # The approval is of the draft as a whole. Nobody has read the text that goes live beside a scheduled one.
            approved_by=draft.approved_by if is_approved(draft) and is_same_text(content, text) else None,
            revision=revision,
            others=others,
        )

    # Slugs come before any call-off, since that locks the head of the log, which has to be the last lock.
    follows = _more_follows(draft, before, kind=kind)
    text = slugs.reserve(briefing, plan.text.model_copy(update={"more_follows": follows}))
    again = slugs.reserve(briefing, _issued_again(plan, more_follows=follows)) if plan.again else None
    for edition in plan.going:
        call_off_locked(edition, by=by)
    if plan.going and scheduled is Scheduled.CALL_OFF and not lead:
        forget_lead(briefing, by=by)
    published = append(
        text,
        kind=kind,
        live_from=live_from or soonest(timezone.now(), plan.staying),
        others=None if plan.going else editions,
    )
    if plan.again and again:
        edition, _text_before = plan.again
        append(again, kind=edition.kind, live_from=edition.live_from)
    if is_early:
        record_override(draft, embargo, by=by, reason=override)
    note_alone(draft, published, kinds=kinds, by=by)
    if lead:
        lead_from_its_moment(briefing, lead, by=by)
    return published


def _going_out(plan: Plan, *, kind: str, choice: Scheduled | None, moment: datetime) -> list[datetime]:
    """The moments at which words of the draft go out that an embargo may hold.

    Beside a scheduled edition goes what readers have, with the changes since: a correction of that, or a minor change,
    breaks no promise about what is scheduled.
    """
    is_beside = plan.again is not None or choice is Scheduled.KEEP
    now = [] if is_beside and kind in (Edition.Kind.MINOR, Edition.Kind.CORRECTION) else [moment]
    return [*now, *([plan.again[0].live_from] if plan.again else [])]


def _more_follows(draft: Draft, before: list[Edition], *, kind: str) -> bool:
    """Whether readers are told that more follows: from a flash on, until the next major edition."""
    if not before:
        return draft.more_follows
    newest = _text(before[-1])
    return kind != Edition.Kind.MAJOR and newest is not None and newest.more_follows


def _issued_again(plan: Plan, *, more_follows: bool) -> BriefingContent:
    edition, text = plan.again
    return text.model_copy(update={"more_follows": more_follows and edition.kind != Edition.Kind.MAJOR})


def _findings(content: BriefingContent, moment: datetime, plan: Plan) -> tuple[readiness.Finding, ...]:
    """The blocking findings for the moment of publishing, and for that of an edition that is issued again."""
    findings = readiness.blocking_at(content, moment)
    if plan.again:
        edition, text = plan.again
        later = readiness.blocking_at(text, edition.live_from)
        findings += tuple(finding for finding in later if finding not in findings)
    return findings


def _kind(others: list[Edition], *, change: str | None) -> tuple[str, list[str]]:
    if not others:
        refusal = _("Nothing of this briefing was published yet: its first edition is no change.")
        return Edition.Kind.FIRST, [refusal] if change is not None else []
    if change not in CHANGES:
        return "", [Reason(_("Say what kind of change this is: minor, major or correction."), field="change")]
    return change, []


def _refusals_of_change(plan: Plan, before: list[Edition], *, kind: str) -> list[str]:
    """The reasons against this kind of change; `before` are the editions that it follows."""
    change = plan.text.change
    note, correction = (change.note, change.correction) if change else ("", None)
    reasons = []
    if kind == Edition.Kind.MAJOR and is_blank(note):
        reasons.append(Reason(_("Write the note of this major change: what is new for readers."), field="note"))
    if kind == Edition.Kind.CORRECTION:
        if correction is None or (correction.kind == "correction" and is_blank(correction.was_wrong)):
            reasons.append(Reason(_("Write the correction: what was wrong."), field="was_wrong"))
        if correction is None or is_blank(correction.is_right):
            reasons.append(Reason(_("Write the correction: what is right."), field="is_right"))
    elif correction is not None:
        reasons.append(_("A correction is published as a correction, so that readers see it as one."))
    if kind == Edition.Kind.MINOR and before:
        if before[-1].kind in NOTICES:
            ended = before[-1].get_kind_display()
            reasons.append(
                _("This briefing is %(kind)s. Publish it again as a major change, with a note that says why.")
                % {"kind": ended}
            )
        elif not plan.reasons and (newest := _text(before[-1])) and is_same_text(plan.text, newest):
            reasons.append(_("Nothing has changed since the newest edition."))
    elif not (reasons or plan.reasons) and before and kind == before[-1].kind and _is_repeated(plan.text, before[-1]):
        reasons.append(_("The newest edition says the same, and tells readers the same. It is published already."))
    return reasons


def _refusals_of_lead(lead: Lead | None, before: list[Edition], *, moment: datetime, now: datetime) -> list[str]:
    """A place is that of a briefing and not of an edition: one that readers have would lead at once."""
    if lead is None:
        return []
    live = Timeline.of(before, now).live
    if moment > now and live and live.kind not in NOTICES:
        return [_("Readers have this briefing already: it would lead at once. Use “Lead with this” when it is time.")]
    return refusals_of_lead(lead, from_moment=moment)


def _is_repeated(content: BriefingContent, newest: Edition) -> bool:
    """Whether a form that was sent twice would publish the same twice. The correction's key differs in each form."""
    was = _text(newest)
    return was is not None and is_same_text(content, was) and _change_words(content) == _change_words(was)


def _change_words(content: BriefingContent) -> tuple[str, ...]:
    change = content.change
    if change is None:
        return ()
    correction = change.correction
    return (change.note, *((correction.kind, correction.was_wrong, correction.is_right) if correction else ()))


def _text(edition: Edition) -> BriefingContent | None:
    return from_canonical(edition.text.text) if edition.text.text is not None else None
