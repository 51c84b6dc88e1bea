"""Comments in a page’s code, of Word and of Google Docs: left out, and asked about where they are prose."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    ("comment", "asks"),
    [
        ("To do: call Egon, 555 0199", True),
        ("liar, says Egon", True),
        ("vérifier avec le maire", True),
        ("先确认市长的说法", True),
        ("more", False),
        ("if (x) { y = 1; }", False),
    ],
)
def test_a_comment_inside_a_paragraph_is_left_out_and_asks_where_it_is_prose(comment, asks):
    reading = html(f"<p>Work begins.<!-- {comment} --> It ends.</p>")
    assert shown(reading) == ["Work begins. It ends."]
    assert left_out(reading) == [("comment", comment, asks)]


@pytest.mark.parametrize(
    ("comment", "asks"),
    [
        ("Legal: do not name the builder before the court rules", True),
        ("To do: call Egon, 555 0199", True),
        ("<p>The chairman took a lot of money.</p>", True),
        ("[If legal agrees we name Max Moser]", True),
        ("XML feeds will not carry the name of Max Moser", True),
        ("doctype people will not like that we name him", True),
        ("Google Tag Manager", False),
        ("End of the article body", False),
        ("/ .entry-content and more words", False),
        ("main content area begins", False),
        ("ad slot", False),
    ],
)
def test_a_comment_between_paragraphs_asks_where_it_is_prose_and_names_no_part_of_a_page(comment, asks):
    reading = html(f"<p>Work begins.</p><!-- {comment} --><p>It ends.</p>")
    assert shown(reading) == ["Work begins.", "It ends."]
    assert left_out(reading) == [("comment", comment, asks)]


@pytest.mark.parametrize(
    "comment",
    [
        "<!--[if gte mso 9]>x y z<![endif]-->",
        "<![if !supportLists]>",
        "<!--[if (gte mso 9)|(IE)]>x<![endif]-->",
        "<!doctype html>",
        '<!-- wp:heading {"level":3} -->',
        "<!--StartFragment-->",
        "<!-- wp:paragraph -->",
        "<!-- <hr> -->",
    ],
)
def test_what_a_program_says_to_programs_in_a_comment_is_nothing(comment):
    reading = html(f"<p>Text</p>{comment}<p>More</p>")
    assert (shown(reading), left_out(reading)) == (["Text", "More"], [])


def test_comments_in_word_are_left_out_with_the_letters_of_who_wrote_them_and_their_marks_are_gone():
    reading = html(
        "<p>Work<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_2'>[MK2]</a></span> begins.</p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><div id='_com_2' class=msocomtxt>"
        "<p class=MsoCommentText><a class=msocomoff href='#_msoanchor_2'>[MK2]</a>Not before May.</p></div></div></div>"
    )
    assert shown(reading) == ["Work begins."]
    assert [(*line.left_out, line.text) for line in reading.lines[1:]] == [("comment", "MK", True, "Not before May.")]


def test_margin_comments_of_a_page_that_google_docs_exports_are_left_out_and_their_marks_are_gone():
    reading = html(
        "<p>Work begins<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> in May.</p>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Not before</span></p><p>the court rules.</p></div>"
        "<p>It ends.</p>"
    )
    assert shown(reading) == ["Work begins in May.", "It ends."]
    assert left_out(reading) == [("comment", "Not before", True), ("comment", "the court rules.", True)]


@pytest.mark.parametrize(
    "page",
    [
        "<!-- All rights of this page are reserved. --><html><body><p>Text</p></body></html>",
        "<html><head><!-- All rights of this page are reserved. --></head><body><p>Text</p></body></html>",
        "<html><!-- All rights of this page are reserved. --><body><p>Text</p></body></html>",
        "<html><body><p>Text</p></body></html><!-- All rights of this page are reserved. -->",
        "<head><title>Text</title><!-- All rights of this page are reserved. --></head><p>Text</p>",
    ],
)
def test_comments_outside_the_body_of_a_page_ask_nobody(page):
    assert left_out(html(page)) == [("comment", "All rights of this page are reserved.", False)]


def test_words_in_an_instruction_to_a_program_are_a_comment():
    reading = html("<p>Text <? The mayor lied to all of us. ?>goes on.</p>")
    assert (shown(reading), left_out(reading)) == (
        ["Text goes on."],
        [("comment", "The mayor lied to all of us.", True)],
    )


@pytest.mark.parametrize(
    "code", ["<?xml version='1.0'?>", "<?php echo $title; ?>", "<?xml:namespace prefix = o ns = 'urn:x' />", "<? ?>"]
)
def test_an_instruction_to_a_program_that_is_code_asks_nobody(code):
    reading = html(f"{code}<p>Text</p>")
    assert shown(reading) == ["Text"]
    assert not any(asks for *_, asks in left_out(reading))
