"""Which format a draft has is told from its name, or from what it shows."""

import pytest

from briefings.importing import read, read_text
from tests.importing.drafts import SAMPLE
from tests.importing.formats.making_docx import docx, paragraph, run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SAMPLE.decode(), "text"),
        ("Allies meet in Paris.\nThey met.", "text"),
        ("It was #1 in 5 * 4 cases, and * means more.", "text"),
        ("#Paris is the tag.\n# of cases: 5", "text"),
        ("They met (see https://a.org) [check].", "text"),
        ("1. One\n- Two", "text"),
        ("a < b and <script>alert(1)</script> & <b>bold</b>.", "text"),
        ("<b>bold</b> is what it said.", "text"),
        ("# Allies meet\n\nThey met.", "markdown"),
        ("Allies meet\n\n## Why\n\nThey met.", "markdown"),
        ("They **met** in Paris.", "markdown"),
        ("They [met](https://a.org/x).", "markdown"),
        ("They met.[^1]\n\n[^1]: In Paris.", "markdown"),
        ("---\ntitle: Allies meet\n---\nThey met.", "markdown"),
        ("| a | b |\n|---|---|\n| c | d |", "markdown"),
        ("```\ncode\n```", "markdown"),
        ("<p>They met.</p>", "html"),
        ("\n<!DOCTYPE html><title>They met</title><body>So.</body>", "html"),
        ("<meta charset='utf-8'><b style='font-weight:normal'><p>They met.</p></b>", "html"),
        ("<p of words that are no tag", "text"),
    ],
)
def test_a_text_shows_its_format(text, told):
    assert read_text(text).format == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.html", "html"),
        ("md", "text"),
        ("", "text"),
    ],
)
def test_a_name_decides(name, told):
    assert read(b"They met.", name=name).format == told


def test_a_word_document_is_told_by_what_is_in_it():
    assert read(docx(paragraph(run("They met."))), name="draft.txt").format == "docx"


def test_what_an_editor_says_counts():
    assert read_text("**met**", format="text").lines[0].text == "**met**"
