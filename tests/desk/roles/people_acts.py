"""The acts about people on file who may be there twice, for `test_acts`: each with what it is done to."""

from collections.abc import Callable

from briefings import workflow
from briefings.models import Person, User


def _two(_user: User) -> list[Person]:
    return [Person.objects.create(name=name) for name in ("Quokka Novak", "Novak Quokka")]


def _told_apart(user: User) -> list[Person]:
    one, other = _two(user)
    workflow.tell_apart(one, other=other, by=None)
    return [one, other]


PEOPLE_ACTS: dict[str, tuple[Callable[[User], object], Callable[[object, User], object]]] = {
    "tell_apart": (_two, lambda it, user: workflow.tell_apart(it[0], other=it[1], by=user)),
    "untell_apart": (_told_apart, lambda it, user: workflow.untell_apart(it[0], other=it[1], by=user)),
}
