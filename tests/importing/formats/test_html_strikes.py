"""What is struck out in a page and ends in a later paragraph: nothing of it shows."""

from time import process_time

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    ("begin", "end", "kind"),
    [
        ("<s>", "</s>", "struck"),
        ("<strike>", "</strike>", "struck"),
        ("<del>", "</del>", "deleted"),
        ("<span style='text-decoration:line-through'>", "</span>", "struck"),
    ],
)
@pytest.mark.parametrize("between", ["</p><p>", "<p>", "</p></div><div><p>", "</p><ul><li>"])
def test_what_is_struck_out_goes_on_over_the_end_of_a_paragraph(begin, end, kind, between):
    reading = html(f"<div><p>A {begin}bb{between}<span>cc</span>{end} dd</p><p>ee</p></div>")
    assert shown(reading) == ["A", "dd", "ee"]
    assert left_out(reading) == [(kind, "bb", True), (kind, "cc", True)]


@pytest.mark.parametrize("page", ["<p>A <s>b</p><p>c <s>d</s></p>", "<table><tr><td><s>b</td><td>c</s></table>"])
def test_what_never_ends_is_struck_out_to_the_end_of_its_paragraph_or_cell(page):
    assert "c" in "".join(shown(html(page)))


@pytest.mark.slow
def test_many_that_are_struck_out_over_many_paragraphs_take_no_time():
    started = process_time()
    html("<s>" * 8_000 + "<p>a" * 8_000 + "</s>" * 8_000)
    assert process_time() - started < 10
