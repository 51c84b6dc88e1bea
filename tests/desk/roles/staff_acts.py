"""The acts about who works here, for `test_acts`: each with what it is done to."""

from collections.abc import Callable

from briefings import workflow
from briefings.models import User
from tests.desk.roles.people import make_somebody

_BLANK = {"first_name": "", "last_name": "", "mail": ""}


def _colleague(_user: User) -> User:
    return make_somebody("writer", name="noor").user


STAFF_ACTS: dict[str, tuple[Callable[[User], object], Callable[[object, User], object]]] = {
    "add_colleague": (
        lambda _: ["chief"],
        lambda it, user: workflow.add_colleague("forged", **_BLANK, new_roles=it, by=user),
    ),
    "change_colleague": (
        _colleague,
        lambda it, user: workflow.change_colleague(it, **_BLANK, new_roles=["chief"], by=user, expected=""),
    ),
    "deactivate": (_colleague, lambda it, user: workflow.deactivate(it, by=user, expected="")),
    "activate": (_colleague, lambda it, user: workflow.activate(it, by=user, expected="")),
    "make_password_link": (_colleague, lambda it, user: workflow.make_password_link(it, by=user)),
}
