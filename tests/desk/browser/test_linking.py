"""The dialog of a link: our briefings by their headline, addresses made whole, and what leads nowhere said."""

import pytest
from playwright.sync_api import expect

from briefings.models import Draft
from briefings.working_copy import read
from tests.desk.browser import judging
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.making import LONG_AGO, make_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def opened(sits, **options):
    page = sits(**options)
    sheet = Sheet(page).open(of_parts(1))
    sheet.into("Heading 0")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Address, or words of a headline of ours")
    expect(field).to_be_focused()
    return page, sheet, field


def test_words_of_a_headline_find_a_live_briefing_and_keys_take_it(sits, settings, live_server):
    settings.SITE_URL = live_server.url
    make_edition("quokka", live_from=LONG_AGO, headline="The quokka counts its islands")
    page, sheet, field = opened(sits)
    page.keyboard.type("islands quokka")
    option = page.get_by_role("listbox").get_by_role("option")
    expect(option).to_have_count(1)
    expect(option).to_contain_text("The quokka counts its islands")
    assert judging.faults(page) == []
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    assert field.input_value() == f"{live_server.url}/briefings/quokka/"
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)

    assert sheet.save() == "Saved."
    address = f"{live_server.url}/briefings/quokka/"
    body = read(Draft.objects.get(headline__contains="wombat")).sections[0].body
    assert body == f'<p><a href="{address}" rel="noopener">Text 0.</a></p>'
    assert page.complaints == []


@pytest.mark.slow
def test_a_host_becomes_an_address_and_what_is_none_is_said(sits):
    page, sheet, field = opened(sits)
    for typed in ("/briefings/a/", "not an address", f"{page.url.partition('/admin/')[0]}/admin/", "tel:123"):
        field.fill(typed)
        page.get_by_role("button", name="Update").click()
        assert field.evaluate("field => field.validationMessage") != "", typed
    field.fill("example.org")
    page.get_by_role("button", name="Update").click()
    expect(page.locator("dialog[open]")).to_have_count(0)

    assert sheet.save() == "Saved."
    assert saved().sections[0].body == '<p><a href="https://example.org/" rel="noopener">Text 0.</a></p>'


@pytest.mark.slow
def test_in_german_dark_on_a_telephone(sits, staff):
    user = staff("greta", "chief")
    user.desk_language = "de"
    user.save()
    page = sits("greta", new=True, color_scheme="dark")
    page.set_viewport_size({"width": judging.NARROW, "height": judging.HEIGHT})
    sheet = Sheet(page).open(of_parts(1))
    sheet.into("Heading 0")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Adresse, oder Wörter einer Überschrift von uns")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= judging.NARROW
