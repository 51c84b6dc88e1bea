"""Parts in one list: added, folded, duplicated, deleted and moved, and saved as they stand on the screen."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft, make_question

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THREE = ["Heading 0", "Heading 1", "Heading 2"]


def headings():
    return [section.heading for section in saved().sections]


def keys():
    return {section.heading: section.key for section in saved().sections}


@pytest.fixture
def sheet(sits):
    return Sheet(sits()).open(of_parts(3))


def by_button(sheet, label, *, down):
    sheet.press(label, "Move down" if down else "Move up")


def by_keyboard(sheet, label, *, down):
    sheet.field(label, "heading").focus()
    sheet.page.keyboard.press(f"Alt+Shift+Arrow{'Down' if down else 'Up'}")


def by_mouse(sheet, label, *, down):
    sheet.page.set_viewport_size({"width": 1280, "height": 1800})
    labels = sheet.labels()
    other = sheet.part(labels[labels.index(label) + (1 if down else -1)])
    height = other.bounding_box()["height"]
    sheet.part(label).locator("h3").drag_to(other, target_position={"x": 60, "y": height - 6 if down else 6})


def test_parts_move_up_and_down_and_keep_their_keys(sheet):
    before, labels = keys(), THREE

    for way in (by_button, by_keyboard, by_mouse):
        first, second, third = labels
        way(sheet, first, down=True)
        assert sheet.labels() == [second, first, third], way
        way(sheet, third, down=False)
        labels = [second, third, first]
        assert sheet.labels() == labels, way
        assert sheet.save() == "Saved."
        assert headings() == sheet.labels() == labels, way

    assert keys() == before
    assert sheet.page.complaints == []


def test_the_focus_stays_in_the_part_that_moves_and_its_place_is_said(sheet):
    by_keyboard(sheet, "Heading 1", down=False)

    assert sheet.page.evaluate("document.activeElement.value") == "Heading 1"
    expect(sheet.bar.locator(".saved")).to_contain_text("(1 / 3)")
    by_keyboard(sheet, "Heading 1", down=False)
    assert sheet.labels() == ["Heading 1", "Heading 0", "Heading 2"]


@pytest.mark.slow
def test_the_tab_key_goes_through_parts_as_they_stand_on_the_screen(sheet):
    sheet.press("Heading 2", "Move up")
    sheet.press("Heading 2", "Move up")
    added = sheet.add("quote")
    added.locator("[name$=-words]").fill("Words of nobody")
    sheet.press("Words of nobody", "Move up")
    sheet.page.locator("#id_language").focus()

    met = []
    while len(met) < 4:
        sheet.page.keyboard.press("Tab")
        label = sheet.page.evaluate(
            "document.activeElement.closest('.part')?.querySelector('.inline_label').textContent"
        )
        if label and label not in met:
            met.append(label)
    assert met == sheet.labels() == ["Heading 2", "Heading 0", "Words of nobody", "Heading 1"]


def test_a_part_is_added_with_the_focus_in_it_and_labelled_as_it_is_typed(sheet):
    sheet.add("section")
    assert sheet.labels() == [*THREE, ""]
    sheet.page.keyboard.type("A fourth")
    assert sheet.labels() == [*THREE, "A fourth"]
    sheet.into("A fourth")
    sheet.page.keyboard.type("Its text.")
    sheet.field("Heading 0", "heading").fill("Another first")
    assert sheet.labels()[0] == "Another first"

    assert sheet.save() == "Saved."
    assert headings() == ["Another first", "Heading 1", "Heading 2", "A fourth"]
    assert saved().sections[3].body == "<p>Its text.</p>"


@pytest.mark.slow
def test_a_source_is_added_with_the_focus_in_its_title(sheet):
    source = sheet.add("source")
    sheet.page.keyboard.type("A paper")

    assert source.locator("[name$='-title']").input_value() == "A paper"


@pytest.mark.slow
def test_a_part_added_and_left_empty_is_no_part(sheet):
    sheet.add("section")

    assert sheet.save() == "Nothing was changed, so nothing new was saved."
    assert headings() == THREE


@pytest.mark.slow
def test_a_duplicate_follows_its_original_and_has_a_key_of_its_own(sheet):
    sheet.into("Heading 1")
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" And more.")
    sheet.press("Heading 1", "Duplicate")
    assert sheet.labels() == ["Heading 0", "Heading 1", "Heading 1", "Heading 2"]
    sheet.page.keyboard.type("Its double")
    sheet.page.locator(".part:focus-within .ProseMirror").click()
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" Or less.")

    assert sheet.save() == "Saved."
    original, double = saved().sections[1:3]
    assert (original.body, double.body) == ("<p>Text 1. And more.</p>", "<p>Text 1. And more. Or less.</p>")
    assert original.key != double.key


@pytest.mark.slow
def test_a_duplicated_quotation_has_its_speaker_and_until_its_words_change_its_confirmation(sits):
    sheet = Sheet(sits()).open(make_draft("quokka"))
    sheet.press("quokka aside", "Duplicate")
    box = sheet.page.locator(".part:focus-within [name$='-confirmed']")
    expect(box).to_be_checked()
    sheet.page.keyboard.type("said twice")
    expect(box).not_to_be_checked()

    assert sheet.save() == "Saved."
    aside, twice = saved().quotes[1:]
    assert (twice.person, twice.role, twice.confirmed, twice.section) == (aside.person, aside.role, False, None)


@pytest.mark.slow
def test_a_deleted_part_looks_so_is_taken_back_before_saving_and_goes_on_saving(sheet):
    delete = sheet.field("Heading 1", "DELETE")
    delete.check()
    expect(sheet.field("Heading 1", "heading")).to_be_hidden()
    delete.uncheck()
    expect(sheet.field("Heading 1", "heading")).to_be_visible()
    assert sheet.save() == "Nothing was changed, so nothing new was saved."

    sheet.field("Heading 1", "DELETE").focus()
    sheet.page.keyboard.press("Space")
    expect(sheet.field("Heading 1", "heading")).to_be_hidden()
    assert sheet.save() == "Saved."
    assert headings() == sheet.labels() == ["Heading 0", "Heading 2"]


@pytest.mark.slow
def test_a_button_of_the_rich_text_that_does_nothing_now_says_so(sheet):
    undo = sheet.part("Heading 0").get_by_role("button", name="undo")
    expect(undo).to_be_disabled()

    sheet.rich("Heading 0").press_sequentially("More. ")

    expect(undo).to_be_enabled()


@pytest.mark.slow
def test_parts_fold_one_by_one_by_their_heading_and_all_at_once(sheet):
    fold = sheet.part("Heading 0").locator(".fold")
    fold.focus()
    sheet.page.keyboard.press("Enter")
    expect(sheet.field("Heading 0", "heading")).to_be_hidden()
    assert fold.get_attribute("aria-expanded") == "false"

    sheet.part("Heading 0").locator("h3").click()
    expect(sheet.field("Heading 0", "heading")).to_be_visible()
    assert fold.get_attribute("aria-expanded") == "true"

    sheet.page.locator(".fold-all").click()
    assert sheet.page.locator(".part [name$=-heading]:visible").count() == 0
    assert sheet.save() == "Nothing was changed, so nothing new was saved."


@pytest.mark.slow
def test_a_finding_leads_to_its_part_in_whichever_region_and_however_folded(sits):
    sheet = Sheet(sits()).open(make_draft("quokka", faq=(make_question("Who pays?"),)))
    sheet.page.locator(".fold-all").click()
    sheet.page.get_by_role("link", name="Answer “Who pays?”").click()

    assert sheet.labels() == ["Who pays?"]
    assert sheet.page.evaluate("document.activeElement.value") == "Who pays?"

    # So does an address that names the part, as on the page of open questions.
    where = sheet.page.url.split("#")[0]
    sheet.page.goto("about:blank")
    sheet.page.goto(f"{where}#question-0")
    sheet.has_begun()
    assert sheet.labels() == ["Who pays?"]
    assert sheet.page.evaluate("document.activeElement.value") == "Who pays?"


def test_an_open_question_is_shown_or_held_back_and_asked_no_more_once_it_is_answered(sits):
    asked = (make_question("Who pays?"), make_question("Until when?"), make_question("And then?"))
    sheet = Sheet(sits()).open(make_draft("quokka", faq=asked))
    sheet.show("Questions and answers")
    sheet.field("Who pays?", "open").select_option("Show it as an open question")
    sheet.field("Who pays?", "open_wording").fill("Nobody knows yet.")
    sheet.field("Until when?", "open").select_option("Hold it back")
    sheet.into("And then?")
    sheet.page.keyboard.type("We shall see.")
    expect(sheet.field("And then?", "open")).to_be_hidden()

    assert sheet.save() == "Saved."
    assert sheet.findings() == []
    assert [(entry.open, entry.open_wording, entry.answer) for entry in saved().faq] == [
        ("shown", "Nobody knows yet.", ""),
        ("held", "", ""),
        ("undecided", "", "<p>We shall see.</p>"),
    ]


def test_a_quotation_is_tied_to_the_section_that_holds_its_words(sheet):
    sheet.into("Heading 1")
    sheet.page.keyboard.press("End")
    sheet.page.keyboard.type(" She said: “never again”.")
    added = sheet.add("quote")
    added.locator("[name$=-words]").fill("never again")
    sheet.field("never again", "speaker").fill("Ada Byron")

    assert sheet.save() == "Saved."
    (quote,) = saved().quotes
    assert quote.section == keys()["Heading 1"]
    assert sheet.findings() == ["Confirm that Ada Byron said “never again”, or name who did."]
