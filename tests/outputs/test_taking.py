"""The buttons that a script puts on a page: what they copy, what they say, and that a page without it has none."""

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.translation import override

from briefings.outputs.metadata import of_lists
from briefings.outputs.page import parts
from tests.outputs.makers import LATER, PATH, SITE, make_briefing, make_content, quote, section
from tests.outputs.pages import arabic_content, rendered

STATIC = Path(__file__).parents[2] / "briefings" / "static" / "briefings"
ASKING = replace(SITE, error_address="errors@news.example")
ADDRESS = f"https://news.example{PATH}"
PHONE = {"viewport": {"width": 360, "height": 800}, "has_touch": True, "is_mobile": True}


def html(content=None, *, site=ASKING):
    briefing = make_briefing(content=content or made())
    language = briefing.content.language
    with override(language):
        page = parts(briefing.content, as_of=LATER.date())
        return rendered("briefings/briefing.html", site=site, briefing=briefing, page=page)


def made():
    pull = quote("qdddddddd", "Peace.\nIt is a virtue.", section=None)
    return make_content(blocks=(section("<p>He is “fair”.</p>"), quote("qaaaaaaaa", "fair"), pull))


@pytest.fixture
def opened(browser):
    """Opens HTML at an address; every request is answered here."""
    contexts = []

    def _opened(body, *, url=ADDRESS, may_copy=True, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        if may_copy and url.startswith("https"):
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
        page.route("**/static/briefings/*", lambda route: route.fulfill(path=STATIC / route.request.url.split("/")[-1]))
        page.goto(url)
        return page

    yield _opened
    for context in contexts:
        context.close()


def taken(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_the_script_is_small():
    assert (STATIC / "taking.js").stat().st_size < 3 * 1024


@pytest.mark.browser
def test_a_quotation_is_copied_by_keyboard_and_that_is_said(opened):
    page = opened(html())
    button = page.get_by_role("button", name="Copy quotation").first

    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Copied").wait_for()

    assert taken(page) == page.locator("[data-quotation]").first.get_attribute("data-quotation")
    assert button.text_content() == "Copied"
    assert button.evaluate("button => button === document.activeElement")


@pytest.mark.browser
def test_the_link_to_the_page_is_copied_without_what_was_added_to_its_address(opened):
    page = opened(html(), url=f"{ADDRESS}?utm_source=letter#saaaaaaaa")

    page.locator(".facts").get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()

    assert taken(page) == ADDRESS


@pytest.mark.browser
def test_where_the_link_to_a_part_was_followed_its_link_can_be_copied_and_its_error_reported(opened):
    page = opened(html())
    part = page.locator("#saaaaaaaa")
    assert not part.get_by_role("button", name="Copy link").is_visible()

    part.locator(".self").click()
    part.get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()

    assert taken(page) == f"{ADDRESS}#saaaaaaaa"
    whole = page.locator(".report a").get_attribute("href")
    assert part.locator(".tools a").get_attribute("href") == f"{whole}%23saaaaaaaa"
    assert page.locator("#qdddddddd .tools a").get_attribute("href") == f"{whole}%23qdddddddd"


@pytest.mark.browser
def test_what_the_browser_does_not_allow_is_said(opened):
    page = opened(html(), may_copy=False)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException()) }")

    page.get_by_role("button", name="Copy quotation").first.click()

    page.get_by_role("status").filter(has_text="Not copied").wait_for()


@pytest.mark.browser
def test_a_page_that_came_without_tls_has_no_buttons_that_could_not_copy(opened):
    page = opened(html(), url=ADDRESS.replace("https", "http"))

    assert page.locator("main button").count() == 0
    assert page.locator(".tools a").count() > 0


@pytest.mark.browser
def test_without_javascript_there_are_no_buttons_and_the_letter_is_there(opened):
    page = opened(html(), java_script_enabled=False)

    assert page.locator("main button").count() == 0
    assert page.locator(".report a").is_visible()


@pytest.mark.browser
def test_without_an_address_for_errors_the_script_offers_none(opened):
    page = opened(html(site=SITE))

    assert page.locator("a[href^=mailto]").count() == 0
    assert page.locator("main button").count() > 0


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_on_a_phone_the_buttons_are_large_enough_for_a_thumb_in_either_direction(opened, scheme):
    for content in (made(), arabic_content()):
        page = opened(html(content), url=f"{ADDRESS}#saaaaaaaa", color_scheme=scheme, **PHONE)
        buttons = [one for one in page.locator(".tools button, .tools a").all() if one.is_visible()]

        assert len(buttons) > 3
        assert min(one.bounding_box()["height"] for one in buttons) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert Axe().run(page).response["violations"] == []


@pytest.mark.browser
def test_the_buttons_speak_the_language_of_the_briefing(opened):
    page = opened(html(arabic_content()))

    assert page.locator("main button").first.text_content() == "انسخ الرابط"
    assert page.locator("[data-quotation] button").first.text_content() == "انسخ الاقتباس"


@pytest.mark.browser
def test_each_address_of_a_feed_can_be_copied(opened):
    metadata = of_lists.feeds(SITE, url=f"{SITE.url}/feeds/")
    page = opened(rendered("briefings/feeds.html", topics=(), metadata=metadata), url="https://news.example/feeds/")

    page.get_by_role("button", name="Copy address (https://news.example/corrections/atom.xml)").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()

    assert taken(page) == "https://news.example/corrections/atom.xml"
    assert page.locator("dd button").count() == page.locator("dd").count()
