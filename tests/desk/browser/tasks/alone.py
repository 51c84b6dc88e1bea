"""Tasks of one editor: a typo, a new briefing, a pasted draft, a schedule, a correction."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from briefings import working_copy
from briefings.models import Draft, Edition
from tests.desk.browser.reviewing import TWO_GUESSES, has_begun, says
from tests.desk.browser.sheet import Sheet
from tests.desk.browser.tasks.hand import DONE, briefings, says_published
from tests.desk.pictures.making import bytes_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_typo_in_a_live_briefing(hand, live):
    sheet = briefings(hand, "The harbour headline")
    hand.caret(sheet.rich("Letters"), behind="recie")
    hand.press("Backspace", "Backspace")
    hand.type("ei")
    hand.follow(sheet.panel.get_by_role("button", name="Save and publish"))

    says_published(hand.page)
    assert "received" in Draft.objects.get().sections.get().body
    assert Edition.objects.latest("seq").kind == "minor"
    DONE["a typo in a live briefing"] = hand.count
    assert hand.count.clicks <= 4
    assert hand.count.loads <= 3


def test_a_new_briefing_with_a_picture(hand):
    page = hand.page
    hand.follow(page.get_by_role("link", name="Add briefing").or_(page.locator(".model-draft .addlink")).first)
    sheet = Sheet(page)
    sheet.has_begun()
    hand.type("Ferry crews return to work")
    hand.press("Tab")
    hand.type("The strike at the harbour ends on Thursday, before the talks begin.")
    hand.press("Tab")
    hand.type("Harbour")
    hand.press("Enter")
    hand.click(page.locator("[name=section-0-heading]"))
    hand.type("What happened")
    hand.press("Tab", "Tab")
    surface = page.locator(".part-section:not(.empty-form) .ProseMirror").first
    hand.type("The union’s chair, Mara Lind, met the press. “We won what we came for,” said Mara Lind.")
    hand.drag(surface, "We won what we came for")
    hand.press("Alt+Shift+Q")
    quote = page.locator(".part-quote:not(.empty-form)")
    expect(quote.locator("[name$=-speaker]")).to_be_focused()
    hand.click(quote.get_by_label("Speaker confirmed"))
    hand.click(page.get_by_role("button", name="Add picture"))
    hand.click(page.locator(".part-figure:not(.empty-form)").get_by_role("button", name="Choose a picture…"))
    with page.expect_file_chooser() as asked:
        hand.click(page.locator("#chooser-file"))
    asked.value.set_files({"name": "ferry.jpg", "mimeType": "image/jpeg", "buffer": bytes_of(size=(640, 400))})
    expect(page.locator("#chooser-credit")).to_be_focused()
    hand.type("Ada Lens / Harbour Desk")
    hand.press("Enter")
    shows = page.locator(".part-figure:not(.empty-form)").get_by_label("What it shows")
    expect(page.get_by_role("dialog")).to_have_count(0)
    hand.press("Tab", "Tab")
    expect(shows).to_be_focused()
    hand.type("A ferry at the northern pier")
    hand.click(page.get_by_role("button", name="Add source"))
    hand.type("Statement of the port, 29 November")
    hand.click(page.get_by_role("button", name="Questions and answers"))
    hand.click(page.get_by_role("button", name="Add question"))
    hand.type("When do the ferries run again?")
    hand.press("Tab", "Tab")
    hand.type("From Thursday morning on.")
    hand.follow(sheet.panel.get_by_role("button", name="Save and publish"))

    says_published(page)
    text = working_copy.read(Draft.objects.get())
    assert [block.type for block in text.blocks] == ["section", "quote", "figure"]
    assert (text.quotes[0].person.name, text.quotes[0].role) == ("Mara Lind", "union’s chair")
    assert [entry.answer for entry in text.faq] == ["<p>From Thursday morning on.</p>"]
    assert [source.title for source in text.sources] == ["Statement of the port, 29 November"]
    DONE["a new briefing with a picture, a quote, a source and a question"] = hand.count
    assert hand.count.clicks <= 15
    assert hand.count.twice == []


def test_a_pasted_draft(hand):
    page = hand.page
    hand.follow(page.get_by_role("link", name="Paste a draft").first)
    hand.paste(TWO_GUESSES)
    hand.follow(page.get_by_role("button", name="Read it"))
    has_begun(page)
    hand.press("n")
    expect(page.locator("[name^=confirmed-]:focus")).to_have_count(1)
    hand.press("c")
    says(page, "One speaker is still a guess.")
    hand.press("c")
    says(page, "Every speaker is sure.")
    hand.follow(page.get_by_role("button", name="Make the briefing"))
    sheet = Sheet(page)
    sheet.has_begun()
    hand.click(sheet.page.get_by_role("button", name="Questions and answers"))
    hand.choose(page.locator(".part-question:not(.empty-form) [name$=-open]:visible"), "Show it as an open question")
    hand.follow(sheet.panel.get_by_role("button", name="Save and publish"))

    says_published(page)
    DONE["a pasted draft, to readers"] = hand.count


def test_scheduled_changed_and_called_off(hand, draft):
    page, sheet = hand.page, briefings(hand, "The harbour headline")
    hand.click(sheet.panel.get_by_label("From a later moment"))
    hand.press("Tab")
    moment = timezone.localtime(timezone.now() + timedelta(days=2))
    hand.type(f"{moment:%m%d%Y}")
    hand.press("Tab")
    hand.type(f"{moment:%I%M%p}")
    hand.follow(sheet.panel.get_by_role("button", name="Save and schedule"))
    expect(page.locator(".messagelist")).to_contain_text("Scheduled for")
    sheet.has_begun()
    hand.caret(sheet.rich("Letters"), behind="recie")
    hand.press("Backspace", "Backspace")
    hand.type("ei")
    hand.press("Control+s")
    hand.follow(page.get_by_role("button", name="Issue it again"))
    expect(page.locator(".messagelist")).to_contain_text("Scheduled for")
    hand.follow(page.get_by_role("link", name="Call off what is scheduled"))
    hand.follow(page.get_by_role("button", name="Call off what is scheduled"))

    expect(page.locator(".messagelist")).to_contain_text("Called off.")
    assert not Edition.objects.filter(briefing=draft.briefing).not_called_off().exists()
    DONE["scheduled, changed and called off"] = hand.count


def test_a_correction_and_what_it_changed(hand, live):
    page, sheet = hand.page, briefings(hand, "The harbour headline")
    hand.caret(sheet.rich("Letters"), behind="120")
    hand.press("Backspace", "Backspace")
    hand.type("30")
    hand.click(sheet.panel.get_by_label("Correction: something was wrong"))
    hand.press("Tab")
    hand.type("They got 120 letters.")
    hand.press("Tab")
    hand.type("They got 130 letters.")
    hand.follow(sheet.panel.get_by_role("button", name="Save and publish"))
    says_published(page)
    hand.follow(page.get_by_role("link", name="Versions"))
    hand.follow(page.get_by_role("button", name="Compare").first)

    expect(page.locator(".line").first).to_be_visible()
    assert Edition.objects.latest("seq").kind == "correction"
    DONE["a correction, and what it changed"] = hand.count
