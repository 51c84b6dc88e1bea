"""From the login to a published briefing and to a published change, by keyboard alone; and how many clicks by mouse."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.models import Edition
from tests.desk.browser.samples import saved
from tests.desk.browser.sheet import Sheet
from tests.desk.conftest import PASSWORD
from tests.making import LONG_AGO, make_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = """
() => {
  const element = document.activeElement
  const labels = [...(element.labels ?? [])].map(label => label.textContent.trim())
  return [element.getAttribute("aria-label"), ...labels, element.textContent.trim(), element.name]
    .filter(Boolean).map(text => text.replace(/\\s+/g, " "))
}
"""
MOST = 150


class Keyboard:
    """Somebody who has a keyboard and nothing else. `keys` counts what was pressed, a text typed as one."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text):
        self.page.keyboard.type(text)
        self.keys += 1

    def tab_to(self, name):
        """Tabs on until what has the focus goes by that name."""
        for _ in range(MOST):
            if name in self.page.evaluate(FOCUSED):
                return
            self.press("Tab")
        raise AssertionError(f"The tab key does not lead to “{name}”.")

    def write(self, name, text):
        self.tab_to(name)
        self.type(text)

    def follow(self, name, *, key="Enter"):
        """Opens or sends what goes by that name, and waits for the page that comes."""
        self.tab_to(name)
        with self.page.expect_navigation():
            self.press(key)


@pytest.fixture
def keyboard(sits):
    keyboard = Keyboard(sits("mira", "chief", logged_in=False))
    keyboard.page.goto(reverse("admin:index"))
    keyboard.write("User name", "mira")
    keyboard.write("Password", PASSWORD)
    with keyboard.page.expect_navigation():
        keyboard.press("Enter")
    return keyboard


def test_a_first_briefing_and_a_minor_change_are_published_by_keyboard_alone(keyboard):
    page = keyboard.page
    keyboard.follow("Add briefing")
    keyboard.write("Headline", "Allies pledge guarantees")
    keyboard.write("Lede", "Thirty-five states met in Paris.")
    keyboard.write("Topics", "Ukraine")
    keyboard.write("Heading", "What happened")
    keyboard.write("Text", "They called it “our pledge”.")
    keyboard.tab_to("Add quote")
    keyboard.press("Enter")
    keyboard.type("our pledge")
    keyboard.write("Speaker", "Ada Byron")
    keyboard.write("Role, as held then", "minister")
    keyboard.tab_to("Speaker confirmed")
    keyboard.press("Space")
    keyboard.follow("Save and publish")
    assert page.locator(".messagelist").inner_text().startswith("Published. Readers have it at ")

    text = saved()
    assert [section.body for section in text.sections] == ["<p>They called it “our pledge”.</p>"]
    assert [(quote.words, quote.person.name, quote.section) for quote in text.quotes] == [
        ("our pledge", "Ada Byron", text.sections[0].key)
    ]

    keyboard.keys = 0
    keyboard.tab_to("Lede")
    keyboard.press("Control+End")
    keyboard.type(" A ceasefire is next.")
    keyboard.tab_to("Skip the parts")
    keyboard.press("Enter")
    keyboard.tab_to("Minor: no date moves")
    keyboard.press("Space")
    keyboard.follow("Save and publish")
    assert page.locator(".messagelist").inner_text().startswith("Published.")
    assert keyboard.keys < 36  # however many parts there are

    assert saved().lede == "Thirty-five states met in Paris. A ceasefire is next."
    assert list(Edition.objects.order_by("seq").values_list("kind", flat=True)) == ["first", "minor"]
    assert page.complaints == []


def test_on_a_telephone_the_frame_is_all_there_and_is_used_by_keyboard(keyboard):
    page = keyboard.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    for place in page.locator(".masthead a").all():
        expect(place).to_be_in_viewport(ratio=1)

    keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    keyboard.press("Enter")
    keyboard.press("Tab")
    expect(page.get_by_role("link", name="Paste a draft")).to_be_focused()

    page.reload()
    keyboard.write("Search all that you may see", "quokka")
    with page.expect_navigation(url="**/find/?q=quokka"):
        keyboard.press("Enter")

    account = page.locator("#account")
    keyboard.tab_to("mira ▾")
    expect(account).to_be_hidden()
    keyboard.press("Enter")
    expect(account).to_be_visible()
    keyboard.press("Tab")
    expect(page.get_by_role("link", name="What I am told")).to_be_focused()
    keyboard.press("Escape")
    expect(account).to_be_hidden()
    expect(page.get_by_role("button", name="mira")).to_be_focused()


@pytest.mark.slow
def test_a_minor_change_takes_six_clicks_from_the_door_by_mouse(sits):
    make_edition("quokka", live_from=LONG_AGO)
    page, clicks = sits("mira", "chief", logged_in=False), 0
    page.goto(reverse("admin:index"))
    expect(page.locator("[name=login]")).to_be_focused()
    page.keyboard.type("mira")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)

    for step in (
        page.get_by_role("button", name="Log in"),
        page.locator(".masthead").get_by_role("link", name="Briefings", exact=True),
        page.get_by_role("link", name="The quokka headline"),
        page.locator("#id_lede"),
        page.get_by_label("Minor: no date moves"),
        page.get_by_role("button", name="Save and publish"),
    ):
        step.click()
        clicks += 1
        if clicks == 4:
            page.keyboard.type("Changed. ")
    expect(page.locator(".messagelist")).to_contain_text("Published.")

    assert clicks == 6
    assert Edition.objects.order_by("seq").last().kind == "minor"


@pytest.mark.slow
def test_what_shows_while_it_has_the_focus_moves_nothing_from_under_the_mouse(sits):
    sheet = Sheet(sits()).open(make_edition("quokka", live_from=LONG_AGO).briefing.draft)
    before = sheet.page.locator(".fold-all").bounding_box()
    skip = sheet.page.get_by_role("link", name="Skip the parts")
    skip.focus()
    expect(skip).to_be_in_viewport()
    assert sheet.page.locator(".fold-all").bounding_box() == before

    sheet.page.locator(".fold-all").click()
    assert sheet.page.locator(".part:not(.collapsed):visible").count() == 0
