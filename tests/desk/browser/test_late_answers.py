"""The review of a pasted draft on a slow network: what one does while an answer is under way is not undone by it."""

import pytest
from playwright.sync_api import expect

from briefings.models import Draft
from tests.desk.browser.late import Held
from tests.desk.browser.reviewing import TWO_GUESSES, decisions, has_begun, line, looked_at, paste, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DECIDE = "**/decide/"


@pytest.fixture
def page(sits):
    return looked_at(sits(), TWO_GUESSES)


def role(page, text):
    return line(page, text).locator("select").first


def speakers(page):
    return page.locator(".said[data-open] [name^=speaker-]")


@pytest.mark.slow
def test_a_name_that_is_typed_while_an_answer_comes_is_kept_when_one_goes_on(page):
    held = Held(page, DECIDE)
    with held.one_more():
        role(page, "Talks begin").select_option("question")
    speakers(page).last.fill("Ivo Brandt")
    held.let_go()
    says(page, "Question.")
    expect(speakers(page).last).to_be_focused()
    expect(speakers(page).last).to_have_value("Ivo Brandt")

    page.keyboard.press("Tab")

    says(page, "Ivo Brandt")
    assert [decision.speaker for decision in decisions().marks.values()] == ["Ivo Brandt"]


@pytest.mark.slow
def test_a_name_that_is_half_typed_when_answers_come_is_decided_by_none_of_them(page):
    held = Held(page, DECIDE)
    with held.one_more():
        role(page, "Talks begin").select_option("question")
    role(page, "Ferry crews").select_option("text")
    speakers(page).last.fill("Iv")
    held.let_go()

    says(page, "Plain text.")
    expect(speakers(page).last).to_be_focused()
    expect(speakers(page).last).to_have_value("Iv")
    assert decisions().marks == {}


@pytest.mark.slow
def test_the_focus_stays_where_one_went_meanwhile_and_what_is_typed_there_as_well(page):
    held = Held(page, DECIDE)
    line(page, "Talks begin").focus()
    with held.one_more():
        page.keyboard.press("q")
    speakers(page).last.fill("Ivo Brandt")
    held.let_go()

    says(page, "Question.")
    expect(speakers(page).last).to_be_focused()
    expect(speakers(page).last).to_have_value("Ivo Brandt")


@pytest.mark.slow
def test_after_an_answer_that_broke_off_one_goes_on_deciding(page):
    page.route(DECIDE, lambda route: route.fulfill(content_type="application/json", body='{"html": "<p'), times=1)
    role(page, "Talks begin").select_option("question")
    expect(page.locator(".alert.client")).to_contain_text("The desk cannot be reached.")

    role(page, "Talks begin").select_option("heading")

    says(page, "Section heading.")
    expect(page.locator(".alert.client")).to_be_hidden()


def test_the_briefing_is_made_of_all_that_was_decided_though_it_is_under_way_still(page):
    held = Held(page, DECIDE)
    with held.one_more():
        role(page, "Ferry crews").select_option("lede")
    line(page, "Talks begin").focus()
    page.keyboard.press("x")
    page.get_by_role("button", name="Make the briefing").click()
    held.let_go()

    expect(page.locator("#draft_form")).to_be_visible()
    assert sorted(decisions().roles.values()) == ["lede", "unplaced"]
    assert Draft.objects.count() == 1


@pytest.mark.slow
def test_whoever_leaves_while_a_decision_is_under_way_is_asked(page):
    held = Held(page, DECIDE)
    with held.one_more():
        role(page, "Talks begin").select_option("question")

    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Home").click()
    assert asked == ["beforeunload"]
    held.let_go()
    says(page, "Question.")


@pytest.mark.slow
def test_what_was_chosen_before_the_script_was_there_is_kept_as_well(sits):
    page = sits()
    paste(page)
    held = Held(page, "**/reviewing*.js")
    with held.one_more():
        page.reload(wait_until="commit")
    role(page, "Talks begin").select_option("question")

    held.let_go()

    has_begun(page)
    says(page, "Question.")
    assert set(decisions().roles.values()) == {"question"}
