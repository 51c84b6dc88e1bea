"""What is drawn into a Word document, however it is drawn: what it says is said, and what it hides stays hidden."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run
from tests.importing.formats.readings import codes, left_out, shown, texts


def sentences(reading):
    return [finding.sentence for finding in reading.findings]


def drawn(inner: str, around: str = "drawing") -> str:
    return paragraph(run("Text."), f'<w:r><w:{around} xmlns:v="v" xmlns:a="a">{inner}</w:{around}></w:r>')


def boxed(words: str) -> str:
    return f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"


@pytest.mark.parametrize("around", ["drawing", "pict", "object"])
@pytest.mark.parametrize("sign", ["a:pic", "a:blip", "v:imagedata", "a:contentPart"])
def test_a_picture_is_told_whatever_draws_it(around, sign):
    reading = read(docx(drawn(f"<{sign}/>", around)))
    assert sentences(reading) == ["A picture without a description is not taken over. Upload it to the briefing."]


@pytest.mark.parametrize("where", ['<a:docPr descr="A boat"/><a:pic/>', '<v:imagedata title="A boat"/>'])
def test_the_description_of_a_picture_is_told_wherever_it_stands(where):
    reading = read(docx(drawn(where)))
    assert sentences(reading) == ["A picture is not taken over: “A boat”. Upload it to the briefing."]


def test_the_first_description_of_a_drawing_is_its_own():
    assert "“A boat”" in sentences(read(docx(drawn('<a:docPr title="A boat"/><a:cNvPr descr="A car"/><a:pic/>'))))[0]


@pytest.mark.parametrize("kind", ["shape", "rect", "roundrect", "oval", "group", "image"])
def test_a_shape_of_any_kind_may_be_hidden_and_hides_nothing_after_it(kind):
    hidden = f'<v:{kind} style="visibility:hidden">{boxed("Secret.")}</v:{kind}>'
    reading = read(docx(drawn(f"{hidden}<v:{kind}>{boxed('Seen.')}</v:{kind}>", "pict"), paragraph(run("After."))))
    assert shown(reading) == ["Text.", "Seen.", "After."]
    assert left_out(reading) == [("hidden", "Secret.", True)]


@pytest.mark.parametrize("kind", ["shape", "rect", "roundrect", "oval", "group", "image"])
def test_a_shape_of_any_kind_may_say_what_it_shows(kind):
    assert "“A boat”" in sentences(read(docx(drawn(f'<v:{kind} alt="A boat"></v:{kind}>', "pict"))))[0]


def test_the_ground_of_a_box_ends_with_it():
    white = run("Secret.", '<w:color w:val="FFFFFF"/>')
    body = drawn(f'<v:rect fillcolor="#1F3864">{boxed("Seen.")}</v:rect>', "pict")
    assert shown(read(docx(body, paragraph(white)))) == ["Text.", "Seen."]


@pytest.mark.parametrize("name", ["Choice", "Fallback"])
def test_of_two_versions_the_first_with_words_is_read(name):
    first = f"<mc:Choice>{'' if name == 'Fallback' else boxed('New.')}</mc:Choice>"
    both = f'<mc:AlternateContent xmlns:mc="mc">{first}<mc:Fallback>{boxed("Old.")}</mc:Fallback></mc:AlternateContent>'
    assert texts(read(docx(drawn(both)))) == ["Text.", "New." if name == "Choice" else "Old."]


def test_two_things_with_two_versions_each_are_read_once_each():
    def twice(words):
        versions = "".join(f"<mc:{name}>{boxed(words)}</mc:{name}>" for name in ("Choice", "Choice", "Fallback"))
        return drawn(f'<mc:AlternateContent xmlns:mc="mc">{versions}</mc:AlternateContent>')

    assert texts(read(docx(twice("One."), twice("Two.")))) == ["Text.", "One.", "Text.", "Two."]


def test_a_picture_that_an_older_word_shows_as_well_is_told_once():
    new = '<mc:Choice><w:drawing><a:pic/><a:docPr descr="A boat"/></w:drawing></mc:Choice>'
    inner = f"{new}<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback>"
    both = f'<w:r><mc:AlternateContent xmlns:mc="mc" xmlns:a="a" xmlns:v="v">{inner}</mc:AlternateContent></w:r>'
    assert codes(read(docx(paragraph(run("Text."), both)))) == ["picture"]


def test_a_page_that_a_mail_program_packed_is_read_by_its_other_name_too():
    page = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>The villages pay.</p>"
    reading = read(docx('<w:altChunk r:id="a.mhtml"/>', files={"a.mhtml": ("aFChunk", page)}))
    assert texts(reading) == ["The villages pay."]


def test_a_control_without_a_name_is_told_as_such():
    told = sentences(read(docx(drawn("<w:control/>", "object"))))
    assert told == ["What is packed into the draft, a file, is not taken over. Write out what readers need of it."]
