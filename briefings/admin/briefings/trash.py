"""The page of the trash: what of it the user may bring back, and bringing it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import originals, policy, workflow
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import show_page

MOST = 200


def page(request: HttpRequest) -> HttpResponse:
    """The newest of the trash; posted, it brings back the draft or the pasted draft that a button names."""
    drafts = policy.trashed_drafts(request.user).select_related("briefing", "owner").order_by("-trashed_at", "-pk")
    pasted = policy.trashed_originals(request.user).filter(data__isnull=False).select_related("by")
    pasted = pasted.defer("data", "sketch").order_by("-trashed_at", "-pk")
    if request.method == "POST":
        return _brought_back(request, drafts, pasted)
    shown = {"drafts": drafts[:MOST], "pasted": pasted[:MOST]}
    return show_page(request, "draft/trash.html", title=_("Trash"), **shown)


def _brought_back(request: HttpRequest, drafts, pasted) -> HttpResponse:
    kind, _sep, number = request.POST.get("back", "").partition(" ")
    thing = {"draft": drafts, "pasted": pasted}.get(kind, drafts.none()).filter(pk=whole_number(number)).first()
    if thing is None:
        messages.warning(request, _("That is not in the trash any more."))
        return redirect("admin:briefings_draft_trash")
    try:
        if kind == "draft":
            workflow.bring_back(thing.briefing, by=request.user)
        else:
            originals.resume(thing, by=request.user)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:briefings_draft_trash")
    messages.success(request, _("Brought back, as it went to the trash."))
    return redirect(f"admin:briefings_{'draft' if kind == 'draft' else 'original'}_change", thing.pk)
