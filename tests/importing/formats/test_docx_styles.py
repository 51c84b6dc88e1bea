"""What a style of a Word document makes of paragraphs and words, by itself and by the style that it is based on."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run
from tests.importing.formats.readings import left_out, set_apart, shapes, shown, texts


def style(name: str, inner: str = "", kind: str = "paragraph", style_id: str = "s") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'


@pytest.mark.parametrize(
    ("name", "inner", "line_style", "level"),
    [
        ("Title", "", "title", 0),
        ("heading 3", "", "heading", 3),
        ("heading 9", "", "heading", 6),
        ("List Bullet", "", "bullet", 1),
        ("List Bullet 3", "", "bullet", 3),
        ("List Number 2", "", "numbered", 2),
        ("Section", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', "heading", 2),
        ("Section", '<w:pPr><w:outlineLvl w:val="8"/></w:pPr>', "heading", 6),
        ("Section", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "text", 0),
        ("Section", '<w:pPr><w:outlineLvl w:val="x"/></w:pPr>', "text", 0),
        ("Body", "", "text", 0),
    ],
)
@pytest.mark.parametrize("is_based", [False, True])
def test_a_style_says_what_its_paragraphs_are(name, inner, line_style, level, is_based):
    styles = style(name, inner) + style("Mine", '<w:basedOn w:val="s"/>', style_id="mine")
    (line,) = read(docx(paragraph(run("Words"), style="mine" if is_based else "s"), styles=styles)).lines
    assert (line.style, line.level) == (line_style, level)


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("caption", "caption"),
        ("toc 1", "navigation"),
        ("TOC Heading", "navigation"),
        ("table of figures", "navigation"),
        ("index 2", "navigation"),
    ],
)
def test_a_style_may_set_its_paragraphs_aside(name, aside):
    styles = style(name, '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    body = paragraph(run("Words"), style="s", properties='<w:outlineLvl w:val="0"/>')
    (line,) = read(docx(body, styles=styles)).lines
    assert (line.aside, line.style) == (aside, "text")


@pytest.mark.parametrize(
    ("properties", "looks"),
    [
        ("<w:b/>", ["strong"]),
        ("<w:i/>", ["em"]),
        ('<w:b w:val="0"/>', []),
        ('<w:b w:val="off"/>', []),
        ('<w:i w:val="false"/>', []),
        ('<w:b w:val="none"/>', []),
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "character"])
def test_a_style_sets_its_words_apart(properties, looks, kind):
    styles = style("Mine", f"<w:rPr>{properties}</w:rPr>", kind)
    words = run("words", '<w:rStyle w:val="s"/>') if kind == "character" else run("words")
    body = paragraph(run("Some ") if kind == "character" else "", words, style="" if kind == "character" else "s")
    assert [look for _, look, _ in set_apart(read(docx(body, styles=styles)).lines[0])] == looks


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:vanish/>", "hidden"),
        ("<w:specVanish/>", "hidden"),
        ("<w:strike/>", "struck"),
        ("<w:dstrike/>", "struck"),
        ('<w:strike/><w:dstrike w:val="0"/>', "struck"),
    ],
)
@pytest.mark.parametrize("where", ["paragraph", "character", "defaults", "usual"])
def test_a_style_hides_or_strikes_its_words(properties, kind, where):
    looks = f"<w:rPr>{properties}</w:rPr>"
    styles = style("Mine", looks, where)
    if where == "defaults":
        styles = f"<w:docDefaults><w:rPrDefault>{looks}</w:rPrDefault></w:docDefaults>" + style("Mine")
    if where == "usual":
        styles = style("Mine", looks).replace("w:styleId", 'w:default="1" w:styleId')
    words = run("Words", '<w:rStyle w:val="s"/>' if where == "character" else "")
    body = paragraph(words, style="s" if where == "paragraph" else "")
    assert left_out(read(docx(body, styles=styles))) == [(kind, "Words", True)]


def test_what_a_run_says_wins_over_its_style_and_a_style_over_what_it_is_based_on():
    styles = style("Base", "<w:rPr><w:b/><w:i/><w:vanish/></w:rPr>", style_id="base") + style(
        "Mine", '<w:basedOn w:val="base"/><w:rPr><w:vanish w:val="0"/><w:i w:val="0"/></w:rPr>'
    )
    reading = read(docx(paragraph(run("One "), run("two", '<w:b w:val="0"/>'), style="s"), styles=styles))
    assert set_apart(reading.lines[0]) == [("One", "strong", "")]


def test_emphasis_of_the_usual_style_sets_nothing_apart():
    styles = style("Normal", "<w:rPr><w:b/></w:rPr>").replace("w:styleId", 'w:default="1" w:styleId')
    assert set_apart(read(docx(paragraph(run("Words")), styles=styles)).lines[0]) == []


@pytest.mark.parametrize(
    ("properties", "line"),
    [
        ('<w:vertAlign w:val="superscript"/>', "10⁶"),
        ('<w:vertAlign w:val="subscript"/>', "10₆"),
        ('<w:vertAlign w:val="baseline"/>', "106"),
        ('<w:position w:val="6"/>', "10⁶"),
        ('<w:position w:val="-4"/>', "10₆"),
        ('<w:position w:val="3"/>', "106"),
        ('<w:position w:val="x"/>', "106"),
        ('<w:rStyle w:val="s"/>', "10⁶"),
        ('<w:rStyle w:val="s"/><w:vertAlign w:val="baseline"/>', "106"),
    ],
)
def test_words_stand_high_or_low_as_they_or_their_style_say(properties, line):
    styles = style("High", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character")
    assert texts(read(docx(paragraph(run("10"), run("6", properties)), styles=styles))) == [line]


@pytest.mark.parametrize("where", ["run", "high", "character", "paragraph"])
def test_the_font_of_a_sign_is_that_of_its_run_or_of_its_style(where):
    font = '<w:rFonts w:{}="Symbol"/>'
    looks = font.format("hAnsi" if where == "high" else "ascii")
    styles = style("Signs", f"<w:rPr>{looks}</w:rPr>", "character" if where == "character" else "paragraph")
    own = {"run": looks, "high": looks, "character": '<w:rStyle w:val="s"/>'}.get(where, "")
    body = paragraph(run("a \uf0a3 b", own), style="s" if where == "paragraph" else "")
    assert texts(read(docx(body, styles=styles))) == ["α ≤ β"]


def test_a_style_that_is_based_on_itself_ends():
    styles = style("Mine", '<w:basedOn w:val="s"/>')
    assert shapes(read(docx(paragraph(run("Words"), style="s"), styles=styles))) == [("text", 0, "", "Words")]


@pytest.mark.parametrize("name", ["HTML Top of Form", "HTML Bottom of Form"])
def test_where_a_form_of_a_page_stood_nobody_has_to_look(name):
    styles = style(name, "<w:rPr><w:vanish/></w:rPr>")
    reading = read(docx(paragraph(run("Top of Form"), style="s"), paragraph(run("Text.")), styles=styles))
    assert (shown(reading), left_out(reading)) == (["Text."], [("hidden", "Top of Form", False)])


@pytest.mark.parametrize("kind", ["separator", "continuationSeparator", "continuationNotice"])
def test_the_line_above_the_notes_is_no_note(kind):
    notes = f'<w:footnote w:id="0" w:type="{kind}">{paragraph(run("continued"))}</w:footnote>'
    assert texts(read(docx(paragraph(run("Text.")), footnotes=notes))) == ["Text."]


@pytest.mark.parametrize(
    ("change", "lines"),
    [("ins", ["One two."]), ("moveTo", ["One two."]), ("del", ["One ."]), ("moveFrom", ["One ."])],
)
def test_every_kind_of_change_is_told(change, lines):
    reading = read(docx(paragraph(run("One "), f'<w:{change} w:author="Bo">{run("two")}</w:{change}>', run("."))))
    assert shown(reading) == lines
    assert [finding.code for finding in reading.findings] == ["tracked-changes"]
