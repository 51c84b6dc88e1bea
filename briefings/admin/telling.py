"""“What I am told”: by which channels somebody is told of what. Each chooses for themselves."""

from itertools import product

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import provider_logins
from briefings.admin.desk import show_page
from briefings.deliveries import choices
from briefings.models import Delivery

Kind, Channel = Delivery.Kind, Delivery.Channel
_WHEN = {
    Kind.REVIEW: gettext_lazy("Somebody asks for a review of a text that you may review"),
    Kind.SENT_BACK: gettext_lazy("A text that you began or submitted was sent back"),
    Kind.APPROVED: gettext_lazy("A text that you began or submitted was approved"),
    Kind.CORRECTED: gettext_lazy("A reviewer corrected a text that you began or submitted, and did not approve it"),
    Kind.COMMENTED: gettext_lazy("Somebody commented on a text of yours, or answered you"),
    Kind.HANDED_OVER: gettext_lazy("A draft was handed over to you"),
    Kind.OUTDATED: gettext_lazy("A save left what you scheduled, approved or began older than its draft"),
    Kind.ALONE: gettext_lazy("A text was published without the second person that this newsroom wants"),
}


def _box(kind: str, channel: str) -> str:
    return f"{kind}-{channel}".replace(" ", "-")


class TellingForm(forms.Form):
    """The address, where this site sends mail, and two boxes for each kind."""

    email = forms.EmailField(label=gettext_lazy("Your mail address"), required=False, max_length=254)

    def __init__(self, data: object, *, user: object) -> None:
        chosen = choices.of_user(user)
        super().__init__(data, initial={"email": user.email})
        # Where a provider lets in whoever has an address, site admins say whose it is.
        if not choices.is_mail_offered() or provider_logins.is_in_use():
            del self.fields["email"]
        for kind, channel in product(Kind.values, self.channels()):
            box = forms.BooleanField(required=False, initial=chosen[kind][channel])
            self.fields[_box(kind, channel)] = box
        self._chosen = chosen

    @staticmethod
    def channels() -> list[str]:
        return [Channel.DESK, Channel.MAIL] if choices.is_mail_offered() else [Channel.DESK]

    def lines(self) -> list[tuple[str, list[tuple[str, forms.BoundField]]]]:
        """By kind: when somebody is told, and the boxes with their channels."""
        return [
            (str(when), [(Channel(channel).label, self[_box(kind, channel)]) for channel in self.channels()])
            for kind, when in _WHEN.items()
        ]

    def wanted(self) -> dict[str, choices.Channels]:
        """What was chosen; of a channel that is not offered, what was chosen before."""
        sent = {
            kind: {channel: self.cleaned_data[_box(kind, channel)] for channel in self.channels()}
            for kind in Kind.values
        }
        return {kind: self._chosen[kind] | channels for kind, channels in sent.items()}


def choose_telling(request: HttpRequest) -> HttpResponse:
    """The page on which somebody chooses what they are told, and how."""
    form = TellingForm(request.POST or None, user=request.user)
    if not form.is_valid():
        return show_page(
            request, "telling.html", title=_("What I am told"), form=form, is_mail_offered=choices.is_mail_offered()
        )
    choices.choose(request.user, form.wanted())
    if "email" in form.fields:
        request.user.email = form.cleaned_data["email"]
        request.user.save(update_fields=["email"])
    messages.success(request, _("Saved. You are told so from now on."))
    return redirect("admin:briefings_user_telling")
