"""Moving a scheduled edition to another moment, word for word as it is scheduled: the draft may be ahead of it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import readiness
from briefings.content import from_canonical
from briefings.gate import Timeline
from briefings.models import Edition, User
from briefings.workflow.drafts import lock_draft
from briefings.workflow.embargo import Embargo, record_override, refusals_unless_overridden
from briefings.workflow.permission import ask
from briefings.workflow.publishing.call_off import call_off_locked
from briefings.workflow.publishing.editions import append_edition, history
from briefings.workflow.publishing.times import refusals_of_time
from briefings.workflow.refusals import NotReady, Refused


@transaction.atomic
def reschedule(edition: Edition, *, by: User | None, live_from: datetime, override: str = "") -> Edition:
    """Call the scheduled `edition` off and schedule its text anew for `live_from`, with its kind, note and approval.

    `override` says why it goes out before its embargo ends. Raises NotReady and Refused; then it stays as it is.
    """
    ask("publish", by=by, briefing=edition.briefing)
    draft, now = lock_draft(edition.briefing), timezone.now()
    edition = Edition.objects.select_related("text", "revision__text", "approved_by").get(pk=edition.pk)
    others = [other for other in history(draft.briefing) if other.pk != edition.pk]
    embargo = Embargo.binding(draft, live_from)
    is_early = embargo.runs(live_from)
    reasons = [
        *refusals_of_time(live_from, now=now),
        *(refusals_unless_overridden(embargo, by=by, reason=override) if is_early else []),
    ]
    if Timeline.of(others, now).scheduled:
        reasons.append(_("Something else is scheduled since this page was opened. Look at it first."))
    if edition.text.text is None:
        reasons.append(_("This text was erased by order. It cannot be published again."))
    if reasons:
        raise Refused(*reasons)
    content = from_canonical(edition.text.text)
    if findings := readiness.blocking_at(content, live_from):
        raise NotReady(findings)
    call_off_locked(edition, by=by)
    moved = append_edition(
        draft.briefing,
        content,
        kind=edition.kind,
        live_from=live_from,
        by=by,
        approved_by=edition.approved_by,
        revision=edition.revision,
    )
    if is_early:
        record_override(draft, embargo, by=by, reason=override)
    return moved
