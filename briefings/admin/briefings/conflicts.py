"""A stale save: both texts are shown part by part, and nothing is written until the editor has chosen."""

from collections.abc import Mapping
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import working_copy
from briefings.admin.briefings import carried_words, text_comparison, writing_page
from briefings.admin.briefings.combined_parts import combining_media
from briefings.admin.briefings.posted_form import uuid_or_new, whole_number
from briefings.admin.briefings.publish_panel import asks_for_more
from briefings.admin.briefings.writing_page import as_saved
from briefings.admin.desk import show_page
from briefings.content import BriefingContent, ContentRefused
from briefings.content.excerpts import from_field, to_field
from briefings.desk_words import said
from briefings.models import Draft, Revision
from briefings.working_copy.edit_buffers import FormVersion, settle


def show(
    request: HttpRequest,
    draft: Draft,
    *,
    mine: BriefingContent,
    version: int,
    excerpts: Mapping[str, str] | None = None,
    reasons: tuple[str, ...] = (),
) -> HttpResponse:
    """What both began with (at `version`), what was saved meanwhile, and mine, which is saved nowhere yet.

    `excerpts` are the words kept of its sources.
    """
    theirs = working_copy.read(draft)
    base = text_comparison.base_of(draft, version)
    differences = text_comparison.differences(base, mine, theirs, data=request.POST)
    return show_page(
        request,
        "draft/conflict.html",
        title=_("Two texts of “%(name)s”") % {"name": draft},
        draft=draft,
        differences=differences,
        undecided=sum(not difference.chosen for difference in differences),
        media=combining_media(request, differences),
        mine=text_comparison.signed(mine),
        excerpts=to_field(excerpts or {}),
        base_version=version,
        theirs_version=draft.version,
        save_id=uuid4(),
        form_id=request.POST.get("form_id", ""),
        counter=request.POST.get("counter", ""),
        reasons=reasons,
        panel=[(name, value) for name, value in request.POST.items() if name.startswith("publish-")],
    )


def choose(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Save the text that the choices make, unless a part is still undecided or somebody saved again."""
    mine = text_comparison.mine_of(request.POST.get("mine", ""), draft)
    excerpts = from_field(request.POST.get("excerpts", ""))
    version = whole_number(request.POST.get("base_version", ""))
    expected = whole_number(request.POST.get("theirs_version", ""))
    if mine is None:
        messages.error(request, _("This page came back incomplete, so nothing was saved. Go back and send it again."))
        return redirect("admin:briefings_draft_change", draft.pk)
    save_id = uuid_or_new(request.POST.get("save_id", ""))
    if Revision.objects.filter(briefing=draft.briefing, save_id=save_id).exists():
        messages.success(request, _("These choices came twice. They are saved once."))
        return redirect("admin:briefings_draft_change", draft.pk)
    if draft.version != expected:
        again = (_("Somebody saved again meanwhile. Look at what is new, and choose again."),)
        return show(request, draft, mine=mine, version=version, excerpts=excerpts, reasons=again)
    base, theirs = text_comparison.base_of(draft, version), working_copy.read(draft)
    chosen = text_comparison.choices(text_comparison.differences(base, mine, theirs, data=request.POST))
    result = text_comparison.merged(base, mine, theirs, chosen=chosen)
    if result.conflicts:
        return show(request, draft, mine=mine, version=version, excerpts=excerpts, reasons=(undecided(chosen),))
    content, sentences = carried_words.after_choices(base, result.content)
    try:
        working_copy.write(draft, content, expected=expected, by=request.user, save_id=save_id, excerpts=excerpts)
    except working_copy.Stale as stale:
        return show(request, stale.theirs, mine=mine, version=version, excerpts=excerpts)
    except ContentRefused as refusal:
        reasons = tuple(said(sentence) for _address, sentence in refusal.reasons)
        return show(request, draft, mine=mine, version=version, excerpts=excerpts, reasons=reasons)
    of = FormVersion(uuid_or_new(request.POST.get("form_id", "")), request.user, draft.briefing.uuid, draft.version)
    settle(of, counter=whole_number(request.POST.get("counter", "")), now=timezone.now())
    messages.success(request, _("Saved, with what you chose of both texts. Read it once more before you publish it."))
    for sentence in sentences:
        messages.warning(request, sentence)
    if asks_for_more(request.POST):
        return writing_page.show(request, as_saved(draft, request.POST))
    return redirect("admin:briefings_draft_change", draft.pk)


def undecided(chosen: text_comparison.Choices) -> str:
    """Why the choices make no text yet."""
    if not chosen.is_whole:
        return _("What you combined by hand needs a look. It is marked below.")
    return _("Choose one of the two, or combine them, wherever both changed.")
