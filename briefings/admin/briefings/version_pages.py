"""The pages on a briefing's versions: all of them, any two compared, one restored, one named."""

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import policy, working_copy
from briefings.admin.briefings import acts, changes, conflicts, findings
from briefings.admin.briefings.posted_form import uuid_or_new, whole_number
from briefings.admin.briefings.threads import Threads
from briefings.admin.briefings.versions import NamedText, Texts, comparable, mark_words
from briefings.admin.desk import show_page
from briefings.admin.fields import LineField
from briefings.audit import enter
from briefings.content import BriefingContent, ContentRefused
from briefings.content import fields as kinds
from briefings.content.facts import FACTS
from briefings.content.text_merge import with_part
from briefings.desk_words import said
from briefings.models import Draft, Revision


class NameForm(forms.Form):
    """What a version is called."""

    name = LineField(kinds.Line, max_length=100)


def listed(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Every version, newest first; or, where two are chosen, to their comparison."""
    if request.GET.get("from") and request.GET.get("to"):
        chosen = [request.GET[name] if _is_name(request.GET[name]) else "draft" for name in ("from", "to")]
        return redirect("admin:briefings_draft_compare", draft.pk, *chosen)
    texts = Texts(draft)
    before = whole_number(request.GET.get("before", "")) or None
    rows, further = texts.rows(before=before)
    return show_page(
        request,
        "draft/versions.html",
        title=_("Versions of “%(name)s”") % {"name": draft},
        draft=draft,
        rows=rows,
        is_first=before is None,
        further=further,
        named=[(name, mark_words()[name]) for name in texts.names],
        may_write=policy.may(request.user, "write", draft.briefing),
    )


def compare(request: HttpRequest, draft: Draft, before: str, after: str) -> HttpResponse:
    """Any two texts compared, by number or by name."""
    return compared(request, Texts(draft), before, after)


def compared(request: HttpRequest, texts: Texts, before: str, after: str, **more: Any) -> HttpResponse:
    """The page of two texts of the draft; as that of its review with `more` for the template, such as a `decision`."""
    draft = texts.draft
    was, is_now = texts.named(before), texts.named(after)
    if was is None or is_now is None:
        messages.warning(request, _("There is no such version of “%(name)s”. These are all.") % {"name": draft})
        return redirect("admin:briefings_draft_versions", draft.pk)
    erased = [text for text in (was, is_now) if text.content is None]
    is_first = before == "nothing" and not texts.status.editions and not erased
    parts = [] if erased else changes.read(is_now.content) if is_first else changes.shown(*comparable(was, is_now))
    may_write = policy.may(request.user, "write", draft.briefing)
    if "decision" in more:
        more["correction"] = texts.rounds.correction
        more["threads"] = threads = Threads.of(draft, is_now.content)
        more["other_threads"] = threads.besides({part.address for part in parts})
        if more["decision"].approves:
            more["in_the_way"] = findings.in_the_way(texts.status, is_now.content, to=request.user)
    return show_page(
        request,
        "draft/comparison.html",
        title=(_("The text of “%(name)s”") if is_first else _("What changed in “%(name)s”")) % {"name": draft},
        draft=draft,
        was=was,
        is_now=is_now,
        erased=erased,
        parts=parts,
        is_first=is_first,
        since=_since(texts, was),
        rounds=texts.rounds if after == "draft" else None,
        acts=[act for act in acts.offered(texts.status, request.user) if act.action == "submit"],
        may_restore=may_write and after == "draft" and before not in ("draft", "nothing"),
        may_write=may_write,
        save_id=uuid4(),
        **more,
    )


def restore(request: HttpRequest, draft: Draft, name: str) -> HttpResponse:
    """Write an earlier text, or one part of it, into the draft, as its next version."""
    if not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("admin:briefings_draft_compare", draft.pk, name, "draft")
    text, save_id = Texts(draft).named(name), uuid_or_new(request.POST.get("save_id", ""))
    if text is None or text.content is None:
        messages.error(request, _("That text is not on file any more, so nothing was restored."))
        return redirect("admin:briefings_draft_versions", draft.pk)
    if Revision.objects.filter(briefing=draft.briefing, save_id=save_id).exists():
        messages.success(request, _("This came twice. It is restored once."))
        return redirect("admin:briefings_draft_change", draft.pk)
    expected, part = whole_number(request.POST.get("expected", "")), request.POST.get("part", "")
    present = working_copy.read(draft)
    wanted = _restored(present, text, part)
    if wanted == present:
        messages.success(request, _("The draft says this already, so nothing new was saved."))
        return redirect("admin:briefings_draft_change", draft.pk)
    detail = _detail(text, part)
    try:
        working_copy.write(
            draft, wanted, expected=expected, by=request.user, save_id=save_id, name=detail, detail=detail
        )
    except working_copy.Stale as stale:
        return conflicts.show(request, stale.theirs, mine=wanted, version=expected)
    except ContentRefused as refusal:
        for _address, sentence in refusal.reasons:
            messages.error(request, said(sentence))
        return redirect("admin:briefings_draft_compare", draft.pk, name, "draft")
    messages.success(request, _("Restored, as version %(number)s. Nothing that was saved is lost.") % _number(draft))
    return redirect("admin:briefings_draft_change", draft.pk)


@transaction.atomic
def rename(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """Give a version a name, or take it away."""
    if not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    form = NameForm(request.POST)
    if request.method == "POST" and form.is_valid():
        of_it = Revision.objects.filter(briefing=draft.briefing, version=number, text__text__isnull=False)
        if of_it.update(name=form.cleaned_data["name"]):
            enter("renamed", by=request.user, briefing=draft.briefing, detail=f"version {number}")
            messages.success(request, _("Version %(number)s has its name.") % {"number": number})
    elif request.method == "POST":
        messages.error(request, " ".join(form.errors["name"]))
    return redirect("admin:briefings_draft_versions", draft.pk)


def _restored(present: BriefingContent, text: NamedText, part: str) -> BriefingContent:
    if part:
        known = {one.key for content in (present, text.content) for one in (*content.blocks, *content.faq)}
        return with_part(present, text.content, part) if part in known or part in FACTS else present
    return text.content.model_copy(
        update={"change": None, "first_published": None, "more_follows": False}
    ).with_quotes_located()


def _detail(text: NamedText, part: str) -> str:
    """What the record and the version's name say: on record it is English."""
    if not text.version:
        return "restored from an edition"
    return f"a part restored from version {text.version}" if part else f"restored from version {text.version}"


def _since(texts: Texts, was: NamedText) -> list[tuple[str, str, bool]]:
    """Other texts to compare the draft with: name, words, and whether it is this one."""
    words = {
        "live": _("since what is live"),
        "scheduled": _("since what is scheduled"),
        "approved": _("since it was approved"),
        "sent-back": _("since it was sent back"),
    }
    return [(name, words[name], name == was.name) for name in texts.names]


def _number(draft: Draft) -> dict[str, int]:
    return {"number": draft.version}


def _is_name(text: str) -> bool:
    return bool(text) and all(character.isascii() and (character.isalnum() or character == "-") for character in text)
