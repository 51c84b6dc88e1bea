"""A form that was sent becomes a save, and where it was asked for an act: nothing is overwritten, nothing is lost."""

from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy, workflow, working_copy
from briefings.admin.drafts import conflicts, standing
from briefings.admin.drafts.door import Desk
from briefings.admin.drafts.publishing import PublishForm
from briefings.admin.drafts.sent import Sent
from briefings.admin.drafts.writing_page import WritingPage
from briefings.content import BriefingContent, ContentRefused, SectionBlock, from_canonical, keys
from briefings.models import Draft, Edition, Revision, User


def blank(briefing_id: UUID) -> BriefingContent:
    """What a new briefing begins with: one empty section to write into."""
    key = keys.derived_key(keys.SECTION, str(briefing_id))
    return BriefingContent(
        id=str(briefing_id), language=settings.SITE_LANGUAGE.split("-")[0], blocks=(SectionBlock(key=key),)
    )


def save(desk: Desk, request: HttpRequest, sent: Sent) -> HttpResponse:
    """Save what was sent, then do what its button says; or show what stands against it, and all that was typed."""
    draft = sent.draft
    # Asked before any form is looked at: what was opened at another version is not written over a newer text.
    is_newest = draft is None or Draft.objects.filter(pk=draft.pk, version=sent.version).exists()
    panel = PublishForm(request.POST, stands=standing.of(draft))
    is_asked_to_publish = "_publish" in request.POST
    if sent.content is None or (is_asked_to_publish and not panel.is_valid()):
        newer = "" if is_newest else str(working_copy.Stale(draft))
        page = WritingPage(
            standing.of(draft), sent.before, sent.version, sent.save_id, sent.facts, sent.parts, panel, newer=newer
        )
        return desk.show(request, page)
    if before := _save_of(sent, by=request.user):
        draft = before.briefing.draft
        if before.text.text is not None and _say_the_same(from_canonical(before.text.text), sent.content):
            when = f"{timezone.localtime(before.saved_at):%H:%M}"
            desk.told(request, _("This form came twice. It is saved once, at %(time)s.") % {"time": when})
            return HttpResponseRedirect(desk.address(draft))
        # Sent once, gone back to and changed: it continues the save that it made.
        sent.draft, sent.version, sent.save_id = draft, before.version, uuid4()
        is_newest = draft.version == before.version
    if not is_newest:
        return conflicts.show(desk, request, draft, mine=sent.content, version=sent.version)
    try:
        draft, is_changed = _write(sent, by=request.user)
    except working_copy.Stale as stale:
        return conflicts.show(desk, request, stale.theirs, mine=sent.content, version=sent.version)
    except ContentRefused as refusal:
        for _address, sentence in refusal.reasons:
            sent.facts.add_error(None, sentence)
        page = WritingPage(
            standing.of(sent.draft), sent.before, sent.version, sent.save_id, sent.facts, sent.parts, panel
        )
        return desk.show(request, page)
    return _act(desk, request, draft, panel, is_changed=is_changed)


def _write(sent: Sent, *, by: User) -> tuple[Draft, bool]:
    """The draft as it then stands, and whether the form differed from what was there: else there is nothing to save."""
    content = sent.content
    if sent.draft is None:
        if not (content.headline or content.lede or content.blocks or content.faq):
            raise ContentRefused([("", _("There is nothing to save yet. Begin with the headline."))])
        with transaction.atomic():
            try:
                return working_copy.create(content, by=by, save_id=sent.save_id), True
            except IntegrityError:
                raise ContentRefused([("", _("This briefing is on file already. Open it from the list."))]) from None
    if content == sent.before:
        return sent.draft, False
    working_copy.write(sent.draft, content, expected=sent.version, by=by, save_id=sent.save_id)
    return sent.draft, True


def _save_of(sent: Sent, *, by: User) -> Revision | None:
    """The save that this very form made before."""
    revisions = Revision.objects.select_related("text", "briefing__draft").filter(save_id=sent.save_id)
    found = revisions.filter(briefing__uuid=sent.before.id).first()
    return found if found and policy.may(by, "write", found.briefing) else None


def _say_the_same(saved: BriefingContent, sent: BriefingContent) -> bool:
    """Whether the texts are one, but for the ids that the file has given since to names that were new."""

    def bare(content: BriefingContent) -> BriefingContent:
        def no_id(person):
            return person.model_copy(update={"id": None, "kind": "private"}) if person else None

        return content.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={"person": no_id(block.person)}) if block.type == "quote" else block
                    for block in content.blocks
                ),
                "authors": tuple(no_id(author) for author in content.authors),
                "topics": tuple(topic.name.casefold() for topic in content.topics),
            }
        )

    return bare(saved) == bare(sent)


def _act(desk: Desk, request: HttpRequest, draft: Draft, panel: PublishForm, *, is_changed: bool) -> HttpResponse:
    saved = _("Saved.") if is_changed else _("Nothing was changed, so nothing new was saved.")
    try:
        if "_publish" in request.POST:
            desk.told(request, _published(panel.of(draft).publish(by=request.user, expected=draft.version)))
        elif "_submit" in request.POST:
            workflow.submit(draft.briefing, by=request.user, expected=draft.version)
            desk.told(request, _("Saved, and submitted for review."))
        else:
            desk.told(request, saved)
    except workflow.Refused as refusal:
        fresh = Draft.objects.select_related("briefing", "follows", "saved_by", "approved_by").get(pk=draft.pk)
        page = WritingPage(
            standing.of(fresh),
            working_copy.read(fresh),
            fresh.version,
            publish=panel.of(fresh),
            reasons=[*refusal.reasons, _("The text is saved.")] if is_changed else refusal.reasons,
        )
        return desk.show(request, page)
    return HttpResponseRedirect(desk.address(draft))


def _published(edition: Edition) -> str:
    when = timezone.localtime(edition.live_from)
    if edition.live_from > timezone.now():
        return _("Scheduled for %(when)s.") % {"when": f"{when:%d %B %Y, %H:%M}"}
    values = {"address": reverse("briefing", args=[edition.summary.slug])}
    return _("Published. Readers have it at %(address)s.") % values
