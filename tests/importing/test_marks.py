"""What stands in quotation marks, against apostrophes and marks without a partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing.speech.marks import Marked, marked_words
from tests.importing.drafts import INTRODUCTION, codes_of, understood


def _marked(text):
    marks, _ = marked_words(text)
    return [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “we go” and “we stay”.", ["we go", "we stay"]),
        ('He said "we go" and "we stay".', ["we go", "we stay"]),
        ("He said ‘we go’ and ‘we stay’.", ["we go", "we stay"]),
        ("He said 'we go' and 'we stay'.", ["we go", "we stay"]),
        ("Il a dit « on y va ».", [" on y va "]),
        ("Er sagte „wir gehen“ und »wir bleiben«.", ["wir gehen", "wir bleiben"]),
        ("彼は「行く」と言った。", ["行く"]),
        ('„Wir gehen", sagte er. „Nie“, sagte sie. „Doch".', ["Wir gehen", "Nie", "Doch"]),
        ('“We go", he said. “No,” she said.', ["We go", "No,"]),
        ('„Er nannte es "gut" und ging“, sagte sie.', ['Er nannte es "gut" und ging']),
        ("He said “she called it ‘good’ twice”.", ["she called it ‘good’ twice"]),
        ("‘He said “go” to me’", ["He said “go” to me"]),
    ],
)
def test_marks_of_many_kinds_hold_words(text, words):
    assert _marked(text) == words
    assert marked_words(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "It’s the allies’ plan and John’s, in the ’90s.",
        "It's the allies' plan and John's, in the '90s.",
        "Rock 'n' roll, 'tis true, get 'em.",
        "Rock ‘n’ roll in the ‘90s.",
        'A pipe of 5" and one of 6".',
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text):
    assert marked_words(text) == ((), ())


def test_straight_marks_inside_an_open_quotation_do_not_close_it():
    assert marked_words('“He called it "x" and left') == ((Marked(15, 16),), (0,))


def test_an_apostrophe_inside_single_marks_does_not_close_them():
    assert _marked("‘I don’t like the allies’ plan,’ he said.") == ["I don’t like the allies’ plan,"]
    assert _marked("'I don't like it,' he said.") == ["I don't like it,"]


def test_a_plural_possessive_after_single_marks_does_not_take_them_over():
    assert _marked("He said ‘yes’ to the allies’ support.") == ["yes"]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("An “open one.", [3]),
        ("A closed one” here.", [12]),
        ('An "open one.', [3]),
        ("One « open.", [4]),
        ("“One and “two” here.", [0]),
    ],
)
def test_a_mark_without_a_partner_is_told(text, alone):
    assert list(marked_words(text)[1]) == alone


def test_a_mark_opened_twice_still_gives_the_words_that_are_closed():
    assert _marked("“One and “two” here.") == ["two"]


def test_a_mark_without_a_partner_is_a_finding_at_its_place():
    imported = understood(INTRODUCTION + "They called it “good and left.")
    finding = next(finding for finding in imported.findings if finding.code == "unbalanced-mark")
    assert (finding.line, finding.column) == (4, 15)
    assert finding.sentence == "A quotation mark (“) has no partner: “They called it “good and left.”."
    assert finding.key == imported.content.sections[0].key


@given(st.text("ab s“”‘’\"'«»„.,!", max_size=60))
def test_marked_words_follow_one_another_and_lie_inside_the_text(text):
    marks, alone = marked_words(text)
    offsets = [offset for mark in marks for offset in (mark.start - 1, mark.end)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in (*offsets, *alone))
    assert not set(offsets) & set(alone)


def test_the_marks_of_any_draft_are_read_without_an_exception():
    assert "too-many-marks" in codes_of(understood("“" * 1_000))
