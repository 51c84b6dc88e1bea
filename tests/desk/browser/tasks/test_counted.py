"""What is done every day, in clicks from the first page on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from briefings import workflow
from briefings.models import Draft, User
from tests.desk.browser.tasks.hand import DESK, DONE, Hand
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ed(sits, staff) -> Iterator[Hand]:
    """An editor at the first page, beside a writer."""
    hand = Hand(sits("ed", "editor"))
    staff("wil", "writer")
    yield hand
    hand.leave()


def user(name: str) -> User:
    return User.objects.get(username=name)


def row(page: Page, section: str, name: str) -> Locator:
    return page.locator(f"#{section}").get_by_role("link", name=name, exact=True)


def test_a_text_is_sent_back_with_a_note_in_three_clicks(ed):
    draft = make_draft("waiting", by=user("wil"))
    workflow.submit(draft.briefing, by=user("wil"))
    page = ed.start(DESK).page

    ed.follow(row(page, "to-review", "The waiting headline"))
    ed.click(page.get_by_label("What is to be changed"))
    ed.type("Say who counted.")
    ed.follow(page.get_by_role("button", name="Send back"))

    expect(page.locator(".messagelist")).to_contain_text("Sent back, with your note")
    DONE["sent back with a note"] = ed.count
    assert ed.count.clicks <= 3


@pytest.mark.slow
def test_a_draft_is_handed_over_in_three_clicks(ed):
    draft = make_draft("given", by=user("ed"))
    page = ed.start(DESK).page

    ed.follow(row(page, "mine", "The given headline"))
    ed.follow(page.get_by_role("link", name="Hand over"))
    ed.follow(page.get_by_role("button", name="wil", exact=True))

    expect(page.locator(".messagelist")).to_contain_text("Handed over.")
    assert Draft.objects.get(pk=draft.pk).owner == user("wil")
    DONE["handed over"] = ed.count
    assert ed.count.clicks <= 3


@pytest.mark.slow
def test_a_live_briefing_leads_in_two_clicks(ed):
    for word in ("older", "newer"):
        workflow.publish(make_draft(word, by=user("wil")).briefing, by=None)
    page = ed.start(DESK).page

    ed.follow(page.locator("#published li").filter(has_text="older").get_by_role("link", name="Lead with this"))
    ed.follow(page.get_by_role("button", name="Lead with this"))

    expect(page.locator(".messagelist")).to_contain_text("It leads the front page.")
    expect(page).to_have_url(re.compile(f"{DESK}$"))
    DONE["lead with it"] = ed.count
    assert ed.count.clicks <= 2
    page.goto("/")
    expect(page.locator("main h2").first).to_have_text("The older headline")


@pytest.mark.slow
def test_a_draft_is_shown_to_a_lawyer_in_three_clicks(ed):
    make_draft("delicate", by=user("ed"))
    page = ed.start(DESK).page

    ed.follow(row(page, "mine", "The delicate headline"))
    ed.follow(page.get_by_role("link", name="Show to somebody"))
    expect(page.get_by_label("For whom")).to_be_focused()
    ed.type("Dr. Berger, lawyer")
    ed.follow(page.get_by_role("button", name="Make the link"))

    expect(page.locator("#made-address")).to_be_focused()
    assert "/preview/" in page.locator("#made-address").input_value()
    DONE["a draft is shown to a lawyer"] = ed.count
    assert ed.count.clicks <= 3
