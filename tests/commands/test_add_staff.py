"""`manage.py add_staff` and the roles."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from briefings import roles
from briefings.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def password(settings):
    settings.SECRETS_OF_ENVIRONMENT = {"BRIEFINGS_PASSWORD": "correct horse battery"}
    return "correct horse battery"


def add(*args, **options):
    out = io.StringIO()
    call_command("add_staff", *args, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("role", list(roles.ROLES))
def test_each_role_logs_in_and_none_is_a_superuser(client, password, role):
    assert "Added mira as" in add("mira", role=role)
    user = User.objects.get(username="mira")
    assert [group.name for group in user.groups.all()] == [roles.ROLES[role]]
    assert not user.is_superuser
    assert client.post("/admin/login/", {"login": "mira", "password": password}).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_name_is_taken_once_whatever_its_case(password):
    add("mira", role="writer")
    with pytest.raises(CommandError, match="There is a “Mira” already"):
        add("Mira", role="chief")
    assert User.objects.count() == 1


@pytest.mark.parametrize("weak", ["12345", "elevenchars"])
def test_a_weak_password_is_refused_in_a_sentence(settings, weak):
    settings.SECRETS_OF_ENVIRONMENT = {"BRIEFINGS_PASSWORD": weak}
    with pytest.raises(CommandError, match="too short"):
        add("mira", role="writer")
    assert not User.objects.exists()


def test_roles_are_the_same_after_another_sync():
    def granted():
        return {group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()}

    before = granted()
    roles.sync()
    assert granted() == before
    assert before == {roles.ROLES[role]: actions for role, actions in roles.ACTIONS.items()}


def test_staff_are_never_deleted(password):
    add("mira", role="writer")
    with pytest.raises(ProtectedError, match="Deactivate mira instead"):
        User.objects.get(username="mira").delete()
