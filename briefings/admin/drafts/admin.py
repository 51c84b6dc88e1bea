"""Drafts on the desk: the list, and the doors of the writing page."""

from typing import Any

from content_editor.admin import ContentEditor
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy, working_copy
from briefings.admin.desk import DeskAdmin, with_object
from briefings.admin.drafts import (
    act_page,
    clipboard,
    conflicts,
    part_actions,
    parts,
    preview,
    submission,
    suggestions,
    writing_page,
)
from briefings.admin.drafts.forms import FactsForm
from briefings.admin.drafts.posted_form import PostedForm, uuid_or_new, whole_number
from briefings.admin.drafts.publish_panel import PublishForm
from briefings.admin.drafts.status import status_in_a_word, status_in_lists, status_of
from briefings.admin.drafts.writing_page import WritingPage
from briefings.content import BriefingContent
from briefings.models import AuditEntry, Draft
from briefings.outputs import wording


@admin.register(Draft)
class DraftAdmin(DeskAdmin, ContentEditor):
    """A draft, which editors know as a briefing."""

    list_display = ("headline_or_none", "readers", "state", "saved", "owner")
    list_filter = ("state",)
    search_fields = ("headline", "lede", "slug")
    search_help_text = "Words of the headline, the lede or the address"
    ordering = ("-saved_at",)
    inlines = parts.INLINES
    fields = ("headline",)
    actions = None

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def headline_or_none(self, draft: Draft) -> str:
        return str(draft)

    @admin.display(description=gettext_lazy("readers"))
    def readers(self, draft: Draft) -> str:
        return status_in_a_word(draft.live_kind, draft.scheduled_for)

    @admin.display(description=gettext_lazy("saved"), ordering="saved_at")
    def saved(self, draft: Draft) -> str:
        when = timezone.localtime(draft.saved_at)
        return f"{wording.moment(when)}, {draft.saved_by}" if draft.saved_by else wording.moment(when)

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        """The drafts that the user may read: any other is as unknown as one that never was."""
        drafts = policy.drafts(request.user, "read").order_by(*self.ordering)
        return drafts.select_related("briefing", "follows", "saved_by", "approved_by", "owner")

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list, each row with what readers get of it."""
        found = super().get_changelist_instance(request)
        found.title = _("Briefings")
        found.result_list = found.result_list.annotate(**status_in_lists())
        return found

    def has_view_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "read", obj.briefing if obj and obj.pk else None)

    def has_change_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "write", obj.briefing if obj and obj.pk else None)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "create")

    def history_of(self, obj: Draft) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(briefing=obj.briefing_id)

    # The doors

    def get_urls(self) -> list:
        def door(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        name = "briefings_draft"
        return [
            path("paste/", door(clipboard.paste), name=f"{name}_paste"),
            path("suggest/<slug:kind>/", door(suggestions.suggest), name=f"{name}_suggest"),
            path("add/preview/", door(self.preview_new), name=f"{name}_preview_new"),
            path("<path:object_id>/preview/", door(self.preview), name=f"{name}_preview"),
            path("<path:object_id>/merge/", door(self.merge), name=f"{name}_merge"),
            path("<path:object_id>/act/<slug:act>/", door(self.act), name=f"{name}_act"),
            *super().get_urls(),
        ]

    @with_object
    def changeform_view(
        self,
        request: HttpRequest,
        draft: Draft | None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The writing page: of a draft, or (without an id) of a briefing to be."""
        if not (self.has_change_permission(request, draft) if draft else self.has_add_permission(request)):
            raise PermissionDenied
        if request.method == "POST":
            return self._sent(request, draft)
        content = working_copy.read(draft) if draft else self._blank(request)
        return self.show(request, WritingPage(status_of(draft), content, draft.version if draft else 0))

    def _sent(self, request: HttpRequest, draft: Draft | None) -> HttpResponse:
        if "_clone" in request.POST:
            raise PermissionDenied  # the block editor's copying of rows asks nobody; ours goes through the form
        sent = PostedForm(
            request.POST, draft, working_copy.read(draft) if draft else self._blank(request), request.user
        )
        if "_part" in request.POST:
            return self.show(request, _arranged(sent, request.POST["_part"]))
        return submission.save(self, request, sent)

    def preview_new(self, request: HttpRequest) -> HttpResponse:
        """What the form of a briefing to be would look like to readers."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:briefings_draft_add"))
        return self._preview(request, None)

    @with_object
    def preview(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        """What the form would look like to readers; without a form, the draft as it was saved."""
        return self._preview(request, draft)

    def _preview(self, request: HttpRequest, draft: Draft | None) -> HttpResponse:
        before = working_copy.read(draft) if draft else self._blank(request)
        status = status_of(draft)
        if request.method != "POST":
            return preview.page(request, before, status)
        sent, told = (
            PostedForm(request.POST, draft, before, request.user),
            PublishForm(request.POST, status=status),
        )
        if sent.content is None or not told.is_valid():
            return self.show(
                request, WritingPage(status, before, sent.version, sent.save_id, sent.facts, sent.parts, told)
            )
        return preview.page(request, sent.content, status, told=told)

    @with_object
    def merge(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        """Two texts of one draft, part by part, and the editor's choice."""
        if not self.has_change_permission(request, draft):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(self.address(draft))
        return conflicts.choose(self, request, draft)

    @with_object
    def act(self, request: HttpRequest, draft: Draft, act: str) -> HttpResponse:
        """An act with a page of its own."""
        return act_page.act(self, request, draft, act)

    # Showing

    def show(self, request: HttpRequest, page: WritingPage) -> HttpResponse:
        """The writing page."""
        draft = page.status.draft
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(draft) if draft else _("New briefing"),
            "form_url": self.address(draft) if draft else reverse("admin:briefings_draft_add"),
            "add": draft is None,
            **page.context(request),
        }
        announced = self._content_editor_context(request, context)
        announced["allowChange"] = True
        forms_media = sum((group.media for group in context["groups"]), start=FactsForm().media)
        context["media"] = writing_page.media(request, forms_media, announced=announced)
        return TemplateResponse(request, "admin/briefings/draft/change_form.html", context)

    def address(self, draft: Draft) -> str:
        return reverse("admin:briefings_draft_change", args=[draft.pk])

    def told(self, request: HttpRequest, sentence: str, *, level: int = messages.SUCCESS) -> None:
        messages.add_message(request, level, sentence)

    def _blank(self, request: HttpRequest) -> BriefingContent:
        """A briefing to be. Its id comes back with the form, so that a form sent twice makes one."""
        return submission.blank(uuid_or_new(request.POST.get("briefing", "")))


def _arranged(sent: PostedForm, button: str) -> WritingPage:
    facts, values = part_actions.rearrange(sent.data, button)
    page = WritingPage(
        status_of(sent.draft),
        sent.before,
        whole_number(sent.data.get("version", "")),
        sent.save_id,
        FactsForm(initial=facts),
        parts.sets(initial=values),
        PublishForm(initial=_panel(sent), status=status_of(sent.draft)),
    )
    page.is_as_saved = False
    return page


def _panel(sent: PostedForm) -> dict[str, str]:
    return {name: sent.data[f"publish-{name}"] for name in PublishForm.base_fields if f"publish-{name}" in sent.data}
