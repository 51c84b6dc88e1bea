"""The page on which a draft is shown to somebody without an account: a link is made, shown once, and ended."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import draft_links, workflow
from briefings.admin.briefings.status import status_of
from briefings.admin.desk import show_page
from briefings.admin.fields import LineField
from briefings.content import fields as kinds
from briefings.desk_words import moment_in_words
from briefings.models import Draft
from briefings.models.draft_links import LONGEST_NAME
from briefings.public import addresses

LASTS = {
    "hour": (gettext_lazy("1 hour"), timedelta(hours=1)),
    "day": (gettext_lazy("1 day"), timedelta(days=1)),
    "week": (gettext_lazy("7 days"), timedelta(days=7)),
    "month": (gettext_lazy("30 days"), timedelta(days=30)),
}
UNTIL_LIVE = "live"


class ShowForm(forms.Form):
    """Names the version that was looked at, and itself: sent twice, it makes one link."""

    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    link = forms.UUIDField(widget=forms.HiddenInput)
    for_whom = LineField(
        kinds.Line,
        label=gettext_lazy("For whom"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("A name, as in “Dr. Berger, lawyer”. It stands above the text and on record."),
    )
    lasts = forms.ChoiceField(label=gettext_lazy("For how long"), initial="week", widget=forms.RadioSelect)

    def __init__(self, *args: Any, live_from: datetime | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._live_from = live_from
        choices = [(name, words) for name, (words, _time) in LASTS.items()]
        if live_from and timezone.now() < live_from <= timezone.now() + LASTS["month"][1]:
            when = {"when": moment_in_words(live_from)}
            choices.append((UNTIL_LIVE, _("Until it is live: %(when)s") % when))
        self.fields["lasts"].choices = choices

    @property
    def ends_at(self) -> datetime:
        lasts = self.cleaned_data["lasts"]
        return self._live_from if lasts == UNTIL_LIVE and self._live_from else timezone.now() + LASTS[lasts][1]


def page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The links of the draft, a form for another, and the address of one that was just made: nobody sees it again."""
    scheduled = status_of(draft).scheduled
    live_from = scheduled.live_from if scheduled else None
    begins = {"expected": draft.version, "link": uuid4()}
    form, reasons, made = ShowForm(initial=begins, live_from=live_from), (), None
    if request.method == "POST" and "_end" in request.POST:
        link = draft_links.of_briefing(draft.briefing).filter(uuid=_uuid(request.POST["_end"])).first()
        try:
            if link:
                workflow.end_link(link, by=request.user)
            return redirect(request.path)
        except workflow.Refused as refusal:
            reasons = refusal.reasons
    elif request.method == "POST":
        sent = ShowForm(request.POST, live_from=live_from)
        if sent.is_valid():
            values = sent.cleaned_data
            try:
                link, token = workflow.show_draft(
                    draft.briefing,
                    by=request.user,
                    for_whom=values["for_whom"],
                    ends_at=sent.ends_at,
                    expected=values["expected"],
                    as_link=values["link"],
                )
                made = (link, addresses.absolute(reverse("draft-link", args=[token])))
            except workflow.Refused as refusal:
                form, reasons = sent, refusal.reasons
        else:
            form = sent
    if made is None:
        form.fields["for_whom"].widget.attrs["autofocus"] = True
    now = timezone.now()
    embargo = workflow.Embargo.binding(draft, now)
    links = [(link, draft_links.is_open(link, now)) for link in draft_links.of_briefing(draft.briefing)[:100]]
    return show_page(
        request,
        "draft/showing.html",
        title=_("Show to somebody"),
        draft=draft,
        embargo=str(embargo) if embargo.runs(now) else "",
        form=form,
        reasons=reasons,
        made=made,
        links=links,
        headers={"Cache-Control": "no-store"},
    )


def _uuid(text: str) -> str | None:
    try:
        return str(forms.UUIDField().clean(text))
    except forms.ValidationError:
        return None
