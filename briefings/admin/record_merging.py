"""The page of a merge: which other one is meant, what will happen, and whether it is done or refused."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.models import Person, Topic
from briefings.workflow.names.reference_names import as_filed

MOST = 20
LONGEST = 300


@dataclass(frozen=True)
class Candidate:
    """One that may be meant: as it stands, and how it would be told from its namesakes."""

    row: Person | Topic
    usage: dict[str, Any]
    looked: str


class MergeForm(forms.Form):
    """Names both as they were looked at."""

    into = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    was = forms.CharField(required=False, strip=False)
    looked = forms.CharField(required=False, strip=False)


def page(desk: Any, request: HttpRequest, row: Person | Topic) -> HttpResponse:
    """Show whom a typed name may mean; merge into the one that was chosen."""
    if not desk.has_change_permission(request):
        raise PermissionDenied
    reasons: tuple[str, ...] = ()
    typed = request.GET.get("name", "").replace("\x00", "").strip()[:LONGEST]
    if request.method == "POST":
        reasons = _merge(desk, request, row)
        if not reasons:
            into = type(row).objects.get(pk=request.POST["into"])
            desk.message_user(request, _("“%(one)s” is one with “%(into)s” now.") % {"one": row, "into": into})
            return HttpResponseRedirect(desk.address(into))
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": _("Merge “%(name)s” into another") % {"name": row},
        "row": row,
        "is_person": isinstance(row, Person),
        "usage": desk.usage(row),
        "was": as_filed(row),
        "typed": typed,
        "found": [_candidate(desk, one) for one in _meant(row, typed)] if typed else [],
        "reasons": reasons,
        "address": desk.address(row),
    }
    return TemplateResponse(request, "admin/briefings/filed/merge.html", context)


def _merge(desk: Any, request: HttpRequest, row: Person | Topic) -> tuple[str, ...]:
    """Do what was sent; the reasons against it, where there are any."""
    form = MergeForm(request.POST)
    into = type(row).objects.filter(pk=form.cleaned_data["into"]).first() if form.is_valid() else None
    if into is None:
        return (_("Choose the one to merge it into: type its name, and look at it."),)
    said = form.cleaned_data
    try:
        desk.unite(row, into=into, by=request.user, expected=(said["was"], said["looked"]))
    except workflow.Refused as refusal:
        return refusal.reasons
    return ()


def _meant(row: Person | Topic, typed: str) -> QuerySet:
    """Those whose name holds what was typed, or to which one leads whose name does; the shortest names first."""
    rows = type(row).objects.filter(name__icontains=typed)
    standing = type(row).objects.filter(pk__in=rows.filter(merged_into=None).values("pk"))
    led_to = type(row).objects.filter(pk__in=rows.exclude(merged_into=None).values("merged_into"))
    return (standing | led_to).exclude(pk=row.pk).order_by("name", "pk")[:MOST]


def _candidate(desk: Any, row: Person | Topic) -> Candidate:
    return Candidate(row, desk.usage(row), as_filed(row))
