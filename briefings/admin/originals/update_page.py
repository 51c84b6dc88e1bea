"""A newer draft of a briefing that is on file: what it changes, part by part, beside what the desk changed since."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from briefings import originals, working_copy
from briefings.admin.drafts import text_comparison
from briefings.admin.drafts.conflicts import CHOICE
from briefings.admin.drafts.posted_form import uuid_or_new, whole_number
from briefings.admin.originals.door import Desk
from briefings.content import BriefingContent, ContentRefused
from briefings.importing import Unreadable
from briefings.models import Draft, Original, Revision
from briefings.originals import Compared
from briefings.workflow import Refused


def page(desk: Desk, request: HttpRequest, original: Original, draft: Draft) -> HttpResponse:
    """The differences, with what only one side changed chosen already; or the choices, written."""
    if original.is_decided:
        desk.told(request, _("This draft became a text of a briefing already."), level=messages.WARNING)
        return HttpResponseRedirect(desk.address_of(original.briefing.draft))
    try:
        if not originals.understood(original).is_seen:
            desk.told(request, str(originals.Unseen()), level=messages.ERROR)
            return HttpResponseRedirect(f"{desk.address(original)}#left-out")
        if request.method == "POST":
            return _chosen(desk, request, original, draft)
        compared = originals.begin_update(original, draft.briefing)
    except (Refused, Unreadable) as refusal:
        desk.told(request, str(refusal), level=messages.ERROR)
        return HttpResponseRedirect(desk.address(original))
    if compared is None:
        desk.told(
            request,
            _("Nothing is kept of an earlier draft of “%(name)s” to compare this one with.") % {"name": draft},
            level=messages.ERROR,
        )
        return HttpResponseRedirect(desk.address(original))
    return _show(desk, request, original, draft, compared)


def _chosen(desk: Desk, request: HttpRequest, original: Original, draft: Draft) -> HttpResponse:
    new, base = (text_comparison.mine_of(request.POST.get(name, ""), draft) for name in ("mine", "base"))
    if new is None or base is None:
        desk.told(
            request, _("This page came back incomplete, so nothing was saved. Look at it again."), level=messages.ERROR
        )
        return HttpResponseRedirect(request.path)
    compared = Compared(base, new)
    chosen: Any = {
        name.removeprefix(CHOICE): value
        for name, value in request.POST.items()
        if name.startswith(CHOICE) and value in ("mine", "theirs")
    }
    expected = whole_number(request.POST.get("theirs_version", ""))
    if draft.version != expected:
        reason = _("Somebody saved “%(name)s” meanwhile. Look at what is new, and choose again.") % {"name": draft}
        return _show(desk, request, original, draft, compared, chosen=chosen, reasons=(reason,))
    try:
        result = originals.update_briefing(
            original,
            draft,
            base=base,
            new=new,
            chosen=chosen,
            expected=expected,
            by=request.user,
            save_id=uuid_or_new(request.POST.get("save_id", "")),
        )
    except working_copy.Stale as stale:
        return _show(desk, request, original, stale.theirs, compared, chosen=chosen, reasons=(str(stale),))
    except ContentRefused as refusal:
        reasons = tuple(sentence for _address, sentence in refusal.reasons)
        return _show(desk, request, original, draft, compared, chosen=chosen, reasons=reasons)
    if result.conflicts:
        reasons = (_("Choose one of the two wherever both changed."),)
        return _show(desk, request, original, draft, compared, chosen=chosen, reasons=reasons)
    desk.told(request, _("Updated, with what you chose of both. Read it once more before you publish it."))
    return HttpResponseRedirect(desk.address_of(draft))


def _show(
    desk: Desk,
    request: HttpRequest,
    original: Original,
    draft: Draft,
    compared: Compared,
    *,
    chosen: dict[str, str] | None = None,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    theirs: BriefingContent = working_copy.read(draft)
    found = text_comparison.differences(compared.base, compared.new, theirs, chosen=chosen or {})
    context = desk.context(request) | {
        "title": _("Update “%(name)s”") % {"name": draft},
        "original": original,
        "draft": draft,
        "new": [one for one in found if one.verdict != "theirs"],
        "kept": [one for one in found if one.verdict == "theirs"],
        "undecided": sum(not one.chosen for one in found),
        "mine": text_comparison.signed(compared.new),
        "base": text_comparison.signed(compared.base),
        "theirs_version": draft.version,
        "save_id": uuid4(),
        "reasons": reasons,
        "address": desk.address(original),
        "address_of_draft": desk.address_of(draft),
        "last": Revision.objects.filter(originals__briefing=draft.briefing_id).order_by("-version").first(),
    }
    return TemplateResponse(request, "admin/briefings/original/update.html", context)
