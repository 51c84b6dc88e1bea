"""Acts on what people are told: an entry of the start page was seen, a mail is sent again by hand, or given up."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.deliveries import sending
from briefings.models import AuditEntry, Delivery, User
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused

State = Delivery.State
NOT_SENT = (State.IN_DOUBT, State.FAILED, State.GIVEN_UP)
"""States in which a delivery can be sent again: nothing else sends these."""
OPEN = (State.WAITING, State.IN_DOUBT, State.FAILED)
"""States in which it can be given up."""


def see(entries: Iterable[int], *, of: User) -> int:
    """Take those of the start page's `entries` (their ids) that tell the user `of` from it. Returns how many."""
    mine = Delivery.objects.filter(to=of, channel=Delivery.Channel.DESK, state=State.WAITING)
    return mine.filter(pk__in=list(entries)).update(state=State.SENT, ended_at=timezone.now())


@transaction.atomic
def send_again(delivery: Delivery, *, by: User | None) -> None:
    """Let it be sent again, though it may have arrived already. Raises Refused where it waits or was sent."""
    ask("deliver", by=by)
    locked = _lock(delivery)
    if locked.state not in NOT_SENT:
        raise Refused(_("This is on its way or was sent. Only what is in doubt, failed or was given up goes again."))
    _move(locked, State.WAITING)
    enter(AuditEntry.Action.SENT_AGAIN, by=by, about=f"delivery:{locked.uuid}", detail=locked.kind)


@transaction.atomic
def stop_sending(delivery: Delivery, *, by: User | None) -> None:
    """Send it no more. Raises Refused where it is being sent, was sent, or was given up before."""
    ask("deliver", by=by)
    locked = _lock(delivery)
    if locked.state not in OPEN:
        raise Refused(_("This is being sent, was sent, or was given up already."))
    _move(locked, State.GIVEN_UP)
    enter(AuditEntry.Action.GIVEN_UP, by=by, about=f"delivery:{locked.uuid}", detail=locked.kind)


def stop_telling(user: User) -> None:
    """Give up what waits to be mailed to `user`, who works here no more. The entries of their start page stay."""
    waiting = Delivery.objects.filter(to=user, channel=Delivery.Channel.MAIL, state=State.WAITING)
    waiting.update(state=State.GIVEN_UP, ended_at=timezone.now(), error=sending.NOT_HERE)


def _lock(delivery: Delivery) -> Delivery:
    sending.note_doubts()
    return Delivery.objects.select_for_update(no_key=True).get(pk=delivery.pk)


def _move(delivery: Delivery, state: str) -> None:
    delivery.state, delivery.attempts, delivery.error = state, 0, ""
    delivery.next_at = timezone.now()
    delivery.ended_at = timezone.now() if state == State.GIVEN_UP else None
    delivery.save(update_fields=["state", "attempts", "error", "next_at", "ended_at"])
