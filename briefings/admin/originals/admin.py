"""Pasted drafts on the desk: the list of them, and their doors."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.desk import DeskAdmin
from briefings.admin.originals import download, paste_page, review_views, update_page
from briefings.admin.originals.busy_page import or_busy
from briefings.models import Draft, Original
from briefings.outputs import wording


@admin.register(Original)
class OriginalAdmin(DeskAdmin):
    """A pasted draft. Before it is a briefing it is of whoever pasted it; then whoever reads the briefing reads it."""

    sees = "create"
    list_display = ("named", "became", "pasted", "by")
    ordering = ("-at", "-id")
    list_per_page = 50
    actions = None
    change_list_template = "admin/briefings/original/change_list.html"

    @admin.display(description=gettext_lazy("draft"))
    def named(self, original: Original) -> str:
        return str(original)

    @admin.display(description=gettext_lazy("became"))
    def became(self, original: Original) -> str:
        if original.revision_id is None:
            return _("nothing yet: look at it")
        draft = original.briefing.draft
        return format_html('<a href="{}">{}</a>', reverse("admin:briefings_draft_change", args=[draft.pk]), draft)

    @admin.display(description=gettext_lazy("pasted"), ordering="at")
    def pasted(self, original: Original) -> str:
        return wording.moment(timezone.localtime(original.at))

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        """The pasted drafts that the user may read: any other is as unknown as one that never was."""
        readable = policy.originals(request.user, "read").filter(data__isnull=False)
        return readable.select_related("by", "briefing__draft").defer("data", "sketch").order_by(*self.ordering)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "create")

    # The doors

    def get_urls(self) -> list:
        def door(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        name = "briefings_original"
        return [
            path("<path:object_id>/decide/", door(self.decide), name=f"{name}_decide"),
            path("<path:object_id>/line/<str:address>/", door(self.line), name=f"{name}_line"),
            path("<path:object_id>/make/", door(self.make), name=f"{name}_make"),
            path("<path:object_id>/update/<path:draft_id>/", door(self.update), name=f"{name}_update"),
            path("<path:object_id>/file/", self.admin_site.admin_view(self.file, cacheable=True), name=f"{name}_file"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, under its own name."""
        return super().changelist_view(request, {"title": _("Pasted drafts"), **(extra_context or {})})

    @or_busy
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The review page of a pasted draft; without an id, the page on which one is pasted."""
        if object_id is None:
            return self._begin(request)
        original = self._original(request, object_id)
        if original is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            return HttpResponseRedirect(self.address(original))
        return review_views.show(self, request, original)

    def _begin(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        newer_of = self._draft(request, request.GET.get("of", ""))
        return paste_page.page(request, self.context(request), address=self.address, newer_of=newer_of)

    @or_busy
    def decide(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Keep what was decided about the draft."""
        return self._acted(request, object_id, review_views.decide)

    @or_busy
    def make(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The draft becomes a new briefing."""
        return self._acted(request, object_id, review_views.make)

    @or_busy
    def line(self, request: HttpRequest, object_id: str, address: str) -> HttpResponse:
        """One line, to be cut in two, or joined with the line above."""
        original = self._original(request, object_id)
        if original is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            return HttpResponseRedirect(self.address(original))
        return review_views.line(self, request, original, address)

    @or_busy
    def update(self, request: HttpRequest, object_id: str, draft_id: str) -> HttpResponse:
        """The draft becomes the next text of a briefing, part by part."""
        original, draft = self._original(request, object_id), self._draft(request, unquote(draft_id))
        if original is None or draft is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return update_page.page(self, request, original, draft)

    def file(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The bytes as they came."""
        original = self._original(request, object_id)
        if original is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return download.as_it_came(original)

    def _acted(self, request: HttpRequest, object_id: str, act: Any) -> HttpResponse:
        original = self._original(request, object_id)
        if original is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method != "POST":
            return HttpResponseRedirect(self.address(original))
        return act(self, request, original)

    # What the doors need

    def context(self, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts}

    def address(self, original: Original) -> str:
        return reverse("admin:briefings_original_change", args=[original.pk])

    def address_of(self, draft: Draft) -> str:
        return reverse("admin:briefings_draft_change", args=[draft.pk])

    def told(self, request: HttpRequest, sentence: str, *, level: int = messages.SUCCESS) -> None:
        messages.add_message(request, level, sentence)

    def _original(self, request: HttpRequest, object_id: str) -> Original | None:
        return self.get_object(request, unquote(object_id))

    def _draft(self, request: HttpRequest, pk: str) -> Draft | None:
        """A draft that the user may write."""
        if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            return None
        return (
            policy.drafts(request.user, "write").select_related("briefing", "follows", "saved_by").filter(pk=pk).first()
        )
