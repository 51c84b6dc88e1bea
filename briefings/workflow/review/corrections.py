"""Correcting a text that is in review, in one act: and approving it, or handing it on to somebody else who approves.

It is for a reviewer who finds little wrong. `REVIEWER_CORRECTIONS` says whether that counts as the approval of a second
person, and of how much: then it is the one way to approve words of one's own, and the text has to have been written and
given to others by somebody else. Where it does not count, the reviewer stands by what others wrote, and another person
by what the reviewer wrote. Nobody's words are published that they alone have read, in a newsroom of two as well.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import comparison, policy, working_copy
from briefings.content import BriefingContent, from_canonical
from briefings.deliveries import notify
from briefings.models import AuditEntry, Briefing, Delivery, Draft, Revision, User
from briefings.workflow.deliveries import see
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.workflow.review.own_work import all_own_work, own_work, version_of
from briefings.workflow.review.steps import approved, moved, refusals_of_own_work, refusals_of_state, who_waits

_GIVEN = (AuditEntry.Action.SUBMITTED, AuditEntry.Action.HANDED_ON)


@transaction.atomic
def correct_and_approve(
    briefing: Briefing,
    *,
    by: User | None,
    expected: int,
    content: BriefingContent | None = None,
    save_id: UUID | None = None,
    excerpts: Mapping[str, str] | None = None,
    state: str | None = None,
) -> Draft:
    """Approve the draft at the version `expected` with the corrections of `by`: those that they saved since it was
    submitted, and `content`, which is written first where it is given. `state` is the one in which it was looked at.

    Raises working_copy.Stale where somebody saved since and there is something to write, ContentRefused where it cannot
    be written, else Refused; then nothing has changed.
    """
    draft, reasons = _locked(briefing, by=by, expected=expected, content=content, state=state)
    is_corrected = content is not None or (by is not None and own_work(draft, of=by) is not None)
    if not reasons and by is not None and is_corrected:
        reasons = refusals_of_correction(draft, of=by, content=content)
    if reasons:
        raise Refused(*reasons)
    given = last_given(draft)
    _write(draft, content, expected=expected, by=by, save_id=save_id, excerpts=excerpts)
    if not (is_corrected and given):
        return approved(draft, by=by, action=AuditEntry.Action.APPROVED, detail=f"version {draft.version}")
    return approved(draft, by=by, action=AuditEntry.Action.CORRECTED, detail=_detail(given, draft))


@transaction.atomic
def correct_and_hand_on(
    briefing: Briefing,
    *,
    by: User,
    expected: int,
    content: BriefingContent | None = None,
    save_id: UUID | None = None,
    excerpts: Mapping[str, str] | None = None,
    state: str | None = None,
) -> Draft:
    """Leave the draft in review with the corrections of `by`, who stands by all else in it: somebody else approves.

    The arguments and what it raises are those of `correct_and_approve`.
    """
    draft, reasons = _locked(briefing, by=by, expected=expected, content=content, state=state)
    reasons = reasons or refusals_of_handing_on(draft, of=by)
    if not reasons and content is None and not is_corrected(draft, of=by):
        reasons = [_("You changed nothing in this text. Approve it as it is, where you read what changed in it.")]
    if reasons:
        raise Refused(*reasons)
    given = last_given(draft)
    _write(draft, content, expected=expected, by=by, save_id=save_id, excerpts=excerpts)
    moved(draft, by=by, to=draft.state, action=AuditEntry.Action.HANDED_ON, detail=_detail(given, draft))
    asked = Delivery.objects.filter(to=by, briefing=briefing, kind=Delivery.Kind.REVIEW)
    see(asked.values_list("pk", flat=True), of=by)  # they have reviewed it
    waiting = who_waits(draft)
    notify(Delivery.Kind.CORRECTED, briefing=briefing, to=waiting, by=by)
    others = [user for user in who_approves_for(draft, of=by) if user not in waiting]
    notify(Delivery.Kind.REVIEW, briefing=briefing, to=others, by=by)
    return draft


def refusals_of_correction(draft: Draft, *, of: User, content: BriefingContent | None = None) -> list[str]:
    """The reasons why `of` may not approve the draft with corrections of theirs; with `content` in its place."""
    if settings.REVIEWER_CORRECTIONS == "off":
        alone = _("Whoever corrects a text does not approve it on this site. Save it: somebody else has to approve it.")
        return refusals_of_own_work(own_work(draft, of=of), of=of) or [alone]
    given = last_given(draft)
    if reasons := _refusals_of_review(draft, given, of=of):
        return reasons
    version = version_of(given)
    before = Revision.objects.select_related("text").filter(briefing=draft.briefing_id, version=version).first()
    # What stands before that is no correction of it: whoever wrote a part of the text has not read it as a second
    # person, whoever submitted it.
    own = [work for work in all_own_work(draft, of=of) if work.since <= version]
    if own:
        return refusals_of_own_work(own[-1], of=of)
    if settings.REVIEWER_CORRECTIONS == "spelling" and not _is_spelling(before, draft, content):
        return [_("More than spelling was changed since this text was submitted. Somebody else has to approve it.")]
    return []


def refusals_of_handing_on(draft: Draft, *, of: User) -> list[str]:
    """The reasons why `of` may not correct the draft and hand it on to somebody else who approves it."""
    if reasons := _refusals_of_review(draft, last_given(draft), of=of):
        return reasons
    if not who_approves_for(draft, of=of):
        return [_("Nobody but you may approve briefings here. Send it back with a note of what is to be changed.")]
    return []


def who_approves_for(draft: Draft, *, of: User) -> list[User]:
    """Who may approve the draft once `of` has corrected it and handed it on: whoever waits for it first, then by name.

    To each of them `of` stands by their words in it, so that none of it is work of theirs that nobody else approved.
    """
    others = policy.who_may("review", draft.briefing).exclude(pk=of.pk)
    waiting = who_waits(draft)
    return sorted(others, key=lambda user: user not in waiting)


def is_corrected(draft: Draft, *, of: User) -> bool:
    """Whether `of` saved the draft since it was last given to others to read."""
    given = last_given(draft)
    version = version_of(given) if given else 0
    return Revision.objects.filter(briefing=draft.briefing_id, by=of, version__gt=version).exists()


def last_given(draft: Draft) -> AuditEntry | None:
    """The entry of the record on the last time that somebody gave the draft to others to read: submitted, handed on."""
    entries = AuditEntry.objects.filter(briefing=draft.briefing_id, action__in=_GIVEN)
    return entries.order_by("-at", "-id").first()


def _locked(
    briefing: Briefing, *, by: User | None, expected: int, content: BriefingContent | None, state: str | None
) -> tuple[Draft, list[str]]:
    """The locked draft, and the reasons why nobody may correct it as it was looked at."""
    ask("approve", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    if content is not None and draft.version != expected:
        raise working_copy.Stale(draft)
    reasons = [*refusals_of_version(draft, expected=expected, act="approve"), *refusals_of_state(draft, seen=state)]
    if draft.state == Draft.State.APPROVED:
        reasons.append(_("This text is approved already."))
    return draft, reasons


def _write(draft: Draft, content: BriefingContent | None, **save: Any) -> None:
    if content is not None:
        working_copy.write(draft, content, **save)


def _detail(given: AuditEntry, draft: Draft) -> str:
    return f"version {version_of(given)} corrected to version {draft.version}"


def _refusals_of_review(draft: Draft, given: AuditEntry | None, *, of: User) -> list[str]:
    """The reasons why the draft, last `given` to others to read, is not for `of` to correct as its reviewer."""
    if draft.state != Draft.State.IN_REVIEW or given is None:
        return [_("This text is not in review. Only one that somebody submitted is corrected and approved in one act.")]
    if given.by_id == of.pk:
        if given.action == AuditEntry.Action.HANDED_ON:
            return [_("You corrected this text and handed it on. Somebody else has to approve what you changed in it.")]
        return [_("You submitted this text yourself. Somebody else has to approve what you changed in it.")]
    return []


def _is_spelling(before: Revision | None, draft: Draft, content: BriefingContent | None) -> bool:
    if before is None or before.text.text is None:
        return False
    was, is_now = from_canonical(before.text.text), content or working_copy.read(draft)
    changed = [part for part in comparison.compare_texts(was, is_now) if part.is_changed]
    return not changed or comparison.is_spelling_only(changed)
