"""Acts on a draft: submitting it, handing it over, standing by its words, beginning another with it, and the trash."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from briefings import policy, readiness, workflow, working_copy
from briefings.admin.briefings.act import Act
from briefings.admin.briefings.act_forms import BeginForm, HandOverForm, LookForm, SubmitForm, VouchForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.models import Draft, ListedDraft, User


def _state(*states: str) -> Callable[[BriefingStatus], bool]:
    return lambda status: status.draft is not None and status.draft.state in states


def _always(status: BriefingStatus) -> bool:
    return True


def _listed(status: BriefingStatus) -> ListedDraft | None:
    return getattr(status.draft, "listed", None)


def _is_published_alone(status: BriefingStatus) -> bool:
    listed = _listed(status)
    return listed is not None and listed.alone_id is not None and not status.is_gone


def _new_briefing(status: BriefingStatus, user: User) -> dict[str, Any]:
    return {"briefing": uuid4()}


def _unfounded(draft: Draft) -> list[tuple[str, str]]:
    """Key and words of the quotations that nobody stands by."""
    return [(quote.key, quote.words) for quote in readiness.unfounded(working_copy.read(draft), draft)]


_LOST = _("You can then open it no more. Only editors see what is not theirs.")


def _others(draft: Draft, by: User) -> list[tuple[str, Any]]:
    """Those whose it may be, but for whose it is. Whoever does it stands last, and reads that they would take it."""
    others = sorted(policy.who_may_own().exclude(pk=draft.owner_id), key=lambda user: user == by)
    return [(str(user.uuid), _("Nobody else: I take it over") if user == by else str(user)) for user in others]


def _hand_over(status: BriefingStatus, user: User, values: dict[str, Any]) -> None:
    to = User.objects.get(uuid=values["to"])
    workflow.hand_over(status.draft.briefing, to=to, by=user, note=values["note"])


DRAFT_ACTS = (
    Act(
        "submit",
        "submit",
        _("Submit for review"),
        _("A colleague then reads the text as it was last saved, and approves it or sends it back."),
        _("Submitted for review."),
        lambda status, user, values: workflow.submit(
            status.draft.briefing, by=user, note=values["note"], expected=values["expected"]
        ),
        _state(Draft.State.DRAFT, Draft.State.CHANGES_REQUESTED),
        SubmitForm,
    ),
    Act(
        "hand-over",
        "write",
        _("Hand over"),
        _("The draft is then theirs, in the state that it is in. Choose whose."),
        _("Handed over."),
        _hand_over,
        _always,
        HandOverForm,
        begins_with=lambda status, user: {"to": _others(status.draft, user)},
        warning=lambda user: _LOST if workflow.loses_sight(user) else "",
    ),
    Act(
        "look-at",
        "review",
        _("Looked at"),
        _("Somebody published words that nobody else had read. You have read them now, and they may stay so."),
        _("On record: you looked at it."),
        lambda status, user, values: workflow.look_at(status.draft.briefing, by=user, expected=values["alone"]),
        _is_published_alone,
        LookForm,
        leads_to="admin:index",
        begins_with=lambda status, user: {"alone": _listed(status).alone_id if _listed(status) else None},
        is_refused=lambda status, user: _listed(status).alone.by_id == user.pk,
    ),
    Act(
        "vouch",
        "vouch",
        _("Stand by a quotation"),
        _("These quotations do not stand in the words kept of their sources. Whoever stands by one says why."),
        _("On record. It holds for these words: changed ones ask again."),
        lambda status, user, values: workflow.vouch(
            status.draft.briefing,
            by=user,
            quotes=values["quotes"],
            reason=values["reason"],
            expected=values["expected"],
        ),
        lambda status: False,  # offered beside the finding
        VouchForm,
        begins_with=lambda status, user: {"unfounded": _unfounded(status.draft)},
    ),
    Act(
        "copy",
        "create",
        _("Copy"),
        _("A new briefing with this text as it was last saved. It is yours, and has no address yet."),
        _("This is the copy. The briefing that it was made from is as it was."),
        lambda status, user, values: workflow.copy(status.draft.briefing, by=user, as_briefing=values["briefing"]),
        _always,
        BeginForm,
        begins_with=_new_briefing,
    ),
    Act(
        "continue",
        "create",
        _("Continue this story"),
        _(
            "A new briefing that follows this one. Its topics, its sources and the questions that are still open "
            "come along, and its speakers are offered while you type."
        ),
        _("This is the next briefing of the story. Begin with the headline."),
        lambda status, user, values: workflow.continue_story(
            status.draft.briefing, by=user, as_briefing=values["briefing"]
        ),
        _always,
        BeginForm,
        begins_with=_new_briefing,
    ),
    Act(
        "trash",
        "write",
        _("Move to the trash"),
        _("Readers never had it. It leaves every list and search, and you find it under Trash, to bring it back."),
        _("Moved to the trash."),
        lambda status, user, values: workflow.trash(status.draft.briefing, by=user, expected=values["expected"]),
        lambda status: status.live is None and status.scheduled is None and not status.editions,
        leads_to="admin:briefings_draft_changelist",
    ),
)
