"""What leads the front page now, what has no room there any more, and the form that has another briefing lead."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import workflow
from briefings.admin.briefings.act_forms import ActForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.moments import MomentField
from briefings.content import FrontRecord
from briefings.content.languages import without_territory
from briefings.content.public_values import MOST_PLACES
from briefings.desk_words import exact_moment
from briefings.models import Draft, Edition, PublishedSummary, User
from briefings.workflow.pages.front_page import current_front, place_of


class LeadForm(ActForm):
    """Names the record of the front page that was looked at."""

    front = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    until = MomentField(label=gettext_lazy("Leads until"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = (_("Empty: until another briefing leads."), sentence(self.initial.pop("draft", None)))
        self.fields["until"].help_text = " ".join(words)


def sentence(draft: Draft | None) -> str:
    """What leads now where `draft` would: placed by editors, or the newest; and what has no room then. Two queries, one
    where nothing is placed, and one for a draft whose briefing is not read yet.
    """
    standing = [row for row in leading(timezone.now()) if row.front_language == _language(draft)]
    if not standing:
        return _("The newest briefing leads now.")
    words = [_("“%(headline)s” leads now.") % {"headline": standing[0].headline}]
    others = [row for row in standing if draft is None or row.briefing_uuid != draft.briefing.uuid]
    for row in others[MOST_PLACES - 1 : MOST_PLACES]:
        words.append(
            _("There is no room for “%(headline)s” any more once this one leads.") % {"headline": row.headline}
        )
    return " ".join(words)


def leading(at: datetime) -> list[PublishedSummary]:
    """What editors placed of what readers have, of all languages, first things first. Two queries at most."""
    standing = current_front()[0].standing(at)
    live = PublishedSummary.objects.live(at).listed().filter(briefing_uuid__in=standing) if standing else ()
    rows = {row.briefing_uuid: row for row in live}
    return [rows[uuid] for uuid in standing if uuid in rows]


def of_scheduled(edition: Edition) -> str:
    """What becomes of its place on the front page at its moment; "" where it has none."""
    place = place_of(edition.briefing)
    if place is None:
        return ""
    standing = FrontRecord(places=(place,)).standing(edition.live_from)
    if standing:
        return _("It has its place on the front page from then on.")
    values = {"when": exact_moment(datetime.fromisoformat(place.until))}
    return _("Its place on the front page ends before that, on %(when)s. Lead with it anew.") % values


def taken_back() -> str:
    return _("Its place on the front page is taken back.")


def beginning(status: BriefingStatus, user: User) -> dict[str, Any]:
    return {"front": current_front()[1], "draft": status.draft}


def run(status: BriefingStatus, user: User, values: dict[str, Any]) -> object:
    lead = workflow.Lead(until=values["until"])
    return workflow.lead_with(status.draft.briefing, lead, by=user, expected=values["front"])


def _language(draft: Draft | None) -> str:
    return without_territory(draft.language if draft else settings.SITE_LANGUAGE)
