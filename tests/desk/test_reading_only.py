"""The desk is for reading until it can write: no role changes anything by any of its pages."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from briefings.models import AuditEntry, Draft, Person
from briefings.roles import ROLES
from briefings.staff import add_staff
from tests.commands.test_import_briefing import SAMPLE

pytestmark = pytest.mark.django_db
MODELS = ["draft", "edition", "revision", "person", "topic"]


@pytest.fixture
def sample():
    call_command("import_briefing", str(SAMPLE), headline="Allies pledge", publish=True, accept_guesses=True)
    return Draft.objects.get()


@pytest.fixture(params=list(ROLES))
def staff(request, client):
    user = add_staff("mira", role=request.param, password="correct horse battery")
    client.force_login(user)
    return client


@pytest.mark.parametrize("model", MODELS)
def test_every_role_reads_lists_and_rows(sample, staff, model):
    listing = reverse(f"admin:briefings_{model}_changelist")
    assert staff.get(listing).status_code == 200
    row = next(iter(staff.get(listing).context["cl"].queryset), None)
    if row:
        assert staff.get(reverse(f"admin:briefings_{model}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("model", [*MODELS, "auditentry", "user"])
def test_no_role_adds_changes_or_deletes(sample, staff, model):
    listing = reverse(f"admin:briefings_{model}_changelist")
    assert staff.post(reverse(f"admin:briefings_{model}_add"), {"name": "x"}).status_code == 403
    for action in ("change", "delete"):
        address = reverse(f"admin:briefings_{model}_{action}", args=[1])
        assert staff.post(address, {"headline": "forged", "name": "forged", "post": "yes"}).status_code in (302, 403)
    staff.post(listing, {"action": "delete_selected", "_selected_action": ["1"]})
    assert Draft.objects.get().headline == "Allies pledge"
    assert not Person.objects.filter(name="forged").exists()


def test_only_site_admins_read_the_audit_log_and_the_staff(client):
    for role in ROLES:
        client.force_login(add_staff(f"{role}-mira", role=role, password="correct horse battery"))
        wanted = 200 if role == "admin" else 403
        for model in ("auditentry", "user"):
            assert client.get(reverse(f"admin:briefings_{model}_changelist")).status_code == wanted, (role, model)
    assert AuditEntry.objects.filter(action="staff added").count() == len(ROLES)


def test_strangers_get_the_login_and_nothing_else(client, sample):
    for model in MODELS:
        answer = client.get(reverse(f"admin:briefings_{model}_changelist"))
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")
