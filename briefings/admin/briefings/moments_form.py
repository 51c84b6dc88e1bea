"""The form of a draft's moments: for when it is planned, its embargo, and what a pasted draft said of one."""

import json
from datetime import datetime

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from briefings import policy, workflow
from briefings.admin.fields import LineField, PassageField
from briefings.admin.moments import MomentField, stamp
from briefings.content import fields as kinds
from briefings.models import Draft, User
from briefings.workflow import DeskMoments, Embargo

PREFIX = "moments"


class MomentsForm(forms.Form):
    """What came with the page comes back beside what is typed, so that nobody writes over what another has set."""

    embargo_until = MomentField(label=_("Embargoed until"))
    embargo_source = LineField(kinds.Line, label=_("Promised to"), help_text=_("As in “NATO press office”."))
    reason = PassageField(
        label=_("Why the embargo ends early"),
        rows=2,
        help_text=_("Asked where it is lifted or moved ahead. Kept on record for good, with your name."),
    )
    planned_for = MomentField(label=_("Planned for"), help_text=_("An intention. It publishes nothing."))
    no_embargo = forms.BooleanField(label=_("These words are no embargo"), required=False)
    opened = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, draft: Draft | None, by: User) -> None:
        present = DeskMoments.of(draft)
        initial = {
            "embargo_until": present.embargo.until,
            "embargo_source": present.embargo.source,
            "planned_for": present.planned_for,
            "opened": _spelled(present),
        }
        super().__init__(data if data and f"{PREFIX}-opened" in data else None, prefix=PREFIX, initial=initial)
        self.present = present
        if not (present.embargo.runs(timezone.now()) and policy.may(by, "override_embargo")):
            del self.fields["reason"]
        if not (draft and workflow.refusals_of_unread_embargo(draft, newest=None)):
            del self.fields["no_embargo"]

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what the page showed, or is wrong."""
        if not self.is_bound:
            return False
        if not self.is_valid():
            return True
        return _spelled(self._wanted) != self.cleaned_data["opened"] or bool(self.cleaned_data.get("no_embargo"))

    def save(self, draft: Draft, *, by: User) -> list[str]:
        """Set the moments of the draft; return sentences that the editor has to read. Raises workflow.Refused."""
        return workflow.set_moments(
            draft.briefing,
            by=by,
            wanted=self._wanted,
            opened=self._opened,
            reason=self.cleaned_data.get("reason", ""),
            without_note=self.cleaned_data.get("no_embargo", False),
        )

    @property
    def _wanted(self) -> DeskMoments:
        values, present = self.cleaned_data, self.present
        until = _unless_same(values["embargo_until"], present.embargo.until)
        return DeskMoments(
            _unless_same(values["planned_for"], present.planned_for), Embargo(until, values["embargo_source"])
        )

    @property
    def _opened(self) -> DeskMoments:
        if self.cleaned_data["opened"] == _spelled(self.present):
            return self.present
        try:
            values = json.loads(self.cleaned_data["opened"])
            until, source, planned = values
            return DeskMoments(_moment(planned), Embargo(_moment(until), str(source)))
        except (ValueError, TypeError):
            return DeskMoments()


def as_opened(draft: Draft) -> dict[str, str]:
    """What a form has to bring back of the moments that `draft` has now."""
    return {f"{PREFIX}-opened": _spelled(DeskMoments.of(draft))}


def _spelled(moments: DeskMoments) -> str:
    return json.dumps([stamp(moments.embargo.until), moments.embargo.source, stamp(moments.planned_for)])


def _moment(spelled: str) -> datetime | None:
    return datetime.fromisoformat(spelled) if spelled else None


def _unless_same(moment: datetime | None, present: datetime | None) -> datetime | None:
    """`present`, where a form would show it as `moment`: a form knows no seconds."""
    return present if stamp(moment) == stamp(present) else moment
