"""The page on which editors say what the front page puts first, and who changed it when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.desk import show_page
from briefings.admin.site.front_form import FrontForm, beginning, lines
from briefings.models import AuditEntry
from briefings.workflow import Refused
from briefings.workflow.pages import front_page

LAST = 50


def edit(request: HttpRequest) -> HttpResponse:
    current, expected = front_page.current_front()
    if "_save" not in request.POST:
        return _show(request, FrontForm(initial=beginning(current, expected), current=current))
    form = FrontForm(request.POST.dict(), current=current)
    if not form.is_valid():
        return _show(request, form)
    try:
        workflow.set_front(form.record, by=request.user, expected=form.cleaned_data["expected"])
    except Refused as refusal:
        return _show(request, form, reasons=refusal.reasons)
    messages.success(request, _("Saved. Readers see it from now on."))
    return redirect(request.path)


def _show(request: HttpRequest, form: FrontForm, *, reasons: tuple[str, ...] = ()) -> HttpResponse:
    current, expected = front_page.current_front()
    is_stale = form.is_bound and form["expected"].value() != expected
    return show_page(
        request,
        "front/form.html",
        title=_("Front page"),
        form=form.of_hash(expected) if is_stale else form,
        reasons=reasons,
        theirs=lines(current) if is_stale else None,
        entries=AuditEntry.objects.filter(about=front_page.ABOUT).select_related("by").order_by("-at", "-id")[:LAST],
    )
