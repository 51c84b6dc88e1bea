"""What an editor decides about lines: cut, join, and what each of them is."""

import pytest

from briefings.importing import Decisions, as_json
from tests.importing.drafts import codes_of, understood
from tests.importing.structure.line_roles import LONG, headings, markdown, printed, role_of, roles, shaped

HEADLINE = "Allies meet in Paris"
DRAFT = (HEADLINE, LONG, "What was said", "They met. They talked.", "They left.")
ADDRESSES = dict(zip(DRAFT, "01234", strict=True))


def _decided(*lines, **decisions):
    return shaped(*(lines or DRAFT), decisions=Decisions(**decisions))


def _bodies(imported):
    return [section.body for section in imported.content.sections]


def test_a_line_is_cut_where_the_editor_says():
    imported = _decided(cuts=("3:10",))
    assert _bodies(imported) == ["<p>They met.</p><p>They talked.</p><p>They left.</p>"]
    assert [part.line.address for part in imported.parts] == ["0", "1", "2", "3", "3.10", "4"]


def test_a_line_may_be_cut_more_than_once_and_in_any_order():
    imported = _decided(
        HEADLINE,
        LONG,
        "One. Two. Three.",
        cuts=(
            "2:10",
            "2:5",
        ),
    )
    assert _bodies(imported) == ["<p>One.</p><p>Two.</p><p>Three.</p>"]


def test_a_piece_has_a_name_of_its_own_and_its_place_in_the_draft():
    imported = _decided(cuts=("3:10",), roles={"3.10": "heading"})
    assert headings(imported) == ["What was said", "They talked."]
    piece = next(part.line for part in imported.parts if part.line.address == "3.10")
    assert (piece.number, piece.column) == (4, 10)


@pytest.mark.parametrize("place", ["3:0", "3:999", "3:x", "9:2", "3", ":", "3:-1"])
def test_a_cut_where_nothing_can_be_cut_does_nothing(place):
    assert roles(_decided(cuts=(place,))) == roles(shaped(*DRAFT))


def test_a_line_is_joined_to_the_one_before():
    assert _bodies(_decided(joins=("4",))) == ["<p>They met. They talked. They left.</p>"]


def test_joined_lines_keep_their_emphasis():
    imported = _decided(markdown(f"# {HEADLINE}", LONG, "They *met*.", "They **talked**."), joins=("3",))
    assert _bodies(imported) == ["<p>They <em>met</em>. They <strong>talked</strong>.</p>"]


def test_a_cut_through_emphasis_leaves_it_on_both_sides():
    imported = _decided(markdown(f"# {HEADLINE}", LONG, "*They met. They talked.*"), cuts=("2:10",))
    assert _bodies(imported) == ["<p><em>They met.</em></p><p><em>They talked.</em></p>"]


def test_the_first_line_cannot_be_joined_to_anything():
    assert roles(_decided(joins=("0",))) == roles(shaped(*DRAFT))


def test_a_line_that_was_joined_keeps_the_number_it_had():
    imported = _decided(HEADLINE, LONG, "They met.", "1. They talked.", joins=("3",))
    assert _bodies(imported) == ["<p>They met. 1. They talked.</p>"]


@pytest.mark.parametrize(
    ("role", "where"),
    [
        ("headline", lambda content: content.headline),
        ("dateline", lambda content: content.dateline),
        ("byline", lambda content: content.authors[0].name),
        ("lede", lambda content: content.lede),
        ("heading", lambda content: content.sections[-1].heading),
        ("question", lambda content: content.faq[0].question),
        ("source", lambda content: content.sources[0].title),
    ],
)
def test_a_line_is_what_the_editor_says(role, where):
    imported = _decided(HEADLINE, LONG, LONG, "Ann Lee", roles={"3": role})
    assert where(imported.content) == "Ann Lee"
    part = imported.parts[-1]
    assert (part.role, part.is_sure, part.reason) == (role, True, "You decided")


def test_the_headline_moves_to_where_the_editor_says_and_nothing_else_is_one():
    imported = _decided(roles={"2": "headline"})
    assert imported.content.headline == "What was said"
    assert role_of(imported, HEADLINE) != "headline"


