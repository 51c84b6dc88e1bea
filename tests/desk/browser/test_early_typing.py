"""The writing page on a slow network: typed before its scripts are there, and while what was asked is under way."""

import pytest
from playwright.sync_api import expect

from briefings.models import Person
from tests.desk.browser.late import Held
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Words of somebody"


def asks_when_leaving(page, *, at):
    """Whether the browser asks. The mouse, unlike a locator, does not wait for what is under way."""
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.mouse.click(at["x"] + 5, at["y"] + 5)
    return asked.value.type == "beforeunload"


def home(page):
    return page.get_by_role("link", name="Home").bounding_box()


def test_what_was_typed_before_the_script_was_there_is_not_left_unasked(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    held = Held(sheet.page, "**/writing*.js")
    with held.one_more():
        sheet.page.reload(wait_until="commit")
    sheet.fill("lede", "Typed early.")
    held.let_go()
    sheet.has_begun()

    expect(sheet.bar.get_by_role("status")).to_have_text("Changes that are not saved yet")
    assert asks_when_leaving(sheet.page, at=home(sheet.page))
    assert sheet.save() == "Saved."
    assert saved().lede == "Typed early."


@pytest.mark.slow
def test_whoever_leaves_while_a_save_is_under_way_is_asked(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    sheet.fill("lede", "On its way.")
    way_out = home(sheet.page)
    held = Held(sheet.page, "**/change/")
    with held.one_more():
        sheet.bar.get_by_role("button", name="Save", exact=True).click(no_wait_after=True)

    assert asks_when_leaving(sheet.page, at=way_out)
    held.let_go()
    expect(sheet.page.locator(".bar .saved")).to_have_text("Saved.")


@pytest.mark.slow
def test_an_older_answer_offers_no_names_and_asks_for_no_kind(sits):
    Person.objects.create(name="Ada Byron", kind="public")
    Person.objects.create(name="Adam Smith", kind="private")
    quote = make_quote(WORDS, speaker="Nobody Special").model_copy(update={"person": None})
    sheet = Sheet(sits()).open(make_draft("quokka", blocks=(quote,), authors=()))
    older = Held(sheet.page, "**/suggest/**", first=1)
    with older.one_more():
        sheet.field(WORDS, "speaker").fill("Ada")
    sheet.field(WORDS, "speaker").fill("Ada Byron")
    expect(sheet.field(WORDS, "kind")).to_be_hidden()

    with sheet.page.expect_event("requestfinished"):
        older.let_go()
    sheet.fill("authors", "Adam")

    expect(sheet.page.get_by_role("listbox", name="Names on file")).to_contain_text("Adam Smith")
    expect(sheet.field(WORDS, "kind")).to_be_hidden()
