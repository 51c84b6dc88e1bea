"""The publish panel: what kind of change, what readers are told, from when, and what becomes of what is scheduled."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy, workflow
from briefings.admin.briefings import leading
from briefings.admin.briefings.publication import Publication
from briefings.admin.briefings.review_form import PREFIX, submit_note
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.fields import PassageField
from briefings.admin.moments import MomentField, stamp
from briefings.content import BriefingContent, Correction, keys, new_key
from briefings.desk_words import moment_in_words
from briefings.models import Draft, Edition, User
from briefings.workflow import Embargo, Scheduled
from briefings.workflow.pages.front_page import place_of

MINOR, MAJOR, CORRECTION = Edition.Kind.MINOR, Edition.Kind.MAJOR, Edition.Kind.CORRECTION
CORRECTIONS = ("correction", "clarification", "editors-note")
CHANGES = [
    (MINOR, gettext_lazy("Minor: no date moves")),
    (MAJOR, gettext_lazy("Major: “updated” moves, with a note")),
    ("correction", gettext_lazy("Correction: something was wrong")),
    ("clarification", gettext_lazy("Clarification: it was true and could mislead")),
    ("editors-note", gettext_lazy("Editor’s note: context on a serious matter")),
]
# What the field is called where the script knows which kind was chosen.
WORDS = {
    "correction": gettext_lazy("What is right"),
    "clarification": gettext_lazy("The clarification"),
    "editors-note": gettext_lazy("The editor’s note"),
}


class PublishForm(forms.Form):
    """Only what applies is asked: a first edition is no change, and what is not scheduled needs no choice."""

    change = forms.ChoiceField(label=gettext_lazy("What kind of change"), required=False, widget=forms.RadioSelect)
    proposed = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    """The kind that the page proposed, by what differed when it was shown."""
    note = PassageField(label=gettext_lazy("Note to readers: what is new"), rows=2)
    was_wrong = PassageField(
        label=gettext_lazy("What it said before"),
        rows=2,
        help_text=gettext_lazy(
            "Readers get it behind “It said before:”. Write only the words, as in “Ten people died.”"
        ),
    )
    is_right = PassageField(label=gettext_lazy("What is right, or the words of the note"), rows=2)
    when = forms.ChoiceField(
        label=gettext_lazy("From when"),
        required=False,
        initial="now",
        choices=[("now", gettext_lazy("Now")), ("later", gettext_lazy("From a later moment"))],
        widget=forms.RadioSelect,
    )
    moment = MomentField(label=gettext_lazy("Moment"))
    shown = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    """The moment that the button said, in UTC: another one is shown first."""
    override = PassageField(
        label=gettext_lazy("Why before the embargo ends"),
        rows=2,
        help_text=gettext_lazy("Publishes before the promised moment. Kept on record for good, with your name."),
    )
    lead = forms.BooleanField(label=gettext_lazy("Lead with this"), required=False)
    lead_until = MomentField(
        label=gettext_lazy("Leads until"), help_text=gettext_lazy("Empty: until another briefing leads.")
    )
    scheduled = forms.ChoiceField(label=gettext_lazy("What is scheduled"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, status: BriefingStatus, proposed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, prefix=PREFIX, **kwargs)
        self.status = status
        zone = timezone.get_current_timezone_name()
        self.fields["moment"].help_text = _("The newsroom’s time: %(zone)s.") % {"zone": zone}
        if status.live:
            self.fields["change"].choices = CHANGES
            names = {f"data-{kind}": words for kind, words in WORDS.items()}
            self.fields["is_right"].widget.attrs |= names
            self.initial = {"change": proposed, "proposed": proposed} | self.initial
        else:
            for name in ("change", "proposed", "note", "was_wrong", "is_right"):
                del self.fields[name]
        if status.scheduled:
            self._ask_about(status.scheduled)
        else:
            del self.fields["scheduled"]
        now = timezone.now()
        if not (status.draft and Embargo.binding(status.draft, now).runs(now)):
            del self.fields["override"]

    def _ask_about(self, scheduled: Edition) -> None:
        when = moment_in_words(scheduled.live_from)
        self.fields["scheduled"].choices = [
            (Scheduled.REISSUE, _("Issue it again with this change")),
            (Scheduled.KEEP, _("Keep it as it is: it replaces this change at its moment")),
            (Scheduled.CALL_OFF, _("Call it off: this whole draft, scheduled words and all, goes live in its place")),
        ]
        self.fields["scheduled"].initial = Scheduled.REISSUE
        self.fields["scheduled"].label = _("What becomes of the edition scheduled for %(when)s") % {"when": when}
        if not self.status.live:
            self.initial.setdefault("when", "later")
            self.initial.setdefault("moment", timezone.localtime(scheduled.live_from))

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("when") == "later" and not values.get("moment") and "moment" not in self.errors:
            self.add_error("moment", _("Say from which moment on readers get it."))
        return values

    @property
    def live_from(self) -> datetime | None:
        return self.cleaned_data["moment"] if self.cleaned_data.get("when") == "later" else None

    @property
    def correction(self) -> Correction | None:
        """The correction as it was written, whole or not, as content holds it; None unless this is one."""
        values = self.cleaned_data
        if values.get("change") not in CORRECTIONS:
            return None
        return Correction(
            key=new_key(keys.CORRECTION),
            kind=values["change"],
            was_wrong=values.get("was_wrong", ""),
            is_right=values.get("is_right", ""),
        )

    def offer_lead(self, *, to: User) -> None:
        """Say what leads now beside the choice; without a choice for whoever may not say what leads."""
        if policy.may(to, "front"):
            words = [leading.sentence(self.status.draft)]
            if self.has_place:
                words.append(
                    _(
                        "What is scheduled has its place on the front page from its moment on: issued again it keeps "
                        "that, called off it loses it, unless you tick this."
                    )
                )
            self.fields["lead"].help_text = " ".join(words)
        else:
            del self.fields["lead"], self.fields["lead_until"]

    @property
    def has_place(self) -> bool:
        """Whether what is scheduled has a place on the front page from its moment on, and readers nothing of it yet."""
        scheduled = self.status.scheduled
        return scheduled is not None and not self.status.live and place_of(scheduled.briefing) is not None

    def of_the_place(self, edition: Edition) -> str:
        """What became with `edition` of the place that it had before, where the editor did not say."""
        if self.cleaned_data.get("lead"):
            return ""
        if self.cleaned_data["scheduled"] == Scheduled.CALL_OFF:
            return leading.taken_back()
        return leading.of_scheduled(edition)

    @property
    def is_for_later(self) -> bool:
        """Whether the panel as it stands schedules."""
        return self["when"].value() == "later"

    @property
    def names(self) -> datetime | None:
        """The moment that the button names: what is typed, where that is a moment."""
        if not self.is_for_later:
            return None
        if self.is_bound and self.is_valid():
            return self.cleaned_data.get("moment")
        begins = self.initial.get("moment")
        if begins is None or isinstance(begins, datetime):
            return begins
        try:  # as it was typed, where a button moved a part meanwhile
            return self.fields["moment"].clean((begins, ""))
        except forms.ValidationError:
            return None

    @property
    def is_unseen(self) -> bool:
        """Whether it would schedule for a moment that no button has said yet: without a script none has."""
        moment = self.cleaned_data.get("moment") if self.is_for_later else None
        return moment is not None and moment > timezone.now() and self.cleaned_data.get("shown") != stamp(moment)

    def publish(self, draft: Draft, *, by: User, content: BriefingContent) -> Edition:
        """Publish the draft at its version, which says `content`. Raises workflow.Refused."""
        values = self.cleaned_data
        change = self._change(content)
        return workflow.publish(
            draft.briefing,
            by=by,
            change=CORRECTION if change in CORRECTIONS else change or None,
            note=values.get("note", "") if change != MINOR else "",
            correction=self.correction,
            live_from=self.live_from,
            scheduled=Scheduled(values["scheduled"]) if values.get("scheduled") else None,
            expected=draft.version,
            override=values.get("override", ""),
            lead=workflow.Lead(until=values.get("lead_until")) if values.get("lead") else None,
        )

    def _change(self, content: BriefingContent) -> str | None:
        """The kind that was chosen; that of a change of spelling where none was.

        A proposed one was left as it was. It counts for no more than was proposed for.
        """
        chosen, proposed = self.cleaned_data.get("change"), self.cleaned_data.get("proposed")
        if "change" not in self.fields or (chosen and chosen != proposed) or (chosen and chosen != MINOR):
            return chosen
        now = Publication.of(self.status, content).proposed_kind
        if chosen == MINOR and now == MAJOR:
            raise workflow.Refused(
                _("More than spelling was changed since this page was opened. Say what kind of change it is.")
            )
        return chosen or (MINOR if now == MINOR else None)


def holds_words(data: QueryDict) -> bool:
    """Whether something was written in the panel that is in no draft, and would be lost with the page.

    The note to whoever reviews it is in the draft once that is submitted.
    """
    told = any(data.get(f"{PREFIX}-{name}", "").strip() for name in ("note", "was_wrong", "is_right", "override"))
    return told or ("_submit" not in data and bool(submit_note(data)))


def asks_for_more(data: QueryDict) -> bool:
    """Whether anything was written or chosen in the panel: the kind of change, a moment and a lead are in no draft
    either.
    """
    is_chosen = any(data.get(f"{PREFIX}-{name}") for name in ("change", "lead"))
    return holds_words(data) or is_chosen or data.get(f"{PREFIX}-when") == "later"
