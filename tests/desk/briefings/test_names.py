"""Names in a line: each is who it was, none is lost, and none is too long for the file."""

import pytest

from briefings import working_copy
from briefings.content import PersonName
from briefings.models import Draft, Person, Topic
from tests.desk.sheets import fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
UNCHANGED = ["Nothing was changed, so nothing new was saved."]


def read(draft):
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


@pytest.mark.parametrize("name", ["Martin King, Jr.", "HRW, Kyiv, and others", "وزارة، كييف"])
def test_a_name_that_holds_a_comma_stays_one_name(desk, name):
    draft = make_draft("quokka", authors=(PersonName(name="Ada Ward"), PersonName(name=name), PersonName(name="Bo")))
    people = Person.objects.count()

    assert messages(sent(desk, draft, opened(desk, draft))) == UNCHANGED
    sent(desk, draft, opened(desk, draft) | {"lede": "Other."})

    assert [author.name for author in read(draft).authors] == ["Ada Ward", name, "Bo"]
    assert Person.objects.count() == people


def test_two_authors_of_one_name_stay_two(desk):
    ids = [str(Person.objects.create(name="Kim Doe", kind=kind).uuid) for kind in ("public", "private")]
    draft = make_draft("quokka", authors=tuple(PersonName(id=one, name="Kim Doe") for one in ids))

    assert messages(sent(desk, draft, opened(desk, draft))) == UNCHANGED
    sent(desk, draft, opened(desk, draft) | {"lede": "Other."})

    assert [author.id for author in read(draft).authors] == ids


def test_topics_whose_addresses_would_meet_are_all_kept(desk):
    draft = make_draft("quokka")

    sent(desk, draft, opened(desk, draft) | {"topics": "C++, C#, C, c"})

    assert [topic.name for topic in read(draft).topics] == ["C++", "C#", "C"]
    assert len(set(Topic.objects.values_list("slug", flat=True))) == Topic.objects.count() == 3


@pytest.mark.parametrize(("field", "most"), [("authors", 300), ("topics", 100)])
def test_a_paragraph_in_a_line_of_names_is_refused_at_its_field(desk, field, most):
    draft = make_draft("quokka")

    answer = sent(desk, draft, opened(desk, draft) | {field: "Word " * 200})

    (sentence,) = answer.context["page"].facts.errors[field]
    assert sentence.endswith(f"holds 999 characters; {most} is the most for a name. Are the commas missing?")
    assert fields_of(answer)[field] == "Word " * 200


def test_somebody_on_file_is_not_renamed_to_nothing(desk):
    make_draft("quokka")
    person = Person.objects.get(name="quokka speaker")
    where = f"/admin/briefings/person/{person.pk}/change/"

    answer = desk.post(where, fields_of(desk.get(where), "person_form") | {"name": "  "})

    assert "Write the name: quotations on file are theirs." in answer.content.decode()
    assert Person.objects.filter(name="quokka speaker").exists()


def test_somebody_on_file_is_put_right_and_not_over_a_colleagues_change(desk):
    make_draft("quokka")
    person = Person.objects.get(name="quokka speaker")
    where = f"/admin/briefings/person/{person.pk}/change/"
    fields = fields_of(desk.get(where), "person_form")

    desk.post(where, fields | {"name": "Quokka Speaker"})
    late = desk.post(where, fields | {"name": "Q. Speaker"})

    assert "Somebody changed this meanwhile: it is “Quokka Speaker”, public figure now." in late.content.decode()
    assert Person.objects.filter(name="Quokka Speaker").exists()
