"""Appending an edition, which ends the one before and itself ends where the next begins."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from briefings.content import BriefingContent
from briefings.content.fields import utc_iso
from briefings.gate import Timeline, not_before
from briefings.log import chain
from briefings.models import Briefing, Edition, Revision, User
from briefings.workflow.names import public_records
from briefings.workflow.public_acts import record
from briefings.workflow.publishing import read_rows
from briefings.workflow.refusals import Refused
from briefings.working_copy import listed_drafts


def lock(briefing: Briefing) -> Briefing:
    """Lock the briefing until the end of the transaction, so that there is one act on it at a time; return it.

    Its key is not locked: a save under way has to refer to it before it releases the draft.
    """
    return Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)


def history(briefing: Briefing) -> list[Edition]:
    """Every edition of the briefing that was not called off, oldest first."""
    return list(briefing.editions.select_related("text").not_called_off().order_by("live_from"))


def append_edition(
    briefing: Briefing,
    content: BriefingContent,
    *,
    kind: str,
    live_from: datetime,
    by: User | None,
    approved_by: User | None = None,
    revision: Revision | None = None,
    others: list[Edition] | None = None,
) -> Edition:
    """Append an edition of the locked `briefing`, live from `live_from`, with its read rows and its audit entry.

    The caller has made sure that it may be published. `others` are its `history`, where that is at hand. Raises Refused
    where another edition begins at that very moment, where the text was erased by order, and where an imported one is
    not the first or does not say when it was first published.
    """
    others = history(briefing) if others is None else others
    beginnings = {other.live_from for other in others}
    if live_from in beginnings:
        raise Refused(_("Another edition of this briefing begins at that very moment. Choose another time."))
    if kind == Edition.Kind.IMPORTED and (others or not _says_its_past(content, live_from)):
        raise Refused(
            _(
                "What is imported is the first edition of its briefing. Say when it was first published, at a "
                "moment that has passed."
            )
        )
    around, before = Timeline.of(others, live_from), read_rows.movable(others)
    if around.live:
        around.live.live_until = live_from
        Edition.objects.filter(pk=around.live.pk).update(live_until=live_from)
    try:
        text = chain.keep_content(content, known=revision.text if revision else None)
    except LookupError:
        raise Refused(_("This text was erased by order. It cannot be published again.")) from None
    edition = Edition(
        briefing=briefing,
        kind=kind,
        live_from=live_from,
        live_until=around.next.live_from if around.next else None,
        text=text,
        revision=revision,
        approved_by=approved_by,
    )
    head = chain.append(edition, by=by)
    read_rows.write_next(edition, content, Timeline.of([*others, edition], live_from).in_order, before=before)
    listed_drafts.follow_log(briefing.pk)
    head = public_records.name_subjects(content, head=head, by=by)
    record(kind, by=by, briefing=briefing, detail=f"live from {live_from:%Y-%m-%d %H:%M:%S %Z}", head=head)
    return edition


def _says_its_past(content: BriefingContent, live_from: datetime) -> bool:
    return content.first_published is not None and content.first_published <= utc_iso(live_from)


def soonest(moment: datetime, others: Iterable[Edition]) -> datetime:
    """`moment`, or just after the beginning of the edition that is live then: no two begin at once."""
    newest = Timeline.of(others, moment).live
    return not_before(moment, newest) if newest else moment
