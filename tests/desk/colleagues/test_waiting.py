"""What a site admin finds on the first page: who of the colleagues cannot begin, and what was done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.logins.second_factor import CHIEFS_AND_ADMINS, EVERYONE
from briefings.models import PasswordLink
from briefings.staff import add_staff
from briefings.workflow.staff_acts import as_on_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import showed_who, with_app
from tests.documented import queries
from tests.workflow.site_and_pages import publish, save

pytestmark = pytest.mark.django_db
START = "/admin/"


def waiting(client: Client) -> dict[str, str]:
    """By name, what is said of each colleague."""
    sections = {section.name: section for section in client.get(START).context["of_the_site"]}
    return {line.words: line.facts for line in sections["colleagues"].lines} if "colleagues" in sections else {}


def test_a_link_that_nobody_used_waits_until_the_password_is_set(at_desk, boss, noor):
    assert waiting(at_desk) == {}

    _link, token = workflow.make_password_link(noor, by=boss)
    assert waiting(at_desk)["noor"].startswith("The link to set a password was not used yet. It is good until")

    PasswordLink.objects.update(made_at=timezone.now() - timedelta(days=3), ends_at=timezone.now() - timedelta(days=1))
    assert waiting(at_desk)["noor"].endswith("was not used: they need another.")

    _link, token = workflow.make_password_link(noor, by=boss)
    workflow.set_password(token, password="a horse of another colour")
    assert waiting(at_desk) == {}


def test_a_link_is_over_with_the_password_that_it_was_made_beside(at_desk, boss, noor):
    workflow.make_password_link(noor, by=boss)
    noor.set_password("a horse of another colour")
    noor.save()

    assert waiting(at_desk) == {}


def test_whoever_has_no_second_factor_waits_where_the_site_wants_one_of_them(at_desk, boss, noor, settings):
    chief, former = (
        add_staff("carl", role="chief", password=PASSWORD),
        add_staff("fay", role="chief", password=PASSWORD),
    )
    workflow.deactivate(former, by=boss, expected=as_on_staff(former))
    with_app(boss)
    showed_who(at_desk, method="mfa")
    assert waiting(at_desk) == {}

    settings.SECOND_FACTOR = CHIEFS_AND_ADMINS
    assert list(waiting(at_desk)) == ["carl"]
    settings.SECOND_FACTOR = EVERYONE
    assert list(waiting(at_desk)) == ["carl", "noor"]
    with_app(chief)
    assert list(waiting(at_desk)) == ["noor"]


def test_a_locked_login_is_told_while_it_is_and_no_name_that_nobody_here_has(at_desk, noor):
    for _ in range(4):
        log_in(Client(), "noor", "wrong")
    assert waiting(at_desk) == {}
    log_in(Client(), "Noor", "wrong")
    for _ in range(6):
        log_in(Client(), "my own password", "wrong")

    assert list(waiting(at_desk)) == ["noor"]
    assert "for 15 minutes at most" in waiting(at_desk)["noor"]
    assert "my own password" not in at_desk.get(START).content.decode()


def test_last_acts_say_which_and_those_of_one_kind_stand_once(at_desk, boss, noor):
    other = add_staff("otto", role="editor", password=PASSWORD)
    for user in (noor, noor, noor, other):
        workflow.make_password_link(user, by=boss)
    publish(save("contact", by=boss), by=boss)

    acts = next(one for one in at_desk.get(START).context["of_the_site"] if one.name == "acts")
    told = [(line.words, line.facts) for line in acts.lines]
    assert told[0][0] == "published: standing page: All about contact"
    assert told[1][0] == "saved: standing page: All about contact"
    assert told[2][0] == "link for a password made: otto"
    assert told[3][0] == "link for a password made: noor"
    assert told[3][1].startswith("boss · 3 times · ")
    assert "times" not in told[2][1]


def test_nobody_else_is_told_who_waits(boss, noor):
    workflow.make_password_link(noor, by=boss)
    client = Client()
    client.force_login(add_staff("carl", role="chief", password=PASSWORD))
    page = client.get(START)

    assert page.context["of_the_site"] == []
    assert "noor" not in page.content.decode()
    assert "Add a colleague" not in page.content.decode()


@pytest.mark.parametrize("number", [1, 9])
def test_it_costs_the_same_for_few_and_for_many(at_desk, boss, number, settings, django_assert_num_queries):
    settings.SECOND_FACTOR = EVERYONE
    with_app(boss)
    showed_who(at_desk, method="mfa")
    for n in range(number):
        user = add_staff(f"writer{n}", role="writer", password=PASSWORD)
        workflow.make_password_link(user, by=boss)

    asked_whether_it_takes_writes = connection.vendor == "postgresql"
    with django_assert_num_queries(queries("first page of a site admin") + asked_whether_it_takes_writes):
        page = at_desk.get(START).content.decode()
    assert '<a class="button primary" href="/admin/briefings/user/add/">Add a colleague</a>' in page
