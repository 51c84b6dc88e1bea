"""What people and topics on file have in common: changed by the workflow alone, and merged where they stand twice."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from briefings import workflow
from briefings.admin import record_merging
from briefings.admin.desk import DeskAdmin
from briefings.models import Person, Topic
from briefings.workflow.names.reference_names import as_filed


class ReferenceForm(forms.ModelForm):
    """Knows what stood there when it was opened. Whether its values will do is for the workflow to say: `refused`."""

    was = forms.CharField(widget=forms.HiddenInput, required=False)
    refused: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["was"] = as_filed(self.instance)

    def clean(self) -> dict[str, Any]:
        for sentence in self.refused:
            self.add_error(None, sentence)
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Django would write the values into the row here; they go through the workflow instead."""


class ReferenceAdmin(DeskAdmin):
    """`change` does what the form says; `unite` lets one row stand for another. Both raise Refused."""

    sees = changes = "file"
    change_form_template = "admin/briefings/filed/form.html"
    list_select_related = ("merged_into",)
    search_fields = ("name",)
    unite: ClassVar[Callable[..., Any]]

    def change(self, row: Person | Topic, said: dict[str, Any], *, by: Any) -> Person | Topic:
        raise NotImplementedError

    def usage(self, row: Person | Topic) -> dict[str, Any]:
        """Where it stands: facts for its page and for the page of a merge."""
        raise NotImplementedError

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """What was merged is looked at only: changes belong to the one that stands for it."""
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    def get_urls(self) -> list:
        name = f"briefings_{self.opts.model_name}_merge"
        merge = self.admin_site.admin_view(self.merge_view)
        return [path("<path:object_id>/merge/", merge, name=name), *super().get_urls()]

    @admin.display(description=gettext_lazy("merged into"))
    def leads_to(self, row: Person | Topic) -> str:
        if row.merged_into is None:
            return ""
        return format_html('<a href="{}">{}</a>', self.address(row.merged_into), row.merged_into)

    def address(self, row: Person | Topic, page: str = "change") -> str:
        return reverse(f"admin:briefings_{self.opts.model_name}_{page}", args=[row.pk])

    # Changing

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> type:
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"refused": getattr(request, "refused", ())})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [name for name in self.fields if name != "was" or self.has_change_permission(request, obj)]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Django's page; what the workflow refuses stands on the form, with all that was typed."""
        row = self.get_object(request, unquote(object_id)) if object_id else None
        context = {**(extra_context or {}), **({"usage": self.usage(row), "filed": row} if row else {})}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except workflow.Refused as refusal:
            request.refused = refusal.reasons
            return super().changeform_view(request, object_id, form_url, context)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.Form, change: Any) -> None:
        self.change(obj, form.cleaned_data, by=request.user)
        obj.refresh_from_db()

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> None:
        """The workflow has put it on record."""

    # Merging

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_view_permission(request, row):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return record_merging.page(self, request, row)
