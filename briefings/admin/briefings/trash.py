"""The page of the trash: what of it the user may bring back, and bringing it back."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import originals, policy, workflow
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import show_page
from briefings.models import Draft, Original, Person, Topic, User

MOST = 200


def page(request: HttpRequest) -> HttpResponse:
    """The newest of the trash; posted, it brings back what a button names."""
    drafts = policy.trashed_drafts(request.user).select_related("briefing", "owner")
    pasted = policy.trashed_originals(request.user).filter(data__isnull=False).select_related("by")
    trashed = {
        "draft": drafts,
        "pasted": pasted.defer("data", "sketch"),
        "topic": policy.trashed_filed(request.user, Topic),
        "person": policy.trashed_filed(request.user, Person),
    }
    if request.method == "POST":
        return _brought_back(request, trashed)
    newest = {kind: list(rows.order_by("-trashed_at", "-pk")[:MOST]) for kind, rows in trashed.items()}
    _say_when_they_go(newest)
    return show_page(request, "draft/trash.html", title=_("Trash"), trashed=newest, days=settings.TRASH_DAYS)


def _say_when_they_go(trashed: dict[str, list]) -> None:
    """Give each that goes for good the day on which it does, `goes_at`."""
    if not settings.TRASH_DAYS:
        return
    going = workflow.deletable(Draft.objects.filter(pk__in=[draft.pk for draft in trashed["draft"]]))
    drafts = set(going.values_list("pk", flat=True))
    for thing in (*(draft for draft in trashed["draft"] if draft.pk in drafts), *trashed["pasted"]):
        thing.goes_at = thing.trashed_at + timedelta(days=settings.TRASH_DAYS)


def _brought_back(request: HttpRequest, trashed: dict[str, QuerySet]) -> HttpResponse:
    kind, _sep, number = request.POST.get("back", "").partition(" ")
    thing = trashed[kind].filter(pk=whole_number(number)).first() if kind in trashed else None
    if thing is None:
        messages.warning(request, _("That is not in the trash any more."))
        return redirect("admin:briefings_draft_trash")
    try:
        _bring_back(thing, by=request.user)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:briefings_draft_trash")
    messages.success(request, _("Brought back, as it went to the trash."))
    return redirect(f"admin:briefings_{thing._meta.model_name}_change", thing.pk)


def _bring_back(thing: Draft | Original | Topic | Person, *, by: User) -> None:
    match thing:
        case Draft():
            workflow.bring_back(thing.briefing, by=by)
        case Original():
            originals.resume(thing, by=by)
        case _:
            workflow.bring_back_filed(thing, by=by)
