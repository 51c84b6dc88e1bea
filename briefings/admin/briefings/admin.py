"""Briefings on the desk: the list, who may look at which, and the addresses of each."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import BooleanField, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import draft_links, policy
from briefings.admin.briefings import (
    clipboard,
    link_targets,
    open_questions,
    quotations,
    readers_page,
    search,
    showing,
    suggestions,
    trash,
    unsaved_text,
    version_pages,
    views,
)
from briefings.admin.briefings.status import is_live_in_list, status_in_a_word, status_in_lists
from briefings.admin.desk import Address, DeskAdmin
from briefings.models import AuditEntry, Draft, PublishedSummary
from briefings.outputs import wording


@admin.register(Draft)
class DraftAdmin(DeskAdmin):
    """A draft, which editors know as a briefing."""

    list_display = ("headline_or_none", "readers", "review", "saved", "owner")
    list_filter = ("state",)
    search_fields = search.READ_AS_TYPED  # that there is a search; what else it looks through stands in `search`
    search_help_text = gettext_lazy("Words of any part, or the address of a briefing")
    ordering = ("-saved_at",)
    actions = None
    addresses = (
        Address("add/", "add", views.write, action="create"),
        Address("paste/", "paste", clipboard.paste),
        Address("link-targets/", "link_targets", link_targets.find),
        Address("quotations/", "quotations", quotations.propose),
        Address("suggest/<slug:kind>/", "suggest", suggestions.suggest, action="write"),
        Address("add/keep/", "keep_new", unsaved_text.keep, action="create"),
        Address("add/unsaved/<uuid:form>/", "unsaved_new", unsaved_text.look, action="create"),
        Address("open-questions/", "open_questions", open_questions.page, action="read"),
        Address("trash/", "trash", trash.page, action="create"),
        Address("add/preview/", "preview_new", views.preview_form, action="create"),
        Address("<path:object_id>/change/", "change", views.write),
        Address("<path:object_id>/keep/", "keep", unsaved_text.keep),
        Address("<path:object_id>/unsaved/<uuid:form>/", "unsaved", unsaved_text.look),
        Address("<path:object_id>/preview/", "preview", views.preview_form),
        Address("<path:object_id>/show/", "show", showing.page, action=draft_links.ACTION),
        Address("<path:object_id>/readers/", "readers", readers_page.show),
        Address("<path:object_id>/changes/", "changes", version_pages.changed),
        Address("<path:object_id>/versions/", "versions", version_pages.listed),
        Address("<path:object_id>/versions/<int:number>/name/", "rename", version_pages.rename),
        Address("<path:object_id>/versions/<slug:name>/restore/", "restore", version_pages.restore),
        Address("<path:object_id>/versions/<slug:before>/<slug:after>/", "compare", version_pages.compare),
        Address("<path:object_id>/merge/", "merge", views.merge),
        Address("<path:object_id>/act/<slug:slug>/", "act", views.act),
    )

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def headline_or_none(self, draft: Draft) -> str:
        return str(draft)

    @admin.display(description=gettext_lazy("readers"))
    def readers(self, draft: Draft) -> str:
        words = status_in_a_word(draft)
        if not (draft.may_lead and is_live_in_list(draft)):
            return words
        address = reverse("admin:briefings_draft_act", args=[draft.pk, "lead"])
        return format_html('{} · <a href="{}">{}</a>', words, address, _("Lead with this"))

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def review(self, draft: Draft) -> str:
        """Its state; in review with the way to what a reviewer opens first."""
        if draft.state != Draft.State.IN_REVIEW:
            return draft.get_state_display()
        address = reverse("admin:briefings_draft_changes", args=[draft.pk])
        words = (draft.get_state_display(), address, _("See what changed"))
        return format_html('{}: <a href="{}">{}</a>', *words)

    @admin.display(description=gettext_lazy("saved"), ordering="saved_at")
    def saved(self, draft: Draft) -> str:
        when = timezone.localtime(draft.saved_at)
        return f"{wording.moment(when)}, {draft.saved_by}" if draft.saved_by else wording.moment(when)

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        """The drafts that the user may read: any other is as unknown as one that never was."""
        return _with_names(policy.drafts(request.user, "read").order_by(*self.ordering))

    def known_objects(self, request: HttpRequest) -> QuerySet[Draft]:
        """What an address names is found in the trash too: a form that was open then can still be saved."""
        return _with_names(policy.all_drafts(request.user, "read"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Draft], search_term: str
    ) -> tuple[QuerySet[Draft], bool]:
        return search.find(queryset, search_term.replace("\x00", "")), False

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list, each row with what readers get of it."""
        changelist = super().get_changelist_instance(request)
        changelist.title = _("Briefings")
        changelist.result_list = changelist.result_list.annotate(
            **status_in_lists(), may_lead=Value(policy.may(request.user, "front"), output_field=BooleanField())
        )
        return changelist

    def has_view_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "read", obj.briefing if obj and obj.pk else None)

    def has_change_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "write", obj.briefing if obj and obj.pk else None)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "create")

    def history_of(self, obj: Draft) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(briefing=obj.briefing_id)

    def told_with(self, entries: list[AuditEntry]) -> dict[int, str]:
        """The notes and notices of the editions. Of an erased one nothing is left."""
        acts = {entry.head_seq: entry.pk for entry in entries if entry.head_seq}
        notes = PublishedSummary.objects.filter(edition__in=acts).exclude(note="").values_list("edition", "note")
        return {acts[seq]: note for seq, note in notes}


def _with_names(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    return drafts.select_related("briefing", "follows", "translation_of", "saved_by", "approved_by", "owner")
