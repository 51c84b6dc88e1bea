"""Parts added where one is and moved any distance, by keyboard; and how few keys lead from the text to the panel."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOUR = ["Heading 0", "Heading 1", "Heading 2", "Heading 3"]


@pytest.fixture
def sheet(sits):
    return Sheet(sits()).open(of_parts(4))


def headings():
    return [section.heading for section in saved().sections]


def test_a_part_is_added_below_the_one_in_which_one_writes(sheet):
    sheet.into("Heading 1")
    sheet.page.keyboard.press("Alt+Shift+Enter")
    menu = sheet.page.get_by_role("menu", name="Add a part below")
    expect(menu.get_by_role("menuitem")).to_have_text(["Section", "Quote", "Picture"])
    sheet.page.keyboard.press("ArrowDown")
    sheet.page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(sheet.rich("Heading 1")).to_be_focused()

    sheet.press("Heading 1", "Add a part below")
    sheet.page.keyboard.press("Enter")
    sheet.page.keyboard.type("In between")
    assert sheet.labels() == [*FOUR[:2], "In between", *FOUR[2:]]
    assert sheet.save() == "Saved."
    assert headings() == [*FOUR[:2], "In between", *FOUR[2:]]


@pytest.mark.slow
def test_below_the_last_question_another_is_added_without_asking_which_kind(sheet):
    sheet.show("Questions and answers")
    sheet.add("question")
    sheet.page.keyboard.type("First?")
    sheet.page.keyboard.press("Alt+Shift+Enter")
    sheet.page.keyboard.type("Second?")

    assert sheet.labels() == ["First?", "Second?"]


@pytest.mark.slow
def test_a_part_goes_to_the_end_and_to_the_top_by_one_key_and_the_focus_with_it(sheet):
    heading = sheet.field("Heading 1", "heading")
    heading.focus()
    sheet.page.keyboard.press("Alt+Shift+End")
    assert sheet.labels() == ["Heading 0", "Heading 2", "Heading 3", "Heading 1"]
    expect(heading).to_be_focused()
    sheet.page.keyboard.press("Alt+Shift+Home")
    assert sheet.labels() == ["Heading 1", "Heading 0", "Heading 2", "Heading 3"]

    assert sheet.save() == "Saved."
    assert headings() == ["Heading 1", "Heading 0", "Heading 2", "Heading 3"]


@pytest.mark.slow
def test_the_contents_lead_to_a_part_in_whichever_region(sheet):
    sheet.show("Questions and answers")
    sheet.page.keyboard.press("Alt+Shift+J")
    contents = sheet.page.get_by_role("dialog", name="Contents")
    expect(contents.get_by_role("button", name="Section:")).to_have_count(4)
    contents.get_by_role("button", name="Heading 2").click()

    expect(contents).to_be_hidden()
    expect(sheet.field("Heading 2", "heading")).to_be_focused()


def test_the_contents_take_the_part_that_is_moved(sheet):
    sheet.press("Heading 0", "Move to…")
    where = sheet.page.get_by_role("dialog", name="Where to?")
    where.get_by_role("button", name="Heading 2 move here").click()
    assert sheet.labels() == ["Heading 1", "Heading 2", "Heading 0", "Heading 3"]

    sheet.field("Heading 3", "heading").focus()
    sheet.page.keyboard.press("Alt+Shift+M")
    sheet.page.keyboard.press("Home")
    sheet.page.keyboard.press("ArrowDown")
    sheet.page.keyboard.press("Enter")
    assert sheet.labels() == ["Heading 3", "Heading 1", "Heading 2", "Heading 0"]
    expect(sheet.field("Heading 3", "heading")).to_be_focused()

    assert sheet.save() == "Saved."
    assert headings() == ["Heading 3", "Heading 1", "Heading 2", "Heading 0"]


@pytest.mark.slow
def test_one_key_leads_from_the_lede_to_the_publish_panel(sheet):
    sheet.page.locator("#id_lede").focus()
    sheet.page.keyboard.press("Alt+Shift+P")

    expect(sheet.panel.locator(":focus")).to_have_count(1)


@pytest.mark.slow
def test_a_toolbar_is_one_stop_of_the_tab_key(sheet):
    fold = sheet.part("Heading 0").locator(".fold")
    fold.focus()
    sheet.page.keyboard.press("ArrowRight")
    expect(sheet.part("Heading 0").get_by_role("button", name="Move up")).to_be_focused()
    sheet.page.keyboard.press("End")
    expect(sheet.field("Heading 0", "DELETE")).to_be_focused()
    sheet.page.keyboard.press("Tab")
    expect(sheet.field("Heading 0", "heading")).to_be_focused()
    sheet.page.keyboard.press("Tab")
    expect(sheet.part("Heading 0").get_by_role("button", name="bold")).to_be_focused()
    sheet.page.keyboard.press("ArrowRight")
    expect(sheet.part("Heading 0").get_by_role("button", name="italic")).to_be_focused()
    sheet.page.keyboard.press("Tab")
    expect(sheet.rich("Heading 0")).to_be_focused()
    sheet.page.keyboard.press("Shift+Tab")
    expect(sheet.part("Heading 0").get_by_role("button", name="italic")).to_be_focused()


@pytest.mark.slow
def test_the_table_of_keys_comes_by_a_question_mark_outside_of_fields(sheet):
    table = sheet.page.get_by_role("dialog", name="Keys")
    sheet.page.locator("#id_lede").press("End")
    sheet.page.keyboard.type("?")
    expect(table).to_be_hidden()
    assert sheet.page.locator("#id_lede").input_value().endswith("?")

    sheet.bar.get_by_role("button", name="Save", exact=True).focus()
    sheet.page.keyboard.type("?")
    expect(table).to_be_visible()
    sheet.page.keyboard.press("Escape")
    sheet.bar.get_by_role("button", name="Keys").click()
    expect(table).to_be_visible()


@pytest.mark.slow
def test_a_new_briefing_begins_in_the_headline_and_an_old_one_nowhere(sits, sheet):
    assert sheet.page.evaluate("document.activeElement === document.body")

    new = Sheet(sits("noor")).open()
    new.page.keyboard.type("Typed at once")

    expect(new.page.locator("#id_headline")).to_have_value("Typed at once")
