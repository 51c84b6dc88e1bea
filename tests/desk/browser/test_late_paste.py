"""Pasting on a slow network, or without one: typing goes on, plain text comes where no answer does, and it is said."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.clipboard import paste
from tests.desk.browser.late import Held
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ONE = "Heading 0"
PASTE = "**/paste/"
HTML, TEXT = "<p>a <b>bold</b> word</p>", "a bold word"
PATIENCE = 2000  # ms


@pytest.fixture
def sheet(sits):
    page = sits(new=True)
    page.clock.install()
    sheet = Sheet(page).open(of_parts(2))
    sheet.into(ONE)
    page.keyboard.press("End")
    return sheet


@pytest.fixture
def held(sheet):
    """What is pasted is on its way until it is let go."""
    return Held(sheet.page, PASTE)


def on_its_way(held, sheet, html=HTML, text=TEXT):
    with held.one_more():
        paste(sheet.rich(ONE), html, text)


def says(sheet, words):
    expect(sheet.part(ONE).get_by_role("status")).to_contain_text(words)


@pytest.mark.slow
def test_what_is_typed_meanwhile_stands_after_what_was_pasted(sheet, held):
    on_its_way(held, sheet)
    sheet.page.keyboard.type(", and so on")
    held.let_go()

    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word, and so on")
    sheet.page.keyboard.type("!")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word, and so on!")


@pytest.mark.slow
def test_the_selected_words_are_replaced_and_not_what_is_typed_after_them(sheet, held):
    sheet.page.keyboard.press("Control+a")
    on_its_way(held, sheet)
    expect(sheet.rich(ONE).locator(".waiting")).to_have_text("Text 0.")
    sheet.page.keyboard.type("!")
    expect(sheet.rich(ONE).locator(".waiting")).to_have_text("Text 0.")
    held.let_go()

    expect(sheet.rich(ONE)).to_have_text("a bold word!")


@pytest.mark.slow
def test_selected_words_that_were_changed_meanwhile_are_not_replaced(sheet, held):
    sheet.page.keyboard.press("Control+a")
    on_its_way(held, sheet)
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.type("Another text.")
    held.let_go()

    expect(sheet.rich(ONE)).to_have_text("a bold wordAnother text.")


@pytest.mark.slow
def test_nor_are_those_into_which_one_typed(sheet, held):
    sheet.page.keyboard.press("Control+a")
    on_its_way(held, sheet)
    sheet.page.keyboard.press("ArrowLeft")
    sheet.page.keyboard.type("x")
    held.let_go()

    expect(sheet.rich(ONE)).to_have_text("a bold wordText 0x.")


@pytest.mark.slow
def test_two_pastes_stand_in_their_order_though_the_first_answer_comes_last(sheet):
    first = Held(sheet.page, PASTE, first=1)
    on_its_way(first, sheet, "<p>one, </p>", "one, ")
    with sheet.page.expect_response(PASTE):
        paste(sheet.rich(ONE), "<p>two</p>")
    first.let_go()

    expect(sheet.rich(ONE)).to_have_text("Text 0.one, two")


@pytest.mark.slow
def test_the_focus_stays_where_one_went_meanwhile(sheet, held):
    on_its_way(held, sheet)
    sheet.field("Heading 1", "heading").focus()
    held.let_go()

    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")
    expect(sheet.field("Heading 1", "heading")).to_be_focused()


@pytest.mark.slow
def test_without_an_answer_in_two_seconds_the_plain_text_comes_and_the_field_says_so(sheet, held):
    on_its_way(held, sheet)
    sheet.page.clock.fast_forward(PATIENCE // 2)
    says(sheet, "Reading what you pasted …")
    sheet.page.clock.fast_forward(PATIENCE // 2)

    says(sheet, "came without its formatting, because the desk did not answer within two seconds.")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")
    expect(sheet.rich(ONE).locator("strong")).to_have_count(0)
    held.let_go()


@pytest.mark.slow
def test_an_answer_that_comes_later_changes_nothing(sheet, held):
    on_its_way(held, sheet)
    sheet.page.clock.fast_forward(PATIENCE)
    says(sheet, "came without its formatting")
    held.let_go()
    with sheet.page.expect_response(PASTE):
        paste(sheet.rich(ONE), "<p>, later</p>")

    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word, later")


@pytest.mark.slow
def test_without_a_network_the_plain_text_comes_at_once(sheet):
    sheet.page.context.set_offline(True)
    paste(sheet.rich(ONE), HTML, "a bold word\nand a line")

    says(sheet, "because the desk cannot be reached")
    expect(sheet.rich(ONE).locator("p")).to_have_text(["Text 0.", "a bold word", "and a line"])
    sheet.page.context.set_offline(False)


@pytest.mark.slow
def test_whose_login_has_ended_gets_the_plain_text_and_is_told(sheet):
    sheet.page.context.clear_cookies(name="sessionid")
    paste(sheet.rich(ONE), HTML, TEXT)

    says(sheet, "because your login has ended")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")


@pytest.mark.slow
def test_whoever_logged_in_anew_since_gets_the_plain_text_and_is_told(sheet):
    sheet.page.evaluate("document.querySelector('#draft_form [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    paste(sheet.rich(ONE), HTML, TEXT)

    says(sheet, "because the desk did not accept it")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")


@pytest.mark.slow
def test_what_is_too_large_is_not_sent(sheet):
    sheet.page.route(PASTE, lambda route: route.abort())
    paste(sheet.rich(ONE), HTML + "<!-- -->" * 130_000, TEXT)

    says(sheet, "because it is larger than the 1 MB")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")


@pytest.mark.slow
def test_what_the_desk_finds_too_large_is_told_alike(sheet):
    sheet.page.route(PASTE, lambda route: route.fulfill(status=413, json={"most": 1}))
    paste(sheet.rich(ONE), HTML, TEXT)

    says(sheet, "because it is larger than the 1 MB")
    expect(sheet.rich(ONE)).to_have_text("Text 0.a bold word")


@pytest.mark.slow
def test_where_there_is_no_plain_text_one_is_asked_to_paste_again(sheet):
    sheet.page.context.set_offline(True)
    paste(sheet.rich(ONE), HTML)

    says(sheet, "Nothing was pasted, because the desk cannot be reached. Paste it again.")
    sheet.page.context.set_offline(False)


def test_a_save_waits_for_what_was_pasted_a_moment_ago(sheet, held):
    on_its_way(held, sheet)
    sheet.bar.get_by_role("button", name="Save", exact=True).click(no_wait_after=True)
    held.let_go()
    expect(sheet.bar.locator(".saved")).to_have_text("Saved.")

    assert saved().sections[0].body == "<p>Text 0.a <strong>bold</strong> word</p>"
