"""What a reviewer may decide about a draft, and what leads them there."""

from dataclasses import dataclass, field

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy

from briefings import policy, workflow
from briefings.admin.briefings.act_forms import ActForm
from briefings.admin.fields import PassageField
from briefings.models import Draft, User

_DECIDABLE = (Draft.State.DRAFT, Draft.State.IN_REVIEW, Draft.State.CHANGES_REQUESTED)
_RETURNABLE = (Draft.State.IN_REVIEW, Draft.State.APPROVED)


class DecisionForm(ActForm):
    """Names the version and the state that were looked at."""

    state = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    note = PassageField(label=gettext_lazy("What is to be changed"))


@dataclass
class Decision:
    """What `user` may decide about the draft as it stands, and why they may not approve it."""

    draft: Draft
    user: User
    form: DecisionForm | None = None
    reasons: tuple[str, ...] = ()
    """Why the decision that was sent was not taken."""
    seen: int = 0
    """The version that it was about."""
    may_approve: bool = field(init=False, default=False)
    may_approve_corrected: bool = field(init=False, default=False)
    may_send_back: bool = field(init=False, default=False)
    against: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        draft = self.draft
        self.form = self.form or DecisionForm(initial={"expected": draft.version, "state": draft.state})
        if draft.trashed_at is not None or not policy.may(self.user, "review", draft.briefing):
            return
        self.may_send_back = draft.state in _RETURNABLE
        if draft.state not in _DECIDABLE:
            return
        self.may_approve = workflow.own_work(draft, of=self.user) is None
        if not self.may_approve:
            self.against = workflow.refusals_of_correction(draft, of=self.user)
            self.may_approve_corrected = not self.against

    @property
    def is_any(self) -> bool:
        return self.may_approve or self.may_approve_corrected or self.may_send_back or bool(self.against)


def opens_at(draft: Draft, user: User) -> str:
    """Where a list leads from a draft: whoever may review one that is in review begins with what changed."""
    is_review = draft.state == Draft.State.IN_REVIEW and draft.owner_id != user.pk
    name = "changes" if is_review and policy.may(user, "review", draft.briefing) else "change"
    return reverse(f"admin:briefings_draft_{name}", args=[draft.pk])


def may_save_and_approve(draft: Draft | None, user: User) -> bool:
    """Whether the writing page offers `user` to save and approve: where corrections of theirs may count."""
    return (
        draft is not None
        and settings.REVIEWER_CORRECTIONS != "off"
        and draft.state == Draft.State.IN_REVIEW
        and draft.trashed_at is None
        and policy.may(user, "review", draft.briefing)
        and not workflow.refusals_of_correction(draft, of=user)
    )
