"""A newsroom with addresses, and the mail server that takes its mails."""

from collections.abc import Callable, Iterator

import pytest

from briefings.models import Delivery, User
from briefings.staff import add_staff
from tests.deliveries.mail_server import MailServer, listening

PASSWORD = "correct horse battery"


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    """The site sends its mail there."""
    with listening() as server:
        settings.SENDS_MAIL = True
        settings.EMAIL_BACKEND = "briefings.deliveries.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 5
        yield server


@pytest.fixture
def person(db) -> Callable[..., User]:
    """Makes a member of staff with a role and a mail address."""

    def make(name: str, role: str = "editor") -> User:
        user = add_staff(name, role=role, password=PASSWORD)
        User.objects.filter(pk=user.pk).update(email=f"{name}@news.example")
        return User.objects.get(pk=user.pk)

    return make


@pytest.fixture
def told() -> Callable[..., set[tuple[str, str]]]:
    """Who is told of what on a channel: names and kinds."""

    def of(channel: str = Delivery.Channel.DESK) -> set[tuple[str, str]]:
        return set(Delivery.objects.filter(channel=channel).values_list("to__username", "kind"))

    return of
