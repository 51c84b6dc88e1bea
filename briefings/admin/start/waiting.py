"""What waits for the user: to review, sent back, published alone, approved, pasted."""

from itertools import islice

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import policy, workflow
from briefings.admin.start.section import FEW, Desk, Line, Section, act_of, page_of, the_list
from briefings.deliveries import Matter
from briefings.desk_words import near_moment
from briefings.models import AuditEntry, Delivery, Draft, Revision

State, Kind = Draft.State, Delivery.Kind


def to_review(desk: Desk) -> Section:
    """Drafts in review that the user may approve: none with work of theirs that nobody approved. The oldest first."""
    if not desk.may("review"):
        return Section("to-review", "")
    own = Revision.objects.filter(briefing=OuterRef("briefing"), by=desk.user)
    unapproved = own.filter(version__gt=Coalesce(OuterRef("approved_version"), 0))
    handed_on = AuditEntry.objects.filter(briefing=OuterRef("briefing"), action=AuditEntry.Action.HANDED_ON)
    for_them = ~Exists(unapproved) | Exists(handed_on.exclude(by=desk.user))
    submitted = desk.drafts.filter(for_them, state=State.IN_REVIEW).annotate(knows_it=Exists(own))
    others = (
        draft
        for draft in submitted.order_by("saved_at", "pk").iterator(chunk_size=FEW)
        if not draft.knows_it or workflow.own_work(draft, of=desk.user) is None
    )
    drafts = list(islice(others, FEW))
    lines = [
        Line(
            str(draft),
            page_of(draft, "changes"),
            _said_of(draft),
            draft.language,
            quoted=draft.submit_note,
            matter=Matter(Kind.REVIEW, draft.briefing_id),
        )
        for draft in drafts
    ]
    return Section("to-review", _("To review"), lines, the_list(state=State.IN_REVIEW, sort="saved"))


def sent_back(desk: Desk) -> Section:
    """The user's own drafts to which somebody wants changes, with what they wrote."""
    drafts = desk.drafts.filter(owner=desk.user, state=State.CHANGES_REQUESTED).order_by("-saved_at", "-pk")[:FEW]
    lines = [
        Line(
            str(draft),
            page_of(draft),
            near_moment(draft.saved_at),
            draft.language,
            quoted=draft.review_note,
            matter=Matter(Kind.SENT_BACK, draft.briefing_id),
        )
        for draft in drafts
    ]
    return Section("sent-back", _("Sent back"), lines, the_list(owner="me", state=State.CHANGES_REQUESTED))


def comments(desk: Desk) -> Section:
    """Open comments that name the user, the oldest first, each with its words."""
    found = policy.open_comments_for(desk.user)[:FEW]
    lines = [
        Line(
            str(comment.briefing.draft),
            f"{page_of(comment.briefing.draft)}#comment-{comment.pk}",
            _("%(who)s, %(when)s") % {"who": comment.by, "when": near_moment(comment.at)},
            comment.briefing.draft.language,
            quoted=comment.text,
            matter=Matter(Kind.COMMENTED, comment.briefing_id, comment.part),
        )
        for comment in found
    ]
    return Section("comments", _("Comments for me"), lines, the_list(comments="me"))


def published_alone(desk: Desk) -> Section:
    """What a colleague published without anybody else having read it, and nobody has looked at since."""
    if not desk.may("review"):
        return Section("published-alone", "")
    has_it = Q(listed__readers="live") | Q(listed__scheduled_for__isnull=False)
    waiting = desk.drafts.filter(has_it, listed__alone__isnull=False).exclude(listed__alone__by=desk.user)
    drafts = waiting.select_related("listed__alone__by", "owner").order_by("listed__alone")[:FEW]
    lines = [
        Line(
            str(draft),
            page_of(draft, "versions"),
            _("%(who)s, %(when)s") % {"who": draft.listed.alone.by, "when": near_moment(draft.listed.alone.at)},
            draft.language,
            act=_("Looked at"),
            act_path=act_of(draft, "look-at"),
            matter=Matter(Kind.ALONE, draft.briefing_id),
        )
        for draft in drafts
    ]
    return Section("published-alone", _("Published alone, to look at"), lines, the_list(readers="alone"))


def approved(desk: Desk) -> Section:
    """What is approved and neither live so nor scheduled: it waits to be published."""
    if not desk.may("publish"):
        return Section("approved", "")
    not_out = Q(listed__scheduled_for=None) & (Q(listed__readers="nothing") | Q(listed__is_changed=True))
    drafts = desk.drafts.filter(not_out, state=State.APPROVED).order_by("saved_at", "pk")[:FEW]
    lines = [Line(str(draft), page_of(draft), _said_of(draft), draft.language) for draft in drafts]
    return Section("approved", _("Approved, to publish"), lines, the_list(state=State.APPROVED))


def pasted(desk: Desk) -> Section:
    """What the user pasted that is no briefing yet."""
    if not desk.may("create"):
        return Section("pasted", "")
    waiting = policy.originals(desk.user, "write").filter(by=desk.user, revision=None, data__isnull=False)
    originals = waiting.only("name", "beginning", "at", "by").order_by("-at", "-pk")[:FEW]
    lines = [
        Line(str(original), reverse("admin:briefings_original_change", args=[original.pk]), near_moment(original.at))
        for original in originals
    ]
    return Section("pasted", _("Pasted, no briefing yet"), lines, reverse("admin:briefings_original_changelist"))


def _said_of(draft: Draft) -> str:
    who = str(draft.owner) if draft.owner else ""
    return ", ".join(filter(None, (who, near_moment(draft.saved_at))))
