"""The last site admin's way back in."""

import pytest
from django.core.management import CommandError, call_command

from briefings.models import AuditEntry
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import STEP, kinds, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    boss = add_staff("boss", role="admin", password=PASSWORD)
    with_app(boss)
    return boss


def test_it_takes_the_second_factor_away_on_record_and_ends_every_session(client, boss):
    client.force_login(boss)

    call_command("reset_second_factor", "Boss")

    assert kinds(boss) == []
    assert client.get("/admin/").status_code == 302
    entry = AuditEntry.objects.get(action="second factor reset")
    assert (entry.by, entry.about, entry.detail) == (None, f"user:{boss.uuid}", "boss")
    assert log_in(client, "boss", PASSWORD).headers["Location"] != STEP


@pytest.mark.parametrize(("name", "sentence"), [("nobody", "Nobody here is called"), ("mira", "has no second factor")])
def test_what_cannot_be_done_is_said(boss, name, sentence):
    add_staff("mira", role="writer", password=PASSWORD)

    with pytest.raises(CommandError, match=sentence):
        call_command("reset_second_factor", name)
