"""What the writing page says while one writes: house style that one key replaces, and the panel in its own words."""

import pytest
from playwright.sync_api import expect

from briefings import workflow
from briefings.content import SectionBlock, new_key
from briefings.models import StyleRule
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>An <strong>e-mail</strong> came. “No e-mail”, they said.</p><p>E-mail helps.</p>"


@pytest.fixture
def sheet(sits):
    StyleRule.objects.create(wrong="e-mail", right="email")
    section = SectionBlock(key=new_key("s"), heading="The e-mail", body=BODY)
    draft = make_draft("quokka", blocks=(section,), faq=())
    workflow.publish(draft.briefing, by=None)
    return Sheet(sits()).open(draft)


def test_one_key_replaces_in_the_part_outside_of_quotations_and_undo_takes_it_back(sheet):
    page = sheet.page
    surface = page.locator(".part-section .ProseMirror").first
    before = surface.inner_text()

    page.locator("[data-style]").first.focus()
    page.keyboard.press("Enter")

    expect(surface).to_contain_text("An email came. “No e-mail”, they said.")
    expect(surface).to_contain_text("Email helps.")
    expect(surface.locator("strong")).to_have_text("email")
    expect(page.locator("[name=section-0-heading]")).to_have_value("The email")
    assert sheet.save() == "Saved."
    expect(page.locator("[data-style]")).to_have_count(0)
    surface.focus()
    for _ in range(4):
        page.keyboard.press("Control+z")
    assert surface.inner_text() == before


@pytest.mark.slow
def test_the_button_says_schedule_where_it_schedules(sheet):
    button = sheet.page.locator("[name=_publish]")
    expect(button).to_have_text("Save and publish")

    sheet.panel.get_by_label("From a later moment").check()
    expect(button).to_have_text("Save and schedule")
    sheet.panel.get_by_label("Now", exact=True).check()
    expect(button).to_have_text("Save and publish")


def test_a_correction_is_shown_as_readers_will_read_it_and_what_is_said_twice_is_told(sheet):
    told = sheet.page.locator(".as-told")
    expect(told).to_be_hidden()

    sheet.panel.get_by_label("Correction: something was wrong").check()
    sheet.page.locator("[name=publish-is_right]").fill("Eleven people died.")
    sheet.page.locator("[name=publish-was_wrong]").fill("An earlier version said that ten died.")
    expect(told).to_contain_text("Eleven people died.")
    expect(told).to_contain_text("It said before: An earlier version said that ten died.")
    expect(told.locator(".repeats")).to_be_visible()

    sheet.page.locator("[name=publish-was_wrong]").fill("Ten people died.")
    expect(told.locator(".repeats")).to_be_hidden()


def test_the_kind_of_change_follows_a_save_until_somebody_chooses(sheet):
    page = sheet.page
    chosen = page.locator("[name=publish-change]:checked")
    expect(chosen).to_have_count(0)

    sheet.fill("lede", "The quokka ledes.")
    assert sheet.save() == "Saved."
    expect(chosen).to_have_value("minor")
    sheet.fill("lede", "All of it was written anew since then.")
    assert sheet.save() == "Saved."
    expect(chosen).to_have_value("major")

    sheet.panel.get_by_label("Minor: no date moves").check()
    sheet.fill("lede", "And once more, at some length.")
    assert sheet.save() == "Saved."
    expect(chosen).to_have_value("minor")
