"""What a page does not show is in no text: hidden by the element, by a style or by its own sheet; struck; commented."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import codes, left_out, set_apart, shown


def html(text):
    return read_text(text, format="html")


def test_white_words_on_a_ground_of_another_colour_or_of_an_unknown_one_show():
    assert shown(html("<table bgcolor=navy><tr><td><p style='color:white'>Text</table>")) == ["Text"]
    assert shown(html("<link rel=stylesheet href=x.css><p style='color:white'>Text")) == ["Text"]


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".x{display:none}", "class=x"),
        (".x, .y { DISPLAY : none !important }", "class='a Y'"),
        ("p.x{visibility:hidden}", "class=x"),
        ("#secret{opacity:0}", "id=secret"),
        ("p{display:none}", ""),
        (".note .x{display:none}", "class=x"),
        ("div > p{display:none}", ""),
        ("@media screen{.x{display:none}}", "class=x"),
        (".x{display:none!important} .note .x{display:block}", "class=x"),
        ("@media print{.x{display:block!important}} .x{display:none!important}", "class=x style='display:block'"),
        ("@media screen, projection{.x{display:none}}", "class=x"),
        ("@media (min-width:1px){.x{display:none}} @media print{.x{display:block}}", "class=x"),
        ("@media only screen and (min-width: 40em) and (width >= 1px){.x{display:none}}", "class=x"),
        ("@import url(a.css); @font-face{src:url(x)} /* x */ .x{display:none}", "class=x"),
        ("<!-- .x{display:none} -->", "class=x"),
        (".x{display:block} .x{display:none}", "class=x"),
        ("p{display:block} .x{display:none} p{display:block}", "class=x"),
    ],
)
def test_what_the_pages_own_sheet_hides_is_left_out(sheet, element):
    reading = html(f"<style>{sheet}</style><div class=note><p {element}>Phone 555 0199.</p></div><b>Text</b>")
    assert shown(reading) == ["Text"]
    assert left_out(reading) == [("hidden", "Phone 555 0199.", True)]


@pytest.mark.parametrize(
    "page",
    [
        "<style>@media print{.x{display:none}}</style>",
        "<style>@media screen and (max-width:600px){.x{display:none}}</style>",
        "<style>@media (prefers-color-scheme:dark){.x{display:none}}</style>",
        "<style>.x{display:none} .x{display:block!important}</style>",
        "<style>@media (max-width:600px){.x{display:none}}</style>",
        "<style media=print>.x{display:none}</style>",
        "<style>.x:hover{display:none} .x::before{display:none} .x[open]{display:none}</style>",
        "<style>.other .x{display:none}</style>",
        "<style>.x.y{display:none}</style>",
        "<style>.x{display:none} #it{display:block}</style>",
        "<!-- <style>.x{display:none}</style> -->",
        "<style>.x{display:none",
        "<!--[if mso]><style>.x{display:none}</style><![endif]-->",
    ],
)
def test_a_rule_that_does_not_hold_for_the_element_on_a_screen_hides_nothing(page):
    assert "Text" in shown(html(f"<p class=x id=it>Text</p>{page}"))


def test_a_style_element_for_the_screen_and_others_is_read():
    assert shown(html("<style media='screen, projection'>.x{display:none}</style><p>One<p class=x>Two")) == ["One"]


def test_a_sheet_at_the_end_of_a_page_hides_what_stands_above_it():
    assert shown(html("<p>One<p class=x>Two</p><style>.x{display:none}</style>")) == ["One"]


def test_classes_say_what_stands_out_as_google_docs_exports_it():
    sheet = ".c1{font-weight:700}.c2{font-style:italic}.c3{text-decoration:line-through}.c4{vertical-align:super}"
    reading = html(
        f"<style>{sheet}</style><p><span class=c1>Bold</span> and <span class=c2>so</span>"
        "<span class=c3>never</span> 10<span class=c4>6</span></p>"
    )
    assert shown(reading) == ["Bold and so 10⁶"]
    assert set_apart(reading.lines[0]) == [("Bold", "strong", ""), ("so", "em", "")]
    assert left_out(reading) == [("struck", "never", True)]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>40</s>",
        "<strike>40</strike>",
        "<span style='text-decoration: underline line-through'>40</span>",
        "<span style='text-decoration-line:line-through'><b>40</b></span>",
    ],
)
def test_struck_words_are_left_out(struck):
    reading = html(f"<p>It costs {struck} 14 million.")
    assert shown(reading) == ["It costs 14 million."]
    assert left_out(reading) == [("struck", "40", True)]


def test_deleted_words_are_left_out_with_who_deleted_them_and_added_ones_are_text():
    reading = html("<p>It <del cite='mailto:Legal'>ends</del><ins cite='mailto:Legal'>begins</ins> <del>now</del>.")
    assert shown(reading) == ["It begins ."]
    assert [(line.left_out.kind, line.left_out.by, line.text) for line in reading.lines[1:]] == [
        ("deleted", "Legal", "ends"),
        ("deleted", "", "now"),
    ]


def test_paragraphs_that_do_not_show_are_lines_of_their_own_and_no_headline():
    reading = html("<div hidden><h1>Old</h1><ul><li>one</ul></div><h1>New</h1><p>Text")
    assert shown(reading) == ["New", "Text"]
    assert [(line.text, line.inside) for line in reading.lines if line.left_out] == [("Old", ""), ("one", "")]
    assert shown(html("<title>Allies meet</title><h1 hidden>Old</h1><p>Text")) == ["Allies meet", "Text"]


def test_what_is_struck_parts_no_word_and_joins_none_that_are_struck():
    assert shown(html("<p>in<s>side</s>to")) == ["into"]
    assert left_out(html("<p>A<s>one</s><s>two</s>")) == [("struck", "one two", True)]


@pytest.mark.parametrize(
    "element",
    [
        "<span class=sr-only>{}</span>",
        "<span class='screen-reader-text'>{}</span>",
        "<noscript>{}</noscript>",
        "<template>{}</template>",
        "<svg><title>{}</title></svg>",
        "<i class=material-icons>{}</i>",
        "<dialog>{}</dialog>",
        "<div role=dialog style='display:none'>{}</div>",
    ],
)
def test_what_programs_and_screen_readers_get_is_left_out_and_asks_nobody(element):
    reading = html(f"<p>Text</p>{element.format('Open in a new window')}")
    assert shown(reading) == ["Text"]
    assert left_out(reading) == [("hidden", "Open in a new window", False)]


def test_hidden_signs_that_are_no_words_ask_nobody():
    assert left_out(html("<h2>Head<a href='#x' style='opacity:0'>¶</a></h2>")) == [("hidden", "¶", False)]


def test_the_shapes_of_a_drawing_are_no_words():
    reading = html("<p>Text<svg hidden><path d='M0 0h24'/><x-y/><text>Chart</text></svg></p>")
    assert (shown(reading), left_out(reading)) == (["Text"], [("hidden", "Chart", False)])


def test_the_page_itself_always_shows():
    assert shown(html("<body style='opacity:0'><p>Text</body>")) == ["Text"]


def test_a_page_with_too_many_rules_is_refused(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.html_styles.MOST_STEPS", 3)
    with pytest.raises(ValueError, match="too many rules of style"):
        html("<style>" + "p{display:block}" * 4 + "</style><p>Text")


def test_nothing_that_is_left_out_is_told_twice():
    assert codes(html("<p>Text <s>one</s><!-- two three --><i hidden>four</i>")) == []
