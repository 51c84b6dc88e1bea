"""One briefing from the pasted draft to its withdrawal, by everybody who has a hand in it, with no worker at work."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from briefings import workflow
from briefings.models import Draft, Edition, User
from tests.desk.browser.judging import faults
from tests.desk.browser.reviewing import has_begun
from tests.desk.browser.sheet import Sheet
from tests.desk.pasted_drafts.pasting import DRAFT, HEADLINE

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
START = "/admin/"
PLACES = ("/", "/briefings/harbour-crews-agree-to-talk/", "/feeds/atom.xml")


def readers_find(words: str) -> tuple[int, list[str]]:
    """What the address of the briefing answers, and where of front page, address and feed the words stand."""
    answers = {place: Client().get(place) for place in PLACES}
    shown = [place for place, answer in answers.items() if words in answer.content.decode()]
    return answers[PLACES[1]].status_code, shown


def press(page: Page, name: str, *, role: str = "button") -> None:
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).first.click()


def says(page: Page, words: str) -> None:
    expect(page.locator(".messagelist, .alert[role=alert]:visible").first).to_contain_text(words)


def row(page: Page, section: str) -> None:
    """From the start page by the row of that section, which is the one that there is."""
    page.goto(START)
    expect(page.locator(".told")).to_have_count(0)
    with page.expect_navigation():
        page.locator(f"#{section} a.name").click()


def pasted(page: Page) -> Sheet:
    page.goto(START)
    press(page, "Paste a draft", role="link")
    page.locator("[name=text]").fill(DRAFT)
    press(page, "Read it")
    has_begun(page)
    page.keyboard.press("n")
    expect(page.locator("[name^=confirmed-]:focus")).to_have_count(1)
    page.keyboard.press("c")
    press(page, "Make the briefing")
    sheet = Sheet(page)
    sheet.has_begun()
    sheet.show("Questions and answers")
    page.locator(".part-question [name$=-open]:visible").select_option(label="Show it as an open question")
    assert sheet.save() == "Saved."
    return sheet


def saved_by_both(wil: Sheet, ada: Sheet) -> None:
    """Each changes another part at the same time; one text comes of it."""
    ada.fill("dateline", "Port Anselm")
    assert ada.save() == "Saved."
    wil.page.locator("#id_lede").fill("Ferry crews return to work on Thursday.")
    assert "ada saved a newer text" in wil.save()
    press(wil.page, "Save what is chosen")
    says(wil.page, "Saved, with what you chose")
    text = Draft.objects.get()
    assert (text.dateline, text.lede) == ("Port Anselm", "Ferry crews return to work on Thursday.")


def submitted(page: Page, note: str) -> None:
    Sheet(page).has_begun()
    page.get_by_label("Note to whoever reviews it").fill(note)
    press(page, "Submit for review")
    says(page, "Saved, and submitted for review.")


def approved(page: Page) -> None:
    press(page, "Approve")
    says(page, "Approved")


def test_the_long_story(sits, settings):
    settings.SECOND_PERSON, settings.TIME_ZONE = "always", "Europe/Berlin"
    pages = {}
    for name, role in (("ada", "editor"), ("tom", "editor"), ("cleo", "chief"), ("wil", "writer")):
        pages[name] = sits(name, role)
    wil, ada, tom, cleo = (pages[name] for name in ("wil", "ada", "tom", "cleo"))

    sheet = pasted(wil)
    draft = Draft.objects.get()
    saved_by_both(sheet, Sheet(ada).open(draft))
    submitted(wil, "Ada has the dateline from the port.")
    assert readers_find("Harbour crews") == (404, [])

    # To one who wrote in it, it is not there to review.
    ada.goto(START)
    expect(ada.locator("#to-review")).to_have_count(0)
    row(tom, "to-review")
    expect(tom.locator("main")).to_contain_text("Ada has the dateline from the port.")
    part = tom.locator(".changed-part").filter(has_text="What happens next").first
    part.locator("[data-comment]").click()
    tom.locator("#comment-text").fill("@wil which talks?")
    tom.keyboard.press("Control+Enter")
    expect(part.locator(".comment-text")).to_have_text("@wil which talks?")
    tom.get_by_label("What is to be changed").fill("Say which talks.")
    press(tom, "Send back")
    says(tom, "Sent back, with your note")

    # What waits is told once: in its lists, with the words.
    wil.goto(START)
    expect(wil.locator("#sent-back .note")).to_have_text("Say which talks.")
    expect(wil.locator("#comments .note")).to_have_text("@wil which talks?")
    row(wil, "comments")
    expect(wil.locator("html.scripted .part-section:focus-within .comment-text")).to_have_text("@wil which talks?")
    expect(wil.locator(".part-section:focus-within .comment-text")).to_be_in_viewport()
    sheet.has_begun()
    second = wil.locator(".part-section:focus-within")
    second.get_by_role("button", name="Resolve").click()
    expect(second.locator(".resolved summary")).to_have_text("One resolved comment")
    second.locator("[name$=-heading]").fill("What happens after the talks of Thursday")
    submitted(wil, "Thursday’s.")
    wil.goto(START)
    expect(wil.locator("#waits, .told, #sent-back, #comments")).to_have_count(0)

    row(tom, "to-review")
    expect(tom.locator("main")).to_contain_text("after the talks of Thursday")
    approved(tom)

    # A change after the approval wants a second person again.
    row(ada, "approved")
    sheet = Sheet(ada)
    sheet.has_begun()
    sheet.fill("lede", "Ferry crews go back to work on Thursday.")
    assert sheet.save() == "Saved."
    press(ada, "Save and publish")
    says(ada, "A second person has to approve this text first.")
    assert readers_find("Harbour crews") == (404, [])
    tom.goto(f"/admin/briefings/draft/{draft.pk}/changes/")
    approved(tom)
    wil.goto(START)
    expect(wil.locator(".told li")).to_have_count(2)
    expect(wil.locator(".told")).to_contain_text(f"tom approved “{HEADLINE}”.")

    sheet.open(draft)
    ada.get_by_label("From a later moment").check()
    ada.locator("#id_publish-moment").fill("2041-06-01T00:30")
    press(ada, "Schedule for Sat 1 Jun 2041, 00:30 (Fri 31 May 22:30 UTC)")
    says(ada, "Scheduled for Sat 1 Jun 2041, 00:30 (Fri 31 May 22:30 UTC).")
    press(ada, "See the site at that moment", role="link")
    expect(ada.locator("h1")).to_have_text(HEADLINE)
    expect(ada.locator(".banner.site-at")).to_contain_text("31 May 2041, 22:30 UTC")
    assert readers_find("Harbour crews") == (404, [])

    # Its moment comes: moved ahead by a colleague, and reached with nobody there.
    scheduled, boss = Edition.objects.scheduled().get(), User.objects.get(username="cleo")
    workflow.reschedule(scheduled, by=boss, live_from=timezone.now() + timedelta(seconds=3))
    moment = Edition.objects.latest("seq").live_from
    while timezone.now() < moment:
        tom.wait_for_timeout(50)
    assert readers_find("Harbour crews") == (200, [*PLACES])

    # A chief corrects it alone: it is out, and a colleague has to look.
    cleo.goto(START)
    cleo.locator("#published a.name").click()
    sheet = Sheet(cleo)
    sheet.has_begun()
    sheet.fill("lede", "Ferry crews go back to work on Friday.")
    cleo.get_by_label("Correction: something was wrong").check()
    cleo.get_by_label("What it said before").fill("They go back on Thursday.")
    cleo.get_by_label("What is right").fill("They go back on Friday.")
    press(cleo, "Save and publish")
    says(cleo, "Published.")
    assert readers_find("back to work on Friday") == (200, [*PLACES])
    assert readers_find("They go back on Thursday.")[1] == [PLACES[1], PLACES[2]]
    tom.goto(START)
    expect(tom.locator(".told")).to_have_count(0)
    tom.locator("#published-alone .act").click()
    tom.wait_for_url("**/act/look-at/**")
    press(tom, "Looked at")
    expect(tom.locator("#published-alone")).to_have_count(0)

    cleo.goto(START)
    cleo.locator("#mine, #published").get_by_role("link", name=HEADLINE, exact=True).first.click()
    press(cleo, "Withdraw", role="link")
    cleo.get_by_label("Notice: what readers find in place of the briefing").fill("Nobody has agreed to talk.")
    press(cleo, "Withdraw")
    says(cleo, "Withdrawn.")
    assert readers_find("Nobody has agreed to talk.") == (200, [PLACES[1], PLACES[2]])
    assert readers_find("back to work")[1] == []
    expect(cleo.locator("#published")).to_have_count(0)
    assert {name: wrong for name, page in pages.items() if (wrong := faults(page))} == {}
