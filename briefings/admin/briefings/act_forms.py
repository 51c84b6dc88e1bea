"""The forms of acts: what is asked before a briefing is sent on, called off or ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings.admin.fields import LineField, PassageField
from briefings.admin.moments import MomentField, stamp
from briefings.content import fields as kinds
from briefings.desk_words import exact_moment

_LONGEST = 500


class ActForm(forms.Form):
    """Names the version that was looked at."""

    buttons = ""
    """The field whose choices are buttons, in the place of the one that sends the form."""
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class CallOffForm(ActForm):
    """Names the edition that was looked at."""

    edition = forms.IntegerField(required=False, widget=forms.HiddenInput, max_value=2**63 - 1)


class RescheduleForm(CallOffForm):
    moment = MomentField(label=_("New moment"))
    shown = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    """The moment that the page said in both clocks."""
    override = PassageField(
        label=_("Why before the embargo ends"),
        help_text=_("Only where that is meant; for chief editors. Kept on record for good, with your name."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        embargo = self.initial.pop("embargo", "")
        if embargo:
            self.fields["override"].help_text = f"{embargo}. {self.fields['override'].help_text}"
        else:
            del self.fields["override"]

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        moment = values.get("moment")
        if "moment" in self.errors:
            return values
        if moment is None:
            self.add_error("moment", gettext("Say from which moment on readers get it."))
        elif values.get("shown") != stamp(moment):
            self.data = self.data.copy()
            self.data["shown"] = stamp(moment)
            sentence = gettext("Readers would get it on %(when)s. If that is right, press the button once more.")
            self.add_error("moment", sentence % {"when": exact_moment(moment)})
        return values


class LookForm(ActForm):
    """Names the act of publishing that was looked at."""

    alone = forms.IntegerField(required=False, widget=forms.HiddenInput, max_value=2**63 - 1)


class SubmitForm(ActForm):
    note = PassageField(label=_("Note to whoever reviews it"), help_text=_("May stay empty."))


class HandOverForm(ActForm):
    """The names are buttons, one for each of those to whom it may go."""

    buttons = "to"
    note = PassageField(label=_("Note to them"), help_text=_("May stay empty."))
    to = forms.ChoiceField(label=_("Hand it over to"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = self.initial.pop("to", ())


class WithdrawForm(ActForm):
    notice = PassageField(label=_("Notice: what readers find in place of the briefing"))
    headline = LineField(
        kinds.Line, label=_("Another headline"), help_text=_("Where the headline itself has to go. Empty: it stays.")
    )


class RemoveForm(ActForm):
    notice = PassageField(
        label=_("Ground, as readers may know it"),
        help_text=_("As in “By order of a court.” May stay empty: the page then says that there were legal reasons."),
    )


class MergeForm(ActForm):
    into = forms.CharField(
        label=_("Address of the other briefing"),
        required=False,
        max_length=_LONGEST,
        help_text=_("As readers see it, or the end of it. It has to be live."),
    )
    notice = PassageField(
        label=_("Note to subscribers"),
        help_text=_("May stay empty. The feeds carry it for 30 days, with the new address."),
    )


class BeginForm(ActForm):
    """Names the briefing to be: sent twice, it makes one."""

    briefing = forms.UUIDField(widget=forms.HiddenInput)


class VouchForm(ActForm):
    """`findings` are those on the quotations that nobody stands by yet."""

    quotes = forms.MultipleChoiceField(
        label=_("You stand by"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    reason = PassageField(
        label=_("Why: where you heard or read these words"),
        help_text=_("Kept on record for good, with your name."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["quotes"].choices = self.initial.get("unfounded", ())


class EraseForm(ActForm):
    number = forms.IntegerField(
        label=_("Number of the edition"),
        required=False,
        min_value=1,
        max_value=2**31 - 1,
        help_text=_("As it stands in the list of editions. One that readers get now cannot be erased: withdraw first."),
    )
    reason = PassageField(
        label=_("Order or ground"),
        help_text=_("Kept in the log for good, and shown to whoever verifies it. Write none of the erased words here."),
    )
