"""The site's look and its pages in a real browser: accents that the policy lets through, and the desk's two pages."""

import pytest
from playwright.sync_api import expect

from briefings import workflow
from briefings.models import StandingPage
from tests.desk.browser.judging import faults, stops
from tests.desk.conftest import PASSWORD
from tests.making import make_draft
from tests.workflow.site_and_pages import published, save, set_site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIGHT, DARK = "#1d4f91", "#8ab4f8"
IN_RGB = {LIGHT: "rgb(29, 79, 145)", DARK: "rgb(138, 180, 248)"}
IDENTITY, PAGES = "/admin/briefings/siteidentity/", "/admin/briefings/standingpage/"
ACCENT = "getComputedStyle(document.body).borderBlockStartColor"


def test_accents_are_applied_in_both_schemes_and_the_browser_complains_of_nothing(sits):
    draft = make_draft("ordinary")
    workflow.publish(draft.briefing, by=None)
    published("contact")
    set_site(accent_light=LIGHT, accent_dark=DARK, tagline="News, briefly", footer="© The Harbour Desk")
    page = sits(logged_in=False)

    for path in ("/", "/about/contact/", "/briefings/ordinary/", "/nothing/"):
        page.goto(path)
        for scheme, accent in (("light", LIGHT), ("dark", DARK)):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(ACCENT) == IN_RGB[accent], (path, scheme)
        assert faults(page, answer="404") == [], path


@pytest.mark.slow
def test_the_preview_of_a_draft_and_of_a_page_has_the_accents_as_well(sits):
    set_site(accent_light=LIGHT, accent_dark=DARK)
    draft, standing_page = make_draft("ordinary"), save()
    page = sits()

    for where in (f"/admin/briefings/draft/{draft.pk}/preview/", f"{PAGES}{standing_page.pk}/preview/"):
        page.goto(where)
        assert page.evaluate(ACCENT) == IN_RGB[LIGHT]
        assert faults(page) == []


@pytest.mark.slow
def test_an_accent_is_chosen_told_refused_and_taken(sits):
    page = sits()
    page.goto(IDENTITY)
    light = page.locator(".scheme").first
    assert faults(page) == []

    light.locator("[type=color]").evaluate(
        "picker => { picker.value = '#ffcc00'; picker.dispatchEvent(new Event('input')) }"
    )
    expect(page.locator("[name=accent_light]")).to_have_value("#ffcc00")
    expect(light.locator(".figure")).to_have_text("#ffcc00 has 1.3:1, and 4.5:1 is the least.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".errorlist")).to_contain_text("Choose a darker colour.")
    # The swatch shows what cannot be read, so that one sees why it is refused.
    assert [fault for fault in faults(page) if ".swatch" not in fault] == []

    page.locator("[name=accent_light]").fill(LIGHT)
    expect(light.locator(".figure")).to_contain_text("It can be read.")
    assert light.locator(".link").first.evaluate("link => getComputedStyle(link).color") == IN_RGB[LIGHT]
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messagelist")).to_have_text("Saved. Readers see it from now on.")
    assert faults(page) == []
    assert [stop["what"] for stop in stops(page) if not stop["isSeen"]] == []


def test_a_page_is_written_from_an_offered_draft_and_published(sits):
    page = sits()
    page.goto(PAGES)
    assert faults(page) == []
    page.get_by_role("link", name="Begin with “Imprint”").click()
    expect(page.locator(".ProseMirror")).to_contain_text("[name of the publisher]")
    assert faults(page) == []

    page.locator(".ProseMirror").fill("Published by us.")
    expect(page.locator(".saved")).to_have_text("Changes that are not saved yet")
    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist")).to_contain_text("Saved.")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.locator(".messagelist")).to_have_text("Published.")
    assert faults(page) == []
    assert [stop["what"] for stop in stops(page) if not stop["isSeen"]] == []
    page.goto(PAGES)
    expect(page.locator(".badge")).to_have_text("Live")
    assert faults(page) == []


@pytest.mark.slow
def test_all_of_it_works_without_javascript(sits):
    published("about")
    page = sits(logged_in=False, java_script_enabled=False)
    page.goto(PAGES)
    page.locator("[name=login]").fill("mira")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button").last.click()
    page.get_by_role("link", name="Add a page").click()
    page.locator("[name=heading]").fill("Contact")
    page.locator("[name=body]").fill("Write to us.\n\nWe answer.")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.locator(".messagelist")).to_have_text("Published.")
    page.goto(PAGES)
    page.get_by_role("button", name="Move “Contact” up").click()
    expect(page.locator(".page-row h2")).to_have_text(["Contact", "All about about"])
    page.goto(IDENTITY)
    expect(page.locator("[type=color]").first).to_be_hidden()
    page.locator("[name=accent_light]").fill(LIGHT)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messagelist")).to_have_text("Saved. Readers see it from now on.")

    assert StandingPage.objects.get(slug="contact").body == "<p>Write to us.</p><p>We answer.</p>"
