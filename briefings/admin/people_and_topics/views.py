"""A person or a topic on file: its page, and the page on which it is merged into another."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import show_page
from briefings.admin.people_and_topics.forms import MergeForm, PersonForm, RecordForm, TopicForm
from briefings.admin.people_and_topics.person_uses import uses_of
from briefings.admin.people_and_topics.usage import Usage, usage_of
from briefings.models import Person, Topic
from briefings.workflow.names.reference_names import as_filed

FORMS = {Person: PersonForm, Topic: TopicForm}
UNITE = {Person: workflow.unite_people, Topic: workflow.unite_topics}
MOST = 20
LONGEST = 300


@dataclass(frozen=True)
class Candidate:
    """One that may be meant, with what distinguishes it from its namesakes."""

    row: Person | Topic
    usage: Usage
    looked: str


def change(request: HttpRequest, row: Person | Topic) -> HttpResponse:
    """The page of a person or a topic. One that was merged into another cannot be changed: the other one can.

    Nor can one in the trash, which wants to be brought back first.
    """
    form_class = FORMS[type(row)]
    if request.method != "POST":
        return _show(request, row, form_class.of(row))
    if not _may_change(row):
        raise PermissionDenied
    form = form_class(request.POST)
    if form.is_valid():
        try:
            form.save(row, by=request.user)
        except workflow.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            row.refresh_from_db()
            return _saved(request, row)
    return _show(request, row, form)


def _saved(request: HttpRequest, row: Person | Topic) -> HttpResponse:
    sentence = _("The {name} “{obj}” was changed successfully.")
    if "_continue" in request.POST:
        sentence = _("The {name} “{obj}” was changed successfully. You may edit it again below.")
    link = format_html('<a href="{}">{}</a>', request.path, row)
    messages.success(request, format_html(sentence, name=row._meta.verbose_name, obj=link))
    return redirect(request.get_full_path() if "_continue" in request.POST else _list(request, row))


def _show(request: HttpRequest, row: Person | Topic, form: RecordForm) -> HttpResponse:
    may_change = _may_change(row)
    title = _("Change %(name)s") if may_change else _("View %(name)s")
    return show_page(
        request,
        "filed/form.html",
        title=title % {"name": row._meta.verbose_name},
        subtitle=row,
        opts=row._meta,
        row=row,
        form=form,
        may_change=may_change,
        may_trash=may_change and not workflow.refusals_of_trashing(row),
        usage=usage_of(row),
        uses=uses_of(row, page=whole_number(request.GET.get("page", ""))) if isinstance(row, Person) else None,
        list_address=_list(request, row),
    )


def _may_change(row: Person | Topic) -> bool:
    return row.merged_into_id is None and row.trashed_at is None


def trash(request: HttpRequest, row: Person | Topic) -> HttpResponse:
    """Move a person or a topic to the trash. The address without a form leads to their page."""
    page = redirect(f"admin:briefings_{row._meta.model_name}_change", row.pk)
    if request.method != "POST":
        return page
    try:
        workflow.trash_filed(row, by=request.user)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
        return page
    messages.success(request, _("Moved to the trash."))
    return redirect(_list(request, row))


def _list(request: HttpRequest, row: Person | Topic) -> str:
    """The list, with the search and the filters that led from it to the page."""
    filters = request.GET.get("_changelist_filters", "")
    return reverse(f"admin:briefings_{row._meta.model_name}_changelist") + (f"?{filters}" if filters else "")


def merge(request: HttpRequest, row: Person | Topic) -> HttpResponse:
    """Show whom a typed name may mean; merge into the one that was chosen."""
    reasons: tuple[str, ...] = ()
    typed = request.GET.get("name", "").replace("\x00", "").strip()[:LONGEST]
    if request.method == "POST":
        reasons = _merge(request, row)
        if not reasons:
            into = type(row).objects.get(pk=request.POST["into"])
            messages.success(request, _("“%(one)s” is one with “%(into)s” now.") % {"one": row, "into": into})
            return redirect(f"admin:briefings_{row._meta.model_name}_change", into.pk)
    return show_page(
        request,
        "filed/merge.html",
        title=_("Merge “%(name)s” into another") % {"name": row},
        opts=row._meta,
        row=row,
        is_person=isinstance(row, Person),
        usage=usage_of(row),
        was=as_filed(row),
        typed=typed,
        candidates=[Candidate(one, usage_of(one), as_filed(one)) for one in _meant(row, typed)] if typed else [],
        reasons=reasons,
    )


def _merge(request: HttpRequest, row: Person | Topic) -> tuple[str, ...]:
    """Merge as the form says. Returns the reasons why not, if it was refused."""
    form = MergeForm(request.POST)
    into = type(row).objects.filter(pk=form.cleaned_data["into"]).first() if form.is_valid() else None
    if into is None:
        return (_("Choose the one to merge it into: type its name, and look at it."),)
    expected = (form.cleaned_data["was"], form.cleaned_data["looked"])
    try:
        UNITE[type(row)](row, into=into, by=request.user, expected=expected)
    except workflow.Refused as refusal:
        return refusal.reasons
    return ()


def _meant(row: Person | Topic, typed: str) -> QuerySet:
    """Those whose name holds what was typed, or to which one leads whose name does; the shortest names first."""
    rows = type(row).objects.filter(name__icontains=typed)
    unmerged = type(row).objects.filter(pk__in=rows.filter(merged_into=None, trashed_at=None).values("pk"))
    led_to = type(row).objects.filter(pk__in=rows.exclude(merged_into=None).values("merged_into"))
    return (unmerged | led_to).exclude(pk=row.pk).order_by("name", "pk")[:MOST]
