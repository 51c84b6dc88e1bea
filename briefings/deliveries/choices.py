"""By which channels somebody is told of what: as they chose, or as it is for whoever has not chosen."""

from collections.abc import Iterable

from django.conf import settings

from briefings.models import Delivery, TellingChoice, User

Kind, Channel = Delivery.Kind, Delivery.Channel
Channels = dict[str, bool]
"""Whether somebody is told, by channel."""

NOT_BY_MAIL = frozenset({Kind.COMMENTED})
"""Of these nobody gets a mail who has not asked for it. All else mails too whoever left an address."""


def is_mail_offered() -> bool:
    """Whether this site sends mail at all: only where somebody named a mail server."""
    return settings.SENDS_MAIL


def of_users(users: Iterable[User], kind: str) -> dict[int, Channels]:
    """How each of them is told of this `kind`, by their id. One query."""
    users = list(users)
    chosen = {row.user_id: row for row in TellingChoice.objects.filter(user__in=users, kind=kind)}
    return {user.pk: _channels(user, kind, chosen.get(user.pk)) for user in users}


def of_user(user: User) -> dict[str, Channels]:
    """How this user is told, by kind. One query. Without a mail server or an address, what they would choose stays."""
    chosen = {row.kind: row for row in user.telling_choices.all()}
    return {kind: _wanted(kind, chosen.get(kind)) for kind in Kind.values}


def choose(user: User, wanted: dict[str, Channels]) -> None:
    """Keep how `user` wants to be told, by kind."""
    for kind, channels in wanted.items():
        values = {"by_mail": channels[Channel.MAIL], "on_desk": channels[Channel.DESK]}
        TellingChoice.objects.update_or_create(user=user, kind=kind, defaults=values)


def _wanted(kind: str, chosen: TellingChoice | None) -> Channels:
    if chosen:
        return {Channel.MAIL: chosen.by_mail, Channel.DESK: chosen.on_desk}
    return {Channel.MAIL: kind not in NOT_BY_MAIL, Channel.DESK: True}


def _channels(user: User, kind: str, chosen: TellingChoice | None) -> Channels:
    wanted = _wanted(kind, chosen)
    return wanted | {Channel.MAIL: wanted[Channel.MAIL] and is_mail_offered() and bool(user.email)}
