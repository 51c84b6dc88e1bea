"""The page of one act: what it means, what it asks, and whether it is done or refused."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from briefings import policy, workflow
from briefings.admin.drafts.acts import ACTS
from briefings.admin.drafts.door import Desk
from briefings.admin.drafts.status import status_of
from briefings.models import Draft


def act(desk: Desk, request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """Show the act's page, or do the act."""
    if slug not in ACTS:
        raise Http404
    found = ACTS[slug]
    if not policy.may(request.user, found.action, draft.briefing):
        raise PermissionDenied
    status = status_of(draft)
    initial = {"expected": draft.version, "edition": status.scheduled and status.scheduled.seq}
    form = found.form(request.POST if request.method == "POST" else None, initial=initial)
    reasons: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            told = found.run(status, request.user, form.cleaned_data)
        except workflow.Refused as refusal:
            reasons = refusal.reasons
        else:
            desk.told(request, str(found.done))
            for sentence in told if isinstance(told, tuple) else ():
                desk.told(request, sentence, level=messages.WARNING)
            return HttpResponseRedirect(desk.address(draft))
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": found.label,
        "act": found,
        "form": form,
        "draft": draft,
        "status": status,
        "reasons": reasons,
        "address": desk.address(draft),
    }
    return TemplateResponse(request, "admin/briefings/draft/act.html", context)
