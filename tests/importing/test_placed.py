"""Where everything stands that was understood, whatever an editor decides; and no word is lost by deciding."""

import re
import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import Decisions, MarkDecision, read_text
from briefings.importing.decisions import Role
from tests.importing.drafts import DRAFTS, INTRODUCTION, PROSE, SAMPLE, texts_of, understood

ROLES = Role.__args__
QUOTED = st.sampled_from(
    [
        "“We go on,” said Mayor Mary Novak, “and we win.”",
        "Mary Novak said: “We go on.” He called it “a long way”.",
        "The so-called “shadow fleet” sailed, she said: “We go on.",
        "“And we win.”",
        "Q: Who pays? A: Nobody.",
        "PARIS (AP) — They met.",
    ]
)


@st.composite
def _decided(draw):
    """A draft, and decisions about its lines and about words in it, some of them about places that there are not."""
    draft = "\n".join([draw(DRAFTS), *draw(st.lists(QUOTED, max_size=4)), draw(DRAFTS)])
    addresses = st.sampled_from([*(line.address for line in read_text(draft).lines), "99", "0.5", "x"])
    offsets = st.integers(0, 60)
    places = st.builds("{}:{}".format, addresses, offsets)
    marks = [mark.place for mark in understood(draft).marks]
    sayings = st.builds(
        MarkDecision,
        kind=st.sampled_from(["quotation", "term", "plain"]),
        speaker=st.sampled_from(["", "Mary Novak", "Omar Diaz", "x" * 400]),
        role=st.sampled_from(["", "mayor", "y" * 400]),
        confirmed=st.booleans(),
    )
    return draft, Decisions(
        roles=draw(st.dictionaries(addresses, st.sampled_from(ROLES), max_size=6)),
        marks=draw(st.dictionaries(st.sampled_from(marks) | places if marks else places, sayings, max_size=4)),
        cuts=tuple(draw(st.lists(places, max_size=4))),
        joins=tuple(draw(st.lists(addresses, max_size=4))),
    )


def _letters(text):
    """Letter by letter, since a cut may go through a word."""
    return Counter(re.findall(r"\w", unicodedata.normalize("NFC", text)))


@given(_decided())
def test_whatever_is_decided_no_word_is_lost_and_none_invented(decided):
    draft, decisions = decided
    imported = understood(draft, decisions=decisions)
    assert sum((_letters(part) for part in texts_of(imported)), Counter()) == _letters(draft)


@given(_decided())
def test_every_place_points_at_words_of_its_line_and_every_key_at_a_part(decided):
    draft, decisions = decided
    imported = understood(draft, decisions=decisions)
    keys = {part.key for part in (*imported.content.blocks, *imported.content.faq)}
    lines = {part.line.address: part.line for part in imported.parts}
    assert len(lines) == len(imported.parts)
    for part in imported.parts:
        assert part.reason
        assert part.key is None or part.key in keys
    for mark in imported.marks:
        text = lines[mark.address].text
        assert 0 <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == text[mark.start : mark.end].strip()
        assert mark.key is None or mark.key in keys
        assert (mark.quotation is None) is (mark.kind == "term")
    numbers = [mark.quotation for mark in imported.marks if mark.quotation]
    assert set(numbers) == set(range(1, len(set(numbers)) + 1))


@given(_decided())
def test_the_same_decisions_give_the_same_understanding(decided):
    draft, decisions = decided
    first, second = (understood(draft, decisions=decisions) for _ in range(2))
    assert [(part.role, part.line) for part in first.parts] == [(part.role, part.line) for part in second.parts]
    assert [mark.place for mark in first.marks] == [mark.place for mark in second.marks]


def test_every_line_of_the_sample_is_placed_once_in_order():
    imported = understood(SAMPLE.decode())
    assert [part.line.text for part in imported.parts] == SAMPLE.decode().strip().split("\n")
    assert [part.line.address for part in imported.parts] == [str(number) for number in range(len(imported.parts))]


def test_the_words_of_a_quotation_stand_between_its_offsets():
    imported = understood(INTRODUCTION + "They met. “We go on,” said Mary Novak, “and we will win.”")
    text = imported.parts[-1].line.text
    assert [text[mark.start : mark.end] for mark in imported.marks] == ["We go on", "and we will win"]


def test_spans_of_one_quotation_share_its_number_speaker_and_key():
    imported = understood(
        INTRODUCTION + "“We go on,” said Mayor Mary Novak, “and we will win.” Omar Diaz said: “We stop.”"
    )
    first, second = imported.content.quotes
    assert [(mark.quotation, mark.speaker, mark.role, mark.key) for mark in imported.marks] == [
        (1, "Mary Novak", "Mayor", first.key),
        (1, "Mary Novak", "Mayor", first.key),
        (2, "Omar Diaz", "", second.key),
    ]


def test_a_mark_outside_the_sections_has_no_key_and_a_term_no_number():
    imported = understood("Mary Novak said “we go on now” in Paris.\nThen\nThe so-called “shadow fleet” sailed on.")
    assert [(mark.kind, mark.quotation, mark.key) for mark in imported.marks] == [
        ("quotation", 1, None),
        ("term", None, None),
    ]


def test_each_line_has_the_key_of_the_part_that_it_went_into():
    imported = understood(f"Allies meet in Paris\n{PROSE}\nWhat was said\nThey talked.\nFAQ\nWho pays?\nNobody.")
    section, entry = imported.content.sections[0].key, imported.content.faq[0].key
    assert [(part.role, part.key) for part in imported.parts] == [
        ("headline", None),
        ("lede", None),
        ("heading", section),
        ("text", section),
        ("label", None),
        ("question", entry),
        ("answer", entry),
    ]


def test_what_the_draft_says_is_sure_and_what_was_guessed_is_not():
    imported = understood(f"# Allies meet\n\n{PROSE}\n\n## What was said\n\nMary Novak came. “We go on,” she said.")
    assert [(part.role, part.is_sure) for part in imported.parts] == [
        ("headline", True),
        ("lede", True),
        ("heading", True),
        ("text", True),
    ]
    assert [(mark.is_sure, mark.reason) for mark in imported.marks] == [(False, "Found by a pronoun")]
