"""Ends of a briefing: withdrawn, removed for legal reasons, merged into another. Its text then shows nowhere."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.content import BriefingContent, from_canonical
from briefings.content.text import is_blank
from briefings.gate import NOTICES, Timeline
from briefings.models import Briefing, Edition, User
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.publishing.call_off import call_off_locked
from briefings.workflow.publishing.editions import append_edition, history, lock, soonest
from briefings.workflow.refusals import Refused
from briefings.workflow.review.second_look import forget_alone

Kind = Edition.Kind


@transaction.atomic
def withdraw(briefing: Briefing, *, by: User | None, notice: str, headline: str | None = None) -> Edition:
    """Put `notice` in the place of the briefing, from now on. The headline stays unless another is given.

    Calls off what is scheduled, since that would bring the text back. Raises Refused where nothing is live, or without
    a notice.
    """
    ask("withdraw", by=by, briefing=briefing)
    reasons = [] if not is_blank(notice) else [_("Write the notice: what readers find in place of the briefing.")]
    return _end(lock(briefing), Kind.WITHDRAWN, by=by, notice=notice, headline=headline, reasons=reasons)


@transaction.atomic
def remove(briefing: Briefing, *, by: User | None, notice: str = "") -> Edition:
    """Remove the briefing for legal reasons, with its headline; its address answers 410 from now on.

    `notice` gives readers the reason; it may be empty. Otherwise like `withdraw`.
    """
    ask("remove", by=by, briefing=briefing)
    return _end(lock(briefing), Kind.REMOVED, by=by, notice=notice, headline="")


@transaction.atomic
def merge_into(briefing: Briefing, *, into: Briefing, by: User | None, notice: str = "") -> Edition:
    """Redirect readers of the briefing to `into`, which is live, from now on (301).

    `notice` is for subscribers. Otherwise like `withdraw`.
    """
    ask("merge", by=by, briefing=briefing)
    for one in sorted({briefing, into}, key=lambda one: one.pk):  # in one order: two merges may cross
        lock(one)
    reasons = []
    if into.pk == briefing.pk:
        reasons.append(_("A briefing cannot be merged into itself. Choose another."))
    elif not into.editions.live().listed().exists():
        reasons.append(_("Readers cannot be sent to a briefing that is not live. Choose another, or publish it first."))
    merged = {"merged_into": str(into.uuid)}
    return _end(briefing, Kind.MERGED, by=by, notice=notice, reasons=reasons, more=merged)


def _end(
    briefing: Briefing,
    kind: str,
    *,
    by: User | None,
    notice: str,
    headline: str | None = None,
    reasons: list[str] | None = None,
    more: dict[str, str] | None = None,
) -> Edition:
    timeline = Timeline.of(history(briefing), timezone.now())
    live = timeline.live
    change, refused = change_note.build(notice)
    against = [*refused, *(reasons or [])]
    if live is None:
        against.insert(0, _("Nothing of this briefing is live. Call off what is scheduled instead."))
    elif live.kind == kind or (live.kind in NOTICES and kind != Kind.REMOVED):
        against.insert(0, _("This briefing is %(kind)s already.") % {"kind": live.get_kind_display()})
    if against:
        raise Refused(*against)
    for edition in timeline.scheduled:
        call_off_locked(edition, by=by)
    was = from_canonical(live.text.text)
    content = BriefingContent.offered(
        id=was.id,
        headline=was.headline if headline is None else headline,
        slug=was.slug,
        language=was.language,
        change=change,
        **(more or {}),
    )
    forget_alone(briefing)
    return append_edition(briefing, content, kind=kind, live_from=soonest(timezone.now(), timeline.begun), by=by)
