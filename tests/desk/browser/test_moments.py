"""A flash from a phone, and the calendar by keyboard; a schedule says its moment as it is typed."""

import pytest
from playwright.sync_api import expect

from briefings import workflow
from briefings.models import Edition
from tests.desk.browser.judging import faults
from tests.making import NOON, make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 740}


@pytest.mark.parametrize("scripts", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_flash_is_out_in_eight_taps_on_a_phone(sits, scripts):
    page = sits("ed", "editor", new=True, has_touch=True, java_script_enabled=scripts)
    page.set_viewport_size(PHONE)
    taps = 0

    def tap(locator, words=None):
        nonlocal taps
        taps += 1
        box = locator.bounding_box()
        assert 0 <= box["x"] <= PHONE["width"] - box["width"]
        locator.tap()
        if words:
            locator.fill(words)

    page.goto("/admin/")
    tap(page.get_by_role("link", name="Flash"))
    tap(page.get_by_label("Headline"), "Bridge falls")
    tap(page.get_by_label("Lede"), "The bridge fell at noon.")
    tap(page.get_by_label("Topics"), "Roads")
    tap(page.get_by_role("button", name="Look at it"))
    expect(page.get_by_text("More follows.", exact=True)).to_be_visible()
    tap(page.get_by_role("button", name="Publish now"))

    expect(page.locator(".messagelist")).to_contain_text("told that more follows")
    assert Edition.objects.get().kind == "first"
    assert taps <= 8


@pytest.mark.slow
def test_the_calendar_moves_and_calls_off_by_keyboard_alone(sits):
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None, live_from=NOON)
    page = sits("ed", "editor")
    page.goto(f"/admin/briefings/draft/calendar/?from={NOON:%Y-%m-%d}")
    assert faults(page) == []

    def reach(name):
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent").strip().startswith(name):
                return
        raise AssertionError(f"{name} is not reached")

    reach("Change its moment")
    page.keyboard.press("Enter")
    page.wait_for_url("**/act/reschedule/")
    page.get_by_label("New moment").fill("2041-06-01T12:00")
    page.keyboard.press("Enter")
    expect(page.get_by_text("press the button once more")).to_be_visible()
    page.get_by_label("New moment").press("Enter")
    expect(page.get_by_text("Scheduled anew.")).to_be_visible()
    assert Edition.objects.scheduled().get().live_from.year == 2041
    page.goto("/admin/briefings/draft/calendar/?from=2041-06-01")
    reach("Call off")
    page.keyboard.press("Enter")
    page.wait_for_url("**/act/call-off/")
    reach("Call off what is scheduled")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Called off.")).to_be_visible()
    assert not Edition.objects.scheduled().exists()


def test_the_button_says_the_moment_that_is_typed_and_schedules_for_no_other(sits, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    draft = make_draft("quokka")
    page = sits("ed", "editor")
    page.goto(f"/admin/briefings/draft/{draft.pk}/change/")
    button = page.locator("[name=_publish]")
    page.get_by_label("From a later moment").check()
    moment = page.locator("#id_publish-moment")

    moment.fill("2041-03-31T02:30")  # the clocks skip it
    expect(button).to_have_text("Save and schedule")
    moment.fill("2041-06-01T00:30")
    expect(button).to_have_text("Schedule for Sat 1 Jun 2041, 00:30 (Fri 31 May 22:30 UTC)")
    button.click()

    expect(page.get_by_text("Scheduled for Sat 1 Jun 2041, 00:30 (Fri 31 May 22:30 UTC).")).to_be_visible()
    assert f"{Edition.objects.get().live_from:%Y-%m-%d %H:%M}" == "2041-05-31 22:30"
