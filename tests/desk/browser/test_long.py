"""Much text: it is saved as it is, or the editor is told before anything is sent, or a page says it in a sentence."""

import pytest
from playwright.sync_api import expect

from briefings.models import Draft, Revision
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIVE_MB = "word " * 1_000_000


def set_text(page, name, text):
    """As if it had been pasted, without the minutes that typing it would take."""
    put = "([name, text]) => { document.querySelector(`#draft_form [name='${name}']`).value = text }"
    page.evaluate(put, [name, text])


@pytest.mark.slow
def test_a_form_of_120_parts_is_saved_in_its_order(sits):
    sheet = Sheet(sits()).open(of_parts(118))
    sheet.press("Heading 116", "Duplicate")
    sheet.page.keyboard.type(" again")
    sheet.add("section")
    sheet.page.keyboard.type("Heading 118")
    sheet.press("Heading 118", "Move up")
    sheet.into("Heading 0")
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" And more.")

    assert sheet.save() == "Saved."
    sections = saved().sections
    order = [*range(117), "116 again", 118, 117]
    assert [section.heading for section in sections] == [f"Heading {place}" for place in order]
    assert len({section.key for section in sections}) == 120
    assert (sections[0].body, sections[117].body) == ("<p>Text 0. And more.</p>", "<p>Text 116.</p>")


@pytest.mark.slow
def test_five_megabytes_are_refused_before_they_are_sent_and_the_text_is_still_there(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    set_text(sheet.page, "lede", FIVE_MB)
    sheet.bar.get_by_role("button", name="Save", exact=True).click()

    expect(sheet.page.get_by_role("alert")).to_contain_text("Not sent: this is 5.0 MB of text, and 4.0 MB is the most.")
    assert len(sheet.page.locator("#id_lede").input_value()) == len(FIVE_MB)
    assert Revision.objects.count() == 1

    sheet.fill("lede", "Shorter.")
    assert sheet.save() == "Saved."


@pytest.mark.slow
def test_what_fits_by_its_bytes_is_saved_in_any_script(sits):
    sheet = Sheet(sits()).open(of_parts(4))
    body = f"<p>{'слово ' * 50_000}</p>"  # 2.2 MB in all, and three times that where a form writes each byte as %D1
    for place in range(4):
        set_text(sheet.page, f"section-{place}-body", body)

    assert sheet.save() == "Saved."
    assert [len(section.body) for section in saved().sections] == [len(body)] * 4


def test_a_field_that_is_too_long_says_so_and_keeps_its_text(sits):
    sheet = Sheet(sits()).open(of_parts(1))
    set_text(sheet.page, "lede", "word " * 5_000)

    assert "one field needs a look" in sheet.save()
    expect(sheet.page.locator(".field-lede")).to_contain_text("This holds 25000 characters; 20000 is the most.")
    assert len(sheet.page.locator("#id_lede").input_value()) == 25_000


@pytest.mark.slow
def test_without_javascript_five_megabytes_get_a_page_with_a_sentence(sits):
    draft = of_parts(1)
    page = sits(java_script_enabled=False)
    page.goto(f"/admin/briefings/draft/{draft.pk}/change/")
    set_text(page, "lede", FIVE_MB)
    page.locator(".bar").get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("h1")).to_have_text("This is too much at once")
    expect(page.locator("main")).to_contain_text("Nothing was saved.")
    assert Draft.objects.get().version == 1
