"""What an editor decides about words in marks: what they are, who spoke, and that somebody stands for it."""

import pytest

from briefings.importing import Decisions, MarkDecision
from tests.importing.drafts import codes_of
from tests.importing.speech.section_quotations import said

GUESSED = "Mayor Mary Novak came. “We go on,” she said."
PLACE = "1:24"


def _decided(text, place=PLACE, **decision):
    return said(text, decisions=Decisions(marks={place: MarkDecision(**decision)}))


def _quotes(imported):
    return [
        (quote.words, quote.person.name if quote.person else None, quote.role, quote.confirmed)
        for quote in imported.content.quotes
    ]


def test_the_place_of_a_quotation_is_the_one_that_the_review_shows():
    (mark,) = said(GUESSED).marks
    assert mark.place == PLACE


def test_a_guess_that_is_confirmed_keeps_its_speaker_and_is_no_finding():
    imported = _decided(GUESSED, confirmed=True)
    assert _quotes(imported) == [("We go on", "Mary Novak", "Mayor", True)]
    assert "speaker-guessed" not in codes_of(imported)
    assert imported.marks[0].reason == "You confirmed it"


def test_a_speaker_who_is_decided_replaces_the_guess():
    imported = _decided(GUESSED, speaker="Omar Diaz", role="governor", confirmed=True)
    assert _quotes(imported) == [("We go on", "Omar Diaz", "governor", True)]
    assert imported.marks[0].reason == "You decided"


def test_a_speaker_who_is_decided_and_not_confirmed_still_needs_an_editor():
    imported = _decided(GUESSED, speaker="Omar Diaz")
    assert _quotes(imported) == [("We go on", "Omar Diaz", "", False)]
    assert "speaker-guessed" in codes_of(imported)


def test_somebody_whom_the_draft_names_has_their_office_unless_another_is_given():
    text = "Governor Omar Diaz left. Mayor Mary Novak came. “We go on,” she said."
    place = said(text).marks[0].place
    assert _quotes(_decided(text, place, speaker="Omar Diaz")) == [("We go on", "Omar Diaz", "Governor", False)]
    assert _quotes(_decided(text, place, speaker="Omar Diaz", role="host")) == [
        ("We go on", "Omar Diaz", "host", False)
    ]


def test_confirming_without_a_speaker_confirms_nobody():
    imported = _decided("“We will not wait any longer.”", "1:1", confirmed=True)
    assert _quotes(imported) == [("We will not wait any longer.", None, "", False)]
    assert "quote-without-speaker" in codes_of(imported)
    assert imported.marks[0].reason == "Nobody is named"


def test_a_quotation_that_is_decided_to_be_a_term_is_listed_as_one():
    imported = _decided(GUESSED, kind="term")
    assert (imported.content.quotes, [term.words for term in imported.terms]) == ((), ["We go on,"[:-1]])


def test_a_quotation_that_is_decided_to_be_plain_is_neither_and_stays_in_the_text():
    imported = _decided(GUESSED, kind="plain")
    assert (imported.content.quotes, imported.terms, imported.marks) == ((), (), ())
    assert "“We go on,” she said." in imported.content.sections[0].body


def test_a_term_that_is_decided_to_be_a_quotation_is_one():
    text = "The so-called “shadow fleet” sailed on."
    assert _quotes(said(text)) == []
    assert _quotes(_decided(text, "1:15", speaker="Mary Novak", confirmed=True)) == [
        ("shadow fleet", "Mary Novak", "", True)
    ]


def test_the_first_span_decides_for_a_quotation_that_is_split():
    imported = _decided("“We go on,” she said, “and we will win.”", "1:1", speaker="Mary Novak", confirmed=True)
    assert _quotes(imported) == [("We go on … and we will win", "Mary Novak", "", True)]
    assert [mark.speaker for mark in imported.marks] == ["Mary Novak", "Mary Novak"]


@pytest.mark.parametrize("place", ["1:23", "1:25", "9:24", "1", "x:y"])
def test_a_decision_about_another_place_changes_nothing(place):
    assert _quotes(_decided(GUESSED, place, kind="plain")) == _quotes(said(GUESSED))


def test_a_decision_about_one_quotation_leaves_the_others():
    text = "Mary Novak said: “We go on.” Omar Diaz said: “We stop.”"
    first, second = said(text).marks
    assert _quotes(_decided(text, first.place, kind="plain")) == [("We stop.", "Omar Diaz", "", True)]
    assert second.quotation == 2


def test_nobody_is_public_by_a_decision():
    (quote,) = _decided(GUESSED, speaker="Omar Diaz", confirmed=True).content.quotes
    assert (quote.person.id, quote.person.kind) == (None, "private")
