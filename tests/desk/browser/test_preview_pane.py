"""The preview beside the form: it follows what is typed, and shows what others will make of it."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.judging import faults
from tests.desk.browser.samples import long_briefing, of_parts
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1440, "height": 900}
CARD = "canvas => { const data = canvas.getContext('2d').getImageData(0, 0, 1200, 630).data; return data.join() }"


@pytest.fixture
def page(sits):
    page = sits()
    page.set_viewport_size(WIDE)
    return page


@pytest.fixture
def sheet(page):
    sheet = Sheet(page).open(of_parts(12))
    page.get_by_role("button", name="Preview beside").click()
    expect(shown(page).locator("h1")).to_have_text("The wombat headline")
    return sheet


def shown(page):
    return page.frame_locator(".preview-pane iframe")


def ground(page):
    return shown(page).locator("html").evaluate("html => getComputedStyle(html).backgroundColor")


def test_the_pane_follows_what_is_typed_and_stays_where_one_reads(sheet, page):
    shown(page).locator("html").evaluate("html => html.scrollTo(0, 400)")
    sheet.fill("headline", "Another headline")
    expect(shown(page).locator("h1")).to_have_text("Another headline")
    sheet.rich("Heading 0").press_sequentially("Words typed now. ")

    expect(shown(page).locator("body")).to_contain_text("Words typed now.")
    assert shown(page).locator("html").evaluate("html => html.scrollTop") == 400
    assert page.complaints == []


def test_it_shows_what_a_search_a_card_and_a_feed_will_say(sheet, page):
    card = page.locator(".preview-pane canvas")
    before = card.evaluate(CARD)
    sheet.fill("headline", "Allies pledge guarantees")
    sheet.fill("lede", "Thirty-five states met in Paris.")

    search, feed = page.locator("[data-shows=search]"), page.locator("[data-shows=feed]")
    expect(search.locator(".title")).to_have_text("Allies pledge guarantees")
    expect(search.locator(".description")).to_contain_text("Thirty-five states met in Paris.")
    expect(feed.locator(".title")).to_have_text("Allies pledge guarantees")
    expect(feed.locator(".summary")).to_have_text("Thirty-five states met in Paris.")
    assert "Allies pledge guarantees" in card.get_attribute("aria-label")
    assert card.evaluate(CARD) != before
    sheet.fill("headline", "平和")
    expect(card).to_be_hidden()
    expect(page.locator("[data-shows=card] .none")).to_be_visible()


@pytest.mark.slow
def test_width_and_colours_are_chosen_and_remembered(sheet, page):
    frame = page.locator(".preview-pane iframe")
    light = ground(page)
    assert shown(page).locator("html").evaluate("() => innerWidth") == 390
    page.get_by_role("button", name="Desktop").click()
    page.get_by_role("button", name="Dark", exact=True).click()
    assert shown(page).locator("html").evaluate("() => innerWidth") == 1200
    assert ground(page) != light

    page.reload()
    sheet.has_begun()
    expect(shown(page).locator("h1")).to_have_text("The wombat headline")
    assert ground(page) != light
    page.get_by_role("button", name="Light", exact=True).click()
    page.emulate_media(color_scheme="dark")
    assert ground(page) == light
    page.set_viewport_size({"width": 1200, "height": 900})
    expect(frame).to_be_hidden()
    expect(page.get_by_role("button", name="Preview beside")).to_be_hidden()


@pytest.mark.slow
def test_a_form_with_a_fault_keeps_the_page_before_and_says_so(sheet, page):
    sheet.fill("slug", "No Slug!")
    expect(page.locator(".preview-reason")).to_have_text(
        "Some fields need a look. What you see is the text before that."
    )
    expect(shown(page).locator("h1")).to_have_text("The wombat headline")
    sheet.fill("slug", "a-slug")

    expect(page.locator("[data-shows=search] .address")).to_contain_text("/a-slug/")
    expect(page.locator(".preview-reason")).to_have_text("")


@pytest.mark.slow
def test_no_script_runs_in_it_and_a_link_leaves_the_form_alone(sheet, page):
    assert page.locator(".preview-pane iframe").get_attribute("sandbox").split()[0] == "allow-same-origin"
    assert "allow-scripts" not in page.locator(".preview-pane iframe").get_attribute("sandbox")
    with page.context.expect_page() as other:
        shown(page).get_by_role("link", name="Archive").first.click()

    assert other.value.url.endswith("/archive/")
    assert page.url.endswith("/change/")


@pytest.mark.slow
def test_the_form_with_its_pane_is_without_fault(page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    Sheet(page).open(long_briefing())
    page.get_by_role("button", name="Preview beside").click()
    expect(shown(page).locator("h1")).to_have_text("The quokka headline")

    assert faults(page) == []
