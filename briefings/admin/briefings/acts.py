"""What can be done with a briefing on a page of its own: the acts on its draft, calling off, and its ends."""

import re
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import policy, workflow
from briefings.admin.briefings import leading
from briefings.admin.briefings.act import Act
from briefings.admin.briefings.act_forms import (
    CallOffForm,
    EraseForm,
    MergeForm,
    RemoveForm,
    RescheduleForm,
    WithdrawForm,
)
from briefings.admin.briefings.draft_acts import DRAFT_ACTS
from briefings.admin.briefings.status import BriefingStatus
from briefings.desk_words import exact_moment
from briefings.models import Edition, PublishedSummary, User
from briefings.workflow.pages.front_page import place_of

_SLUG = re.compile(r"[a-z0-9-]+")


def _scheduled(status: BriefingStatus, values: dict[str, Any]) -> Edition:
    """The scheduled edition, if it is the one that was looked at."""
    if status.scheduled is None:
        raise workflow.Refused(gettext("Nothing of this briefing is scheduled."))
    if status.scheduled.seq != values["edition"]:
        raise workflow.Refused(gettext("Something else is scheduled since this page was opened. Look at it first."))
    return status.scheduled


def _reschedule(status: BriefingStatus, user: User, values: dict[str, Any]) -> tuple[str, ...]:
    moved = workflow.reschedule(
        _scheduled(status, values), by=user, live_from=values["moment"], override=values.get("override", "")
    )
    sentences = (gettext("Readers get it on %(when)s.") % {"when": exact_moment(moved.live_from)},)
    return tuple(filter(None, (*sentences, leading.of_scheduled(moved))))


def _present_moment(status: BriefingStatus, user: User) -> dict[str, Any]:
    """The moment of what is scheduled, and the embargo that runs, in words."""
    now = timezone.now()
    embargo = workflow.Embargo.binding(status.draft, now)
    when = {"moment": status.scheduled.live_from} if status.scheduled else {}
    return when | {"embargo": str(embargo) if embargo.runs(now) else ""}


def _call_off(status: BriefingStatus, user: User, values: dict[str, Any]) -> tuple[str, ...]:
    edition = _scheduled(status, values)
    had_place = place_of(edition.briefing) is not None
    workflow.call_off(edition, by=user)
    if had_place and place_of(edition.briefing) is None:
        return (leading.taken_back(),)
    return ()


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


PUBLIC_ACTS = (
    Act(
        "reschedule",
        "publish",
        _("Change its moment"),
        _("It goes live at another moment, word for word as it is scheduled: later changes stay in the draft."),
        _("Scheduled anew."),
        _reschedule,
        lambda status: status.scheduled is not None,
        RescheduleForm,
        begins_with=_present_moment,
    ),
    Act(
        "lead",
        "front",
        _("Lead with this"),
        _("It stands first on the front page, and what stands there moves down by a place."),
        _("It leads the front page."),
        leading.run,
        _is_live,
        leading.LeadForm,
        begins_with=leading.beginning,
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
        is_confirmed=True,
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
        is_confirmed=True,
    ),
)
ACTS = {act.slug: act for act in (*DRAFT_ACTS, *PUBLIC_ACTS)}


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
