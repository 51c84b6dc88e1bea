"""What becomes of a scheduled edition when another edition is published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _

from briefings import readiness
from briefings.content import BriefingContent, from_canonical, merge
from briefings.desk_words import moment_in_words
from briefings.gate import NOTICES, Timeline, has_begun
from briefings.models import Edition
from briefings.workflow.publishing.call_off import TOO_NEAR
from briefings.workflow.publishing.part_labels import part_label


class Scheduled(StrEnum):
    """The editor's choice."""

    REISSUE = "reissue"
    CALL_OFF = "call-off"
    KEEP = "keep"


@dataclass(frozen=True)
class Plan:
    """What publishing writes, unless there are `reasons` (sentences) against it.

    The editions in `going` are called off first, and those in `staying` stay. Then `text` is published. `again` is an
    edition that is then issued again, with its kind, its moment and the text beside it.
    """

    text: BriefingContent
    staying: list[Edition]
    going: tuple[Edition, ...] = ()
    again: tuple[Edition, BriefingContent] | None = None
    reasons: tuple[str, ...] = ()


def planned(
    text: BriefingContent,
    others: list[Edition],
    *,
    choice: Scheduled | None,
    live_from: datetime | None,
    now: datetime,
) -> Plan:
    """The plan for publishing the draft, `text`; `others` are the editions of the briefing, oldest first.

    What is scheduled may be under embargo, and the draft holds it. So the text that goes live beside it is the live one
    with the changes of the draft since the scheduling, and never the draft as a whole.
    """
    timeline = Timeline.of(others, now)
    begun, coming = list(timeline.begun), timeline.scheduled
    if not coming:
        return Plan(text, others)
    if reason := _refusal(begun, coming[0], choice=choice, live_from=live_from, now=now):
        return Plan(text, others if choice is None else begun, reasons=(reason,))
    if choice is Scheduled.CALL_OFF or live_from is not None:
        return Plan(text, begun, going=coming)
    scheduled = _text_of(coming[0])
    text = text.model_copy(update={"slug": text.slug or scheduled.slug})
    merged, reasons = _beside(text, live=begun[-1], scheduled=coming[0])
    if choice is Scheduled.KEEP:
        return Plan(merged, others, reasons=reasons)
    again = (coming[0], text.model_copy(update={"change": scheduled.change}))
    return Plan(merged, begun, going=coming, again=again, reasons=reasons)


def keep_kind(plan: Plan, *, kind: str, choice: Scheduled | None) -> tuple[str, Plan]:
    """The kind of the edition, and the plan.

    A major change or a correction that is scheduled anew with a minor change keeps its kind, its note and its
    correction: readers have not had it yet.
    """
    if choice is not Scheduled.REISSUE or plan.again or not plan.going or kind != Edition.Kind.MINOR:
        return kind, plan
    was = plan.going[0]
    change = _text_of(was).change if was.text.text is not None else None
    return was.kind, replace(plan, text=plan.text.model_copy(update={"change": change}))


def is_same_text(one: BriefingContent, other: BriefingContent) -> bool:
    """Whether both have the same text for readers, apart from what editions alone say: the change, the moment of first
    publication, and that more follows.

    A missing slug counts as the same.
    """
    apart = {
        "change": other.change,
        "first_published": other.first_published,
        "more_follows": other.more_follows,
    }
    return one.model_copy(update={**apart, "slug": one.slug or other.slug}) == other


def _refusal(
    begun: list[Edition], coming: Edition, *, choice: Scheduled | None, live_from: datetime | None, now: datetime
) -> str:
    """The reason against the choice; "" where there is none."""
    when = moment_in_words(coming.live_from)
    if has_begun(coming, now + TOO_NEAR):
        return _("The edition scheduled for %(when)s goes live in a moment. Wait until it is live.") % {"when": when}
    if choice is None:
        return _(
            "An edition is scheduled for %(when)s. Say whether to issue it again with this change, to keep "
            "it or to call it off."
        ) % {"when": when}
    if choice is Scheduled.KEEP and not begun:
        return _("The first edition is scheduled for %(when)s. Call it off to publish another first.") % {"when": when}
    if choice is Scheduled.KEEP and live_from is not None:
        return _("An edition is scheduled for %(when)s already. Call it off to schedule another.") % {"when": when}
    if choice is Scheduled.CALL_OFF or live_from is not None:
        return ""
    if not begun:
        return _("Nothing is live yet: give the moment, or call the scheduled one off and publish now.")
    if begun[-1].kind in NOTICES:
        return _(
            "This briefing is %(kind)s until then: give the moment to issue the scheduled one again, or "
            "call it off and publish now."
        ) % {"kind": begun[-1].get_kind_display()}
    return ""


def _beside(text: BriefingContent, *, live: Edition, scheduled: Edition) -> tuple[BriefingContent, tuple[str, ...]]:
    """The live text with the changes of the draft since it was last published, and the reasons against it."""
    before = _draft_beside(live) if live.seq > scheduled.seq else None
    if is_same_text(text, before or _text_of(scheduled)):
        since_scheduled = _("Nothing has changed since the edition was scheduled.")
        return text, (_("Nothing has changed since the newest edition.") if before else since_scheduled,)
    merged = merge(before or _text_of(scheduled), text, _text_of(live))
    reasons = [
        _(
            "%(part)s reads differently in what is live and in what is scheduled, so this change cannot be "
            "put into both."
        )
        % {"part": part_label(part)}
        for part in merged.conflicts
    ] or list(_misfits(merged.content, text))
    if reasons:
        reasons.append(
            _("Call the scheduled one off, give the moment to change it alone, or make the change once it is live.")
        )
    return merged.content, tuple(reasons)


def _draft_beside(live: Edition) -> BriefingContent | None:
    """The draft from which `live` was published while an edition was scheduled: its changes are public already.

    None where its text was erased.
    """
    revision = live.revision
    return from_canonical(revision.text.text).for_readers() if revision and revision.text.text is not None else None


def _misfits(merged: BriefingContent, text: BriefingContent) -> Iterator[str]:
    """Sentences on changes that depend on a part which is only scheduled."""
    of_the_draft = readiness.blocking(text)
    for finding in readiness.blocking(merged):
        if finding not in of_the_draft:
            yield _("With this change, what is live would not be ready: %(finding)s") % {"finding": finding.sentence}
    cited = {source.id for source in text.sources} - {source.id for source in merged.sources}
    for quote in merged.quotes:
        if quote.source in cited:
            yield (
                _(
                    "The quote “%(words)s” names a source that is in what is scheduled and not in what is live, so "
                    "this change cannot be put into both."
                )
                % {"words": quote.words}
            )


def _text_of(edition: Edition) -> BriefingContent:
    return from_canonical(edition.text.text)
