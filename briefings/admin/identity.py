"""The site's identity on the desk: one page."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.desk import DeskAdmin
from briefings.admin.identity_form import IdentityForm, beginning
from briefings.models import AuditEntry, SiteIdentity
from briefings.workflow import Refused
from briefings.workflow.pages import site

LAST = 50


@admin.register(SiteIdentity)
class SiteIdentityAdmin(DeskAdmin):
    sees = changes = "site"

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.changelist_view)
        return [path("", view, name="briefings_siteidentity_changelist")]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """The form of what stands about the site, and who changed it when."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        stands, expected = site.current_site()
        if "_save" not in request.POST:
            return self._show(
                request, IdentityForm(initial=beginning(stands, expected), by=request.user, stands=stands)
            )
        form = IdentityForm(request.POST, by=request.user, stands=stands)
        if not form.is_valid():
            return self._show(request, form)
        try:
            workflow.set_site(form.standing, by=request.user, expected=form.cleaned_data["expected"])
        except Refused as refusal:
            return self._show(request, form, reasons=refusal.reasons)
        messages.success(request, _("Saved. Readers see it from now on."))
        return HttpResponseRedirect(request.path)

    def _show(self, request: HttpRequest, form: IdentityForm, *, reasons: tuple[str, ...] = ()) -> HttpResponse:
        stands, expected = site.current_site()
        is_stale = form.is_bound and form["expected"].value() != expected
        context = {
            **self.admin_site.each_context(request),
            "title": _("Site identity"),
            "opts": self.opts,
            "form": form.of_hash(expected) if is_stale else form,
            "reasons": reasons,
            "theirs": stands if is_stale else None,
            "is_first": stands is None,
            "entries": AuditEntry.objects.filter(about=site.ABOUT).select_related("by").order_by("-at", "-id")[:LAST],
        }
        return TemplateResponse(request, "admin/briefings/site/form.html", context)
