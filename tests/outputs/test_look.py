"""The pages in a real browser: accessible, and never wider than the screen."""

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.translation import override

from briefings.outputs import stylesheet
from briefings.outputs.metadata import of_lists
from briefings.outputs.paging import Paging
from tests.desk.browser.judging import VIOLATIONS
from tests.outputs.makers import SITE
from tests.outputs.pages import ENTRY, public_pages, rendered

SCRIPT = Axe().axe_script
ADDRESS = "https://news.example/"
# States of pages that are asked here all the same; an error says its sentence in the page of any other.
VARIED = {"corrected", "arabic changes", "as published", "removed", "empty home", "empty topic"}
VARIED |= {"400", "403_csrf", "405", "500"}
PAGES = [pytest.param(name, marks=[pytest.mark.slow] if name in VARIED else []) for name in sorted(public_pages())]
STATIC = Path(__file__).parents[2] / "briefings" / "static" / "briefings"


@pytest.fixture(scope="module")
def page(browser):
    """One page for all; every request is answered here, none leaves the machine."""
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/static/briefings/*", lambda route: route.fulfill(path=STATIC / route.request.url.split("/")[-1]))
        yield page


@pytest.fixture
def open_page(page):
    """Opens HTML at a width in a colour scheme."""

    def opened(html, *, width, scheme="light"):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html"), times=1)
        page.goto(ADDRESS)
        return page

    return opened


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_the_screen_wide_and_light_narrow_and_dark(open_page, name):
    page = open_page(public_pages()[name], width=1440)
    page.evaluate(SCRIPT)

    for width, scheme in ((1440, "light"), (768, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert width_of(page) <= width
        assert width == 768 or page.evaluate(VIOLATIONS, "") == []


@pytest.mark.browser
@pytest.mark.parametrize("name", ["403", "404"])
def test_the_lines_of_an_error_are_no_longer_than_those_of_a_briefing(open_page, name):
    measures = [
        open_page(public_pages()[page], width=1440).locator(text).first.bounding_box()["width"]
        for page, text in (("briefing", ".lede"), (name, "main p"))
    ]

    assert measures[0] == measures[1]


@pytest.mark.browser
def test_the_page_adds_no_second_pair_of_quotation_marks(open_page):
    page = open_page(public_pages()["briefing"], width=390)

    assert page.locator(".said").count() == 3
    # A browser, or a reader mode without our stylesheet, puts marks of its own around <q>.
    assert page.locator("q").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("given", ["light", "dark"])
def test_an_accent_of_one_scheme_leaves_the_other_as_it_was(open_page, given):
    style = stylesheet.accents(**{"light": None, "dark": None, given: "#123456"})
    html = f'<link rel="stylesheet" href="/static/briefings/site.css"><style>{style}</style>'

    shown = {
        scheme: open_page(html, width=390, scheme=scheme).evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
        )
        for scheme in ("light", "dark")
    }

    assert shown == {"light": "#8c1d24", "dark": "#f0a29b", given: "#123456"}


@pytest.mark.browser
def test_the_lines_of_an_entry_begin_at_the_side_of_its_language_whatever_the_lists_is(open_page):
    site, entries = replace(SITE, language="ar"), [ENTRY, replace(ENTRY, language="ar")]
    with override("ar"):
        metadata = of_lists.home(site, url="/", entries=entries, paging=Paging())
        html = rendered("briefings/home.html", site=site, metadata=metadata, entries=entries, paging=Paging())
    page = open_page(html, width=320)

    sides = page.locator(".told").evaluate_all("lines => lines.map(line => getComputedStyle(line).textAlign)")
    assert sides == ["start", "right"]
    assert width_of(page) <= 320


@pytest.mark.browser
def test_on_a_phone_a_section_names_each_speaker_once(open_page):
    voices = "page => page.filter(one => one.checkVisibility()).map(one => one.textContent.trim())"
    page = open_page(public_pages()["briefing"], width=390)

    on_a_phone = page.locator(".said-by .speaker").evaluate_all(voices)
    page.set_viewport_size({"width": 1440, "height": 800})
    on_a_desktop = page.locator(".said-by .speaker").evaluate_all(voices)

    witkoff, macron = "Steve Witkoff, US Special Envoy", "Emmanuel Macron, French President"
    assert on_a_phone == [witkoff, macron]
    assert on_a_desktop == [witkoff, witkoff, macron]
