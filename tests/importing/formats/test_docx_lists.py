"""Points of lists in a Word document: how deep they stand, and what stands before them."""

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, point, run
from tests.importing.formats.readings import shapes

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:lvlText w:val="{text}"/></w:lvl>'
    for depth, form, text, style in [
        (0, "decimal", "%1.", ""),
        (1, "lowerLetter", "%2)", '<w:pStyle w:val="deep"/>'),
        (2, "upperRoman", "%1.%3", ""),
    ]
)
_LISTS = f"""<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Q%1."/></w:lvl>
    </w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="linked"/></w:abstractNum>
    <w:abstractNum w:abstractNumId="3"><w:styleLink w:val="linked"/><w:lvl w:ilvl="0">
    <w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
_STYLED = """<w:style w:styleId="deep"><w:name w:val="Deep"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
    </w:style>"""


def test_points_stand_as_deep_as_their_list_says_and_what_a_list_would_not_show_is_their_marker():
    body = [
        point("one"),
        point("inner", depth=1),
        paragraph(run("styled"), style="deep"),
        point("two"),
        paragraph(run("Text between.")),
        point("three"),
        point("inner", depth=2),
        point("asked", list_id=2),
        point("linked", list_id=3),
        point("anew", list_id=4),
        point("next", list_id=4),
    ]
    assert shapes(read(docx(*body, numbering=_LISTS, styles=_STYLED))) == [
        ("numbered", 1, "", "one"),
        ("numbered", 2, "", "inner"),
        ("numbered", 2, "", "styled"),
        ("numbered", 1, "", "two"),
        ("text", 0, "", "Text between."),
        ("numbered", 1, "3.", "three"),
        ("numbered", 3, "", "inner"),
        ("numbered", 1, "Q1.", "asked"),
        ("numbered", 1, "", "linked"),
        ("numbered", 1, "", "anew"),
        ("numbered", 1, "", "next"),
    ]


def test_a_list_may_begin_at_another_number_and_one_of_its_depths_anew():
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/></w:lvl>'
        for depth, start in [(0, 5), (1, 3)]
    )
    anew = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="8"/></w:lvlOverride>'
    numbering = f"""<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/>{anew}</w:num>"""
    text = paragraph(run("Text."))
    body = [point("a"), text, point("b", depth=1), text, point("c", list_id=2, depth=1)]
    lines = read(docx(*body, numbering=numbering)).lines
    assert [line.marker for line in lines if line.text != "Text."] == ["5.", "3.", "8."]


def test_the_style_of_a_list_says_how_deep_its_points_stand():
    styles = '<w:style w:styleId="a"><w:name w:val="List Number 3"/></w:style>'
    assert shapes(read(docx(paragraph(run("one"), style="a"), styles=styles))) == [("numbered", 3, "", "one")]


def test_the_number_of_a_heading_is_its_marker():
    articles = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>
        <w:lvlText w:val="Article %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>
        </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    styles = '<w:style w:styleId="h"><w:name w:val="heading 2"/></w:style>'
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = [
        paragraph(run(words), style="h", properties=numbered.format(depth))
        for words, depth in [("Aims", 0), ("Who pays", 1), ("Costs", 0)]
    ]
    assert shapes(read(docx(*body, numbering=articles, styles=styles))) == [
        ("heading", 2, "Article 1.", "Aims"),
        ("heading", 2, "1.1", "Who pays"),
        ("heading", 2, "Article 2.", "Costs"),
    ]


def test_after_the_last_letter_word_doubles_them():
    levels = '<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parted = [part for words in ("one", "two", "three") for part in (point(words), paragraph(run("Text.")))]
    markers = [line.marker for line in read(docx(*parted, numbering=lists)).lines]
    assert markers == ["z)", "", "aa)", "", "bb)", ""]
