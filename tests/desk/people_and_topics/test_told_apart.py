"""That two people whose names are alike are not one is said once, and remembered while it can be true."""

import pytest

from briefings import workflow
from briefings.models import AuditEntry, Person, ToldApart
from tests.desk.people_and_topics.test_filed_twice import TWICE, filed, page_of, text
from tests.desk.sheets import messages
from tests.making import NOON

pytestmark = pytest.mark.django_db
SCHMIDTS = ("Anna Schmidt", "Schmidt Anna")


def apart(person: Person) -> str:
    return page_of(person).replace("change", "apart")


def looked_at(person: Person, other: Person, **more: str) -> dict[str, str]:
    """What the button says that stands beside `other`."""
    names = (f"{one.name} / {one.kind}" for one in (person, other))
    return {"other": str(other.pk), **dict(zip(("was", "looked"), names, strict=True)), **more}


@pytest.fixture
def schmidts() -> tuple[Person, Person]:
    return filed(SCHMIDTS[0]), filed(SCHMIDTS[1])


def is_asked_about(desk, person: Person) -> bool:
    return page_of(person) in text(desk.get(TWICE))


def test_who_were_told_apart_are_asked_about_nowhere_and_it_is_undone_on_either_page(desk, schmidts):
    anna, other = schmidts
    assert f'action="{apart(anna)}"' in text(desk.get(TWICE))

    answer = desk.post(apart(anna), looked_at(anna, other, back="list"))

    assert answer.headers["Location"] == TWICE
    assert not is_asked_about(desk, anna)
    for one, another in ((anna, other), (other, anna)):
        page = text(desk.get(page_of(one)))
        assert "May be filed twice" not in page
        assert "Told apart from" in page
        assert f'href="{page_of(another)}"' in page
    desk.post(apart(other), {"other": anna.pk, "do": "forget"})
    assert is_asked_about(desk, anna)
    assert "May be filed twice" in text(desk.get(page_of(other)))
    for person in schmidts:
        entries = AuditEntry.objects.filter(about=f"person:{person.uuid}").order_by("id")
        assert [(entry.action, entry.by.username) for entry in entries] == [
            ("told apart", "mira"),
            ("told apart no more", "mira"),
        ]


def test_it_is_said_once_however_often_the_button_is_pressed_and_from_either_side(desk, schmidts):
    anna, other = schmidts
    for one, another in ((anna, other), (other, anna), (anna, other)):
        desk.post(apart(one), looked_at(one, another))

    assert ToldApart.objects.count() == 1
    assert AuditEntry.objects.filter(action="told apart").count() == 2


def test_of_three_those_are_asked_about_who_are_still_in_doubt(desk, schmidts):
    anna, other = schmidts
    third = filed("ANNA SCHMIDT", kind="private")
    workflow.tell_apart(anna, other=other, by=None)

    page = text(desk.get(TWICE))
    assert page.count(page_of(third)) == 2
    workflow.tell_apart(third, other=anna, by=None)
    assert page_of(anna) not in text(desk.get(TWICE))
    assert page_of(third) in text(desk.get(TWICE))
    workflow.tell_apart(third, other=other, by=None)
    assert not is_asked_about(desk, third)


def test_an_initial_is_told_apart_from_a_whole_name(desk):
    short, anna = filed("A. Schmidt"), filed("Anna Schmidt")
    agnes = filed("Agnes Schmidt")

    desk.post(apart(short), looked_at(short, anna))

    page = text(desk.get(TWICE))
    assert page_of(anna) not in page
    assert page_of(agnes) in page


def test_another_kind_leaves_it_and_another_name_ends_it(desk, schmidts):
    anna, other = schmidts
    workflow.tell_apart(anna, other=other, by=None)

    workflow.file_person(anna, name=anna.name, kind="private", by=None)
    assert not is_asked_about(desk, anna)
    workflow.file_person(other, name="SCHMIDT, Anna", kind="public", by=None)

    assert is_asked_about(desk, anna)


def test_a_merge_ends_it_for_the_one_that_is_no_more_and_not_for_the_one_that_stays(schmidts):
    anna, other = schmidts
    third = filed("ANNA SCHMIDT")
    for one, another in ((anna, other), (anna, third), (other, third)):
        workflow.tell_apart(one, other=another, by=None)

    workflow.unite_people(anna, into=other, by=None)

    assert [(told.one, told.other) for told in ToldApart.objects.all()] == [(other, third)]


def test_nobody_is_told_apart_who_changed_meanwhile_or_is_not_there_any_more(desk, schmidts):
    anna, other = schmidts
    seen = looked_at(anna, other)
    workflow.file_person(other, name=other.name, kind="private", by=None)

    assert "was changed since this page was opened" in messages(desk.post(apart(anna), seen, follow=True))[0]
    Person.objects.filter(pk=other.pk).update(trashed_at=NOON)
    other.refresh_from_db()
    assert "is in the trash" in messages(desk.post(apart(anna), looked_at(anna, other), follow=True))[0]
    assert not ToldApart.objects.exists()


@pytest.mark.parametrize("other", ["", "x", "0", "987654", "9" * 30])
def test_a_button_that_names_nobody_does_nothing(desk, schmidts, other):
    answer = desk.post(apart(schmidts[0]), {"other": other})

    assert answer.status_code == 302
    assert not ToldApart.objects.exists()


def test_nobody_is_told_apart_from_themselves(desk, schmidts):
    anna, _other = schmidts
    desk.post(apart(anna), looked_at(anna, anna))

    assert not ToldApart.objects.exists()


def test_a_long_list_goes_on_by_pages_which_leave_nobody_out_and_who_is_settled_takes_no_place(desk):
    for number in range(130):
        one, other = filed(f"Anna{number:03} Schmidt"), filed(f"Schmidt Anna{number:03}")
        if number < 20:
            workflow.tell_apart(one, other=other, by=None)

    first = desk.get(TWICE)
    further = f"{TWICE}?after={first.context['further']}"
    second = text(desk.get(further))

    assert text(first).count('id="alike-') == 100
    assert further.removeprefix(TWICE) in text(first)
    assert second.count('id="alike-') == 10
    assert "Anna129" in second
    assert "Further" not in second
    assert TWICE in desk.post(apart(one), looked_at(one, other, back="list", after="1")).headers["Location"]
