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


def test_a_field_that_no_window_may_ask_for_is_refused(things):
    door = f"/admin/briefings/person/{things.names['person']}/change/"
    form = things.filled_in("person_form", "person")
    before = everything()

    for field in ("name", "kind", "password", "draft__headline", "\0", "x" * 10_000):
        assert things.asker.client.get(door, {"_to_field": field}).status_code == 400
        assert things.asker.client.post(door, form | {"_to_field": field}).status_code == 400
    assert everything() == before


def test_nothing_on_file_is_saved_as_new(things):
    door = f"/admin/briefings/person/{things.names['person']}/change/"
    before = everything()

    answer = things.asker.client.post(door, things.filled_in("person_form", "person") | {"_saveasnew": "1"})

    assert answer.status_code == 403
    assert everything() == before


def test_a_form_opened_as_a_window_saves_once_and_names_nothing_but_what_it_saved(things):
    door = f"/admin/briefings/person/{things.names['person']}/change/?_popup=1"

    answer = things.asker.client.post(door, things.filled_in("person_form", "person") | {"_popup": "1"})

    assert answer.status_code == 200
    assert Person.objects.filter(name="Forged").count() == AuditEntry.objects.filter(action="changed").count() == 1


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
