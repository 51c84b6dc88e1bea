"""A save in the background leaves the page as it is: caret, scroll, folds, undo, and what is typed meanwhile."""

import pytest
from playwright.sync_api import expect

from briefings.models import Revision
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.desk.browser.test_keeping import types

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_save_leaves_caret_scroll_folds_and_undo_as_they_are(sits):
    page = sits()
    sheet = Sheet(page).open(of_parts(6))
    sheet.press("Heading 0", "Show")
    sheet.into("Heading 5")
    page.keyboard.press("End")
    page.keyboard.type(" Typed.")
    where = page.evaluate("() => scrollY")
    page.keyboard.press("Control+s")

    assert sheet.saved() == "Saved."
    assert page.evaluate("() => scrollY") == where
    page.keyboard.type(" Going on.")
    expect(sheet.rich("Heading 5")).to_contain_text("Typed. Going on.")
    for _ in range(20):
        page.keyboard.press("Control+z")
    expect(sheet.rich("Heading 5")).to_have_text("Text 5.")
    assert sheet.save() == "Saved."
    assert saved().sections[5].body == "<p>Text 5.</p>"


def test_what_is_typed_while_a_save_is_under_way_stays_and_is_not_called_saved(sits):
    page = sits(new=True)
    sheet = Sheet(page).open(of_parts(1))
    held = []
    page.route("**/change/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    types(sheet, " Saved.")
    page.keyboard.press("Control+s")
    while not held:
        page.wait_for_timeout(50)
    page.keyboard.type(" Typed meanwhile.")
    held[0].continue_()

    assert "not saved yet" in sheet.saved()
    page.unroute("**/change/")
    assert page.locator("[name=lede]").input_value() == "The wombat lede. Saved. Typed meanwhile."
    assert saved().lede == "The wombat lede. Saved."
    assert sheet.save() == "Saved."
    assert saved().lede.endswith("Typed meanwhile.")


def test_the_first_save_of_a_briefing_gives_the_page_its_address_and_parts_are_saved_once(sits):
    page = sits()
    sheet = Sheet(page).open()
    sheet.fill("headline", "Begun here")
    sheet.show("Questions and answers")
    sheet.add("question").locator("[name$=question]").fill("Who pays?")
    assert sheet.save() == "Saved."
    assert page.url.endswith("/change/")

    sheet.fill("lede", "And its lede.")
    assert sheet.save() == "Saved."

    text = saved()
    assert (text.headline, text.lede, [entry.question for entry in text.faq]) == (
        "Begun here",
        "And its lede.",
        ["Who pays?"],
    )
    page.reload()
    sheet.has_begun()
    assert page.locator("[name=lede]").input_value() == "And its lede."


@pytest.mark.slow
def test_enter_in_a_field_of_one_line_saves_nothing(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    sheet.page.locator("[name=headline]").press("Enter")
    sheet.page.wait_for_timeout(300)

    assert Revision.objects.count() == 1


@pytest.mark.slow
def test_a_field_that_holds_something_wrong_is_marked_where_it_stands_and_nothing_moves(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    sheet.fill("language", "no language at all")
    sheet.fill("lede", "Typed beside it.")

    assert sheet.save().startswith("Not saved yet: one field needs a look.")
    expect(sheet.page.locator(".field-language.errors .errorlist")).to_be_visible()
    assert sheet.page.locator("[name=lede]").input_value() == "Typed beside it."

    sheet.fill("language", "en")
    assert sheet.save() == "Saved."
    expect(sheet.page.locator(".errorlist")).to_have_count(0)
