"""Nothing typed is lost: not by a killed browser, a server that does not answer, or a login that ended."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from briefings.models import EditBuffer, Revision
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = 8_000  # ms: what is kept within two seconds is there long before, on a machine that is busy too
TWO, TEN = 2_000, 10_000  # ms of the browser's own clock, which nobody waits for


@pytest.fixture
def sits_at_a_clock(sits):
    """Seats somebody at a browser whose clock can be moved on."""

    def seat(*who: str) -> Page:
        page = sits(*who, new=True)
        page.clock.install()
        return page

    return seat


def status(sheet):
    return sheet.bar.locator(".saved")


def types(sheet, words):
    """Key by key, as an editor does, at the end of the lede."""
    sheet.page.locator("[name=lede]").press("End")
    sheet.page.keyboard.type(words)


def is_kept(sheet):
    sheet.page.clock.fast_forward(TWO)
    expect(status(sheet)).to_contain_text("Kept at", timeout=SOON)


def take(sheet):
    """What the page offers of before, taken into the form."""
    sheet.page.get_by_role("link", name="See what differs").click()
    with sheet.page.expect_navigation():
        sheet.page.get_by_role("button", name="Take it into the form").click()
    sheet.has_begun()


def closed_for_long():
    """Nobody has waited long enough for the server to take an open page for closed, so it is told."""
    EditBuffer.objects.update(seen_at="2026-01-01T00:00Z")


def test_what_was_typed_before_the_browser_was_killed_is_offered_on_return(sits, sits_at_a_clock):
    draft = of_parts(2)
    sheet = Sheet(sits_at_a_clock()).open(draft)
    types(sheet, " Typed and never saved.")
    sheet.into("Heading 1")
    sheet.page.keyboard.type("Nor this. ")
    is_kept(sheet)
    sheet.page.close(run_before_unload=False)
    closed_for_long()

    again = Sheet(sits()).open(draft)
    take(again)

    assert again.page.locator("[name=lede]").input_value().endswith("Typed and never saved.")
    expect(again.rich("Heading 1")).to_contain_text("Nor this.")
    assert again.save() == "Saved."
    assert saved().lede.endswith("Typed and never saved.")
    assert Revision.objects.count() == 2


def test_what_was_typed_offline_is_kept_in_the_browser_and_offered_when_the_server_answers_again(sits):
    draft = of_parts(1)
    page = sits(new=True)
    sheet = Sheet(page).open(draft)
    page.context.set_offline(True)
    page.wait_for_function(
        "fetch('/healthz').then(() => false, () => true)"
    )  # it holds a moment later on a busy machine
    types(sheet, " Typed offline.")
    page.keyboard.press("Control+s")
    expect(status(sheet)).to_contain_text("The server does not answer", timeout=SOON)
    assert saved().lede == "The wombat lede."
    other = _same_browser(page)
    page.close(run_before_unload=False)
    other.context.set_offline(False)

    again = Sheet(other).open(draft)
    expect(again.page.locator(".brought-back")).to_be_visible()
    closed_for_long()
    again.page.get_by_role("link", name="Load the page again").click()
    again.has_begun()
    take(again)

    assert again.page.locator("[name=lede]").input_value() == "The wombat lede. Typed offline."


def _same_browser(page: Page) -> Page:
    new = page.context.new_page()
    new.complaints = page.complaints
    return new


@pytest.mark.slow
def test_while_the_database_is_away_typing_goes_on_and_is_kept_when_it_is_back(sits_at_a_clock):
    sheet = Sheet(sits_at_a_clock()).open(of_parts(1))
    sheet.page.route("**/keep/", lambda route: route.fulfill(status=503, body="Come again."))
    types(sheet, " While it was away.")
    sheet.page.clock.fast_forward(TWO)
    expect(status(sheet)).to_contain_text("The server does not answer", timeout=SOON)

    sheet.page.unroute("**/keep/")
    sheet.page.clock.fast_forward(TEN)

    expect(status(sheet)).to_contain_text("Kept at", timeout=15_000)
    assert "While+it+was+away." in EditBuffer.objects.get().fields
    assert sheet.page.evaluate("() => Object.keys(localStorage).filter((name) => name.startsWith('briefings'))") == []


def test_the_next_user_of_the_browser_sees_nothing_of_it(sits_at_a_clock, staff):
    draft = of_parts(1)
    page = sits_at_a_clock()
    sheet = Sheet(page).open(draft)
    page.route("**/keep/", lambda route: route.abort())
    types(sheet, " Mira’s own words.")
    page.clock.fast_forward(TWO)
    expect(status(sheet)).to_contain_text("The server does not answer", timeout=SOON)
    page.unroute_all()
    page.context.clear_cookies()
    _log_in(page, staff("tom", "editor"))

    other = Sheet(_same_browser(page)).open(draft)
    other.page.wait_for_timeout(1_000)

    expect(other.page.locator(".brought-back")).to_be_hidden()
    assert "own words" not in other.page.content()
    assert not EditBuffer.objects.filter(user__username="tom").exclude(fields="").exists()
    other.page.reload()
    assert "See what differs" not in other.page.content()


@pytest.mark.slow
def test_what_the_page_of_one_user_sends_after_another_logged_in_stays_theirs(sits_at_a_clock, staff):
    draft = of_parts(1)
    page = sits_at_a_clock()
    sheet = Sheet(page).open(draft)
    page.context.clear_cookies()
    _log_in(page, staff("tom", "editor"))

    types(sheet, " Still Mira’s.")
    page.clock.fast_forward(TWO)

    expect(status(sheet)).to_contain_text("Somebody else has logged in", timeout=SOON)
    assert not EditBuffer.objects.exclude(fields="").exists()


def _log_in(page, user):
    client = Client()
    client.force_login(user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    origin = page.evaluate("() => location.origin")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": origin}])


@pytest.mark.slow
def test_whoever_logs_out_is_asked_about_what_only_this_browser_keeps(sits_at_a_clock):
    page = sits_at_a_clock()
    sheet = Sheet(page).open(of_parts(1))
    page.route("**/keep/", lambda route: route.abort())
    types(sheet, " Only here.")
    page.clock.fast_forward(TWO)
    expect(status(sheet)).to_contain_text("The server does not answer", timeout=SOON)
    asked = []

    def dismiss(dialog):
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", dismiss)
    page.locator("[popovertarget=account]").click()
    page.locator("#logout-form button").click()
    assert "lose it" in asked[0]
    assert page.evaluate("() => localStorage.length") > 0

    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("() => Object.keys(localStorage)")
    page.locator("#logout-form button").click()
    page.wait_for_url("**/logout/")
    assert page.evaluate("() => Object.keys(localStorage).filter((name) => name.startsWith('briefings'))") == []


def test_who_else_is_here_is_said_within_ten_seconds_and_so_is_their_save(sits_at_a_clock):
    draft = of_parts(1)
    mira = Sheet(sits_at_a_clock("mira")).open(draft)
    tom = Sheet(sits_at_a_clock("tom", "editor")).open(draft)
    here = mira.page.locator(".here")
    mira.page.clock.fast_forward(TEN)
    expect(here).to_contain_text("Also here: tom", timeout=TEN)

    types(tom, " Tom’s.")
    is_kept(tom)
    mira.page.clock.fast_forward(TEN)
    expect(here).to_have_text("Also here, with changes not saved yet: tom", timeout=TEN)

    assert tom.save() == "Saved."
    mira.page.clock.fast_forward(TEN)
    expect(here).to_contain_text("tom saved a newer text at", timeout=TEN)


@pytest.mark.slow
def test_two_windows_of_one_user_keep_a_text_each(sits_at_a_clock):
    draft = of_parts(1)
    page = sits_at_a_clock()
    one = Sheet(page).open(draft)
    other = Sheet(_same_browser(page)).open(draft)
    types(one, " One window.")
    types(other, " The other.")
    is_kept(one)
    is_kept(other)

    kept = {buffer.fields for buffer in EditBuffer.objects.exclude(fields="")}
    assert ["One+window" in fields for fields in sorted(kept, key=lambda fields: "One+window" in fields)] == [
        False,
        True,
    ]
    page.clock.fast_forward(TEN)
    expect(one.page.locator(".here")).to_contain_text("you, in another window", timeout=TEN)

    other.page.on("dialog", lambda dialog: dialog.accept())
    other.page.goto("about:blank")
    page.clock.fast_forward(TEN)
    expect(one.page.locator(".here")).to_have_text("", timeout=TEN)
