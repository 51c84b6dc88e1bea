"""Values that stand in the layout of a page: high and low, fractions, numbers of points, breaks, marks."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import shapes, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("10<sup>6</sup> litres on 300 m<sup>2</sup>", "10⁶ litres on 300 m²"),
        ("10<sup>-<b>3</b></sup>", "10⁻³"),
        ("CO<sub>2</sub>", "CO₂"),
        ("the 5<sup>th</sup> try", "the 5th try"),
        ("x<sup>a/b</sup>", "x^(a/b)"),
        ("10<span style='vertical-align: super;font-size:0.6em'>6</span>", "10⁶"),
        ("H<span style='vertical-align:sub'>2</span>O", "H₂O"),
        ("10<a href='https://a.org'><sup>6</sup></a>", "10⁶"),
        ("so<sup>[2]</sup>", "so[2]"),
    ],
)
def test_what_stands_high_or_low_keeps_its_value(page, words):
    assert shown(html(f"<p>{page}")) == [words]


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>20</mn></mfrac>", "(a+1)/20"),
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E=mc²"),
        ("<msub><mtext>CO</mtext><mn>2</mn></msub>", "CO₂"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        ("<msqrt><mn>2</mn><mi>x</mi></msqrt>", "√(2x)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "∛(x)"),
        ("<semantics><mi>x</mi><annotation encoding='application/x-tex'>\\frac</annotation></semantics>", "x"),
        ("<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd><mtd>4</mtd></mtr></mtable>", "1 2; 3 4"),
        ("<msup><mi>x</mi>", "x"),
        ("<mi>sin</mi><mi>x</mi><mi>y</mi>", "sin xy"),
    ],
)
def test_a_formula_is_one_line_with_its_value(formula, words):
    assert shown(html(f"<p>It is <math>{formula}</math>.</p>")) == [f"It is {words}."]


def test_elements_of_a_page_within_a_formula_part_words():
    assert shown(html("<math>so<p>it</p><b>is</b><mi>x</mi><mtext>y<i>z</i></mtext></math>")) == ["so it is x yz"]


def test_a_formula_after_a_number_is_another_one():
    assert shown(html("<p>3<math><mfrac><mn>5</mn><mn>7</mn></mfrac></math>")) == ["3 5/7"]


def test_a_formula_that_stands_twice_in_a_page_is_read_once():
    math = "<math><semantics><mi>x</mi></semantics></math>"
    katex = f"<span class=katex-mathml>{math}</span><span class=katex-html aria-hidden=true>x</span>"
    wiki = (
        f"<span class=mwe-math-mathml-inline style='display:none'>{math}</span><img class=mwe-math-image alt='{{x}}'>"
    )
    assert shown(html(f"<p>So {katex} is {wiki}.")) == ["So x is x."]


def test_a_formula_in_what_is_hidden_or_struck_does_not_show():
    assert shown(html("<p>One</p><p hidden class=aftermath>So <math><mi>x</mi></math></p>")) == ["One"]
    assert shown(html("<p>One <s><math><mi>x</mi></math></s></p>")) == ["One"]


@pytest.mark.parametrize("kind", ["mwe-math-fallback-image-inline", "latex math"])
def test_a_formula_that_stands_in_a_page_as_a_picture_alone_is_told(kind):
    reading = html(f"<p>Is <math><mi>x</mi></math> or <img class='{kind}' alt='10^{{6}}'> people.")
    assert "“10^{6}”" in reading.findings[0].sentence


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        ("<ol><li>a<li>b</ol>", ["", ""]),
        ("<ol start=4><li>a<li>b</ol>", ["4.", "5."]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["", "7.", "8."]),
        ("<ol type=a><li>a<li>b</ol>", ["a.", "b."]),
        ("<ol style='list-style-type:upper-roman' start=4><li>a<li>b</ol>", ["IV.", "V."]),
        ("<ol start=x><li>a</ol>", [""]),
        ("<ol start=26 type=A><li>a<li>b<li>c</ol>", ["Z.", "AA.", "AB."]),
        ("<ol style='list-style:upper-roman inside'><li>a</ol>", ["I."]),
        ("<ol type=1 style='list-style-type:lower-greek'><li>a<li>b</ol>", ["α.", "β."]),
        ("<ol style='list-style-type:decimal-leading-zero'><li>a<li>b</ol>", ["01.", "02."]),
        ("<ol type=a style='list-style-type:decimal'><li>a</ol>", [""]),
        ("<ol reversed><li>a<ul><li>b<li>c</ul><li>d</ol><ol><li>e</ol>", ["2.", "", "", "1.", ""]),
        ("<ol reversed start=9><li>a<li value=4>b<li>c</ol>", ["9.", "4.", "3."]),
        ("<ol start=3><li>a<ul><li>b</ul><li>c</ol>", ["3.", "", "4."]),
    ],
)
def test_the_numbers_of_a_list_are_kept_where_they_are_not_simply_counted(page, markers):
    assert [line.marker for line in html(page).lines] == markers


def test_lists_of_a_page_that_google_docs_exports_nest_by_their_classes():
    page = (
        "<ol class='c1 lst-kix_a1b-0 start' start=1><li>Build</li></ol><ul class='lst-kix_a1b-1'><li>stone</li></ul>"
        "<ol class='c1 lst-kix_a1b-0' start=2><li>Buy</li></ol>"
    )
    assert shapes(html(page)) == [
        ("numbered", 1, "", "Build"),
        ("bullet", 2, "", "stone"),
        ("numbered", 1, "2.", "Buy"),
    ]


def test_lists_of_word_on_the_web_nest_by_what_its_points_say():
    page = (
        "<ol start=1 role=list><li data-aria-level=1><p>Build</p></li></ol><ul role=list><li data-aria-level=2><p>stone"
        "</p></li></ul><ol start=2 role=list><li data-aria-level=1><p>Buy</p></li></ol>"
    )
    assert shapes(html(page)) == [
        ("numbered", 1, "", "Build"),
        ("bullet", 2, "", "stone"),
        ("numbered", 1, "2.", "Buy"),
    ]


def test_points_of_a_filtered_word_page_have_no_bullets_before_them():
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    page = (
        f"<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'><span style='font-family:Symbol'>·{gap}</span>"
        f"One</p><p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt'><span>o{gap}</span>Two</p>"
        f"<p class=MsoListParagraphCxSpLast>1.{gap}Three</p><p class=MsoListParagraph>No point</p>"
        f"<p class=MsoNormal>So {gap}it is.</p>"
    )
    assert shapes(html(page)) == [
        ("bullet", 1, "·", "One"),
        ("bullet", 2, "o", "Two"),
        ("numbered", 1, "1.", "Three"),
        ("text", 0, "", "No point"),
        ("text", 0, "", "So it is."),
    ]


def test_a_quotation_by_its_element_has_marks_and_what_is_read_beside_a_sign_has_brackets():
    assert shown(html("<p><q>We waited</q>, he said.")) == ["“We waited”, he said."]
    assert shown(html("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字")) == ["漢(kan)字"]


def test_a_break_joins_no_words():
    assert shown(html("<p>One<br>two")) == ["One", "two"]
    assert shown(html("<table><tr><td>One<br>two<td>Three</table>")) == ["One two | Three"]
