"""What can be done with a briefing on a page of its own: submit, review, call off, and the ends of a briefing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import policy, readiness, workflow, working_copy
from briefings.admin.briefings.act_forms import (
    ActForm,
    BeginForm,
    CallOffForm,
    ChangesForm,
    EraseForm,
    MergeForm,
    RemoveForm,
    VouchForm,
    WithdrawForm,
)
from briefings.admin.briefings.status import BriefingStatus
from briefings.models import Draft, Edition, PublishedSummary, User

_SLUG = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Act:
    """`applies` says for which status it is offered; `run` does it, with the form's values, or raises Refused.

    The next page shows `done`, and the sentences that `run` returns, if any.
    """

    slug: str
    action: str
    label: Any
    question: Any
    done: Any
    run: Callable[[BriefingStatus, User, dict[str, Any]], object]
    applies: Callable[[BriefingStatus], bool]
    form: type[ActForm] = ActForm
    grave: bool = False
    leads_to: str = ""
    """The name of the page to go to once it is done; "" for that of the draft."""
    begins_with: Callable[[BriefingStatus], dict[str, Any]] = lambda status: {}
    """What its form begins with, beside the version."""
    is_refused: Callable[[BriefingStatus, User], bool] = lambda status, user: False
    """Whether it would be refused to this user, so that nobody is offered it in vain."""

    @property
    def is_about_the_draft(self) -> bool:
        """Whether the act is about the text as it was last saved, and not about what readers get."""
        return self.action in ("submit", "review") or self.slug in ("vouch", "copy", "trash")


def _state(*states: str) -> Callable[[BriefingStatus], bool]:
    return lambda status: status.draft is not None and status.draft.state in states


def _call_off(status: BriefingStatus, user: User, values: dict[str, Any]) -> object:
    if status.scheduled is None:
        raise workflow.Refused(gettext("Nothing of this briefing is scheduled."))
    if status.scheduled.seq != values["edition"]:
        raise workflow.Refused(gettext("Something else is scheduled since this page was opened. Look at it first."))
    return workflow.call_off(status.scheduled, by=user)


def _merge(status: BriefingStatus, user: User, values: dict[str, Any]) -> object:
    path = re.split(r"[?#]", values["into"].strip())[0]
    slug = next(iter(_SLUG.findall(path.rstrip("/").rpartition("/")[2])), "")
    other = PublishedSummary.objects.live().listed().select_related("briefing").filter(slug=slug).first()
    if other is None:
        sentence = gettext("No briefing is live at “%(address)s”. Copy the address of the other one from its page.")
        raise workflow.Refused(sentence % {"address": values["into"].strip()})
    return workflow.merge_into(status.draft.briefing, into=other.briefing, by=user, notice=values["notice"])


def _erase(status: BriefingStatus, user: User, values: dict[str, Any]) -> tuple[str, ...]:
    erased = workflow.erase(status.draft.briefing, number=values["number"] or 0, reason=values["reason"], by=user)
    return erased.remaining


def _is_live(status: BriefingStatus) -> bool:
    return status.live is not None and not status.is_gone


def _always(status: BriefingStatus) -> bool:
    return True


def _new_briefing(status: BriefingStatus) -> dict[str, Any]:
    return {"briefing": uuid4()}


def _unfounded(draft: Draft) -> list[tuple[str, str]]:
    """Key and words of the quotations that nobody stands by."""
    return [(quote.key, quote.words) for quote in readiness.unfounded(working_copy.read(draft), draft)]


ACTS = {
    act.slug: act
    for act in (
        Act(
            "submit",
            "submit",
            _("Submit for review"),
            _("A colleague then reads the text as it was last saved, and approves it or asks for changes."),
            _("Submitted for review."),
            lambda status, user, values: workflow.submit(status.draft.briefing, by=user, expected=values["expected"]),
            _state(Draft.State.DRAFT, Draft.State.CHANGES_REQUESTED),
        ),
        Act(
            "approve",
            "review",
            _("Approve"),
            _("You stand by this text, word for word as it was last saved. It may then be published."),
            _("Approved."),
            lambda status, user, values: workflow.approve(status.draft.briefing, by=user, expected=values["expected"]),
            _state(Draft.State.DRAFT, Draft.State.IN_REVIEW, Draft.State.CHANGES_REQUESTED),
            is_refused=lambda status, user: workflow.own_work(status.draft, by=user) is not None,
        ),
        Act(
            "request-changes",
            "review",
            _("Ask for changes"),
            _("The text goes back to its writer, with your note."),
            _("Sent back, with your note."),
            lambda status, user, values: workflow.request_changes(
                status.draft.briefing, by=user, note=values["note"], expected=values["expected"]
            ),
            _state(Draft.State.IN_REVIEW, Draft.State.APPROVED),
            ChangesForm,
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
            begins_with=lambda status: {"unfounded": _unfounded(status.draft)},
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
            "call-off",
            "publish",
            _("Call off what is scheduled"),
            _("It then never goes live. What is live now stays."),
            _("Called off."),
            _call_off,
            lambda status: status.scheduled is not None,
            CallOffForm,
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
        Act(
            "withdraw",
            "withdraw",
            _("Withdraw"),
            _(
                "The address stays and shows your notice. Everything that was published before can no longer be read, "
                "and what is scheduled is called off. There is no undoing it: only publishing anew."
            ),
            _("Withdrawn. The address shows the notice."),
            lambda status, user, values: workflow.withdraw(
                status.draft.briefing, by=user, notice=values["notice"], headline=values["headline"] or None
            ),
            _is_live,
            WithdrawForm,
            grave=True,
        ),
        Act(
            "merge-into",
            "withdraw",
            _("Merge into another briefing"),
            _(
                "For two briefings on one matter. Whoever comes to this address is sent on to the other briefing, for "
                "good. What was published here can no longer be read, and what is scheduled is called off."
            ),
            _("Merged. The address leads to the other briefing."),
            _merge,
            _is_live,
            MergeForm,
            grave=True,
        ),
        Act(
            "remove",
            "withdraw",
            _("Remove for legal reasons"),
            _(
                "The headline and every word go. The address answers that the briefing was removed for legal reasons "
                "(410), with the ground that you write here, and search engines drop it. Where a mistake is the "
                "reason, withdraw instead: readers then learn what was wrong."
            ),
            _("Removed. The address says that it was removed for legal reasons."),
            lambda status, user, values: workflow.remove(status.draft.briefing, by=user, notice=values["notice"]),
            lambda status: status.live is not None and status.live.kind != Edition.Kind.REMOVED,
            RemoveForm,
            grave=True,
        ),
        Act(
            "erase",
            "withdraw",
            _("Erase a text by order"),
            _(
                "One edition’s text is taken out of the record itself: out of the log, the saves that led to it and "
                "the lists. Its number, its date and the ground stay, and readers are told that it was erased as the "
                "law required. Nobody can bring it back."
            ),
            _("Erased by order."),
            _erase,
            lambda status: status.editions > 0,
            EraseForm,
            grave=True,
        ),
    )
}


def offered(status: BriefingStatus, user: User) -> list[Act]:
    """The acts that make sense now and that `user` may do."""
    if status.draft is None or status.draft.trashed_at is not None:
        return []
    return [
        act
        for act in ACTS.values()
        if act.applies(status)
        and policy.may(user, act.action, status.draft.briefing)
        and not act.is_refused(status, user)
    ]
