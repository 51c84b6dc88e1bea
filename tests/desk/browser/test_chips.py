"""Topics and authors as chips, by keyboard alone; the language by its name; and what is folded until it is used."""

import pytest
from playwright.sync_api import expect

from briefings.models import Topic
from tests.desk.browser.samples import saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sheet(sits):
    Topic.objects.create(name="Ukraine", slug="ukraine")
    return Sheet(sits()).open(make_draft("quokka", topics=("Islands", "Marsupials"), authors=()))


def chips(sheet, field="topics"):
    return sheet.page.locator(f".field-{field} .chip-list li")


def offers(sheet, **options):
    return sheet.page.get_by_role("listbox", name="Names on file").get_by_role("option", **options)


def names(sheet):
    return [topic.name for topic in saved().topics]


def test_a_name_on_file_is_taken_by_arrow_and_enter_and_one_that_is_not_is_marked_in_words(sheet):
    topics = sheet.page.get_by_role("combobox", name="Topics")
    topics.press_sequentially("Ukr")
    expect(offers(sheet)).to_have_text(["Ukraine"])
    topics.press("ArrowDown")
    expect(offers(sheet, selected=True)).to_have_count(1)
    assert topics.get_attribute("aria-activedescendant") == offers(sheet).get_attribute("id")
    topics.press("Enter")
    topics.press_sequentially("Marmots")
    topics.press("Enter")
    expect(chips(sheet).get_by_role("button", name="new")).to_have_accessible_name("Marmots new")

    assert sheet.save() == "Saved."
    assert names(sheet) == ["Islands", "Marsupials", "Ukraine", "Marmots"]
    expect(chips(sheet).locator(".chip-new:visible")).to_have_count(0)  # it is on file now


@pytest.mark.slow
def test_escape_closes_what_is_offered_and_keeps_what_is_typed(sheet):
    topics = sheet.page.get_by_role("combobox", name="Topics")
    topics.press_sequentially("Ukr")
    expect(topics).to_have_attribute("aria-expanded", "true")
    topics.press("Escape")

    expect(sheet.page.get_by_role("listbox")).to_be_hidden()
    expect(topics).to_have_value("Ukr")
    assert sheet.save() == "Saved."
    assert names(sheet) == ["Islands", "Marsupials", "Ukr"]


@pytest.mark.slow
def test_backspace_takes_out_the_last_and_the_arrow_keys_lead_to_any_other(sheet):
    topics = sheet.page.get_by_role("combobox", name="Topics")
    topics.press("Backspace")
    expect(chips(sheet)).to_have_count(1)
    topics.press_sequentially("Ukraine, ")
    expect(chips(sheet)).to_have_count(2)
    topics.press("ArrowLeft")
    sheet.page.keyboard.press("ArrowLeft")
    sheet.page.keyboard.press("Delete")

    assert sheet.save() == "Saved."
    assert names(sheet) == ["Ukraine"]


@pytest.mark.slow
def test_a_chip_goes_by_a_click_and_what_was_on_file_before_is_not_called_new(sheet):
    expect(chips(sheet).locator(".chip-new:visible")).to_have_count(0)
    chips(sheet).first.get_by_role("button").click()

    assert sheet.save() == "Saved."
    assert names(sheet) == ["Marsupials"]


def test_a_language_is_chosen_by_its_name_and_a_code_that_has_none_is_kept(sheet):
    language = sheet.page.get_by_label("Language", exact=True)
    language.select_option("German (de)")
    assert sheet.save() == "Saved."
    assert saved().language == "de"

    sheet.fill("language", "gsw")
    assert sheet.save() == "Saved."
    sheet.page.reload()
    sheet.has_begun()
    expect(sheet.page.get_by_label("Language", exact=True)).to_have_value("gsw")
    sheet.fill("lede", "Another lede.")
    assert sheet.save() == "Saved."
    assert saved().language == "gsw"


@pytest.mark.slow
def test_what_a_quote_seldom_needs_is_folded_until_it_is_used_or_wrong(sits):
    plain, translated = make_quote("plain words", speaker="Ada Byron"), make_quote("foreign words", speaker="Ada Byron")
    translated = translated.model_copy(update={"translated_from": "fr"})
    sheet = Sheet(sits()).open(make_draft("quokka", blocks=(plain, translated)))
    expect(sheet.field("plain words", "said_on")).to_be_hidden()
    expect(sheet.field("foreign words", "translated_from")).to_be_visible()

    sheet.field("plain words", "translated_from").evaluate("field => { field.value = 'no language' }")
    assert "one field needs a look" in sheet.save()
    expect(sheet.field("plain words", "translated_from")).to_be_visible()
