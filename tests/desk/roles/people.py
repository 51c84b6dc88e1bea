"""Who knocks at the desk: every role, two roles in one person, and those who are not, or no longer, staff."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.test import Client

from briefings.models import User
from briefings.roles import ROLES
from tests.desk.logins.factors import showed_who

PASSWORD = "correct horse battery"

WRITERS = frozenset({"writer", "writer and admin"})
EDITORS = frozenset({"editor", "chief", "superuser"})
CHIEFS = frozenset({"chief", "superuser"})
ADMINS = frozenset({"admin", "writer and admin", "superuser"})
AUDITORS = CHIEFS | ADMINS
STAFF = WRITERS | EDITORS | ADMINS | {"newcomer"}  # who has no role yet
OUTSIDE = frozenset({"deactivated", "no longer staff", "stranger"})
EVERYBODY = [*sorted(STAFF), *sorted(OUTSIDE)]


@dataclass(frozen=True)
class Somebody:
    """A person and their browser. A stranger is no user."""

    role: str
    user: User | None
    client: Client


def make_somebody(role: str, *, name: str = "asker") -> Somebody:
    """Somebody of that role, as below."""
    if role == "stranger":
        return Somebody(role, None, Client())
    return seated(User.objects.create_user(username=name, password=PASSWORD, is_staff=True), role)


def seated(user: User, role: str) -> Somebody:
    """The user in that role and in a session of their own: who has left has left it open."""
    client = Client()
    if role == "stranger":
        return Somebody(role, None, client)
    client.force_login(user)
    showed_who(client)
    return Somebody(role, become(user, role), client)


def become(user: User, role: str) -> User:
    """The user in that role, read anew. Those who have left were chiefs."""
    had = "chief" if role in OUTSIDE else role
    user.groups.set(Group.objects.filter(name__in=[ROLES[one] for one in had.split(" and ") if one in ROLES]))
    user.is_superuser = role == "superuser"
    user.is_active, user.is_staff = role != "deactivated", role != "no longer staff"
    user.save()
    return User.objects.get(pk=user.pk)
