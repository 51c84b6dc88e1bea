"""The review of a draft on one page: what changed, what colleagues say of it, and the reviewer's decision."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from js_asset import ImportMap, Media, Script

from briefings import policy, workflow
from briefings.admin.briefings.decisions import Decision, DecisionForm, said_to_approve
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.briefings.version_pages import compared
from briefings.admin.briefings.versions import Texts, version_of
from briefings.models import Draft

_OURS = ImportMap(
    {f"desk/{name}": f"briefings/desk/{name}.js" for name in ("comments", "dialogs", "mentions", "uploading")}
)
_BUTTONS = {"_approve", "_approve_corrected", "_hand_on", "_send_back"}


def page(request: HttpRequest, draft: Draft, *, decision: Decision | None = None) -> HttpResponse:
    """What a reviewer opens first: what changed since the last round, or since what is live.

    After a decision that came too late, since the text that was looked at.
    """
    decision = decision or Decision(draft, request.user)
    texts = Texts(draft)
    is_newer = bool(decision.seen) and decision.seen != draft.version and texts.named(str(decision.seen)) is not None
    before = str(decision.seen) if is_newer else _first_to_see(texts, decision)
    media = Media(importmap=_OURS, js=[Script("briefings/desk/deciding.js", type="module")])
    media = media.with_nonce(str(request.csp_nonce))
    return compared(request, texts, before, "draft", decision=decision, is_newer=is_newer, media=media)


def decide(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Take the decision that the page's form holds, or show the page again with the reasons why not."""
    if not policy.may(request.user, "review", draft.briefing):
        raise PermissionDenied
    if not _BUTTONS & set(request.POST):
        return redirect("admin:briefings_draft_changes", draft.pk)
    form = DecisionForm(request.POST)
    reasons: tuple[str, ...] = ()
    if form.is_valid():
        try:
            return _taken(request, draft, form.cleaned_data)
        except workflow.Refused as refusal:
            reasons = refusal.reasons
    draft = Draft.objects.select_related("briefing", "saved_by", "approved_by", "owner").get(pk=draft.pk)
    # What is decided next is decided about what is shown now.
    data = request.POST.copy()
    data["expected"], data["state"] = str(draft.version), draft.state
    seen = whole_number(request.POST.get("expected", ""))
    return page(request, draft, decision=Decision(draft, request.user, DecisionForm(data), reasons, seen))


def _taken(request: HttpRequest, draft: Draft, values: dict[str, Any]) -> HttpResponse:
    seen = {"by": request.user, "expected": values["expected"], "state": values["state"] or None}
    if "_send_back" in request.POST:
        workflow.request_changes(draft.briefing, note=values["note"], **seen)
        messages.success(request, _("Sent back, with your note: “%(name)s”.") % {"name": draft})
        return redirect("admin:index")
    if "_hand_on" in request.POST:
        workflow.correct_and_hand_on(draft.briefing, **seen)
        messages.success(
            request, _("Handed on. %(who)s has to approve it now.") % {"who": said_to_approve(draft, request.user)}
        )
        return redirect("admin:index")
    if "_approve_corrected" in request.POST:
        workflow.correct_and_approve(draft.briefing, **seen)
    else:
        workflow.approve(draft.briefing, **seen)
    messages.success(request, _("Approved."))
    return redirect("admin:briefings_draft_change", draft.pk)


def _first_to_see(texts: Texts, decision: Decision) -> str:
    """Whoever wrote or submitted what a colleague corrected reads first what became of it; of a first text whoever
    corrected it reads what they did to it.
    """
    correction, user = texts.rounds.correction, decision.user
    if correction and not correction.is_approval and user != correction.by and user in workflow.who_waits(texts.draft):
        return str(correction.submitted)
    is_theirs = decision.hands_on_to or decision.may_approve_corrected
    if is_theirs and texts.first_to_see == "nothing" and (submitted := version_of(texts.rounds.submitted)):
        return str(submitted)
    return texts.first_to_see
