"""Pasting into a field: the desk reads what other programs copied, one undo takes it back, the rest is as ever."""

import pytest
from playwright.sync_api import expect

from briefings.content import SectionBlock, SourceNote, new_key
from tests.desk.browser.clipboard import copy, drop, html_of, paste
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ONE = "Heading 0"
POINTS = "<ul><li>One</li><li>Two</li></ul>"


@pytest.fixture
def sheet(sits):
    sheet = Sheet(sits()).open(of_parts(2))
    sheet.into(ONE)
    keys(sheet, "End")
    return sheet


def keys(sheet, *pressed):
    for key in pressed:
        sheet.page.keyboard.press(key)


def remark(sheet):
    return sheet.part(ONE).get_by_role("status")


def body(sheet):
    """The text of the first section, once it is saved."""
    assert sheet.save() == "Saved."
    return saved().sections[0].body


PROGRAMS = {
    "docs": (
        'The line costs <strong>31 million</strong>, says <a href="https://council.example/budget"',
        "The line costs 31 million",
    ),
    "word": ("The line costs <strong>31 million</strong>", "The line costs 31 million"),
    "page": ("<p>Stage | Cost</p><p>First | 9</p>", "Stage | Cost"),
}


def test_what_was_copied_from_a_page_comes_in_clean_and_one_undo_takes_it_back(sits):
    sheet = Sheet(sits()).open(of_parts(len(PROGRAMS)))
    for number, (program, (_, shown)) in enumerate(PROGRAMS.items()):
        copy(sheet.page, html_of(program))
        sheet.into(f"Heading {number}")
        keys(sheet, "End", "Enter", "Control+v")
        surface = sheet.rich(f"Heading {number}")
        expect(surface).to_contain_text(shown)
        keys(sheet, "Control+z")
        expect(surface).to_have_text(f"Text {number}.")
        keys(sheet, "Control+Shift+z")

    assert sheet.save() == "Saved."
    for section, (words, _) in zip(saved().sections, PROGRAMS.values(), strict=True):
        assert words in section.body
    assert sheet.page.complaints == []


@pytest.mark.slow
def test_words_lists_are_lists(sheet):
    keys(sheet, "Enter")
    paste(sheet.rich(ONE), html_of("word"))
    expect(sheet.rich(ONE).locator("ul li")).to_have_text(["The state gives a third.", "The town gives the rest."])
    expect(sheet.rich(ONE).locator("ol li")).to_have_text(["Work begins in June."])


def test_what_was_left_out_is_said_beside_the_field_until_it_is_dismissed(sheet):
    paste(sheet.rich(ONE), html_of("mail"))
    expect(remark(sheet)).to_contain_text("Left out of what you pasted:")
    expect(remark(sheet)).to_contain_text("Hidden in the draft: Read it in your browser: your weekly letter.")
    expect(remark(sheet)).to_contain_text("“file:///C:/Users/egon/tram.docx”")

    sheet.press(ONE, "Dismiss")

    expect(sheet.part(ONE).locator(".remark")).to_be_hidden()
    expect(sheet.rich(ONE)).to_be_focused()


@pytest.mark.slow
def test_where_nothing_was_left_out_nothing_is_said(sheet):
    paste(sheet.rich(ONE), "<p> And on <i>Friday</i>.</p>")
    expect(sheet.rich(ONE)).to_have_text("Text 0.And on Friday.")
    expect(sheet.part(ONE).locator(".remark")).to_have_count(0)


@pytest.mark.slow
def test_a_few_words_come_into_the_middle_of_a_paragraph_and_do_not_split_it(sheet):
    keys(sheet, "Home", *["ArrowRight"] * 5)
    paste(sheet.rich(ONE), "<meta charset='utf-8'><span>and <b>more</b> </span>", "and more ")

    expect(sheet.rich(ONE)).to_have_text("Text and more 0.")
    assert body(sheet) == "<p>Text and <strong>more</strong> 0.</p>"


@pytest.mark.slow
def test_what_was_selected_is_replaced_and_comes_back_by_one_undo(sheet):
    keys(sheet, "Control+a")
    paste(sheet.rich(ONE), "<p>First.</p><ul><li>Second.</li></ul>")
    expect(sheet.rich(ONE)).to_have_text("First.Second.")
    keys(sheet, "Control+z")

    expect(sheet.rich(ONE)).to_have_text("Text 0.")


@pytest.mark.slow
def test_a_list_that_is_selected_whole_gives_way_to_what_is_no_list(sheet):
    keys(sheet, "Control+a")
    paste(sheet.rich(ONE), POINTS)
    expect(sheet.rich(ONE).locator("li")).to_have_text(["One", "Two"])
    keys(sheet, "Control+a")
    paste(sheet.rich(ONE), "<p>Three.</p><p>Four.</p>")
    expect(sheet.rich(ONE)).to_have_text("Three.Four.")

    assert body(sheet) == "<p>Three.</p><p>Four.</p>"


SEVERAL = [
    (["End"], POINTS, "<p>Text 0.</p><ul><li>One</li><li>Two</li></ul>"),
    (["Home"], POINTS, "<ul><li>One</li><li>Two</li></ul><p>Text 1.</p>"),
    (["Home", *["ArrowRight"] * 4], "<p>One</p><p>Two</p>", "<p>Text</p><p>One</p><p>Two</p><p> 2.</p>"),
    (["Home", *["ArrowRight"] * 4, "Shift+End"], "<p>One</p><p>Two</p>", "<p>Text</p><p>One</p><p>Two</p>"),
]


