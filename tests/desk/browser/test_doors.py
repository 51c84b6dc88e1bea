"""The front page put in order by key and by mouse, the site at a moment, and a draft as a stranger reads it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from briefings.admin.site_at.moments import stamp
from briefings.models import DraftLinkOpening, User
from briefings.workflow.pages import front_page
from tests.desk.browser.judging import IS_THOROUGH, ONE_LOOK, faults
from tests.making import DAY, NOON, make_draft, make_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FRONT = "/admin/briefings/frontpage/"
LOOKS = [(1440, "dark", ""), (390, "light", ""), (390, "dark", "")] if IS_THOROUGH else ONE_LOOK


def placed() -> list[str]:
    return [place.briefing for place in front_page.current_front()[0].places]


def test_the_front_page_is_put_in_order_by_key_and_by_mouse_and_looked_at(sits):
    those = [make_edition(word, live_from=timezone.now() - DAY).briefing for word in ("quokka", "wombat", "numbat")]
    page = sits()
    page.goto(FRONT)
    for at, one in enumerate(those, start=1):
        page.select_option(f"[name=briefing_{at + at // 3}]", str(one.uuid))
    expect(page.locator("#place-3 .gap")).to_be_visible()
    assert faults(page, looks=LOOKS) == []

    expect(page.get_by_role("button", name="Place 4: down")).to_be_disabled()
    page.get_by_role("button", name="Place 4: to the top").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".moved")).to_have_text("Moved to place 1.")
    expect(page.get_by_role("button", name="Place 1: down")).to_be_focused()
    page.locator("#place-3 .handle").drag_to(page.locator("#place-2"))
    expect(page.locator("[name=briefing_2]")).to_have_value(str(those[1].uuid))
    expect(page.get_by_role("button", name="Place 2: up")).to_be_focused()
    expect(page.locator("#place-3 .gap")).to_be_hidden()

    with page.context.expect_page() as opened:
        page.get_by_role("button", name="See the front page like this").click()
    main = opened.value.locator("main").inner_text()
    assert main.index("The numbat headline") < main.index("The wombat headline") < main.index("The quokka headline")
    assert placed() == []
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Readers see it from now on.")
    assert placed() == [str(those[at].uuid) for at in (2, 1, 0)]


def test_a_stranger_reads_the_draft_on_a_phone_and_the_desk_counts_it(sits):
    editor = sits()
    draft = make_draft("quokka", by=User.objects.get(username="mira"))
    editor.goto(f"/admin/briefings/draft/{draft.pk}/change/")
    editor.get_by_role("link", name="Show to somebody").click()
    editor.get_by_label("For whom").fill("Dr. Berger")
    editor.get_by_role("button", name="Make the link").click()
    assert faults(editor, looks=LOOKS) == []
    address = editor.locator("#made-address").input_value()
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.get_by_role("button", name="Copy address").click()
    expect(editor.locator(".made .tools button")).to_have_text("Copied")
    assert editor.evaluate("() => navigator.clipboard.readText()") == address

    stranger = sits(logged_in=False, new=True)
    stranger.goto(address.partition("/preview/")[1] + address.partition("/preview/")[2])
    assert "quokka" not in stranger.content()
    assert faults(stranger, looks=LOOKS) == []
    stranger.get_by_role("link", name="Read the draft").click()
    expect(stranger.locator("h1")).to_have_text("The quokka headline")
    expect(stranger.locator(".banner")).to_contain_text("For Dr. Berger, until")
    assert faults(stranger, looks=LOOKS) == []

    assert DraftLinkOpening.objects.count() == 1
    editor.goto(editor.url)
    editor.get_by_role("button", name="End now").click()
    expect(editor.locator(".shown-to")).to_contain_text("Opened once")
    stranger.reload()
    expect(stranger.locator("h1")).to_have_text("There is no page at this address")


@pytest.mark.slow
def test_the_site_at_a_moment_is_walked_by_its_links(sits):
    make_edition("quokka", live_from=NOON, topics=("marmots",))
    page = sits()
    page.goto(f"/admin/site-at/{stamp(NOON)}/")
    assert faults(page, looks=LOOKS) == []

    page.get_by_role("link", name="The quokka headline").first.click()
    expect(page.locator("h1")).to_have_text("The quokka headline")
    assert page.url.endswith(f"{stamp(NOON)}/briefings/quokka/")
    assert faults(page, looks=LOOKS) == []
    page.get_by_label("Another moment").fill("2040-06-01T11:59:59")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("h1")).to_have_text("There is no page at this address")
    page.get_by_role("link", name="Next change").click()
    expect(page.locator("h1")).to_have_text("The quokka headline")
