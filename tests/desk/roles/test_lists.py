"""Lists do nothing in bulk, forms of what stands on file open no window, and nothing is saved as another thing."""

from itertools import product

import pytest
from django.urls import reverse

from briefings.models import AuditEntry, Person
from tests.desk.roles.rows import everything
from tests.desk.roles.table import LINES, TABLE

pytestmark = pytest.mark.django_db
LISTS = [name for name in TABLE if name.endswith("_changelist")]
ACTIONS = ("delete_selected", "publish", "__class__", "", "\0")
MORE = ({}, {"index": "0"}, {"_save": "1", "form-TOTAL_FORMS": "1", "form-0-name": "Forged"})


def test_no_action_on_a_list_does_anything(knocks):
    things = knocks("superuser")
    rows = list(things.names.values())
    before = everything()

    for at, name in enumerate(LISTS):  # all of them at the first: what refuses them is the same for every list
        for action, more in product(ACTIONS, MORE) if at == 0 else product(ACTIONS[:1], MORE[-2:]):
            fields = {"action": action, "_selected_action": rows, "select_across": "1", "post": "yes"}
            answer = things.asker.client.post(reverse(f"admin:{name}"), fields | more)
            assert answer.status_code in (200, 403), (name, action)

    assert everything() == before


@pytest.mark.parametrize("role", ["superuser", "writer"])
def test_a_list_offers_neither_actions_nor_boxes(knocks, role):
    asker = knocks(role).asker

    for name in LISTS:
        page = asker.client.get(reverse(f"admin:{name}")).content.decode()
        assert 'name="action"' not in page, name
        assert "_selected_action" not in page, name


@pytest.fixture
def things(knocks):
    return knocks("editor")


@pytest.mark.parametrize("more", [{"_to_field": "password"}, {"_saveasnew": "1"}, {"_popup": "1"}])
def test_whoever_asks_for_a_window_or_a_copy_gets_neither(things, more):
    address = f"/admin/briefings/person/{things.names['person']}/change/"
    before = Person.objects.count()

    answer = things.asker.client.post(address, things.filled_in("person_form", "person") | more, query_params=more)

    assert answer.status_code == 302
    assert Person.objects.filter(name="Forged").count() == AuditEntry.objects.filter(action="changed").count() == 1
    assert Person.objects.count() == before


def test_whoever_changes_a_person_is_told_if_somebody_else_did_meanwhile(things):
    form = things.filled_in("person_form", "person")
    Person.objects.filter(pk=things.names["person"]).update(name="Changed meanwhile")

    page = things.asker.client.post(f"/admin/briefings/person/{things.names['person']}/change/", form).content.decode()

    assert "Somebody changed this meanwhile: it is “Changed meanwhile”" in page
    assert not Person.objects.filter(name="Forged").exists()


def test_a_form_that_comes_from_elsewhere_is_refused_at_every_door(knocks):
    things = knocks("superuser")
    things.asker.client.handler.enforce_csrf_checks = True
    before = everything()

    answers = {line.path: line.asked("POST", things.asker, things).status_code for line in LINES}

    assert {path: status for path, status in answers.items() if status != 403} == {}
    assert everything() == before