def test_several_paragraphs_and_points_are_fused_with_nothing_and_leave_no_empty_line(sits):
    sheet = Sheet(sits()).open(of_parts(len(SEVERAL)))
    for number, (caret, html, _) in enumerate(SEVERAL):
        sheet.into(f"Heading {number}")
        keys(sheet, *caret)
        paste(sheet.rich(f"Heading {number}"), html)
        expect(sheet.rich(f"Heading {number}")).to_contain_text("One")

    assert sheet.save() == "Saved."
    came = [section.body.replace("<li><p>", "<li>").replace("</p></li>", "</li>") for section in saved().sections]
    assert came == [body for _, _, body in SEVERAL]


@pytest.mark.slow
def test_points_that_come_into_an_empty_point_are_points_of_its_list(sheet):
    sheet.press(ONE, "unordered list")
    keys(sheet, "End", "Enter")
    paste(sheet.rich(ONE), POINTS)
    expect(sheet.rich(ONE).locator("li")).to_have_text(["Text 0.", "One", "Two"])


@pytest.mark.slow
def test_what_is_typed_before_and_after_is_undone_by_itself(sheet):
    keys(sheet, "x")
    paste(sheet.rich(ONE), "<p>pasted</p>")
    expect(sheet.rich(ONE)).to_have_text("Text 0.xpasted")
    keys(sheet, "y", "Control+z")
    expect(sheet.rich(ONE)).to_have_text("Text 0.xpasted")
    keys(sheet, "Control+z")
    expect(sheet.rich(ONE)).to_have_text("Text 0.x")


@pytest.mark.slow
def test_an_address_in_the_words_is_no_link_as_in_a_pasted_draft(sheet):
    paste(sheet.rich(ONE), "<p>See https://council.example/?utm_source=mail</p>", "See https://council.example/ ")
    expect(sheet.rich(ONE)).to_contain_text("utm_source")
    expect(sheet.rich(ONE).locator("a")).to_have_count(0)


@pytest.mark.slow
def test_plain_text_stays_the_editors_own(sheet):
    sheet.page.route("**/paste/", lambda route: route.abort())
    paste(sheet.rich(ONE), "", "One.\nTwo.")
    expect(sheet.rich(ONE).locator("p")).to_have_text(["Text 0.One.", "Two."])


@pytest.mark.slow
def test_what_was_copied_in_the_desk_itself_is_pasted_without_the_desk(sheet):
    sheet.page.route("**/paste/", lambda route: route.abort())
    keys(sheet, "Control+a", "Control+b", "Control+c")
    sheet.into("Heading 1")
    keys(sheet, "End", "Control+v")

    expect(sheet.rich("Heading 1").locator("strong")).to_have_text("Text 0.")


@pytest.mark.slow
def test_what_another_program_with_the_same_editor_copied_is_read_all_the_same(sheet):
    paste(sheet.rich(ONE), '<p data-pm-slice="1 1 []">They <span style="display:none">secretly </span>met.</p>')
    expect(sheet.rich(ONE)).to_have_text("Text 0.They met.")


@pytest.mark.slow
def test_pasting_as_plain_text_stays_plain(sheet):
    copy(sheet.page, "<p>They talk on <b>Monday</b>.</p>")
    keys(sheet, "Control+Shift+v")

    expect(sheet.rich(ONE)).to_have_text("Text 0.They talk on Monday.")
    expect(sheet.rich(ONE).locator("strong")).to_have_count(0)


@pytest.mark.slow
def test_a_browser_that_hands_over_html_all_the_same_is_told_so_by_the_shift_key(sheet):
    sheet.page.keyboard.down("Shift")
    paste(sheet.rich(ONE), "<p>They talk on <b>Monday</b>.</p>", "They talk on Monday.")
    sheet.page.keyboard.up("Shift")

    expect(sheet.rich(ONE)).to_have_text("Text 0.They talk on Monday.")
    expect(sheet.rich(ONE).locator("strong")).to_have_count(0)


@pytest.mark.slow
def test_what_is_dropped_is_read_as_well(sheet):
    sheet.field(ONE, "heading").focus()
    drop(sheet.rich(ONE), "<p>They talk on <b>Monday</b><span style='display:none'> in secret</span>.</p>")
    expect(sheet.rich(ONE)).to_have_text("Text 0.They talk on Monday.")
    expect(sheet.rich(ONE)).to_be_focused()


@pytest.mark.slow
def test_what_holds_no_words_replaces_nothing(sheet):
    keys(sheet, "Control+a")
    paste(sheet.rich(ONE), '<img src="https://news.example/tram.jpg">')

    expect(remark(sheet)).to_have_text("What you pasted holds no words that a reader would see.")
    expect(sheet.rich(ONE)).to_have_text("Text 0.")


@pytest.mark.slow
def test_the_mark_of_a_footnote_still_leads_to_its_source_once_the_text_was_edited(sits):
    source = SourceNote(title="A budget")
    marked = f'<p>It costs 31 million.<a href="#source-{source.id}" rel="noopener">[1]</a></p>'
    section = SectionBlock(key=new_key("s"), heading=ONE, body=marked)
    sheet = Sheet(sits()).open(make_draft("wombat", blocks=(section,), faq=(), sources=(source,)))
    sheet.into(ONE)
    keys(sheet, "Home")
    sheet.page.keyboard.type("Now: ")

    assert body(sheet) == marked.replace("It costs", "Now: It costs")
