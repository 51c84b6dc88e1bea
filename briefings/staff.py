"""Adding people to the desk."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import roles
from briefings.audit import enter
from briefings.models import User


class NameTaken(Exception):
    """Raised where somebody has that name already."""


@transaction.atomic
def add_staff(name: str, *, role: str, password: str) -> User:
    """Add a user who may log in to the desk, with the `role` (a key of `roles.ROLES`). Raises NameTaken."""
    if User.objects.filter(username__iexact=name).exists():
        raise NameTaken(_("There is a “%(name)s” already. Choose another name.") % {"name": name})
    roles.sync()
    user = User.objects.create_user(username=name, password=password, is_staff=True)
    user.groups.add(Group.objects.get(name=roles.ROLES[role]))
    enter("staff added", by=None, about=f"user:{user.pk}", detail=f"{name} as {role}")
    return user
