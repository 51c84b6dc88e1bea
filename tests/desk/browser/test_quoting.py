"""Words of a section become a quote by a key; a word corrected in one of them is carried into the other."""

import pytest
from playwright.sync_api import expect

from briefings.content import SectionBlock
from tests.content import texts
from tests.desk.browser import judging
from tests.desk.browser.samples import saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>Mira Novak, the minister, met them. “We will recieve ten planes,” she said, “and we will stay.”</p>"
A, B = texts.A, texts.B
_SELECT = """
(surface, words) => {
  const { state, view } = surface.editor
  const text = state.doc.textBetween(0, state.doc.content.size, "\\n", "\\n")
  const at = text.indexOf(words) + 1
  surface.editor.commands.setTextSelection({ from: at, to: at + words.length })
  view.focus()
}
"""


def written(*quotes, body=BODY):
    sections = (
        SectionBlock(key=A, heading="First", body=body),
        SectionBlock(key=B, heading="Second", body="<p>“No,” said Novak.</p>"),
    )
    return make_draft("wombat", blocks=(sections[0], *quotes, sections[1]), faq=(), sources=())


def select(sheet, label, words):
    sheet.into(label)
    sheet.rich(label).evaluate(_SELECT, words)


def test_selected_words_become_a_quote_behind_their_section_with_a_speaker_to_confirm(sits):
    page = sits()
    sheet = Sheet(page).open(written())
    select(sheet, "First", "“We will recieve ten planes,” she said, “and we will stay.”")
    page.keyboard.press("Alt+Shift+Q")

    expect(page.locator(".part-quote:not(.empty-form) [name$='-speaker']")).to_be_focused()
    assert sheet.labels() == ["First", "We will recieve ten planes\n…\nand we will stay", "Second"]
    assert page.locator(":focus").input_value() == "Mira Novak"
    assert sheet.save().startswith("Saved.")
    (quote,) = saved().quotes
    assert [span.text for span in quote.spans] == ["We will recieve ten planes", "and we will stay"]
    assert (quote.section, quote.person.name, quote.confirmed) == (A, "Mira Novak", False)
    assert [block.key for block in saved().blocks] == [A, quote.key, B]
    assert page.complaints == []


@pytest.mark.slow
def test_the_button_of_the_toolbar_does_the_same_and_undo_takes_the_quote_away(sits):
    page = sits()
    sheet = Sheet(page).open(written())
    select(sheet, "Second", "No")
    sheet.press("Second", "Make a quote of the selected words (Alt+Shift+Q)")
    expect(page.locator(".part-quote:not(.empty-form) [name$='-speaker']")).to_be_focused()
    page.keyboard.press("Control+z")

    expect(sheet.rich("Second")).to_be_focused()
    assert sheet.labels() == ["First", "Second"]
    assert sheet.save() == "Nothing was changed, so nothing new was saved."
    assert saved().quotes == ()


