"""The desk in a browser that runs no script: every button of the writing page is the form's own."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.models import Edition
from tests.desk.browser.samples import saved
from tests.desk.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(sits):
    """Mira at the login, without JavaScript."""
    page = sits("mira", "chief", logged_in=False, java_script_enabled=False)
    page.goto(reverse("admin:briefings_draft_add"))
    page.locator("[name=login]").fill("mira")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("#login-form button, form button").first.click()
    expect(page.locator("h1")).to_have_text("New briefing")
    return page


def write(page, **values):
    for name, value in values.items():
        page.locator(f"[name='{name.replace('__', '-')}']").fill(value)


def press(page, button, *, of=""):
    """Sends the form by one of its buttons, which is what arranges parts here."""
    within = page.locator(f"#{of}") if of else page.locator("#draft_form")
    with page.expect_navigation():
        within.get_by_role("button", name=button, exact=True).click()


def test_a_briefing_is_written_arranged_previewed_and_published(page):
    assert "an empty line begins a new paragraph" in page.locator("noscript").text_content()
    write(page, headline="Allies pledge guarantees", lede="Thirty-five states met.", topics="Ukraine, Défense")
    write(page, section__0__heading="Second", section__0__body="They called it “our pledge”.\n\nThen they left.")
    press(page, "Add section")
    write(page, section__1__heading="First", section__1__body="Before that.")
    press(page, "Move up", of="section-1")
    assert [page.locator(f"[name=section-{n}-heading]").input_value() for n in (0, 1)] == ["First", "Second"]
    press(page, "Duplicate", of="section-0")
    write(page, section__1__heading="First again")
    press(page, "Add quote")
    write(page, quote__0__words="our pledge", quote__0__speaker="Ada Byron", quote__0__role="minister")
    page.locator("[name=quote-0-confirmed]").check()
    press(page, "Add question")
    write(page, question__0__question="Who pays?")
    page.locator("[name=question-0-open]").select_option("shown")
    press(page, "Add source")
    write(page, source__0__title="The communiqué", source__0__url="https://source.example/")
    press(page, "Save")
    assert page.locator(".messagelist").inner_text() == "Saved."

    text = saved()
    assert [(section.heading, section.body) for section in text.sections] == [
        ("First", "<p>Before that.</p>"),
        ("First again", "<p>Before that.</p>"),
        ("Second", "<p>They called it “our pledge”.</p><p>Then they left.</p>"),
    ]
    (quote,) = text.quotes
    assert (quote.person.name, quote.confirmed, quote.section) == ("Ada Byron", True, text.sections[2].key)
    assert [(entry.question, entry.open) for entry in text.faq] == [("Who pays?", "shown")]
    assert [topic.name for topic in text.topics] == ["Ukraine", "Défense"]
    assert [source.title for source in text.sources] == ["The communiqué"]

    page.locator("[name=section-1-DELETE]").check()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Preview").click()
    preview = opened.value
    expect(preview.locator("h1")).to_have_text("Allies pledge guarantees")
    assert preview.locator("main h2").all_inner_texts()[:2] == ["First", "Second"]
    assert len(saved().sections) == 3  # a preview saves nothing

    press(page, "Save and publish")
    assert page.locator(".messagelist").inner_text().startswith("Published. Readers have it at ")
    assert len(saved().sections) == 2
    assert Edition.objects.get().kind == "first"
    page.goto("/briefings/allies-pledge-guarantees/")
    expect(page.locator("h1")).to_have_text("Allies pledge guarantees")
    assert page.complaints == []


@pytest.mark.slow
def test_a_correction_is_published_and_what_is_missing_is_said(page):
    write(page, headline="Allies pledge guarantees", lede="Thirty states met.")
    press(page, "Save and publish")
    write(page, lede="Thirty-five states met.")
    page.get_by_label("Correction: something was wrong", exact=True).check()
    press(page, "Save and publish")
    expect(page.locator(".alert:visible")).to_contain_text("Write the correction: what is right.")
    expect(page.locator("[name=lede]")).to_have_value("Thirty-five states met.")

    page.get_by_label("What it said before").fill("The number of states.")
    page.get_by_label("What is right").fill("Thirty-five states met.")
    press(page, "Save and publish")
    assert page.locator(".messagelist").inner_text().startswith("Published.")
    assert list(Edition.objects.order_by("seq").values_list("kind", flat=True)) == ["first", "correction"]
