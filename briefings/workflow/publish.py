"""Publishing: now, or from a later moment."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from briefings import readiness, working_copy
from briefings.content import BriefingContent, Correction, from_canonical
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow import slugs
from briefings.workflow.call_off import call_off_locked
from briefings.workflow.editions import append_edition, history, lock, soonest
from briefings.workflow.refusals import NotReady, Refused
from briefings.workflow.telling import told_as


class Scheduled(StrEnum):
    """What becomes of the edition that is scheduled already, when another is published."""

    CALL_OFF = "call-off"
    KEEP = "keep"


CHANGES = (Edition.Kind.MINOR, Edition.Kind.MAJOR, Edition.Kind.CORRECTION)


@transaction.atomic
def publish(
    briefing: Briefing,
    *,
    by: User | None,
    change: str | None = None,
    note: str = "",
    correction: Correction | None = None,
    live_from: datetime | None = None,
    scheduled: Scheduled | None = None,
    expected: int | None = None,
) -> Edition:
    """Append an edition of the draft as it stands, live from now or from `live_from` (aware, in the future).

    `change` says what kind of change it is, once something was published; the first edition has none. `expected` is
    the draft's version that the editor had read. Raises NotReady where readiness blocks, Refused for all else; then
    nothing has changed.
    """
    briefing = lock(briefing)
    # A save that is under way is waited for, and none begins: what is read is one version of the draft, whole.
    draft = Draft.objects.select_for_update().get(briefing=briefing)
    now = timezone.now()
    others = history(briefing)
    coming = [other for other in others if other.live_from > now]
    reasons = [
        *_refusals_of_time(live_from, now=now),
        *_refusals_of_version(draft, expected=expected),
        *_refusals_of_schedule(coming, scheduled=scheduled, live_from=live_from),
    ]
    staying = [other for other in others if other not in coming] if scheduled is Scheduled.CALL_OFF else others
    told, refused = told_as(note, correction)
    content = working_copy.read(draft).for_readers().model_copy(update={"change": told})
    before = [other for other in staying if other.live_from <= (live_from if _is_ahead(live_from, now=now) else now)]
    kind, refusals = _kind(before, change=change)
    reasons += [*refused, *refusals, *_refusals_of_change(content, before, kind=kind)]
    if findings := readiness.blocking(content):
        raise NotReady(findings, *reasons)
    if reasons:
        raise Refused(*reasons)

    if scheduled is Scheduled.CALL_OFF:
        for edition in coming:
            call_off_locked(edition, by=by)
    return append_edition(
        briefing,
        slugs.reserve(briefing, content),
        kind=kind,
        live_from=live_from or soonest(timezone.now(), staying),
        by=by,
        revision=briefing.revisions.order_by("version").last(),
    )


def _kind(others: list[Edition], *, change: str | None) -> tuple[str, list[str]]:
    if not others:
        refusal = "Nothing of this briefing was published yet: its first edition is no change."
        return Edition.Kind.FIRST, [refusal] if change is not None else []
    if change not in CHANGES:
        return "", ["Say what kind of change this is: minor, major or correction."]
    return change, []


def _is_ahead(live_from: datetime | None, *, now: datetime) -> bool:
    return live_from is not None and timezone.is_aware(live_from) and live_from > now


def _refusals_of_time(live_from: datetime | None, *, now: datetime) -> list[str]:
    if live_from is None:
        return []
    if timezone.is_naive(live_from):
        return ["Say in which time zone the moment of publishing is meant."]
    if live_from <= now + timedelta(seconds=1):
        return [f"{timezone.localtime(live_from):%d %B %Y, %H:%M} has passed. Choose a later moment, or publish now."]
    return []


def _refusals_of_version(draft: Draft, *, expected: int | None) -> list[str]:
    if expected is None or draft.version == expected:
        return []
    return [str(working_copy.Stale(draft)).replace("Cannot save", "Cannot publish")]


def _refusals_of_schedule(
    coming: list[Edition], *, scheduled: Scheduled | None, live_from: datetime | None
) -> list[str]:
    if not coming:
        return []
    when = f"{timezone.localtime(coming[0].live_from):%d %B %Y, %H:%M}"
    if scheduled is None:
        return [f"An edition is scheduled for {when}. Say whether to keep it or to call it off."]
    if scheduled is Scheduled.KEEP and coming[0].kind == Edition.Kind.FIRST:
        return [f"The first edition is scheduled for {when}. Call it off to publish another first."]
    if scheduled is Scheduled.KEEP and live_from is not None:
        return [f"An edition is scheduled for {when} already. Call it off to schedule another."]
    return []


def _refusals_of_change(content: BriefingContent, before: list[Edition], *, kind: str) -> list[str]:
    """What stands against this kind of change; `before` are the editions that it follows."""
    note, correction = (content.change.note, content.change.correction) if content.change else ("", None)
    reasons = []
    if kind == Edition.Kind.MAJOR and not note.strip():
        reasons.append("Write the note of this major change: what is new for readers.")
    if kind == Edition.Kind.CORRECTION:
        if correction is None or not correction.is_right.strip():
            reasons.append("Write the correction: what is right.")
        elif correction.kind == "correction" and not correction.was_wrong.strip():
            reasons.append("Write the correction: what was wrong.")
    elif correction is not None:
        reasons.append("A correction is published as a correction, so that readers see it as one.")
    if kind == Edition.Kind.MINOR and before:
        if before[-1].kind == Edition.Kind.WITHDRAWN:
            reasons.append("This briefing is withdrawn. Publish it again as a major change, with a note that says why.")
        elif _unchanged(content, before[-1]):
            reasons.append("Nothing has changed since the newest edition.")
    return reasons


def _unchanged(content: BriefingContent, newest: Edition) -> bool:
    if newest.text.text is None:
        return False
    was = from_canonical(newest.text.text).model_copy(update={"change": content.change})
    return was == content.model_copy(update={"slug": content.slug or was.slug})
