"""What a reviewer may decide about a draft, and what leads them there."""

from dataclasses import dataclass, field

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy, workflow
from briefings.admin.briefings.act_forms import ActForm
from briefings.admin.fields import PassageField
from briefings.models import Draft, User

_DECIDABLE = (Draft.State.DRAFT, Draft.State.IN_REVIEW, Draft.State.CHANGES_REQUESTED)
_MOST_NAMES = 3
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
    hands_on_to: str = field(init=False, default="")
    """Who has to approve what `user` corrected, where they may hand it on; else ""."""
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
        if self.against and workflow.is_corrected(draft, of=self.user):
            self.hands_on_to = _who_approves(draft, self.user)

    @property
    def approves(self) -> bool:
        return self.may_approve or self.may_approve_corrected

    @property
    def is_any(self) -> bool:
        return self.approves or self.may_send_back or bool(self.against)


def opens_at(draft: Draft, user: User) -> str:
    """Where a list leads from a draft: whoever may review one that is in review begins with what changed."""
    is_review = draft.state == Draft.State.IN_REVIEW and draft.owner_id != user.pk
    name = "changes" if is_review and policy.may(user, "review", draft.briefing) else "change"
    return reverse(f"admin:briefings_draft_{name}", args=[draft.pk])


@dataclass(frozen=True)
class Correcting:
    """The buttons of the writing page with which a reviewer saves what they correct in a text in review."""

    approves: str = ""
    """Of which corrections one approves: "all", or "spelling" alone; "" where it is not offered."""
    hands_on_to: str = ""
    """Who has to approve after the other; "" where it is not offered."""

    @classmethod
    def of(cls, draft: Draft | None, user: User) -> "Correcting":
        """Those that are offered to `user`. What they will type is not known yet, so that there may be both."""
        if draft is None or draft.state != Draft.State.IN_REVIEW or draft.trashed_at is not None:
            return cls()
        if not policy.may(user, "review", draft.briefing):
            return cls()
        approves = "" if workflow.refusals_of_correction(draft, of=user) else settings.REVIEWER_CORRECTIONS
        return cls(approves, "" if approves == "all" else _who_approves(draft, user))


def said_to_approve(draft: Draft, user: User) -> str:
    """Who approves a text that `user` corrected and handed on, as in “Mira or Jon”; of many the first."""
    names = [str(other) for other in workflow.who_approves_for(draft, of=user)]
    if len(names) > _MOST_NAMES:
        return _("%(name)s or another editor") % {"name": names[0]}
    return _(" or ").join(names)


def _who_approves(draft: Draft, user: User) -> str:
    return "" if workflow.refusals_of_handing_on(draft, of=user) else said_to_approve(draft, user)
