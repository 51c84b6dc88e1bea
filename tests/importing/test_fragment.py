"""What other programs put into the clipboard, as the rich text that is pasted into a field."""

from pathlib import Path

import pytest

from briefings.content.richtext import clean_html, plain_text
from briefings.importing.fragment import fragment

PASTED = Path(__file__).parent / "cases" / "pasted"
DESK = "https://paper.example/admin/"


def copied(program):
    return fragment((PASTED / f"{program}.html").read_text(encoding="utf-8"), desk=DESK)


def sentences(found):
    return [finding.sentence for finding in found.findings]


@pytest.mark.parametrize("program", ["docs", "word", "mail", "page"])
def test_what_is_pasted_is_rich_text_as_content_holds_it(program):
    html = copied(program).html
    assert html
    assert clean_html(html) == html


@pytest.mark.parametrize("program", ["docs", "word"])
def test_bold_is_what_the_writer_made_bold_and_not_what_wraps_it(program):
    assert copied(program).html.count("<strong>") == 1
    assert "costs <strong>31 million</strong>" in copied(program).html


@pytest.mark.parametrize("program", ["docs", "word"])
def test_points_are_a_list_without_their_signs(program):
    assert "<ul><li>The state gives a third.</li><li>The town gives the rest.</li></ul>" in copied(program).html


def test_words_numbers_are_a_list_as_well():
    assert "<ol><li>Work begins in June.</li></ol>" in copied("word").html


def test_headings_are_paragraphs_since_a_field_has_no_other():
    assert copied("docs").html.startswith("<p>How the tram is paid for</p>")


@pytest.mark.parametrize("program", ["docs", "mail"])
def test_what_tracks_a_reader_is_taken_off_a_link(program):
    assert 'says <a href="https://council.example/budget" rel="noopener">the budget</a>.' in copied(program).html


def test_what_a_link_needs_of_its_address_stays():
    assert 'href="https://council.example/tram?line=4"' in copied("mail").html
    assert 'href="https://news.example/more?id=4"' in copied("page").html


@pytest.mark.parametrize(
    ("program", "left_out"),
    [
        ("docs", [("Struck out in the draft", "The treasurer hid a loan.")]),
        (
            "word",
            [
                ("Hidden in the draft", "Ring 555 0142 first."),
                ("Deleted in the draft, by Legal", "The treasurer hid a loan."),
                ("A comment, by L", "Leave the builder out for now."),
            ],
        ),
        ("mail", [("Hidden in the draft", "Read it in your browser: your weekly letter.")]),
        ("page", [("Struck out in the draft", "40")]),
    ],
)
def test_what_was_hidden_deleted_struck_or_a_comment_is_in_no_text_and_told_with_its_words(program, left_out):
    found = copied(program)
    assert [(one.reason, one.words) for one in found.left_out] == left_out
    assert all(words not in found.html for _, words in left_out)


def test_code_of_a_page_needs_no_look():
    found = fragment("<style>p { color: red }</style><!--[if mso]><p>x</p><![endif]--><p>They met.</p>")
    assert (found.html, found.left_out) == ("<p>They met.</p>", ())


def test_what_stands_high_keeps_its_value():
    assert copied("page").html.startswith("<p>The depot holds 10⁴ litres on 300 m²;")


def test_cells_stay_apart():
    assert "<p>Stage | Cost</p><p>First | 9</p>" in copied("page").html


def test_a_link_that_leads_to_no_full_address_is_left_out_and_said():
    assert "see the plans and" in copied("page").html
    for program, address in (("page", "“/plans”"), ("mail", "“file:///C:/Users/egon/tram.docx”")):
        assert any(f"leads to no full address, {address}." in sentence for sentence in sentences(copied(program)))


@pytest.mark.parametrize("address", ["#cite_note-1", "https://news.example/tram#cite_note-1", f"{DESK}x/#_ftn1"])
def test_the_mark_of_a_footnote_leads_nowhere(address):
    found = fragment(f'<p>They met.<a href="{address}">[1]</a> They left.</p>', desk=DESK)
    assert found.html == "<p>They met.[1] They left.</p>"
    assert found.findings == ()


