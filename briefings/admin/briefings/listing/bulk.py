"""What the list does in bulk: topics, owner, planned date and trash, of the ticked rows, each briefing by itself.

One page says what will change of which briefing, and asks for the value; sent, it does it. Of each briefing the act is
whole or refused; what was refused is told by name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from briefings import policy, workflow
from briefings.admin.briefings.listing import bulk_forms
from briefings.admin.briefings.listing.pages import SIZE, chosen_rows
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import show_page
from briefings.desk_words import near_moment
from briefings.models import Draft, User

_LONGEST_QUERY = 2000


@dataclass(frozen=True)
class BulkAct:
    """`has` says what a draft has of it now, `run` does it to one, with the form's values, or raises Refused. `undoing`
    is the sentence on how it is taken back.
    """

    name: str
    label: Any
    has: Callable[[Draft], str]
    run: Callable[[Draft, int, User, dict[str, Any]], object]
    undoing: Any
    form: type[bulk_forms.BulkForm] = bulk_forms.BulkForm


def _topics(draft: Draft) -> str:
    return ", ".join(use.tag.name for use in draft.topic_uses.all()) or _("no topic")


def _owner(draft: Draft) -> str:
    return str(draft.owner) if draft.owner else _("nobody’s")


def _planned(draft: Draft) -> str:
    return near_moment(draft.planned_for) if draft.planned_for else _("not planned")


_IN_VERSIONS = gettext_lazy("Each is a new version: “Versions” of a briefing brings back the one before.")
_IN_HISTORY = gettext_lazy("The history of each says how it was.")
ACTS = {
    act.name: act
    for act in (
        BulkAct(
            "add-topics",
            gettext_lazy("Add topics"),
            _topics,
            lambda draft, version, user, values: workflow.retopic(
                draft.briefing, add=values["topics"], by=user, expected=version
            ),
            _IN_VERSIONS,
            bulk_forms.TopicsForm,
        ),
        BulkAct(
            "remove-topics",
            gettext_lazy("Remove topics"),
            _topics,
            lambda draft, version, user, values: workflow.retopic(
                draft.briefing, drop=values["topics"], by=user, expected=version
            ),
            _IN_VERSIONS,
            bulk_forms.TopicsForm,
        ),
        BulkAct(
            "owner",
            gettext_lazy("Hand over"),
            _owner,
            lambda draft, version, user, values: workflow.hand_over(
                draft.briefing, to=values["owner"], by=user, expected=version
            ),
            _IN_HISTORY,
            bulk_forms.OwnerForm,
        ),
        BulkAct(
            "plan",
            gettext_lazy("Plan for a day"),
            _planned,
            lambda draft, version, user, values: workflow.plan(
                draft.briefing, moment=values["planned"], by=user, expected=version
            ),
            _IN_HISTORY,
            bulk_forms.PlanForm,
        ),
        BulkAct(
            "trash",
            gettext_lazy("Move to the trash"),
            _owner,
            lambda draft, version, user, values: workflow.trash(draft.briefing, by=user, expected=version),
            gettext_lazy("They are under “Trash”, to be brought back as they went."),
        ),
    )
}


def offered(user: User) -> list[BulkAct]:
    return list(ACTS.values()) if policy.may(user, "write") else []


def page(request: HttpRequest) -> HttpResponse:
    """What is ticked and what is to be done with it, to be confirmed; and doing it."""
    if not policy.may(request.user, "write"):
        raise PermissionDenied
    back = _address_of_list(request)
    act = ACTS.get(request.POST.get("do", ""))
    if request.method != "POST" or act is None:
        if request.method == "POST":
            messages.warning(request, _("Choose what is to be done with the ticked briefings."))
        return redirect(back)
    versions = _versions(request)
    drafts = chosen_rows(versions or _ticked(request), user=request.user)
    if not drafts:
        messages.warning(request, _("Tick the briefings first."))
        return redirect(back)
    form = act.form(request.POST if versions else None, by=request.user)
    if versions and form.is_valid():
        _do(request, act, drafts, versions=versions, values=form.cleaned_data)
        return redirect(back)
    return show_page(
        request,
        "draft/bulk.html",
        title=act.label,
        act=act,
        form=form,
        rows=[(draft, act.has(draft), versions.get(draft.pk, draft.version)) for draft in drafts],
        back=back,
        query=request.POST.get("back", "")[:_LONGEST_QUERY],
    )


def _do(
    request: HttpRequest, act: BulkAct, drafts: Sequence[Draft], *, versions: dict[int, int], values: dict[str, Any]
) -> None:
    refused: list[tuple[Draft, workflow.Refused]] = []
    for draft in drafts:
        try:
            act.run(draft, versions[draft.pk], request.user, values)
        except workflow.Refused as refusal:
            refused.append((draft, refusal))
    if done := len(drafts) - len(refused):
        sentence = ngettext("%(act)s: done for %(count)d briefing.", "%(act)s: done for %(count)d briefings.", done) % {
            "act": act.label,
            "count": done,
        }
        messages.success(request, " ".join((sentence, str(act.undoing))))
    for draft, refusal in refused:
        reasons = " ".join(refusal.reasons)
        messages.warning(request, _("Not done for “%(name)s”: %(reasons)s") % {"name": draft, "reasons": reasons})


def _ticked(request: HttpRequest) -> list[int]:
    """The rows that are ticked, or all of the page."""
    given = request.POST.getlist("draft")
    if request.POST.get("whole_page"):
        given = request.POST.get("page", "").split(",")
    return list(dict.fromkeys(filter(None, map(whole_number, given))))[:SIZE]


def _versions(request: HttpRequest) -> dict[int, int]:
    """By key, the version of each row that the page to be confirmed showed."""
    pairs = (row.partition(":") for row in request.POST.getlist("row")[:SIZE])
    found = {whole_number(key): whole_number(version) for key, _colon, version in pairs}
    return {key: version for key, version in found.items() if key}


def _address_of_list(request: HttpRequest) -> str:
    query = request.POST.get("back", "")
    address = reverse("admin:briefings_draft_changelist")
    is_query = query.startswith("?") and len(query) <= _LONGEST_QUERY and not set(query) & set("\r\n\x00")
    return f"{address}{query}" if is_query else address
