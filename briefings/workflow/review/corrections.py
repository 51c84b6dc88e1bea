"""Correcting a text that is in review and approving it, in one act: the one way to approve words of one's own.

It is for a reviewer who finds little wrong. So the text has to have been written and submitted by somebody else, and
`REVIEWER_CORRECTIONS` says whether that counts as the second person's approval, and of how much.
"""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import comparison, working_copy
from briefings.content import BriefingContent, from_canonical
from briefings.models import AuditEntry, Briefing, Draft, Revision, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.workflow.review.own_work import all_own_work, own_work, version_of
from briefings.workflow.review.steps import approved, refusals_of_own_work, refusals_of_state


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
    ask("approve", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    if content is not None and draft.version != expected:
        raise working_copy.Stale(draft)
    reasons = [*refusals_of_version(draft, expected=expected, act="approve"), *refusals_of_state(draft, seen=state)]
    is_corrected = content is not None or (by is not None and own_work(draft, of=by) is not None)
    if draft.state == Draft.State.APPROVED:
        reasons.append(_("This text is approved already."))
    elif by is not None and is_corrected:
        reasons += refusals_of_correction(draft, of=by, content=content)
    if reasons:
        raise Refused(*reasons)
    submitted = last_submission(draft)
    if content is not None:
        working_copy.write(draft, content, expected=expected, by=by, save_id=save_id, excerpts=excerpts)
    detail = f"version {draft.version}"
    if not (is_corrected and submitted):
        return approved(draft, by=by, action=AuditEntry.Action.APPROVED, detail=detail)
    detail = f"{submitted.detail} corrected to {detail}"
    return approved(draft, by=by, action=AuditEntry.Action.CORRECTED, detail=detail)


def refusals_of_correction(draft: Draft, *, of: User, content: BriefingContent | None = None) -> list[str]:
    """The reasons why `of` may not approve the draft with corrections of theirs; with `content` in its place."""
    if settings.REVIEWER_CORRECTIONS == "off":
        alone = _("Whoever corrects a text does not approve it on this site. Save it: somebody else has to approve it.")
        return refusals_of_own_work(own_work(draft, of=of), of=of) or [alone]
    submission = last_submission(draft)
    if draft.state != Draft.State.IN_REVIEW or submission is None:
        return [_("This text is not in review. Only one that somebody submitted is corrected and approved in one act.")]
    if submission.by_id == of.pk:
        return [_("You submitted this text yourself. Somebody else has to approve what you changed in it.")]
    version = version_of(submission)
    submitted = Revision.objects.select_related("text").filter(briefing=draft.briefing_id, version=version).first()
    # What stands before the submission is no correction of it: whoever wrote a part of the text has not read it as a
    # second person, whoever submitted it.
    before = [work for work in all_own_work(draft, of=of) if work.since <= version]
    if before:
        return refusals_of_own_work(before[-1], of=of)
    if settings.REVIEWER_CORRECTIONS == "spelling" and not _is_spelling(submitted, draft, content):
        return [_("More than spelling was changed since this text was submitted. Somebody else has to approve it.")]
    return []


def last_submission(draft: Draft) -> AuditEntry | None:
    """The entry of the record on the last time that the draft was submitted."""
    entries = AuditEntry.objects.filter(briefing=draft.briefing_id, action=AuditEntry.Action.SUBMITTED)
    return entries.order_by("-at", "-id").first()


def _is_spelling(submitted: Revision | None, draft: Draft, content: BriefingContent | None) -> bool:
    if submitted is None or submitted.text.text is None:
        return False
    before, after = from_canonical(submitted.text.text), content or working_copy.read(draft)
    changed = [part for part in comparison.compare_texts(before, after) if part.is_changed]
    return not changed or comparison.is_spelling_only(changed)
