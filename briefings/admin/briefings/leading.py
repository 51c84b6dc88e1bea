"""What leads the front page now, and the form that has another briefing lead."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import workflow
from briefings.admin.briefings.act_forms import ActForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.moments import MomentField
from briefings.models import PublishedSummary, User
from briefings.workflow.pages.front_page import current_front


class LeadForm(ActForm):
    """Names the record of the front page that was looked at."""

    front = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    until = MomentField(label=gettext_lazy("Leads until"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = (_("Empty: until another briefing leads."), sentence())
        self.fields["until"].help_text = " ".join(words)


def sentence() -> str:
    """What leads now: placed by editors, or the newest. Two queries, one where nothing is placed."""
    now = timezone.now()
    first = next(iter(current_front()[0].standing(now)), None)
    live = PublishedSummary.objects.live(now).listed().filter(briefing_uuid=first) if first else None
    headline = live.values_list("headline", flat=True).first() if live is not None else None
    return _("“%(headline)s” leads now.") % {"headline": headline} if headline else _("The newest briefing leads now.")


def beginning(_status: BriefingStatus) -> dict[str, Any]:
    return {"front": current_front()[1]}


def run(status: BriefingStatus, user: User, values: dict[str, Any]) -> object:
    lead = workflow.Lead(until=values["until"])
    return workflow.lead_with(status.draft.briefing, lead, by=user, expected=values["front"])
