"""Withdrawing: the address stays, with the notice; the text goes from everywhere."""

from django.db import transaction
from django.utils import timezone

from briefings.content import BriefingContent, from_canonical
from briefings.models import Briefing, Edition, User
from briefings.workflow.call_off import call_off_locked
from briefings.workflow.editions import append_edition, history, lock, soonest
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.workflow.telling import told_as


@transaction.atomic
def withdraw(briefing: Briefing, *, by: User | None, notice: str, headline: str | None = None) -> Edition:
    """Put `notice` in the place of the briefing, from now on. The headline stays unless another is given.

    Calls off what is scheduled: it would bring the text back. Raises Refused where nothing is live, or without a
    notice.
    """
    ask("withdraw", by=by, briefing=briefing)
    briefing = lock(briefing)
    now = timezone.now()
    others = history(briefing)
    live = [edition for edition in others if edition.live_from <= now]
    reasons = []
    if not live:
        reasons.append("Nothing of this briefing is live. Call off what is scheduled instead.")
    elif live[-1].kind == Edition.Kind.WITHDRAWN:
        reasons.append("This briefing is withdrawn already.")
    told, refused = told_as(notice)
    reasons += refused
    if not notice.strip():
        reasons.append("Write the notice: what readers find in place of the briefing.")
    if reasons:
        raise Refused(*reasons)
    for edition in others:
        if edition.live_from > now:
            call_off_locked(edition, by=by)
    was = from_canonical(live[-1].text.text)
    content = BriefingContent.offered(
        id=was.id,
        headline=headline or was.headline,
        slug=was.slug,
        language=was.language,
        change=told,
    )
    return append_edition(
        briefing, content, kind=Edition.Kind.WITHDRAWN, live_from=soonest(timezone.now(), live), by=by
    )
