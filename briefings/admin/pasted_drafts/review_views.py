"""The review of a pasted draft: it is shown, decided about, a line of it cut, and made into a briefing."""

import re
from collections.abc import Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from js_asset import ImportMap, Media, Script

from briefings import originals, policy
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.desk import View, answer_json, show_page, wants_json
from briefings.admin.pasted_drafts import decision_form, decision_messages, lines, review_page
from briefings.admin.pasted_drafts.busy_page import or_busy
from briefings.admin.pasted_drafts.review_page import Review
from briefings.content import ContentRefused
from briefings.desk_words import said
from briefings.importing import Unreadable
from briefings.models import Original
from briefings.workflow import Refused

_ENDS = re.compile(r"""(?<![.!?…。！？؟:;])[.!?…。！？؟:;]+["'“”’»«)\]]*\s+(?=\S)""")
_MOST_CUTS = 200
_OURS = ImportMap({f"desk/{name}": f"briefings/desk/{name}.js" for name in ("cutting", "fields", "keys", "uploading")})


def by_post(view: View) -> View:
    """`view`, which takes a form; its address without a form leads to the review."""

    @wraps(view)
    def answer(request: HttpRequest, original: Original) -> HttpResponse:
        return view(request, original) if request.method == "POST" else redirect(_address(original))

    return answer


@or_busy
def show(request: HttpRequest, original: Original) -> HttpResponse:
    """The review page; for a draft that became a text of a briefing, what it was, to look at."""
    if request.method == "POST":
        return redirect(_address(original))
    try:
        review = _review(request, original, number=whole_number(request.GET.get("page", "")) or 1)
    except Unreadable as refusal:
        messages.error(request, said(refusal))
        return redirect("admin:briefings_original_changelist")
    return _page(request, review)


@or_busy
@by_post
def decide(request: HttpRequest, original: Original) -> HttpResponse:
    """Keep what was decided; for the script, both columns anew and a sentence on what changed."""
    number = whole_number(request.POST.get("page", "")) or 1
    try:
        before = _review(request, original, number=number)
        sentence = _decided(request, original, before)
    except (Refused, Unreadable) as refusal:
        if wants_json(request):
            return answer_json({"error": said(refusal)}, status=409)
        messages.error(request, said(refusal))
        return redirect(f"{_address(original)}?page={number}")
    if wants_json(request):
        after = _review(request, original, number=number)
        html = render_to_string("admin/briefings/original/_review.html", review_page.columns(after), request=request)
        return answer_json({"html": html, "said": f"{sentence} {after.progress}".strip()})
    if sentence:
        messages.success(request, sentence)
    where = request.POST.get("at", "")
    fragment = f"#{where}" if re.fullmatch(r"at-[0-9_-]{1,40}", where) else ""
    return redirect(f"{_address(original)}?page={number}{fragment}")


@or_busy
@by_post
def make(request: HttpRequest, original: Original) -> HttpResponse:
    """Keep what the form says, then make the briefing."""
    try:
        if not original.is_decided:
            _decided(request, original, _review(request, original))
        draft = originals.make_briefing(original, by=request.user)
    except (Refused, Unreadable, ContentRefused) as refusal:
        messages.error(request, _sentences(refusal))
        unseen = "#left-out" if isinstance(refusal, originals.Unseen) else ""
        return redirect(f"{_address(original)}{unseen}")
    messages.success(
        request, _("This is the briefing, as it was pasted. Every change from here on is a version of its own.")
    )
    return redirect("admin:briefings_draft_change", draft.pk)


@by_post
def trash(request: HttpRequest, original: Original) -> HttpResponse:
    """Move a pasted draft that was given up to the trash."""
    try:
        originals.give_up(original, by=request.user)
    except Refused as refusal:
        messages.error(request, said(refusal))
        return redirect(_address(original))
    messages.success(request, _("Moved to the trash."))
    return redirect("admin:briefings_original_changelist")


@or_busy
def line(request: HttpRequest, original: Original, address: str) -> HttpResponse:
    """The page on which a line is cut in two, at one of its sentences, or joined with the line above."""
    if original.is_decided or request.method == "POST":
        return redirect(_address(original))
    try:
        review = _review(request, original)
    except Unreadable:
        raise Http404 from None
    parts = review.imported.parts
    at = next((at for at, part in enumerate(parts) if part.line.address == address), None)
    if at is None:
        raise Http404
    text = parts[at].line.text
    return show_page(
        request,
        "original/line.html",
        title=_("Cut or join a line"),
        original=original,
        address=address,
        anchor=lines.anchor(address),
        before=parts[at - 1].line.text if at else "",
        sentences=_sentences_of(text, address),
        text=text,
        number=next(page.number for page in review.pages if page.start <= at < page.end),
        save_id=review.save_id,
    )


def _address(original: Original) -> str:
    return reverse("admin:briefings_original_change", args=[original.pk])


def _review(request: HttpRequest, original: Original, *, number: int = 1) -> Review:
    fresh = policy.originals(request.user, "read").select_related("by", "briefing__draft").get(pk=original.pk)
    return Review(fresh, originals.understood(fresh), request.user, number)


def _page(request: HttpRequest, review: Review) -> HttpResponse:
    media = Media(importmap=_OURS, js=[Script("briefings/desk/reviewing.js", type="module")])
    context = review_page.whole(review)
    context["media"] = media.with_nonce(str(request.csp_nonce)) if context["may_decide"] else ""
    return show_page(request, "original/review.html", **context)


def _decided(request: HttpRequest, original: Original, before: Review) -> str:
    """What was decided, in a sentence; empty where nothing was."""
    if request.POST.get("do") == "afresh":
        originals.read_afresh(original, by=request.user)
        return _("Read afresh: all that was decided is taken back.")
    change = decision_form.change_of(request.POST, before.understood, encodings=[one.name for one in before.encodings])
    if not change:
        return ""
    originals.decide(original, change, by=request.user)
    return decision_messages.sentence(change, before)


def _sentences(refusal: Exception) -> str:
    if isinstance(refusal, ContentRefused):
        return " ".join(said(reason) for _address, reason in refusal.reasons)
    return said(refusal)


def _sentences_of(text: str, address: str) -> Sequence[dict[str, Any]]:
    """The sentences of a line, each with the place before which it would be cut; the first has none."""
    starts = [0, *(end.end() for end in _ENDS.finditer(text))][:_MOST_CUTS]
    ends = [*starts[1:], len(text)]
    return [
        {"text": text[start:end].strip(), "place": f"{address}:{start}" if start else ""}
        for start, end in zip(starts, ends, strict=True)
    ]
