"""Tasks of more than one: two texts of one briefing, a review round, and the withdrawal of what it led to."""

import pytest
from playwright.sync_api import expect

from briefings.models import Draft, User
from tests.desk.browser.sheet import Sheet
from tests.desk.browser.tasks.hand import DESK, DONE, Count, Hand, briefings, says_published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_two_texts_of_one_briefing(hand, sits, live):
    briefings(hand, "The harbour headline")
    tom = Sheet(sits("tom", "editor")).open(live)
    tom.fill("lede", "Tom’s lede.")
    assert tom.save() == "Saved."
    hand.count.begin()
    hand.click(hand.page.locator("#id_lede"))
    hand.press("Control+a")
    hand.type("Mira’s lede.")
    with hand.page.expect_navigation():
        hand.press("Control+s")
    hand.click(hand.page.get_by_label("Yours"))
    hand.follow(hand.page.get_by_role("button", name="Save what is chosen"))

    expect(hand.page.locator(".messagelist")).to_contain_text("Saved, with what you chose")
    assert Draft.objects.get().lede == "Mira’s lede."
    DONE["two texts of one briefing, from the field on"] = hand.count
    assert hand.count.loads <= 2


def test_a_review_round_and_a_withdrawal(hand, sits, live):
    count = hand.count
    wil, tom = (Hand(sits(name, role), count) for name, role in (("wil", "writer"), ("tom", "editor")))
    Draft.objects.update(owner=User.objects.get(username="wil"))
    wil.start(DESK)
    tom.start(DESK)
    sheet = briefings(wil, "The harbour headline")
    wil.click(wil.page.locator("#id_lede"))
    wil.press("Control+End")
    wil.type(" They met.")
    wil.click(wil.page.get_by_label("Note to whoever reviews it"))
    wil.type("The lede is new.")
    wil.follow(wil.page.get_by_role("button", name="Submit for review"))
    tom.follow(tom.page.locator(".masthead").get_by_role("link", name="Briefings", exact=True))
    tom.follow(tom.page.get_by_role("link", name="See what changed"))
    expect(tom.page.locator("main")).to_contain_text("The lede is new.")
    tom.click(tom.page.get_by_label("What is to be changed"))
    tom.type("Say when.")
    tom.follow(tom.page.get_by_role("button", name="Send back"))
    wil.follow(wil.page.locator(".breadcrumbs").get_by_role("link", name="Briefings"))
    wil.follow(wil.page.get_by_role("link", name="The harbour headline", exact=True))
    sheet.has_begun()
    wil.click(wil.page.locator("#id_lede"))
    wil.press("Control+End")
    wil.type(" On Monday.")
    wil.follow(wil.page.get_by_role("button", name="Submit for review"))
    tom.follow(tom.page.locator(".masthead").get_by_role("link", name="Briefings", exact=True))
    tom.follow(tom.page.get_by_role("link", name="See what changed"))
    tom.follow(tom.page.get_by_role("button", name="Approve"))
    tom.click(tom.page.get_by_label("Minor: no date moves"))
    tom.follow(tom.page.get_by_role("button", name="Save and publish"))
    says_published(tom.page)
    DONE["a review round of two, to readers"] = Count(**vars(count))
    hand.start(DESK)
    briefings(hand, "The harbour headline")
    hand.follow(hand.page.get_by_role("link", name="Withdraw"))
    hand.click(hand.page.get_by_label("Notice: what readers find in place of the briefing"))
    hand.type("This briefing was withdrawn: nobody met.")
    hand.follow(hand.page.get_by_role("button", name="Withdraw"))

    expect(hand.page.locator(".messagelist")).to_contain_text("Withdrawn.")
    DONE["a withdrawal"] = hand.count
    for one in (wil, tom):
        one.leave()
