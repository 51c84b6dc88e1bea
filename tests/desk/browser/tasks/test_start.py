"""How far away things are after the login, in clicks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from briefings import workflow
from briefings.models import Draft
from tests.desk.browser.tasks.hand import DONE
from tests.making import LONG_AGO, make_draft, make_edition, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def newsroom():
    """Something of each kind, before anybody sits down."""
    workflow.submit(make_draft("waiting").briefing, by=None)
    make_edition("coming", live_from=timezone.now() + timedelta(days=2))
    quote = make_quote("nobody counts the herons any more", speaker="Mara Lind")
    for number in range(3):
        make_edition(f"other-{number}", live_from=LONG_AGO)
    make_edition("found", live_from=LONG_AGO, blocks=(quote,))


def test_what_waits_and_what_is_scheduled_is_there_and_a_quotation_is_two_clicks_away(newsroom, hand):
    page = hand.page

    expect(page.locator("#to-review")).to_contain_text("The waiting headline")
    expect(page.locator("#this-week")).to_contain_text("The coming headline")
    assert hand.count.clicks == 0
    DONE["what waits for me, and what is scheduled this week"] = hand.count

    hand.click(page.get_by_role("searchbox"))
    hand.type("herons")
    with page.expect_navigation():
        hand.press("Enter")
    hand.follow(page.get_by_role("link", name="The found headline"))

    expect(page.locator("[name=headline]")).to_have_value("The found headline")
    DONE["a live briefing by a word in a quotation"] = hand.count
    assert hand.count.clicks <= 2


def test_rows_are_ticked_and_changed_in_bulk_on_a_phone_by_keyboard(newsroom, hand):
    page = hand.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/admin/briefings/draft/?sort=headline")
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    page.get_by_role("checkbox", name="Tick “The waiting headline”").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Plan for a day…").press("Enter")
    expect(page.locator(".to-change li")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    page.get_by_label("Planned for").fill("2039-05-01T09:30")
    page.get_by_role("button", name="Plan for a day").press("Enter")

    expect(page.locator(".messagelist")).to_contain_text("Plan for a day: done for 1 briefing.")
    assert "?sort=headline" in page.url
    assert Draft.objects.exclude(planned_for=None).get().headline == "The waiting headline"
