"""What a draft does not show, in a real browser: taken in by one key, and seen before a briefing is made of it."""

import pytest
from playwright.sync_api import expect

from briefings import working_copy
from briefings.models import Draft
from tests.desk.browser.judging import COLOURS, faults
from tests.desk.browser.reviewing import line, looked_at, says
from tests.desk.pasted_drafts.test_left_out import DRAFT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_by_keyboard_alone_a_passage_is_taken_in_and_the_list_is_seen(sits):
    page = looked_at(sits(), DRAFT)
    line(page, "The chairman").focus()

    page.keyboard.press("i")

    says(page, "Taken in: “The chairman took money.”.")
    expect(line(page, "Work begins")).to_contain_text("The chairman took money. It costs 14 million")
    expect(line(page, "Work begins")).to_be_focused()

    page.get_by_role("button", name="I have seen what is left out").focus()
    page.keyboard.press("Enter")
    says(page, "You have seen what is left out.")
    expect(page.locator("#left-out")).to_be_focused()
    with page.expect_navigation():
        page.get_by_role("button", name="Make the briefing").press("Enter")
    body = working_copy.read(Draft.objects.select_related("briefing", "follows").get()).sections[0].body
    assert "The chairman took money. It costs 14 million" in body


@pytest.mark.slow
def test_making_a_briefing_of_a_list_that_nobody_saw_leads_to_the_list(sits):
    page = looked_at(sits(), DRAFT)

    with page.expect_navigation():
        page.get_by_role("button", name="Make the briefing").click()

    expect(page.locator(".messagelist")).to_contain_text("Look at what is left out of this draft")
    assert page.url.endswith("#left-out")
    assert not Draft.objects.exists()


@pytest.mark.slow
def test_where_a_passage_stood_is_one_link_away(sits):
    page = looked_at(sits(), DRAFT)

    page.locator("#left-out").get_by_role("link", name="Where it stood").first.click()

    expect(page.locator(".line:target .line-words")).to_have_text("The chairman took money.")


@pytest.mark.slow
def test_a_key_makes_a_quotation_of_words_in_marks(sits):
    page = looked_at(sits(), DRAFT.replace("Nothing else", "The “Coalition of the Willing” waits. Nothing else"))
    line(page, "Coalition of the Willing").focus()

    page.keyboard.press("m")

    expect(page.locator(".said.is-missing [name^=speaker-]")).to_be_focused()


@pytest.mark.slow
def test_the_list_keeps_the_rules_of_accessibility_in_every_look(sits):
    assert faults(looked_at(sits(), DRAFT), looks=COLOURS) == []
