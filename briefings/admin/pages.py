"""Standing pages on the desk: their list is the footer's order; each is saved, looked at, published and taken down."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin import page_form
from briefings.admin.desk import DeskAdmin, with_object
from briefings.admin.page_form import PageForm
from briefings.models import AuditEntry, StandingPage
from briefings.outputs.printable import printable
from briefings.standing_pages import offered
from briefings.workflow import Refused
from briefings.workflow.pages import standing_pages as pages

ADD = "admin:briefings_standingpage_add"


@admin.register(StandingPage)
class StandingPageAdmin(DeskAdmin):
    sees = changes = "site"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def history_of(self, obj: StandingPage) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(Q(about=pages.about(obj)) | Q(about=pages.ABOUT_THEIR_ORDER))

    def get_urls(self) -> list:
        """Only the doors there are: nothing of Django's own deletes or adds past the workflow."""

        def door(view: Any) -> Any:
            return self.admin_site.admin_view(self._for_whoever_may(view))

        name = "briefings_standingpage"
        return [
            path("", door(self.changelist_view), name=f"{name}_changelist"),
            path("add/", door(self.add_view), name=f"{name}_add"),
            path("add/preview/", door(self.preview_new), name=f"{name}_preview_new"),
            path("<path:object_id>/change/", door(self.change_view), name=f"{name}_change"),
            path("<path:object_id>/preview/", door(self.preview), name=f"{name}_preview"),
            path("<path:object_id>/history/", self.admin_site.admin_view(self.history_view), name=f"{name}_history"),
        ]

    def _for_whoever_may(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """`view`, refused to others before anything is looked up."""

        @wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_change_permission(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return door

    # The list

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """All pages in order, with what readers have of each, and the drafts that are offered."""
        listed = list(StandingPage.objects.select_related("saved_by"))
        if move := request.POST.get("_move"):
            self._move(request, [page.uuid for page in listed], move)
            return HttpResponseRedirect(request.path)
        live = pages.live_pages()
        there = {page.slug for page in listed} | {page.slug for page in live.values()}
        context = {
            **self.admin_site.each_context(request),
            "title": _("Standing pages"),
            "opts": self.opts,
            "rows": [page_form.Row(page, live.get(page.uuid)) for page in listed],
            "offered": [draft for draft in offered() if draft["slug"] not in there],
        }
        return TemplateResponse(request, "admin/briefings/pages/list.html", context)

    def _move(self, request: HttpRequest, order: list, move: str) -> None:
        """One page up or down by a place, as the button says: “up <uuid>”."""
        way, _space, uuid = move.partition(" ")
        here = next((place for place, one in enumerate(order) if str(one) == uuid), None)
        there = here + {"up": -1, "down": 1}.get(way, 0) if here is not None else None
        if there is None or not 0 <= there < len(order):
            messages.warning(request, _("That page cannot be moved there. This is the list as it stands."))
            return
        order[here], order[there] = order[there], order[here]
        self._done(request, partial(workflow.order_pages, order), _("The order was changed, in the footer as well."))

    # One page

    @with_object
    def changeform_view(
        self,
        request: HttpRequest,
        page: StandingPage | None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form of one page; without an id, of a page to be, begun with the draft that `?from=` names, if any."""
        if request.method != "POST":
            return self._show(request, page, PageForm(initial=page_form.beginning(page, request.GET.get("from", ""))))
        form = PageForm(request.POST)
        if "_take_down" in request.POST and page:
            if self._done(request, partial(workflow.take_down_page, page), _("Taken down: readers find it no more.")):
                return self._back(request, page, form)
            return self._show(request, page, form)
        return self._saved(request, page, form)

    def _saved(self, request: HttpRequest, page: StandingPage | None, form: PageForm) -> HttpResponse:
        if not form.is_valid():
            return self._show(request, page, form)
        try:
            page = workflow.save_page(**form.texts | ({"uuid": page.uuid} if page else {}), by=request.user)
        except Refused as refusal:
            return self._show(request, page, form, reasons=refusal.reasons)
        if "_publish" not in request.POST:
            messages.success(request, _("Saved. Readers have what was published last until you publish this."))
            return self._back(request, page)
        try:
            workflow.publish_page(page, by=request.user, expected=page.version)
        except Refused as refusal:
            fresh = PageForm(initial=page_form.beginning(page))
            return self._show(request, page, fresh, reasons=refusal.reasons, is_saved=True)
        messages.success(request, _("Published."))
        return self._back(request, page)

    def _back(self, request: HttpRequest, page: StandingPage, form: PageForm | None = None) -> HttpResponse:
        """To the page's form anew, unless `form` holds words that are saved nowhere."""
        if form and not (form.is_valid() and page_form.is_as_saved(page, form)):
            return self._show(request, page, form)
        return HttpResponseRedirect(reverse("admin:briefings_standingpage_change", args=[page.pk]))

    def _show(
        self,
        request: HttpRequest,
        page: StandingPage | None,
        form: PageForm,
        *,
        reasons: tuple[str, ...] = (),
        is_saved: bool = False,
    ) -> HttpResponse:
        if page:
            page.refresh_from_db()
        theirs = page if page and form.is_bound and form.expected_version != page.version else None
        context = {
            **self.admin_site.each_context(request),
            "title": str(page) if page else _("New standing page"),
            "opts": self.opts,
            "page": page,
            "row": page_form.Row(page, pages.live_page(page)) if page else None,
            "form": form.of_version(page.version) if theirs else form,
            "left": pages.placeholders(form["heading"].value() or "", form["body"].value() or ""),
            "reasons": reasons,
            "is_saved": is_saved,
            "theirs": theirs,
            "theirs_body": printable(theirs.body) if theirs else "",
            "form_url": reverse("admin:briefings_standingpage_change", args=[page.pk]) if page else reverse(ADD),
            "media": page_form.media(request, form.media),
        }
        return TemplateResponse(request, "admin/briefings/pages/form.html", context)

    # As readers would see it

    def preview_new(self, request: HttpRequest) -> HttpResponse:
        """The form of a page to be, as readers would see it."""
        if request.method != "POST":
            return HttpResponseRedirect(reverse(ADD))
        return self._preview(request, None)

    @with_object
    def preview(self, request: HttpRequest, page: StandingPage) -> HttpResponse:
        """The form as readers would see it; without a form, the page as it was saved."""
        return self._preview(request, page)

    def _preview(self, request: HttpRequest, page: StandingPage | None) -> HttpResponse:
        form = PageForm(request.POST if request.method == "POST" else page_form.beginning(page))
        return page_form.as_readers_would(form) if form.is_valid() else self._show(request, page, form)

    def _done(self, request: HttpRequest, act: Any, sentence: str) -> bool:
        """Whether `act` was done; either is told on top of the next page."""
        try:
            act(by=request.user)
        except Refused as refusal:
            for reason in refusal.reasons:
                messages.error(request, reason)
            return False
        messages.success(request, sentence)
        return True
