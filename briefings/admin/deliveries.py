"""What people are told, for whoever looks after it: the mails, and what became of them; and the start page's button."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from briefings import health, workflow
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import Address, DeskAdmin, show_page
from briefings.audit_words import in_words
from briefings.deliveries import sending
from briefings.models import Delivery
from briefings.workflow.deliveries import NOT_SENT, OPEN

MOST = 100
State = Delivery.State


@dataclass(frozen=True)
class Row:
    """A mail of the list, with what may be done about it."""

    delivery: Delivery
    error: str
    may_go_again: bool
    may_be_given_up: bool


def page(request: HttpRequest) -> HttpResponse:
    """The mails: those that somebody has to look at first, then what waits, then the newest that ended."""
    sending.note_doubts()
    mails = Delivery.objects.filter(channel__in=sending.SENT_HERE).select_related("to", "by")
    if request.method == "POST" and (done := _acted(request, mails)):
        return done
    wanting = Q(state__in=(State.IN_DOUBT, State.FAILED))
    ended = Q(state__in=(State.SENT, State.GIVEN_UP))
    groups = [
        (_("To be looked at"), _rows(mails.filter(wanting))),
        (_("Waiting"), _rows(mails.exclude(wanting | ended))),
        (_("Sent, or given up"), _rows(mails.filter(ended))),
    ]
    return show_page(
        request,
        "deliveries.html",
        title=_("Deliveries"),
        groups=groups,
        is_empty=not any(rows for _heading, rows in groups),
        is_worker_missed=not health.worker_is_seen(),
    )


@require_POST
def see(request: HttpRequest) -> HttpResponse:
    """Takes what a button of the start page names from it: one entry, or all that were shown."""
    numbers = {whole_number(word) for word in request.POST.get("seen", "").split(maxsplit=MOST)[:MOST]}
    workflow.see(numbers - {None}, of=request.user)
    return redirect("admin:index")


def _rows(deliveries: QuerySet[Delivery]) -> list[Row]:
    return [
        Row(delivery, in_words(delivery.error), delivery.state in NOT_SENT, delivery.state in OPEN)
        for delivery in deliveries[:MOST]
    ]


def _acted(request: HttpRequest, mails: QuerySet[Delivery]) -> HttpResponse | None:
    """Does what a button names; None where that is not there."""
    act, _sep, number = request.POST.get("do", "").partition(" ")
    acts = {"again": workflow.send_again, "give-up": workflow.stop_sending}
    delivery = mails.filter(pk=whole_number(number)).first()
    if delivery is None or act not in acts:
        messages.warning(request, _("That is not there any more."))
        return None
    try:
        acts[act](delivery, by=request.user)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is sent again.") if act == "again" else _("It is sent no more."))
    return redirect("admin:briefings_delivery_changelist")


@admin.register(Delivery)
class DeliveryAdmin(DeskAdmin):
    sees = "site"
    addresses = (
        Address("", "changelist", page, action="site"),
        Address("seen/", "seen", see),
    )

    def get_urls(self) -> list:
        return self.own_urls()