@pytest.mark.parametrize(("first", "then"), [("0", "2"), ("2", "0")])
def test_of_two_lines_that_are_decided_to_be_the_headline_the_newest_choice_is_it_and_the_other_is_said(first, then):
    imported = _decided(roles={first: "headline", then: "headline"})
    assert (imported.content.headline, imported.unplaced) == (DRAFT[int(then)], (DRAFT[int(first)],))
    assert [finding.sentence for finding in imported.findings if finding.code == "unplaced"] == [
        f"“{DRAFT[int(first)]}” was chosen as the headline before “{DRAFT[int(then)]}” was. Choose what it is now."
    ]


def test_a_forced_question_is_answered_by_the_text_below_it_up_to_the_next_heading():
    lines = (HEADLINE, LONG, "Who pays for it", "The allies.", "All of them.", "What was said", LONG)
    imported = printed(*lines, decisions=Decisions(roles={"2": "question"}))
    assert imported["faq"] == [{"question": "Who pays for it", "answer": "The allies.\nAll of them."}]
    assert [section["heading"] for section in imported["sections"]] == ["What was said"]


def test_text_decided_as_text_stays_text_below_a_forced_question():
    lines = (HEADLINE, LONG, "Who pays?", "The allies.", "It went on.")
    imported = _decided(*lines, roles={"2": "question", "4": "text"})
    assert _bodies(imported) == ["<p>It went on.</p>"]


def test_a_question_that_is_decided_to_be_a_heading_leaves_the_faq():
    imported = _decided(HEADLINE, LONG, "FAQ", "Who pays?", "The allies.", roles={"3": "heading"})
    assert headings(imported)[-1] == "Who pays?"
    assert imported.content.faq == ()


def test_a_heading_that_is_decided_to_be_text_is_a_paragraph():
    assert headings(_decided(roles={"2": "text"})) == []


def test_a_lede_that_is_decided_is_the_only_one_and_keeps_its_beginning():
    imported = _decided(HEADLINE, LONG, f"PARIS (AP) — {LONG}", roles={"2": "lede"})
    assert (imported.content.lede, imported.content.dateline) == (f"PARIS (AP) — {LONG}", "")
    assert _bodies(imported) == [f"<p>{LONG}</p>"]


def test_an_answer_without_a_question_is_unplaced_and_said():
    imported = _decided(roles={"4": "answer"})
    assert imported.unplaced == ("They left.",)
    assert "unplaced" in codes_of(imported)


def test_a_bold_question_that_the_editor_joined_to_its_answer_stays_joined():
    draft = markdown(HEADLINE, LONG, "**Who pays?** The allies do.", "So they say.")
    apart = _decided(draft)
    assert headings(apart) == ["Who pays?"]
    answer = next(part.line.address for part in apart.parts if part.line.text == "The allies do.")
    joined = _decided(draft, joins=(answer,))
    assert "Who pays?</strong> The allies do." in "".join(_bodies(joined))


def test_a_day_at_the_beginning_of_a_line_is_no_point_of_a_list():
    paragraphs = as_json(understood("Die Lage.\n\n10. Mai: Die Gespräche beginnen in Bern und dauern an."))["sections"]
    assert paragraphs == [{"heading": None, "paragraphs": ["10. Mai: Die Gespräche beginnen in Bern und dauern an."]}]


@pytest.mark.parametrize("line", ["1. FC Köln won.", "18. Parliament was the name of the band."])
def test_a_number_that_no_other_line_has_is_one_of_the_words(line):
    assert _bodies(shaped(HEADLINE, LONG, line, LONG)) == [f"<p>{line}</p><p>{LONG}</p>"]
    assert shaped(line).content.lede == line
    assert shaped(line).parts[0].line.place(3) == (1, 3)


def test_a_number_that_another_line_follows_is_that_of_a_point():
    assert "<ol>" in _bodies(shaped(HEADLINE, LONG, "1. Cologne won.", "2. Kiel lost."))[0]
    assert "<ol>" in _bodies(shaped(HEADLINE, LONG, "1. Cologne won.", "- It was late.", LONG))[0]