def test_a_link_to_a_part_of_another_page_is_no_mark():
    html = '<p>See <a href="https://news.example/law#article-7" rel="noopener">article 7</a>.</p>'
    assert fragment(html).html == html


def test_a_footnote_keeps_its_mark():
    assert "<p>[1] Budget of the town, page 12.</p>" in copied("word").html


def test_no_link_leads_to_the_desk_and_it_is_said():
    found = fragment(f'<p>See <a href="{DESK}briefings/draft/7/change/">the draft</a>.</p>', desk=DESK)
    assert found.html == "<p>See the draft.</p>"
    assert sentences(found) == [
        "Left out a link to a page of the desk, which readers cannot open:"
        " “https://paper.example/admin/briefings/draft/7/change/”."
    ]


@pytest.mark.parametrize(
    "address",
    [
        "HTTPS://PAPER.example/admin/x",
        "http://paper.example/admin?x",
        "https://ann@paper.example:443/%61dmin/",
        "https://paper.example/admin/../",
        "https://paper.example/x/../admin/y",
        "https://paper.example/x/%2e%2e/admin/y",
        "https://paper.example/./admin/",
        "https://paper.example/%2561dmin/",
        "https://paper.example/x/..%5Cadmin/",
        "https://paper.example./admin/",
        "https://paper%2Eexample/admin/",
        "https:\\\\paper.example\\admin\\",
        "https://paper.example:/admin/",
    ],
)
def test_a_link_leads_to_the_desk_however_it_is_written(address):
    assert fragment(f'<p>See <a href="{address}">it</a>.</p>', desk=DESK).html == "<p>See it.</p>"


@pytest.mark.parametrize("path", ["briefings/tram/", "administration/", "a/../tram/", "x?next=/admin/", "tram/admin/"])
def test_a_link_to_the_sites_own_public_pages_stays(path):
    html = f'<p>See <a href="https://paper.example/{path}" rel="noopener">the briefing</a>.</p>'
    assert fragment(html, desk=DESK).html == html


def test_a_picture_is_told_and_its_words_are_no_text_but_its_caption_is():
    found = copied("page")
    assert "<p>The depot in April.</p>" in found.html
    assert "A tram at the depot" not in found.html
    assert "A picture is not taken over: “A tram at the depot”. Upload it to the briefing." in sentences(found)


def test_what_stands_around_an_article_is_no_text_and_told_as_such():
    found = fragment("<nav><a href='https://news.example/'>Home</a></nav><p>They met.</p><footer>About us</footer>")
    assert (found.html, found.around) == ("<p>They met.</p>", ("Home", "About us"))


def test_a_menu_that_was_copied_alone_is_what_the_editor_wants():
    found = fragment("<footer><p>About us</p></footer>")
    assert (found.html, found.around) == ("<p>About us</p>", ())


def test_points_cut_from_a_longer_list_keep_their_numbers():
    assert fragment("<p>3. Build it.</p><p>4. Run it.</p>").html == "<p>3. Build it.</p><p>4. Run it.</p>"
    assert fragment("<p>1. Plan it.</p><p>2. Build it.</p>").html == "<ol><li>Plan it.</li><li>Build it.</li></ol>"


@pytest.mark.parametrize("html", ["", " ", "<meta charset='utf-8'>", '<img src="https://news.example/tram.jpg">'])
def test_where_there_are_no_words_nothing_is_pasted(html):
    assert fragment(html).html == ""


def test_a_few_words_are_one_paragraph_with_what_sets_them_apart():
    assert fragment("<meta charset='utf-8'><span>very <b>late</b></span>").html == "<p>very <strong>late</strong></p>"


def test_no_word_that_shows_is_lost():
    text = plain_text(copied("mail").html)
    assert text == "The line costs 31 million, says the budget.\nThe files are here and there."
