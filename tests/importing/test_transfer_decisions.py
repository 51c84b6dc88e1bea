"""What was decided about a draft holds for the lines of its next state that stand unchanged, and for no other."""

from briefings.importing import Decisions, Line, MarkDecision, Reading
from briefings.importing.transfer_decisions import transfer


def reading(*texts):
    return Reading(lines=tuple(Line(text, number, address=str(number)) for number, text in enumerate(texts)))


def test_decisions_follow_their_lines():
    before = reading("One.", "Two “words” here.", "Three.", "Four, cut.")
    now = reading("New.", "Three.", "Four, cut.", "One.", "Two “words” here.")
    mara = MarkDecision(speaker="Mara Lind", confirmed=True)
    decided = Decisions(
        roles={"0": "headline", "2": "heading", "3.6": "question"},
        marks={"1:5": mara},
        cuts=("3:6",),
        joins=("2",),
    )

    assert transfer(decided, before, now) == Decisions(
        roles={"3": "headline", "1": "heading", "2.6": "question"}, marks={"4:5": mara}, cuts=("2:6",), joins=("1",)
    )


def test_nothing_holds_for_a_line_that_changed_or_went():
    decided = Decisions(
        roles={"0": "headline", "1": "lede"}, marks={"0:1": MarkDecision()}, cuts=("1:2",), joins=("1",)
    )

    assert transfer(decided, reading("One.", "Two."), reading("One!", "Three.")) == Decisions()


def test_of_lines_that_stand_twice_each_keeps_its_own():
    decided = Decisions(roles={"0": "heading", "1": "question"})

    assert transfer(decided, reading("Who pays?", "Who pays?"), reading("Who pays?", "x", "Who pays?")) == Decisions(
        roles={"0": "heading", "2": "question"}
    )


def test_places_that_nobody_can_have_decided_about_are_let_go():
    decided = Decisions(roles={"": "heading", "x": "lede", "7": "text"}, cuts=("nonsense",))

    assert transfer(decided, reading("One."), reading("One.")) == Decisions()
