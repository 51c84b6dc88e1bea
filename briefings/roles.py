"""The four roles of a newsroom, as groups with permissions. Idempotent: run after every migrate."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

ROLES = {"writer": "Writers", "editor": "Editors", "chief": "Chief editors", "admin": "Site admins"}
"""Role as commands name it, and the group that stands for it. The desk is for reading until it can write."""

READ_BY_ALL = ("briefing", "draft", "section", "quote", "person", "source", "topic", "faqitem", "edition", "revision")
READ_BY_ADMINS = ("auditentry", "user")


def sync(*, using: str = "default") -> None:
    """Bring the groups and their permissions up to date."""
    for label in ("briefings", "faq"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for role, name in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        models = READ_BY_ALL + (READ_BY_ADMINS if role == "admin" else ())
        group.permissions.set(
            Permission.objects.using(using).filter(
                content_type__app_label__in=("briefings", "faq"), codename__in=[f"view_{model}" for model in models]
            )
        )
