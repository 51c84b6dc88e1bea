"""The four roles of a newsroom, as groups with permissions. Idempotent: run after every migrate."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

ROLES = {"writer": "Writers", "editor": "Editors", "chief": "Chief editors", "admin": "Site admins"}
"""Role as commands name it, and the group that stands for it."""

_WRITER = frozenset({"create", "read_own", "write_own", "submit_own"})
_EDITOR = frozenset({"create", "read", "write", "submit", "review", "publish", "vouch", "file", "front"})
ACTIONS = {
    "writer": _WRITER,
    "editor": _EDITOR,
    "chief": _EDITOR | {"publish_alone", "override_embargo", "withdraw", "audit", "site"},
    # Site admins see no texts, which may be under embargo. Somebody who does both jobs is in both groups.
    "admin": frozenset({"staff", "audit", "site"}),
}
"""What each role may do, by codename of a permission on drafts; `policy.may` reads it from the groups."""


def sync(*, using: str = "default") -> None:
    """Bring the groups and their permissions up to date."""
    create_permissions(apps.get_app_config("briefings"), verbosity=0, using=using)
    for role, name in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(
            Permission.objects.using(using).filter(
                content_type__app_label="briefings", content_type__model="draft", codename__in=ACTIONS[role]
            )
        )
