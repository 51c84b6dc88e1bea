"""A page of the desk that edits one public record of the site, over the version that was looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from briefings.admin.desk import show_page
from briefings.models import AuditEntry, PublicRecord, User
from briefings.workflow import Refused

LAST = 50


class RecordForm(forms.Form):
    """`expected` is the hash of what it was opened with, `current` the record that stands now."""

    expected = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: User, current: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.current = by, current

    def of_hash(self, expected: str) -> Self:
        """The same form, to be saved over the version with that hash, which the page now shows."""
        data = self.data.copy()
        data["expected"] = expected
        again = type(self)(data, by=self.by, current=self.current)
        again.full_clean()
        return again


@dataclass(frozen=True)
class RecordPage:
    """`current` gives the record and its hash, `beginning` what the form begins with, `publish` is the act; `theirs` is
    what is shown of a record that somebody else put there meanwhile.
    """

    form: type[RecordForm]
    current: Callable[[], tuple[Any, str]]
    beginning: Callable[[Any, str], dict[str, Any]]
    publish: Callable[..., PublicRecord]
    theirs: Callable[[Any], Any]
    about: str
    title: str | Promise
    template: str

    def edit(self, request: HttpRequest) -> HttpResponse:
        current, expected = self.current()
        if "_save" not in request.POST:
            form = self.form(initial=self.beginning(current, expected), by=request.user, current=current)
            return self.show(request, form)
        form = self.form(request.POST, by=request.user, current=current)
        if not form.is_valid():
            return self.show(request, form)
        try:
            self.publish(form.record, by=request.user, expected=form.cleaned_data["expected"])
        except Refused as refusal:
            return self.show(request, form, reasons=refusal.reasons)
        messages.success(request, _("Saved. Readers see it from now on."))
        return redirect(request.path)

    def show(self, request: HttpRequest, form: RecordForm, *, reasons: tuple[str, ...] = ()) -> HttpResponse:
        """The page with that form."""
        current, expected = self.current()
        is_stale = form.is_bound and form["expected"].value() != expected
        entries = AuditEntry.objects.filter(about=self.about).select_related("by").order_by("-at", "-id")
        return show_page(
            request,
            self.template,
            title=self.title,
            form=form.of_hash(expected) if is_stale else form,
            reasons=reasons,
            theirs=self.theirs(current) if is_stale else None,
            is_first=not expected,
            entries=entries[:LAST],
        )
