"""A newer draft of a briefing that is on file: what it changes, part by part, beside what the desk changed since."""

from uuid import uuid4

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import originals, policy, working_copy
from briefings.admin.briefings import text_comparison
from briefings.admin.briefings.combined_parts import combining_media
from briefings.admin.briefings.conflicts import undecided
from briefings.admin.briefings.posted_form import uuid_or_new, whole_number
from briefings.admin.desk import show_page, tell_unknown
from briefings.admin.pasted_drafts.busy_page import or_busy
from briefings.content import BriefingContent, ContentRefused
from briefings.desk_words import said
from briefings.importing import Unreadable
from briefings.models import Draft, Original, Revision, User
from briefings.originals import Compared
from briefings.workflow import Refused


@or_busy
def page(request: HttpRequest, original: Original, draft_id: str) -> HttpResponse:
    """Show the differences, with what only one side changed chosen already; or save the choices."""
    draft = draft_to_update(request.user, unquote(draft_id))
    if draft is None:
        return tell_unknown(request, Original._meta, str(original.pk))
    review = reverse("admin:briefings_original_change", args=[original.pk])
    if original.is_decided:
        messages.warning(request, _("This draft became a text of a briefing already."))
        return redirect("admin:briefings_draft_change", original.briefing.draft.pk)
    try:
        if not originals.understood(original).is_seen:
            messages.error(request, str(originals.Unseen()))
            return redirect(f"{review}#left-out")
        if request.method == "POST":
            return _chosen(request, original, draft)
        compared = originals.begin_update(original, draft.briefing)
    except (Refused, Unreadable) as refusal:
        messages.error(request, said(refusal))
        return redirect(review)
    if compared is None:
        sentence = _("Nothing is kept of an earlier draft of “%(name)s” to compare this one with.")
        messages.error(request, sentence % {"name": draft})
        return redirect(review)
    return _show(request, original, draft, compared)


def draft_to_update(user: User, pk: str) -> Draft | None:
    """The draft with that id in an address, if the user may write it."""
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return None
    drafts = policy.drafts(user, "write").select_related("briefing", "follows", "translation_of", "saved_by")
    return drafts.filter(pk=pk).first()


def _chosen(request: HttpRequest, original: Original, draft: Draft) -> HttpResponse:
    new, base = (text_comparison.mine_of(request.POST.get(name, ""), draft) for name in ("mine", "base"))
    if new is None or base is None:
        messages.error(request, _("This page came back incomplete, so nothing was saved. Look at it again."))
        return redirect(request.path)
    compared = Compared(base, new)
    expected = whole_number(request.POST.get("theirs_version", ""))
    if draft.version != expected:
        reason = _("Somebody saved “%(name)s” meanwhile. Look at what is new, and choose again.") % {"name": draft}
        return _show(request, original, draft, compared, reasons=(reason,))
    differences = text_comparison.differences(base, new, working_copy.read(draft), data=request.POST)
    chosen = text_comparison.choices(differences)
    try:
        result = originals.update_briefing(
            original,
            draft,
            base=base,
            new=new,
            chosen=chosen.sides,
            combined=chosen.by_hand,
            expected=expected,
            by=request.user,
            save_id=uuid_or_new(request.POST.get("save_id", "")),
        )
    except working_copy.Stale as stale:
        return _show(request, original, stale.theirs, compared, reasons=(str(stale),))
    except ContentRefused as refusal:
        reasons = tuple(said(sentence) for _address, sentence in refusal.reasons)
        return _show(request, original, draft, compared, reasons=reasons)
    if result.conflicts:
        return _show(request, original, draft, compared, reasons=(undecided(chosen),))
    messages.success(request, _("Updated, with what you chose of both. Read it once more before you publish it."))
    return redirect("admin:briefings_draft_change", draft.pk)


def _show(
    request: HttpRequest,
    original: Original,
    draft: Draft,
    compared: Compared,
    *,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    theirs: BriefingContent = working_copy.read(draft)
    differences = text_comparison.differences(compared.base, compared.new, theirs, data=request.POST)
    return show_page(
        request,
        "original/update.html",
        title=_("Update “%(name)s”") % {"name": draft},
        original=original,
        draft=draft,
        new=[one for one in differences if one.verdict != "theirs"],
        kept=[one for one in differences if one.verdict == "theirs"],
        media=combining_media(request, differences),
        undecided=sum(not one.chosen for one in differences),
        mine=text_comparison.signed(compared.new),
        base=text_comparison.signed(compared.base),
        theirs_version=draft.version,
        save_id=uuid4(),
        reasons=reasons,
        last=Revision.objects.filter(originals__briefing=draft.briefing_id).order_by("-version").first(),
    )
