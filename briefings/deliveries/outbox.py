"""Writing the outbox, in the transaction of the act that people are told of: both stand, or neither."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from briefings import policy
from briefings.deliveries import choices
from briefings.models import Briefing, Delivery, Draft, Edition, User

Kind = Delivery.Kind


def notify(
    kind: str,
    *,
    briefing: Briefing,
    to: Iterable[User | None],
    by: User | None,
    part: str = "",
    edition: Edition | None = None,
) -> None:
    """Tell those of `to` who may read the draft that `by` (None at the command line) did this, each as they chose.

    Nobody is told of their own act. `part` is the key of the part that it is about, if any. Has to be called in the
    transaction of the act. Three queries.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("What people are told is written in the transaction of the act.")
    ids = {user.pk for user in to if user is not None and user != by}
    readers = list(policy.who_may("read", briefing).filter(pk__in=ids)) if ids else []
    if not readers:
        return
    now = timezone.now()
    Delivery.objects.bulk_create(
        Delivery(
            kind=kind,
            channel=channel,
            to_id=user,
            by=by,
            briefing=briefing,
            edition=edition,
            part=part,
            created_at=now,
            next_at=now,
        )
        for user, channels in choices.of_users(readers, kind).items()
        for channel, is_wanted in channels.items()
        if is_wanted
    )


def tell_of_older_schedule(draft: Draft, *, by: User | None) -> None:
    """Tell whoever began the draft, and who scheduled and approved its edition, that a save left that one older.

    Once for each schedule: who was told of it is not told with each further save.
    """
    editions = Edition.objects.filter(briefing=draft.briefing_id).not_called_off().scheduled()
    scheduled = editions.select_related("by", "approved_by").order_by("seq").last()
    if scheduled is None:  # its moment has come since it was asked
        return
    told = set(scheduled.deliveries.filter(kind=Kind.OUTDATED).values_list("to", flat=True))
    concerned = {scheduled.by, scheduled.approved_by, draft.owner} - {None}
    to = [user for user in concerned if user.pk not in told]
    notify(Kind.OUTDATED, briefing=draft.briefing, to=to, by=by, edition=scheduled)