@pytest.mark.parametrize("key", ["Control+Shift+z", pytest.param("Control+y", marks=pytest.mark.slow)])
def test_a_quote_that_was_undone_is_done_again_after_what_the_editor_undid_later(sits, key):
    page = sits()
    sheet = Sheet(page).open(written())
    sheet.into("Second")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Twice.")
    select(sheet, "Second", "No")
    page.keyboard.press("Alt+Shift+Q")
    expect(page.locator(".part-quote:not(.empty-form) [name$='-speaker']")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(sheet.rich("Second")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(sheet.rich("Second")).not_to_contain_text("Twice.")

    page.keyboard.press(key)
    expect(sheet.rich("Second")).to_contain_text("Twice.")
    assert sheet.labels() == ["First", "Second"]
    page.keyboard.press(key)

    expect(page.locator(".part-quote:not(.empty-form, .taken-away) [name$='-speaker']")).to_be_focused()
    assert sheet.labels() == ["First", "Second", "No"]
    page.keyboard.press("Control+z")
    expect(sheet.rich("Second")).to_be_focused()
    page.keyboard.type("!")
    page.keyboard.press(key)
    assert sheet.labels() == ["First", "Second"]
    assert page.complaints == []


def test_every_quotation_of_the_draft_is_found_and_taken_or_left_by_keys(sits):
    page = sits()
    sheet = Sheet(page).open(written())
    page.get_by_role("button", name="Find quotations").click()
    found = page.locator(".found-quotations li")
    expect(found).to_have_count(2)
    expect(found.first).to_be_focused()
    assert judging.faults(page) == []
    page.keyboard.press("x")
    expect(found).to_have_count(1)
    page.keyboard.press("c")
    expect(found).to_have_count(0)

    assert sheet.labels() == ["First", "Second", "No"]
    sheet.save()
    (quote,) = saved().quotes
    assert (quote.words, quote.section, quote.person.name, quote.confirmed) == ("No", B, "Mira Novak", False)
    page.get_by_role("button", name="Find quotations").click()
    expect(found).to_have_count(1)


def quoted(words="We will recieve ten planes", body=BODY):
    quote = make_quote(words, speaker="Mira Novak", section=A)
    return written(quote, body=body)


def test_a_word_corrected_in_the_section_comes_into_the_quote_with_the_save_and_is_said(sits):
    page = sits()
    sheet = Sheet(page).open(quoted())
    select(sheet, "First", "recieve")
    page.keyboard.type("receive")
    said = sheet.save()

    assert (
        said == "Saved. “receive” was carried into the quote “We will receive ten planes”: confirm its speaker again."
    )
    words = page.locator(".part-quote:not(.empty-form) [name$='-words']")
    assert words.input_value() == "We will receive ten planes"
    assert sheet.labels()[1] == "We will receive ten planes"
    box = page.locator(".part-quote:not(.empty-form) [name$='-confirmed']")
    expect(box).not_to_be_checked()
    box.check()
    assert sheet.save() == "Saved."
    assert saved().quotes[0].confirmed


def test_a_word_corrected_in_the_quote_comes_into_the_section_whose_caret_and_undo_stay(sits):
    page = sits()
    sheet = Sheet(page).open(quoted())
    page.locator(".part-quote:not(.empty-form) [name$='-words']").fill("We will receive ten planes")
    expect(page.locator(".part-quote:not(.empty-form) [name$='-confirmed']")).not_to_be_checked()
    assert sheet.save() == "Saved. The section now says “We will receive ten planes”, as its quote does."

    expect(sheet.rich("First")).to_contain_text("“We will receive ten planes,” she said")
    assert saved().sections[0].body == BODY.replace("recieve", "receive")


@pytest.mark.slow
def test_what_is_typed_into_a_quote_meanwhile_stays(sits):
    page = sits(new=True)
    sheet = Sheet(page).open(quoted())
    held = []
    page.route("**/change/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    select(sheet, "First", "recieve")
    page.keyboard.type("receive")
    page.keyboard.press("Control+s")
    while not held:
        page.wait_for_timeout(50)
    words = page.locator(".part-quote:not(.empty-form) [name$='-words']")
    words.fill("We will recieve ten planes, today")
    held[0].continue_()

    sheet.saved()
    assert words.input_value() == "We will recieve ten planes, today"


@pytest.mark.slow
def test_where_both_were_changed_a_button_takes_one_of_them(sits):
    page = sits()
    sheet = Sheet(page).open(quoted())
    select(sheet, "First", "recieve")
    page.keyboard.type("get")
    words = page.locator(".part-quote:not(.empty-form) [name$='-words']")
    words.fill("We will accept ten planes")
    assert "were both changed: choose one of them" in sheet.save()
    page.get_by_role("button", name="Take the section’s words").click()
    expect(words).to_have_value("We will get ten planes")
    page.get_by_role("button", name="Take the quote’s words").click()
    expect(page.locator(".saved")).to_contain_text("not saved yet")
    sheet.save()
    assert saved().quotes[0].words == "We will get ten planes"
    assert page.complaints == []
