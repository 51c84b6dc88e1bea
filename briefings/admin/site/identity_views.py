"""The page of the site's identity, and who changed it when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.desk import show_page
from briefings.admin.site.identity_form import IdentityForm, beginning
from briefings.models import AuditEntry
from briefings.workflow import Refused
from briefings.workflow.pages import site

LAST = 50


def edit(request: HttpRequest) -> HttpResponse:
    current, expected = site.current_site()
    if "_save" not in request.POST:
        return _show(request, IdentityForm(initial=beginning(current, expected), by=request.user, current=current))
    form = IdentityForm(request.POST, by=request.user, current=current)
    if not form.is_valid():
        return _show(request, form)
    try:
        workflow.set_site(form.record, by=request.user, expected=form.cleaned_data["expected"])
    except Refused as refusal:
        return _show(request, form, reasons=refusal.reasons)
    messages.success(request, _("Saved. Readers see it from now on."))
    return redirect(request.path)


def _show(request: HttpRequest, form: IdentityForm, *, reasons: tuple[str, ...] = ()) -> HttpResponse:
    current, expected = site.current_site()
    is_stale = form.is_bound and form["expected"].value() != expected
    return show_page(
        request,
        "site/form.html",
        title=_("Site identity"),
        form=form.of_hash(expected) if is_stale else form,
        reasons=reasons,
        theirs=current if is_stale else None,
        is_first=current is None,
        entries=AuditEntry.objects.filter(about=site.ABOUT).select_related("by").order_by("-at", "-id")[:LAST],
    )
