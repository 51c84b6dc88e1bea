"""Sending what waits: each row is marked before anything leaves, so that none is sent twice without anybody knowing.

A row that is marked and was not confirmed may have left or not. After a while it is in doubt; nothing sends it again
but somebody on the desk. Any number of workers may do this at once.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.db.models import F, QuerySet
from django.utils import timezone

from briefings import policy
from briefings.deliveries import mail
from briefings.models import Delivery, Draft

State = Delivery.State
SENT_HERE = (Delivery.Channel.MAIL,)
"""The channels that a worker serves: entries of the start page are read there."""
MOST_ATTEMPTS = 10
FIRST_WAIT = timedelta(minutes=1)
"""After a first refusal; each further wait is twice as long. The last attempt is made after more than eight hours."""
IN_DOUBT_AFTER = timedelta(minutes=5)
"""So long no mail server can keep one waiting: each of its answers has to come within seconds."""
NO_ADDRESS = "no mail address is on file"
NO_MAIL_TO_IT = "no mail can be written to the address on file"
NOT_THEIRS = "they may not read it any more"
NOT_HERE = "they work here no more"
IS_OVER = "it is not in review any more"
RESTORED = "a backup was restored: it may have been sent since"
NEVER_CONFIRMED = "it was never confirmed: the worker ended meanwhile"


class Rejected(Exception):
    """Raised where it was not sent, for sure. `is_final` where another attempt would be refused as well."""

    def __init__(self, words: str, *, is_final: bool) -> None:
        super().__init__(words)
        self.is_final = is_final


class Unconfirmed(Exception):
    """Raised where it may have been sent, and may not."""


def send_due(*, most: int) -> int:
    """Send what is due, at most so many, the oldest first. Returns how many were taken up."""
    return sum(_send(delivery) for delivery in _claimed(most))


def note_doubts() -> int:
    """Put in doubt what was marked long ago and never confirmed. Returns how many."""
    stale = Delivery.objects.filter(state=State.SENDING, marked_at__lt=timezone.now() - IN_DOUBT_AFTER)
    return stale.update(state=State.IN_DOUBT, error=NEVER_CONFIRMED)


def doubt_all() -> int:
    """Put in doubt what waits or is being sent, on a site that was restored: it may have gone out after the backup."""
    unsent = Delivery.objects.filter(channel__in=SENT_HERE, state__in=(State.WAITING, State.SENDING))
    return unsent.update(state=State.IN_DOUBT, error=RESTORED)


def _claimed(most: int) -> Iterator[Delivery]:
    """What is due, each marked as being sent by this worker alone. The mark is committed when it is given out."""
    waiting = Delivery.objects.filter(state=State.WAITING, channel__in=SENT_HERE)
    due = waiting.filter(next_at__lte=timezone.now()).order_by("next_at", "pk")
    for pk in list(due.values_list("pk", flat=True)[:most]):
        mine = waiting.filter(pk=pk).update(
            state=State.SENDING, marked_at=timezone.now(), attempts=F("attempts") + 1, error=""
        )
        if mine:
            yield Delivery.objects.select_related("to", "by", "briefing").get(pk=pk)


def _send(delivery: Delivery) -> int:
    """Send it, and keep what became of it. Returns 1."""
    try:
        draft = _draft_for(delivery)
        _hand_over(delivery, draft)
    except Rejected as refusal:
        _put_off(delivery, refusal)
    except Unconfirmed as doubt:
        _end(delivery, State.IN_DOUBT, error=str(doubt))
    else:
        _end(delivery, State.SENT)
    return 1


def _draft_for(delivery: Delivery) -> Draft:
    """The draft, where whom it tells may still read it: asked anew, for a mail may have waited. Raises Rejected."""
    draft = policy.drafts(delivery.to, "read").filter(briefing=delivery.briefing).first()
    if draft is None:
        raise Rejected(NOT_THEIRS, is_final=True)
    if delivery.kind == Delivery.Kind.REVIEW and draft.state != Draft.State.IN_REVIEW:
        raise Rejected(IS_OVER, is_final=True)
    if not delivery.to.email:
        raise Rejected(NO_ADDRESS, is_final=True)
    return draft


def _hand_over(delivery: Delivery, draft: Draft) -> None:
    """Give the mail to the mail server. Raises Rejected, or Unconfirmed where the server's word did not come."""
    message = mail.message(delivery, draft)
    try:
        message.message()
    except ValueError as problem:  # a name of a host that no mail can name, a header of two lines
        raise Rejected(NO_MAIL_TO_IT, is_final=True) from problem
    server = get_connection()
    try:
        server.open()
    except (OSError, SMTPException) as problem:
        raise _refused(problem) from problem
    try:
        server.send_messages([message])
    except (SMTPResponseException, SMTPRecipientsRefused) as problem:
        raise _refused(problem) from problem
    except (OSError, SMTPException) as problem:
        raise Unconfirmed(f"the mail server did not confirm it: {type(problem).__name__}") from problem
    finally:
        with suppress(OSError, SMTPException):
            server.close()


def _refused(problem: Exception) -> Rejected:
    """What the server said. Only its codes from 500 are final (RFC 5321, 4.2.1)."""
    if isinstance(problem, SMTPRecipientsRefused):
        code, words = next(iter(problem.recipients.values()))
    elif isinstance(problem, SMTPResponseException):
        code, words = problem.smtp_code, problem.smtp_error
    else:
        return Rejected(f"the mail server cannot be reached: {type(problem).__name__}", is_final=False)
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return Rejected(f"the mail server refused it: {code} {said}", is_final=code >= 500)


def _put_off(delivery: Delivery, refusal: Rejected) -> None:
    """Let it wait, each time twice as long; it has failed where that is of no use."""
    if refusal.is_final or delivery.attempts >= MOST_ATTEMPTS:
        _end(delivery, State.FAILED, error=str(refusal))
        return
    wait = FIRST_WAIT * 2 ** (delivery.attempts - 1)
    _mine(delivery).update(state=State.WAITING, next_at=timezone.now() + wait, error=str(refusal)[:400])


def _end(delivery: Delivery, state: str, *, error: str = "") -> None:
    _mine(delivery).update(state=state, ended_at=timezone.now(), error=error[:400])


def _mine(delivery: Delivery) -> QuerySet[Delivery]:
    """The row as this attempt marked it. It may be in doubt by now, where the server took its time."""
    return Delivery.objects.filter(
        pk=delivery.pk, attempts=delivery.attempts, state__in=(State.SENDING, State.IN_DOUBT)
    )
