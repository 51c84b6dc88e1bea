"""Drafts from Word as briefings: what was accepted stands, what was not meant for readers does not."""

import uuid

from briefings.content.richtext import plain_text
from briefings.importing import read, understand
from tests.importing.formats.making_docx import box, docx, paragraph, run

TOP = (
    paragraph(run("Third bridge for Askvik"), style="Titel"),
    paragraph(run("The council of Askvik approved a third bridge on Monday, after a year of talks with both banks.")),
    paragraph(run("What was agreed"), style="berschrift1"),
)


def imported(*body, **parts):
    return understand(read(docx(*TOP, *body, **parts)), briefing_id=str(uuid.uuid4()))


def body_of(result):
    assert [section.heading for section in result.content.sections] == ["What was agreed"]
    return plain_text(result.content.sections[0].body).split("\n")


def test_of_tracked_changes_the_accepted_text_is_published_and_the_rest_is_listed():
    gone = '<w:del w:author="Desk">{}</w:del>'
    moved = '<w:moveFrom w:author="Desk">{}</w:moveFrom>'
    result = imported(
        paragraph(run("It costs "), gone.format(run("90")), f"<w:ins>{run('19')}</w:ins>", run(" million.")),
        paragraph(run("Work begins soon. "), gone.format(run("The mayor Ivo Brandt was paid by the builder."))),
        paragraph(moved.format(run("Cars come in June.")), properties="<w:rPr><w:moveFrom/></w:rPr>"),
        paragraph(run("The state pays half.")),
        paragraph(f"<w:moveTo>{run('Cars come in June.')}</w:moveTo>"),
    )
    assert body_of(result) == [
        "It costs 19 million.",
        "Work begins soon.",
        "The state pays half.",
        "Cars come in June.",
    ]
    assert [(found.words, found.reason) for found in result.left_out] == [
        ("90", "Deleted in the draft, by Desk"),
        ("The mayor Ivo Brandt was paid by the builder.", "Deleted in the draft, by Desk"),
        ("Cars come in June.", "Moved away from here, by Desk"),
    ]


def test_a_text_box_stands_behind_its_sentence_and_whoever_signs_it_spoke():
    pulled = box(paragraph(run("“We build for our children.”")), paragraph(run("Mila Santer, mayor of Askvik")))
    result = imported(
        paragraph(run("It costs 19 million"), pulled, run(" and opens in two parts, the council said.")),
        paragraph(run("Work begins in May, and both banks will be closed to cars for a week.")),
    )
    assert body_of(result)[:2] == [
        "It costs 19 million and opens in two parts, the council said.",
        "“We build for our children.”",
    ]
    (quote,) = result.content.quotes
    assert (quote.words, quote.person.name, quote.role) == (
        "We build for our children.",
        "Mila Santer",
        "mayor of Askvik",
    )


def test_the_marks_of_notes_lead_to_their_sources_and_nobody_said_them():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph(run("Minutes of the council, page 9."))}</w:footnote>'
    result = imported(
        paragraph(run("“We waited for years"), reference, run(",” said Mila Santer, the mayor of Askvik.")),
        footnotes=note,
    )
    (source,) = result.content.sources
    assert f'years,”<a href="#source-{source.id}" rel="noopener">[1]</a> said' in result.content.sections[0].body
    assert source.title == "Minutes of the council, page 9."
    assert [quote.words for quote in result.content.quotes] == ["We waited for years"]


def test_comments_hidden_and_struck_words_are_in_no_text():
    comment = f'<w:comment w:id="0" w:author="Legal">{paragraph(run("Do not name him."))}</w:comment>'
    result = imported(
        paragraph(
            run("The builder is from Vessa."),
            '<w:r><w:commentReference w:id="0"/></w:r>',
            run(" Ring 555 0199. ", "<w:vanish/>"),
            run("Work begins in May."),
            run(" It never will.", "<w:strike/>"),
        ),
        comments=comment,
    )
    assert body_of(result) == ["The builder is from Vessa. Work begins in May."]
    assert [(found.words, found.reason) for found in result.left_out] == [
        ("Do not name him.", "A comment, by Legal"),
        ("Ring 555 0199.", "Hidden in the draft"),
        ("It never will.", "Struck out in the draft"),
    ]
