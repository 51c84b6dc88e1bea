"""People and topics are made in place, by typing their names; who is on file is offered, and meant."""

import pytest
from playwright.sync_api import expect

from briefings.models import Person, Topic
from tests.desk.browser.samples import saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Words of somebody"


@pytest.fixture
def sheet(sits):
    quote = make_quote(WORDS, speaker="Nobody Special").model_copy(update={"person": None})
    draft = make_draft("quokka", blocks=(quote,), authors=(), topics=("Islands",))
    return Sheet(sits()).open(draft)


def offered(sheet, field):
    """What the browser has to offer for what is typed into the field."""
    return field.evaluate("input => [...(input.list?.options ?? [])].map(({ value, label }) => [value, label])")


def test_a_name_typed_is_put_on_file_with_its_kind_and_nobody_is_doubled(sheet):
    sheet.field(WORDS, "speaker").fill("Ada Byron")
    sheet.field(WORDS, "kind").select_option("public figure")
    sheet.fill("authors", "Mira Novak, Ada Byron")

    assert sheet.save() == "Saved."
    assert sorted(Person.objects.values_list("name", "kind")) == [("Ada Byron", "public"), ("Mira Novak", "private")]
    text = saved()
    assert text.quotes[0].person == text.authors[1]
    assert [author.name for author in text.authors] == ["Mira Novak", "Ada Byron"]


def test_a_name_on_file_is_offered_while_it_is_typed_and_means_the_one_on_file(sheet):
    ada = Person.objects.create(name="Ada Byron", kind="public")
    Person.objects.create(name="Adam Smith", kind="private")
    speaker = sheet.field(WORDS, "speaker")
    speaker.press_sequentially("Ada")
    expect(sheet.page.locator("datalist option")).to_have_count(2)
    assert offered(sheet, speaker) == [
        ["Ada Byron", "Ada Byron, public figure"],
        ["Adam Smith", "Adam Smith, private person"],
    ]
    speaker.press_sequentially(" Byron")
    expect(sheet.field(WORDS, "kind")).to_be_hidden()  # it is asked of new names only

    assert sheet.save() == "Saved."
    assert saved().quotes[0].person.id == str(ada.uuid)
    assert Person.objects.count() == 2
    speaker = sheet.field(WORDS, "speaker")
    speaker.fill("Ada Lovelace")
    expect(sheet.field(WORDS, "kind")).to_be_visible()
    assert sheet.save() == "Saved."
    assert (saved().quotes[0].person.name, Person.objects.count()) == ("Ada Lovelace", 3)


@pytest.mark.slow
def test_of_two_people_of_one_name_the_form_asks_which_one_and_keeps_the_choice(sheet):
    Person.objects.create(name="Ada Byron", kind="private")
    meant = Person.objects.create(name="Ada Byron", kind="public")
    sheet.field(WORDS, "speaker").fill("Ada Byron")
    assert "one field needs a look" in sheet.save()
    expect(sheet.part(WORDS)).to_contain_text("2 people on file are called “Ada Byron”. Choose which one.")

    which = sheet.part(WORDS).get_by_label("Which one")
    expect(which.locator("option")).to_have_text(["—", "Ada Byron, private person", "Ada Byron, public figure"])
    which.select_option("Ada Byron, public figure")
    assert sheet.save() == "Saved."
    assert saved().quotes[0].person.id == str(meant.uuid)

    sheet.fill("lede", "Another lede.")
    assert sheet.save() == "Saved."
    assert saved().quotes[0].person.id == str(meant.uuid)
    assert Person.objects.count() == 2


@pytest.mark.slow
def test_topics_are_offered_after_a_comma_and_new_ones_are_made(sheet):
    islands = Topic.objects.get(name="Islands")
    topics = sheet.page.locator("#id_topics")
    topics.press("Backspace")
    topics.press_sequentially("Défense, Isl")
    expect(sheet.page.get_by_role("listbox", name="Names on file").get_by_role("option")).to_have_text(["Islands"])
    topics.press_sequentially("ands")

    assert sheet.save() == "Saved."
    assert [(topic.name, topic.slug) for topic in saved().topics] == [("Défense", "defense"), ("Islands", "islands")]
    assert saved().topics[1].id == str(islands.uuid)
