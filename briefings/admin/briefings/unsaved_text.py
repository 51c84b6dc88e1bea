"""What was typed and not saved: kept every few seconds, shown on return beside what is saved, taken or dropped."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings import policy, working_copy
from briefings.admin.briefings import changes
from briefings.admin.briefings.posted_form import PostedForm, whole_number
from briefings.admin.briefings.submission import as_sent, blank
from briefings.admin.briefings.writing_page import show
from briefings.admin.desk import answer_json, show_page
from briefings.models import Briefing, Draft, EditBuffer
from briefings.working_copy import edit_buffers
from briefings.working_copy.edit_buffers import FormVersion


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, draft: Draft | None = None) -> JsonResponse:
    """Keep what a form holds, or only that it is open; say who else is here and which save is the newest.

    Sent are `form_id`, `user` (their uuid), `version`, `counter`, of a new briefing `briefing`, and `fields`, the whole
    form as a browser would send it, unless nothing was typed; `left` by a page that is being left. The answer is
    `{"kept": bool, "newest": {"version", "who", "when"} | null, "others": [{"who", "typed"}]}`. A page whose login
    ended and began anew asks (GET) for `{"token"}`. What another user's page sends is not kept (409): somebody else
    logged in since.
    """
    if request.method == "GET":
        return answer_json({"token": get_token(request)})
    if request.POST.get("user") != str(request.user.uuid):
        return answer_json({"kept": False}, status=409)
    form = _uuid(request.POST.get("form_id", ""))
    briefing = draft.briefing.uuid if draft else _uuid(request.POST.get("briefing", ""))
    if draft is None and (known := Briefing.objects.filter(uuid=briefing).first()):
        draft = policy.drafts(request.user, "write").filter(briefing=known).select_related("saved_by").first()
        if draft is None:
            raise PermissionDenied
    if draft and not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    of = FormVersion(form, request.user, briefing, whole_number(request.POST.get("version", "")))
    now = timezone.now()
    is_kept = False
    if fields := request.POST.get("fields", ""):
        is_kept = edit_buffers.keep(of, counter=whole_number(request.POST.get("counter", "")), fields=fields, now=now)
    else:
        edit_buffers.touch(of, now=now)
    if request.POST.get("left"):
        edit_buffers.leave(of, now=now)
    return answer_json({"kept": is_kept, "newest": _newest(draft), "others": _others(of, now)})


def look(request: HttpRequest, draft: Draft | None = None, *, form: UUID) -> HttpResponse:
    """One unsaved text beside what is saved: a button takes it into the form, another drops it."""
    if draft and not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    buffer = EditBuffer.objects.filter(form=form, user=request.user).exclude(fields="").first()
    if buffer is None or (draft and buffer.briefing_uuid != draft.briefing.uuid):
        raise Http404
    if draft is None and Briefing.objects.filter(uuid=buffer.briefing_uuid).exists():
        raise Http404
    sent = _as_typed(buffer, draft, request)
    if request.method == "POST":
        return _take_or_drop(request, buffer, sent)
    return show_page(
        request,
        "draft/unsaved.html",
        title=_("What you typed and did not save"),
        draft=draft,
        buffer=buffer,
        is_open=buffer.seen_at > timezone.now() - edit_buffers.PRESENT,
        is_older=draft is not None and buffer.version != draft.version,
        parts=changes.shown(sent.before, sent.content) if sent.content else None,
        headline=sent.facts["headline"].value(),
    )


def unsaved_texts(request: HttpRequest, draft: Draft | None) -> list[EditBuffer]:
    """What the user typed of `draft` (or of briefings never saved) and that differs from what is saved."""
    found = edit_buffers.unsaved(request.user, [draft.briefing.uuid] if draft else None)
    texts = []
    for buffer in found[:MOST]:
        sent = _as_typed(buffer, draft, request)
        if sent.content is not None and sent.content == sent.before and not sent.moments.is_changed:
            edit_buffers.drop(buffer.form, user=request.user)
        else:
            buffer.headline = sent.facts["headline"].value() or _("(no headline yet)")
            texts.append(buffer)
    return texts


MOST = 5
"""Unsaved texts that a page offers, the newest first."""


def _as_typed(buffer: EditBuffer, draft: Draft | None, request: HttpRequest) -> PostedForm:
    before = working_copy.read(draft) if draft else blank(buffer.briefing_uuid)
    return PostedForm(QueryDict(buffer.fields), draft, before, request.user)


def _take_or_drop(request: HttpRequest, buffer: EditBuffer, sent: PostedForm) -> HttpResponse:
    if "_drop" in request.POST:
        edit_buffers.drop(buffer.form, user=request.user)
        messages.success(request, _("What you had typed was dropped. What was saved stands as it did."))
        if sent.draft:
            return redirect("admin:briefings_draft_change", sent.draft.pk)
        return redirect("admin:briefings_draft_changelist")
    return show(request, as_sent(sent))


def _newest(draft: Draft | None) -> dict[str, object] | None:
    if draft is None:
        return None
    when = timezone.localtime(draft.saved_at)
    return {
        "version": draft.version,
        "who": str(draft.saved_by or _("Somebody at the command line")),
        "when": f"{when:%H:%M}",
    }


def _others(of: FormVersion, now: object) -> list[dict[str, object]]:
    here = edit_buffers.present(of.briefing, besides=of.form, now=now)
    return [
        {"who": _("you, in another window") if one.user == of.user else str(one.user), "typed": one.has_typed}
        for one in here
    ]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
