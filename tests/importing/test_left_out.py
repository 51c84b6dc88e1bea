"""What a draft does not show: listed with its words and its place, in no text unless an editor takes it in."""

import uuid

import pytest

from briefings.content.richtext import plain_text
from briefings.importing import Decisions, Hiding, MarkDecision, Reading, understand
from briefings.importing.formats.sheet import PLAIN, Look, Sheet
from briefings.importing.left_out import fingerprint, is_seen
from briefings.importing.transfer_decisions import transfer

STRUCK = Look(left_out=Hiding("struck"))
COMMENT = Look(left_out=Hiding("comment", by="Mina"))


def reading(*paragraphs):
    """A draft with a headline, a lede, and these paragraphs, each of (words, look) pairs."""
    sheet = Sheet()
    for words in ("Second berth for Lindmoor", "The board approved a second berth on Tuesday, after long talks."):
        sheet.add(words)
        sheet.end()
    for pieces in paragraphs:
        for words, look in pieces:
            sheet.add(words, look)
        sheet.end()
    lines, findings = sheet.finished()
    return Reading(lines=lines, findings=findings)


DRAFT = reading(
    [
        ("Work begins in May. ", PLAIN),
        ("The chairman took money. ", STRUCK),
        ("It costs ", PLAIN),
        ("40", STRUCK),
        (" 14 million, “a bargain for us all,” said Hanne Rook.", PLAIN),
    ],
    [("Do not name the builder", COMMENT)],
)


def imported(draft=DRAFT, **decided):
    return understand(draft, briefing_id=str(uuid.uuid4()), decisions=Decisions(**decided))


def body(result):
    return "\n".join(plain_text(section.body) for section in result.content.sections)


def test_what_is_struck_or_a_comment_is_listed_in_the_order_of_the_draft_and_in_no_text():
    result = imported()
    assert [(one.words, one.reason) for one in result.left_out] == [
        ("The chairman took money.", "Struck out in the draft"),
        ("40", "Struck out in the draft"),
        ("Do not name the builder", "A comment, by Mina"),
    ]
    assert body(result) == "Work begins in May. It costs 14 million, “a bargain for us all,” said Hanne Rook."
    assert result.unplaced == ()


def test_each_stands_among_the_lines_of_the_review_behind_the_line_that_it_stood_in():
    shown = [(part.line.address, part.line.text[:12], part.role) for part in imported().parts]
    assert shown[2:] == [
        ("2", "Work begins ", "text"),
        ("3", "The chairman", "unplaced"),
        ("4", "40", "unplaced"),
        ("5", "Do not name ", "unplaced"),
    ]


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        ({"3"}, "Work begins in May. The chairman took money. It costs 14 million,"),
        ({"4"}, "Work begins in May. It costs 40 14 million,"),
        ({"3", "4"}, "Work begins in May. The chairman took money. It costs 40 14 million,"),
    ],
)
def test_taken_in_as_text_the_words_stand_where_they_stood(taken, words):
    result = imported(roles=dict.fromkeys(taken, "text"))
    assert body(result).startswith(words)
    assert {one.address for one in result.left_out} == {"3", "4", "5"} - taken


def test_a_comment_on_a_line_of_its_own_is_taken_in_as_whatever_is_chosen():
    result = imported(roles={"5": "heading"})
    assert [section.heading for section in result.content.sections][-1] == "Do not name the builder"


def test_what_was_decided_about_a_quotation_holds_when_words_before_it_are_taken_in():
    (mark,) = imported().marks
    marks = {mark.place: MarkDecision(speaker="Egon Falk", confirmed=True)}
    result = imported(marks=marks, roles={"3": "text", "4": "text"})
    (quote,) = result.content.quotes
    assert (quote.words, quote.person.name, quote.confirmed) == ("a bargain for us all", "Egon Falk", True)
    assert [one.place for one in result.marks] == [mark.place]


def test_what_was_decided_about_a_quotation_holds_when_its_line_is_joined_with_the_one_above():
    draft = reading([("Work begins in May.", PLAIN)], [("“A bargain for us all,” said Hanne Rook.", PLAIN)])
    (mark,) = imported(draft).marks
    result = imported(draft, marks={mark.place: MarkDecision(speaker="Egon Falk")}, joins=("3",))
    assert [quote.person.name for quote in result.content.quotes] == ["Egon Falk"]


def test_a_line_that_was_cut_takes_the_words_into_the_piece_in_which_they_stood():
    result = imported(cuts=("2:20",), roles={"4": "text"})
    assert body(result).split("\n")[1].startswith("It costs 40 14 million,")


def test_the_list_has_been_seen_when_its_fingerprint_was_and_a_longer_list_was_not():
    seen = Decisions(left_out_seen=fingerprint(DRAFT.lines))
    longer = reading([("Work begins.", PLAIN), ("Never.", STRUCK)])
    assert not is_seen(DRAFT.lines, Decisions())
    assert is_seen(DRAFT.lines, seen)
    assert not is_seen(longer.lines, seen)


def test_a_draft_that_leaves_nothing_out_or_only_what_asks_for_nothing_need_not_be_seen():
    code = Look(left_out=Hiding("comment", asks=False))
    assert is_seen(reading([("All is shown.", PLAIN)]).lines, Decisions())
    assert is_seen(reading([("All is shown.", PLAIN), ("wp:more", code)]).lines, Decisions())


def test_that_a_list_was_seen_is_carried_over_to_the_next_draft():
    seen = Decisions(left_out_seen=fingerprint(DRAFT.lines))
    assert is_seen(DRAFT.lines, transfer(seen, DRAFT, DRAFT))
