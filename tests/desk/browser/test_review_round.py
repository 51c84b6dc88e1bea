"""A review round in a real browser: by keyboard alone, with comments that leave alone what is typed in the text."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from briefings import workflow
from briefings.models import Comment, Draft, EditBuffer, Revision
from tests.desk.browser.judging import COLOURS, faults
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def submitted(staff) -> Draft:
    draft = make_draft("quokka", by=staff("wil", "writer"))
    workflow.submit(draft.briefing, by=draft.owner, note="Have a look.")
    return draft


def press(page: Page, role: str, name: str, **options) -> None:
    page.get_by_role(role, name=name, **options).first.focus()
    page.keyboard.press("Enter")


def comment(page: Page, text: str) -> None:
    """Types a comment that begins with the first letters of a name, and sends it."""
    expect(page.locator("#comment-text")).to_be_focused()
    page.keyboard.type(text)
    expect(page.locator("#mentions [aria-selected=true]")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("who said so?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#commenting")).to_be_hidden()


def test_a_round_with_comments_by_keyboard_alone(sits, submitted):
    tom, wil, wrong = sits("tom", "editor"), sits("wil", "writer"), {}
    tom.goto(reverse("admin:briefings_draft_changelist"))
    with tom.expect_navigation():
        press(tom, "link", "The quokka headline", exact=True)
    expect(tom.locator("#decision")).to_be_visible()
    expect(tom.locator("html.scripted")).to_be_attached()
    wrong["review"] = faults(tom, looks=COLOURS)
    section = tom.locator(".changed-part").filter(has_text="Section").first
    section.locator("[data-comment]").focus()
    tom.keyboard.press("Enter")
    tom.keyboard.type("@nobody")
    tom.keyboard.press("Control+Enter")
    expect(tom.locator("#commenting .alert")).to_contain_text("“@nobody”")
    wrong["refused"] = faults(tom)
    tom.keyboard.press("Control+a")
    comment(tom, "@wi")
    expect(section.locator(".comment-text")).to_have_text("@wil who said so?")
    expect(section.locator("[data-comment]")).to_be_focused()
    expect(tom.locator("#open-comments")).to_have_text("One comment is open.")
    tom.get_by_label("What is to be changed").focus()
    tom.keyboard.type("Say who.")
    tom.keyboard.press("Tab")
    with tom.expect_navigation():
        tom.keyboard.press("Enter")
    expect(tom.locator(".messagelist")).to_contain_text("Sent back, with your note")

    sheet = Sheet(wil).open(submitted)
    wil.locator("#id_lede").focus()
    wil.keyboard.press("Control+End")
    wil.keyboard.type(" Typed.")
    part = wil.locator(".part-section:not(.empty-form)").first
    part.locator("[name$='-heading']").focus()
    wil.keyboard.press("Alt+Shift+C")
    comment(wil, "@to")
    expect(part.locator(".comment-text")).to_have_count(2)
    expect(wil.locator(".findings")).to_contain_text("wil commented: “@tom who said so?”")
    wrong["writing"] = faults(wil, looks=COLOURS)
    part.get_by_role("button", name="Resolve").first.focus()
    wil.keyboard.press("Enter")
    expect(part.locator(".resolved summary")).to_have_text("One resolved comment")
    expect(wil.locator(".findings")).not_to_contain_text("tom commented")

    assert wil.locator("#id_lede").input_value().endswith(" Typed.")
    assert (Revision.objects.count(), Comment.objects.open().count()) == (1, 1)
    assert sheet.save() == "Saved."
    assert Draft.objects.get().lede.endswith(" Typed.")
    sheet.add("section")
    wil.keyboard.type("What came of it")
    added = sheet.part("What came of it")
    assert sheet.save() == "Saved."
    added.locator("[name$='-heading']").focus()
    wil.keyboard.press("Alt+Shift+C")
    expect(wil.locator("#commenting .about")).to_have_text("Section What came of it")
    comment(wil, "@to")
    expect(added.locator(".comment-text")).to_have_text("@tom who said so?")
    expect(wil.locator(".findings")).to_contain_text("What came of it")
    wrong["added"] = faults(wil)
    assert {name: problems for name, problems in wrong.items() if problems} == {}


@pytest.mark.slow
def test_what_is_corrected_and_approved_at_once_is_not_brought_back_as_unsaved(sits, submitted, settings):
    settings.REVIEWER_CORRECTIONS = "all"
    tom = sits("tom", "editor")
    sheet = Sheet(tom).open(submitted)
    tom.locator("#id_lede").fill("Corrected.")

    assert sheet.sends(tom.get_by_role("button", name="Save and approve")) == "Saved, and approved."

    tom.wait_for_function("() => !Object.keys(localStorage).some(name => name.startsWith('briefings-unsaved'))")
    expect(tom.locator(".brought-back")).to_be_hidden()
    assert not EditBuffer.objects.exclude(fields="").exists()
    expect(tom.locator(".standing")).to_contain_text("tom corrected and approved it.")
    assert (Draft.objects.get().state, Draft.objects.get().lede) == ("approved", "Corrected.")


@pytest.mark.slow
def test_the_pages_of_comments_and_of_handing_over_are_quiet_accessible_and_fit(sits, submitted):
    workflow.comment(submitted.briefing, text="@wil look", by=None)
    page, wrong = sits("tom", "editor"), {}
    for name, more in (("comments", ()), ("act", ("hand-over",)), ("history", ())):
        page.goto(reverse(f"admin:briefings_draft_{name}", args=[submitted.pk, *more]))
        wrong[name] = faults(page, looks=COLOURS)

    assert {name: problems for name, problems in wrong.items() if problems} == {}


@pytest.mark.slow
def test_an_address_with_the_key_of_a_part_leads_to_it_with_and_without_comments(sits):
    draft = of_parts(12)
    key, commented = (saved().sections[number].key for number in (9, 10))
    workflow.comment(draft.briefing, text="Is it so?", by=None, part=commented)
    page = sits()
    page.goto(f"/admin/briefings/draft/{draft.pk}/change/#{key}")

    part = Sheet(page).part("Heading 9")
    expect(part.locator("[name$=-heading]")).to_be_focused()
    expect(part.locator("[name$=-heading]")).to_be_in_viewport()
    page.evaluate(f"location.hash = '{commented}'")
    expect(page.locator(".part:focus-within .comment-text")).to_be_in_viewport()
