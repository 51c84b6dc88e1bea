"""What is typed is not lost: not by leaving, not by a second click, not by a login that ended, not by a preview."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from briefings.models import Draft, Revision
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.desk.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sheet(sits):
    return Sheet(sits()).open(of_parts(2))


def by_typing(sheet):
    sheet.fill("lede", "Typed.")


def in_rich_text(sheet):
    sheet.into("Heading 0")
    sheet.page.keyboard.press("Control+a")
    sheet.part("Heading 0").get_by_role("button", name="bold").click()


def by_mouse(sheet):
    sheet.page.locator(".fold-all").click()
    sheet.part("Heading 1").locator("h3").drag_to(sheet.part("Heading 0"), target_position={"x": 60, "y": 4})
    assert sheet.labels() == ["Heading 1", "Heading 0"]


def by_duplicating(sheet):
    sheet.press("Heading 0", "Duplicate")


def by_deleting(sheet):
    sheet.field("Heading 0", "DELETE").check()


def is_asked_when_leaving(sheet):
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    sheet.page.on("dialog", answer)
    sheet.page.get_by_role("link", name="Home").click()
    if not asked:
        sheet.page.wait_for_url("**/admin/")
    sheet.page.remove_listener("dialog", answer)
    return asked == ["beforeunload"]


def test_whoever_leaves_with_unsaved_changes_is_asked_however_they_were_made(sheet):
    for change in (by_typing, in_rich_text, by_mouse, by_duplicating, by_deleting):
        change(sheet)
        expect(sheet.bar.locator(".saved")).to_contain_text("Changes that are not saved yet")

        assert is_asked_when_leaving(sheet), change
        assert sheet.save() == "Saved.", change
    assert not is_asked_when_leaving(sheet)


@pytest.mark.slow
def test_whoever_changed_nothing_is_not_asked(sheet):
    sheet.press("Heading 0", "Show")
    sheet.show("Questions and answers")

    assert not is_asked_when_leaving(sheet)


@pytest.mark.slow
def test_control_and_s_save_from_wherever_one_is(sheet):
    sheet.into("Heading 0")
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" And more.")
    sheet.page.keyboard.press("Control+s")

    assert sheet.saved() == "Saved."
    assert saved().sections[0].body == "<p>Text 0. And more.</p>"


def test_a_double_click_saves_once(sheet):
    sheet.fill("lede", "Clicked twice.")
    sheet.bar.get_by_role("button", name="Save", exact=True).dblclick()

    assert sheet.saved() == "Saved."
    assert Revision.objects.count() == 2


@pytest.mark.slow
def test_a_double_click_begins_one_briefing(sits):
    sheet = Sheet(sits()).open()
    sheet.fill("headline", "Clicked twice")
    sheet.bar.get_by_role("button", name="Save", exact=True).dblclick()

    assert sheet.saved() == "Saved."
    assert (Draft.objects.count(), Revision.objects.count()) == (1, 1)


@pytest.mark.slow
def test_a_save_that_was_stopped_is_tried_again_and_leaving_still_asks(sits):
    page = sits(new=True)
    page.clock.install()
    sheet = Sheet(page).open(of_parts(2))
    sheet.fill("lede", "Stopped on its way.")
    page.route("**/change/", lambda route: route.abort("aborted"), times=1)
    sheet.bar.get_by_role("button", name="Save", exact=True).click()
    page.clock.fast_forward(10_000)

    assert is_asked_when_leaving(sheet)
    assert sheet.save() == "Saved."
    assert saved().lede == "Stopped on its way."


def test_the_unsaved_text_is_previewed_as_readers_would_get_it_and_stays_unsaved(sheet):
    sheet.fill("headline", "A headline nobody saved")
    sheet.into("Heading 1")
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" Nor this.")
    with sheet.page.context.expect_page() as opened:
        sheet.bar.get_by_role("button", name="Preview", exact=True).click()

    preview = opened.value
    expect(preview.locator("h1")).to_have_text("A headline nobody saved")
    expect(preview.locator("main")).to_contain_text("Text 1. Nor this.")
    expect(preview.get_by_role("complementary", name="Preview")).to_be_visible()
    assert saved().headline == "The wombat headline"
    assert is_asked_when_leaving(sheet)
    assert sheet.save() == "Saved."


def test_a_login_that_ends_meanwhile_costs_no_word(sheet):
    page = sheet.page
    sheet.fill("lede", "Typed before the login ended.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("Control+s")
    assert sheet.saved().startswith("Your login ended. What you type is kept in this browser")

    login_page = page.context.new_page()
    login_page.goto("/admin/login/")
    login_page.locator("[name=login]").fill("mira")
    login_page.locator("[name=password]").fill(PASSWORD)
    with login_page.expect_navigation():
        login_page.get_by_role("button", name="Log in").click()

    page.keyboard.press("Control+s")
    assert sheet.saved() == "Saved."
    assert saved().lede == "Typed before the login ended."
