"""Calling off a scheduled edition, which then never goes live."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.gate import has_begun, is_called_off
from briefings.log import chain
from briefings.models import CallOff, Edition, User
from briefings.workflow.pages.front_page import forget_lead
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.publishing import read_rows
from briefings.workflow.publishing.editions import lock
from briefings.workflow.refusals import Refused
from briefings.working_copy import listed_drafts

# An edition that is nearer than this may be live before the call-off is written.
TOO_NEAR = timedelta(seconds=2)


@transaction.atomic
def call_off(edition: Edition, *, by: User | None) -> CallOff:
    """Call off a scheduled edition, so that the one before stays live. Raises Refused where it is live or nearly so."""
    ask("call off", by=by, briefing=edition.briefing)
    lock(edition.briefing)
    row = call_off_locked(Edition.objects.get(pk=edition.pk), by=by)
    forget_lead(edition.briefing, by=by)
    return row


def call_off_locked(edition: Edition, *, by: User | None) -> CallOff:
    """`call_off` for a caller that holds the briefing's lock and an `edition` read under it."""
    if is_called_off(edition):
        raise Refused(_("This edition was called off before."))
    _refuse_if_near(edition)
    others = Edition.objects.filter(briefing=edition.briefing_id).exclude(pk=edition.pk)
    Edition.objects.filter(pk=edition.pk).update(live_until=edition.live_from)
    others.closed_at(edition.live_from).update(live_until=edition.live_until)
    row = CallOff(edition=edition)
    chain.append(row, by=by)
    _refuse_if_near(edition)  # whoever held the head of the log may have held it for seconds
    read_rows.refresh(edition.briefing)
    listed_drafts.follow_log(edition.briefing_id)
    record(
        "called off",
        by=by,
        briefing=edition.briefing,
        detail=f"was scheduled for {edition.live_from:%Y-%m-%d %H:%M:%S %Z}",
    )
    return row


def _refuse_if_near(edition: Edition) -> None:
    """Readers who have it do not lose it again without a word."""
    if has_begun(edition, timezone.now() + TOO_NEAR):
        raise Refused(
            _("This edition is live, or will be in a moment. Withdraw the briefing, or publish a new edition.")
        )
