"""A form that was sent is saved, and then published or submitted if asked: nothing is overwritten, nothing is lost."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from briefings import workflow, working_copy
from briefings.admin.briefings import background_save, conflicts
from briefings.admin.briefings.decisions import said_to_approve
from briefings.admin.briefings.posted_form import PostedForm
from briefings.admin.briefings.publication import Publication, reissue
from briefings.admin.briefings.publish_panel import PublishForm, holds_words
from briefings.admin.briefings.repeated_forms import is_same, save_of
from briefings.admin.briefings.review_form import ReviewForm, submit_note
from briefings.admin.briefings.status import BriefingStatus, status_of
from briefings.admin.briefings.writing_page import WritingPage, as_saved, show
from briefings.admin.desk import wants_json
from briefings.content import BriefingContent, ContentRefused, SectionBlock, keys
from briefings.desk_words import exact_moment, said
from briefings.gate import has_begun
from briefings.models import Briefing, Draft, Edition, Revision, User


def blank(briefing_id: UUID) -> BriefingContent:
    """What a new briefing begins with: one empty section to write into."""
    key = keys.derived_key(keys.SECTION, str(briefing_id))
    return BriefingContent(
        id=str(briefing_id), language=settings.SITE_LANGUAGE.split("-")[0], blocks=(SectionBlock(key=key),)
    )


def save(request: HttpRequest, sent: PostedForm) -> HttpResponse:
    """Save the form, then do what its button says; or show the reasons why not, with all that was typed."""
    # Asked before any form is looked at: what was opened at another version is not written over a newer text. Whoever
    # saves from now on is found by `working_copy.write`, which asks the database.
    is_newest = sent.draft is None or sent.draft.version == sent.version
    panel = _panel(sent) if "_publish" in request.POST else None
    if sent.content is None or (panel and not panel.is_valid()) or not sent.has_moments:
        newer = "" if is_newest else str(working_copy.Stale(sent.draft))
        return show(request, as_sent(sent, newer=newer))
    if before := save_of(sent):
        if is_same(before, sent):
            return _came_twice(request, before, sent)
        # Sent once, gone back to and changed: it continues the save that it made.
        sent.draft, sent.version, sent.save_id = before.briefing.draft, before.version, uuid4()
        is_newest = sent.draft.version == before.version
        panel = panel and _panel(sent)
    if not is_newest:
        for sentence in _moments_beside(sent, request.user):
            messages.warning(request, sentence)
        return conflicts.show(request, sent.draft, mine=sent.content, version=sent.version, excerpts=sent.excerpts)
    try:
        draft, is_changed = _write_corrected(request, sent)
    except workflow.Refused as refusal:  # both or neither: nothing is saved
        reasons = [*refusal.reasons, _("Nothing was saved yet. Your text is here still: save it, and ask a colleague.")]
        return show(request, as_sent(sent, reasons=reasons))
    except (working_copy.Stale, ContentRefused) as refusal:
        if (before := save_of(sent)) and is_same(before, sent):  # its twin was saved in the same moment
            return _came_twice(request, before, sent)
        if isinstance(refusal, working_copy.Stale):
            return conflicts.show(
                request, refusal.theirs, mine=sent.content, version=sent.version, excerpts=sent.excerpts
            )
        for _address, sentence in refusal.reasons:
            sent.facts.add_error(None, said(sentence))
        return show(request, as_sent(sent))
    sent.settle()
    return _do(request, draft, panel, sent, is_changed=is_changed)


def _panel(sent: PostedForm) -> PublishForm:
    """The publish panel as it was sent, cleaned, for what is live and scheduled now."""
    panel = PublishForm(sent.data, status=status_of(sent.draft))
    panel.full_clean()
    return panel


def as_sent(sent: PostedForm, *, newer: str = "", reasons: Sequence[str] = ()) -> WritingPage:
    """The page with the forms as they were sent."""
    panel = _panel(sent)
    return WritingPage(
        panel.status,
        sent.before,
        sent.version,
        sent.save_id,
        sent.facts,
        sent.parts,
        panel,
        ReviewForm(sent.data),
        reasons,
        form_id=sent.form_id,
        counter=sent.counter,
        newer=newer,
        data=sent.data,
    )


def _came_twice(request: HttpRequest, before: Revision, sent: PostedForm) -> HttpResponse:
    """The form is saved already. Do what its button asks for beside that, if it was not done yet."""
    sent.settle()
    draft = before.briefing.draft
    is_published = Edition.objects.filter(revision=before).exists()
    if ({"_publish", "_reissue"} & set(request.POST) and not is_published) or (
        "_submit" in request.POST and draft.state != Draft.State.IN_REVIEW
    ):
        sent.draft = draft
        return _do(request, draft, _panel(sent), sent, is_changed=False)
    when = f"{timezone.localtime(before.saved_at):%H:%M}"
    message = _("This form came twice. It is saved once, at %(time)s.") % {"time": when}
    if wants_json(request):
        return background_save.answer(request, draft, sent, message=message)
    messages.success(request, message)
    return redirect("admin:briefings_draft_change", draft.pk)


def _write(sent: PostedForm) -> tuple[Draft, bool]:
    """The saved draft, and whether anything was changed: without a change nothing is saved."""
    content = sent.content
    if sent.draft is None:
        if not (content.headline or content.lede or content.blocks or content.faq):
            raise ContentRefused([("", _("There is nothing to save yet. Begin with the headline."))])
        with transaction.atomic():
            try:
                return working_copy.create(content, by=sent.by, save_id=sent.save_id, excerpts=sent.excerpts), True
            except IntegrityError:
                if not Briefing.objects.filter(uuid=content.id).exists():
                    raise
                raise ContentRefused([("", _("This briefing is on file already. Open it from the list."))]) from None
    if content == sent.before:
        return sent.draft, False
    working_copy.write(
        sent.draft,
        content,
        expected=sent.version,
        by=sent.by,
        save_id=sent.save_id,
        rows=sent.rows,
        excerpts=sent.excerpts,
    )
    return sent.draft, True


def _write_corrected(request: HttpRequest, sent: PostedForm) -> tuple[Draft, bool]:
    """The same, by a reviewer: saved, and approved or handed on in one act, where their button asks for that."""
    if not {"_approve", "_hand_on"} & set(request.POST):
        return _write(sent)
    if sent.draft is None:
        raise workflow.Refused(_("Save this briefing first: nobody has submitted it yet."))
    is_changed = sent.content != sent.before
    act = workflow.correct_and_approve if "_approve" in request.POST else workflow.correct_and_hand_on
    draft = act(
        sent.draft.briefing,
        by=sent.by,
        expected=sent.version,
        content=sent.content if is_changed else None,
        save_id=sent.save_id,
        excerpts=sent.excerpts,
    )
    return draft, is_changed


def _do(
    request: HttpRequest, draft: Draft, panel: PublishForm | None, sent: PostedForm, *, is_changed: bool
) -> HttpResponse:
    """What the button asks for beside saving; `panel` says how, where that is to publish."""
    sentences = []
    try:
        if sent.moments.is_changed:
            sentences = sent.moments.save(draft, by=request.user)
            is_changed = True
        if panel and panel.is_unseen:
            return show(request, as_saved(draft, request.POST, asks=panel.cleaned_data["moment"]))
        if "_publish" in request.POST:
            had_place = panel.has_place
            edition = panel.publish(draft, by=request.user, content=sent.content)
            messages.success(request, _published(edition))
            if told := panel.of_the_place(edition) if had_place else "":
                messages.info(request, told)
            for sentence in _told_to_nobody(edition, panel.status, sent.content):
                messages.warning(request, sentence)
            return redirect("admin:briefings_draft_change", draft.pk)
        if "_reissue" in request.POST:
            edition = reissue(draft, seq=request.POST["_reissue"], by=request.user)
            messages.success(request, _published(edition))
            return redirect("admin:briefings_draft_change", draft.pk)
        if "_submit" in request.POST:
            note = submit_note(request.POST)
            workflow.submit(draft.briefing, by=request.user, note=note, expected=draft.version)
            messages.success(request, _("Saved, and submitted for review."))
        elif "_approve" in request.POST:
            messages.success(request, _("Saved, and approved.") if is_changed else _("Approved."))
        elif "_hand_on" in request.POST:
            who = {"who": said_to_approve(draft, request.user)}
            messages.success(request, _("Saved, and handed on. %(who)s has to approve it now.") % who)
        else:
            message = _("Saved.") if is_changed else _("Nothing was changed, so nothing new was saved.")
            if wants_json(request):
                return background_save.answer(
                    request, draft, sent, message=" ".join([message, *sent.sentences, *sentences])
                )
            messages.success(request, message)
            sentences = [*sent.sentences, *sentences]
        for sentence in sentences:
            messages.warning(request, sentence)
    except workflow.Refused as refusal:
        reasons = [*refusal.reasons, _("The text is saved.")] if is_changed else refusal.reasons
        return show(request, as_saved(draft, request.POST, reasons=reasons))
    if holds_words(request.POST):
        return show(request, as_saved(draft, request.POST))
    return redirect("admin:briefings_draft_change", draft.pk)


def _moments_beside(sent: PostedForm, user: User) -> list[str]:
    """Set the moments though the text is newer: they are no part of it. What the editor has to read."""
    if not sent.moments.is_changed:
        return []
    try:
        return [_("The moments are set."), *sent.moments.save(sent.draft, by=user)]
    except workflow.Refused as refusal:
        return list(refusal.reasons)


def _told_to_nobody(edition: Edition, before: BriefingStatus, content: BriefingContent) -> list[str]:
    """What readers are not told of, where `edition` is a minor change of what they had."""
    if edition.kind != Edition.Kind.MINOR:
        return []
    return [finding.sentence for finding in Publication.of(before, content).untold(content)]


def _published(edition: Edition) -> str:
    if not has_begun(edition, timezone.now()):
        return _("Scheduled for %(when)s.") % {"when": exact_moment(edition.live_from)}
    address = reverse("briefing", args=[edition.summary.slug])
    link = format_html('<a href="{0}">{0}</a>', address)
    return format_html(_("Published. Readers have it at {address}."), address=link)
