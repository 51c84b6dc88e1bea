"""Briefings on the desk: the list, who may look at which, and the addresses of each."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import draft_links, policy, workflow
from briefings.admin.briefings import (
    calendar,
    clipboard,
    comments_page,
    flash,
    link_targets,
    open_questions,
    quotations,
    readers_page,
    review_page,
    search,
    showing,
    suggestions,
    trash,
    unsaved_text,
    version_pages,
    views,
)
from briefings.admin.briefings.listing import bulk
from briefings.admin.briefings.listing import page as listing_page
from briefings.admin.briefings.versions import Correction
from briefings.admin.desk import Address, DeskAdmin
from briefings.admin.desk_search import page as desk_search
from briefings.models import ActNote, AuditEntry, Comment, Draft, PublishedSummary

_NAMED = ("briefing", "follows", "translation_of", "saved_by", "approved_by", "owner", "listed__alone__by")


@admin.register(Draft)
class DraftAdmin(DeskAdmin):
    """A draft, which editors know as a briefing."""

    search_fields = search.READ_AS_TYPED  # that there is a search; what else it looks through stands in `search`
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
        Address("calendar/", "calendar", calendar.page, action="read"),
        Address("flash/", "flash", flash.page, action="create"),
        Address("trash/", "trash", trash.page, action="create"),
        Address("bulk/", "bulk", bulk.page, action="write"),
        Address("find/", "find", desk_search.page),
        Address("add/preview/", "preview_new", views.preview_form, action="create"),
        Address("<path:object_id>/change/", "change", views.write),
        Address("<path:object_id>/keep/", "keep", unsaved_text.keep),
        Address("<path:object_id>/unsaved/<uuid:form>/", "unsaved", unsaved_text.look),
        Address("<path:object_id>/preview/", "preview", views.preview_form),
        Address("<path:object_id>/show/", "show", showing.page, action=draft_links.ACTION),
        Address("<path:object_id>/readers/", "readers", readers_page.show),
        Address("<path:object_id>/changes/", "changes", review_page.page),
        Address("<path:object_id>/decide/", "decide", review_page.decide),
        Address("<path:object_id>/comments/", "comments", comments_page.page),
        Address("<path:object_id>/versions/", "versions", version_pages.listed),
        Address("<path:object_id>/versions/<int:number>/name/", "rename", version_pages.rename),
        Address("<path:object_id>/versions/<slug:name>/restore/", "restore", version_pages.restore),
        Address("<path:object_id>/versions/<slug:before>/<slug:after>/", "compare", version_pages.compare),
        Address("<path:object_id>/merge/", "merge", views.merge),
        Address("<path:object_id>/act/<slug:slug>/", "act", views.act),
    )

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

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return listing_page.page(request)

    def has_view_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "read", obj.briefing if obj and obj.pk else None)

    def has_change_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return policy.may(request.user, "write", obj.briefing if obj and obj.pk else None)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "create")

    def history_of(self, obj: Draft) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(briefing=obj.briefing_id)

    def told_with(self, entries: list[AuditEntry]) -> dict[int, str]:
        """The notes and notices of the editions, what colleagues wrote to each other, and their comments.

        Of what was erased nothing is left.
        """
        acts = {entry.head_seq: entry.pk for entry in entries if entry.head_seq}
        notes = PublishedSummary.objects.filter(edition__in=acts).exclude(note="").values_list("edition", "note")
        told = {acts[seq]: note for seq, note in notes}
        told |= ActNote.objects.filter(entry__in=entries).values_list("entry", "text")
        about = {entry.about: entry.briefing_id for entry in entries if entry.about.startswith("comment:")}
        comments = Comment.objects.filter(briefing__in=about.values())
        words = {workflow.about(comment): comment.text for comment in comments} if about else {}
        return told | {entry.pk: words[entry.about] for entry in entries if entry.about in words}

    def leads_from(self, entries: list[AuditEntry]) -> dict[int, tuple[str, str]]:
        """To what a reviewer corrected before they approved it, for the writer to see."""
        draft = Draft.objects.get(briefing=entries[0].briefing_id) if entries else None
        corrections = {entry.pk: one for entry in entries if (one := Correction.of(entry))}
        words = _("See what was corrected")
        return {pk: (_corrected_at(draft, one), words) for pk, one in corrections.items()}


def _corrected_at(draft: Draft, correction: Correction) -> str:
    return reverse("admin:briefings_draft_compare", args=[draft.pk, correction.submitted, correction.approved])


def _with_names(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    return drafts.select_related(*_NAMED)
