"""Fields, links and breaks of a Word document where they are used as they seldom are."""

import io
import zipfile

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, field, packed, paragraph, point, relation, run
from tests.importing.formats.readings import codes, left_out, set_apart, shown, texts


def sentences(reading):
    return [finding.sentence for finding in reading.findings]


def characters(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_a_field_that_ends_before_it_began_changes_nothing():
    body = paragraph(run("One"), characters("separate", "end"), run(" two"), field("DATE", run(" May")), run(" three."))
    assert texts(read(docx(body))) == ["One two May three."]


def test_a_field_with_a_code_and_no_result_hides_only_its_code():
    body = paragraph(run("One "), characters("begin"), code("DATE"), characters("end"), run("two."))
    assert texts(read(docx(body))) == ["One two."]


def test_code_outside_a_field_is_no_text():
    assert texts(read(docx(paragraph(run("One"), code("never"), run(" two."))))) == ["One two."]


@pytest.mark.parametrize(
    ("target", "told"),
    [("", False), ("#here", False), ("file:///C:/secret.docx", True), ("https://a.example/", False)],
)
def test_only_a_link_that_leads_to_no_address_and_no_place_is_told(target, told):
    link = '<w:hyperlink r:id="l">' + run("there") + "</w:hyperlink>"
    assert codes(read(docx(paragraph(run("See "), link), links={"l": target}))) == ["link-left-out"] * told


def test_a_link_to_a_place_in_the_document_is_words():
    link = f'<w:hyperlink w:anchor="here">{run("there")}</w:hyperlink>'
    reading = read(docx(paragraph(run("See "), link)))
    assert (texts(reading), set_apart(reading.lines[0]), codes(reading)) == (["See there"], [], [])


def test_a_place_is_added_to_an_address_once():
    link = f'<w:hyperlink r:id="l" w:anchor="b">{run("there")}</w:hyperlink>'
    reading = read(docx(paragraph(link), links={"l": "https://a.example/#a"}))
    assert set_apart(reading.lines[0]) == [("there", "link", "https://a.example/#a")]


def test_only_a_field_that_draws_something_is_told_where_it_shows_nothing():
    assert codes(read(docx(paragraph(run("One"), field("EQ \\x(a)"))))) == ["field"]
    assert codes(read(docx(paragraph(run("One"), field("PRINTDATE"))))) == []


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_a_large_first_letter_is_a_part_of_its_word(kind):
    first = paragraph(run("T"), properties=f'<w:framePr w:dropCap="{kind}"/>')
    assert texts(read(docx(first, paragraph(run("he villages pay."))))) == ["The villages pay."]


def test_a_break_within_deleted_words_parts_no_lines():
    gone = f'<w:del w:author="Bo">{run("Never.")}<w:r><w:br/></w:r>{run("Ever.")}</w:del>'
    reading = read(docx(paragraph(run("One "), gone, run("two."))))
    assert (shown(reading), left_out(reading)) == (["One two."], [("deleted", "Never. Ever.", True)])


def test_a_sign_whose_number_is_none_is_passed_over():
    assert texts(
        read(docx(paragraph(run("One"), '<w:r><w:sym w:font="Symbol" w:char="xyz"/></w:r>', run(" two"))))
    ) == ["One two"]


def test_a_tab_that_only_says_where_tabs_stop_is_no_space():
    body = paragraph(run("in"), properties='<w:tabs><w:tab w:pos="720"/></w:tabs>')
    assert texts(read(docx(body))) == ["in"]


def test_how_a_word_is_read_stands_behind_it_also_after_a_break():
    ruby = f"<w:r><w:ruby><w:rt>{run('toe')}</w:rt><w:rubyBase>{run('東')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read(docx(paragraph(run("One"), "<w:r><w:br/></w:r>", ruby)))) == ["One", "東(toe)"]


@pytest.mark.parametrize("element", ["br", "cr", "tab"])
def test_the_words_of_a_comment_stay_apart(element):
    inside = (
        f"<w:p><w:r><w:t>Wait</w:t><w:{element}/><w:t>for</w:t></w:r></w:p><w:p>noise<w:r><w:t>June</w:t></w:r></w:p>"
    )
    comments = f'<w:comment w:id="1" w:author="Bo">{inside}</w:comment>'
    reading = read(docx(paragraph(run("One"), '<w:r><w:commentReference w:id="1"/></w:r>'), comments=comments))
    assert left_out(reading) == [("comment", "Wait for June", True)]


def test_two_comments_at_one_place_are_two():
    both = "".join(f'<w:comment w:id="{at}">{paragraph(run(f"Note {at}."))}</w:comment>' for at in (1, 2))
    marks = "".join(f'<w:r><w:commentReference w:id="{at}"/></w:r>' for at in (1, 2))
    assert left_out(read(docx(paragraph(run("One"), marks), comments=both))) == [
        ("comment", "Note 1.", True),
        ("comment", "Note 2.", True),
    ]


def test_two_comments_with_one_id_are_both_listed():
    both = "".join(f'<w:comment w:id="1">{paragraph(run(words))}</w:comment>' for words in ("Wait.", "Ask Bo."))
    reading = read(docx(paragraph(run("One"), '<w:r><w:commentReference w:id="1"/></w:r>'), comments=both))
    assert {words for _, words, _ in left_out(reading)} == {"Wait.", "Ask Bo."}


@pytest.mark.parametrize(
    ("form", "marker"),
    [("lowerLetter", "Q b."), ("upperLetter", "Q B."), ("lowerRoman", "Q ii."), ("upperRoman", "Q II."), ("x", "Q 2.")],
)
def test_a_number_that_is_written_out_is_of_the_kind_of_its_list(form, marker):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="{form}"/><w:lvlText w:val="Q %1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    assert read(docx(point("one"), numbering=f"{lists}</w:num>")).lines[0].marker == marker


@pytest.mark.parametrize("form", ["none", "bullet"])
def test_a_list_that_shows_no_numbers_has_none(form):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{form}"/><w:lvlText w:val=""/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    assert read(docx(point("one"), numbering=f"{lists}</w:num>")).lines[0].marker == ""


def test_the_part_that_an_element_names_may_stand_in_another_folder():
    for path in ("../a.html", "/a.html", "./../a.html", "../../a.html"):
        chunk = docx('<w:altChunk r:id="a"/>', files={"../a.html": ("", "<p>The villages pay.</p>")})
        assert texts(read(_with_relation(chunk, path))) == ["The villages pay."], path


def _with_relation(document: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        files = {name.replace("word/../", ""): package.read(name) for name in package.namelist()}
    related = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = related.replace(
        "</Relationships>", f"{relation('a', 'aFChunk', path)}</Relationships>"
    )
    return packed(files)
