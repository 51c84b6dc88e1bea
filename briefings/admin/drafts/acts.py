"""Acts that have a page of their own: submit, ask for changes, approve, call off, and the ends of a briefing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import policy, workflow
from briefings.admin.drafts.act import Act, ActForm
from briefings.admin.drafts.endings import ENDINGS
from briefings.admin.drafts.status import BriefingStatus
from briefings.admin.fields import PassageField
from briefings.models import Draft, User


class CallOffForm(ActForm):
    """Names the edition that was looked at."""

    edition = forms.IntegerField(required=False, widget=forms.HiddenInput, max_value=2**63 - 1)


class ChangesForm(ActForm):
    note = PassageField(label=_("What is to be changed"))


def _state(*states: str) -> Callable[[BriefingStatus], bool]:
    return lambda status: status.draft is not None and status.draft.state in states


def _call_off(status: BriefingStatus, user: User, said: dict[str, Any]) -> object:
    if status.scheduled is None:
        raise workflow.Refused(gettext("Nothing of this briefing is scheduled."))
    if status.scheduled.seq != said["edition"]:
        raise workflow.Refused(gettext("Something else is scheduled since this page was opened. Look at it first."))
    return workflow.call_off(status.scheduled, by=user)


ACTS = {
    act.slug: act
    for act in (
        Act(
            "submit",
            "submit",
            _("Submit for review"),
            _("A colleague then reads the text as it was last saved, and approves it or asks for changes."),
            _("Submitted for review."),
            lambda status, user, said: workflow.submit(status.draft.briefing, by=user, expected=said["expected"]),
            _state(Draft.State.DRAFT, Draft.State.CHANGES_REQUESTED),
        ),
        Act(
            "approve",
            "review",
            _("Approve"),
            _("You stand by this text, word for word as it was last saved. It may then be published."),
            _("Approved."),
            lambda status, user, said: workflow.approve(status.draft.briefing, by=user, expected=said["expected"]),
            _state(Draft.State.DRAFT, Draft.State.IN_REVIEW, Draft.State.CHANGES_REQUESTED),
        ),
        Act(
            "request-changes",
            "review",
            _("Ask for changes"),
            _("The text goes back to its writer, with your note."),
            _("Sent back, with your note."),
            lambda status, user, said: workflow.request_changes(
                status.draft.briefing, by=user, note=said["note"], expected=said["expected"]
            ),
            _state(Draft.State.IN_REVIEW, Draft.State.APPROVED),
            ChangesForm,
        ),
        Act(
            "call-off",
            "publish",
            _("Call off what is scheduled"),
            _("It then never goes live. What is live now stays."),
            _("Called off."),
            lambda status, user, said: _call_off(status, user, said),
            lambda status: status.scheduled is not None,
            CallOffForm,
        ),
        *ENDINGS,
    )
}


def offered(status: BriefingStatus, user: User) -> list[Act]:
    """The acts that make sense now and that `user` may do."""
    if status.draft is None:
        return []
    return [act for act in ACTS.values() if act.applies(status) and policy.may(user, act.action, status.draft.briefing)]
