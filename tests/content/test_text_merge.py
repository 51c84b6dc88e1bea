"""Merging two texts that began as one: both changes are in it, no part is lost, none is doubled."""

from typing import Any

import pytest
from hypothesis import given

from briefings.content import (
    BriefingContent,
    Change,
    ComparedPart,
    FAQEntry,
    Merged,
    SectionBlock,
    Span,
    compare,
    merge,
)
from briefings.content.text_merge import with_part
from tests.content.texts import ASKED, FACTS, QUOTE, A, B, C, D, quote, text, texts


def order(merged: Merged) -> list[str]:
    return [block.key for block in merged.content.blocks]


def verdicts(*texts: BriefingContent) -> dict[str, str]:
    """Of the parts that are not the same in all three."""
    return {part.address: part.verdict for part in compare(*texts) if part.verdict != "same"}


def part(address: str, *texts: BriefingContent) -> ComparedPart:
    return next(part for part in compare(*texts) if part.address == address)


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_that_one_side_changed_is_taken_from_that_side(name):
    was, new = FACTS[name]
    base, changed = text(**{name: was}), text(**{name: new})

    assert (verdicts(base, changed, base), getattr(merge(base, changed, base).content, name)) == ({name: "mine"}, new)
    assert (verdicts(base, base, changed), getattr(merge(base, base, changed).content, name)) == ({name: "theirs"}, new)
    assert (verdicts(base, changed, changed), merge(base, changed, changed).conflicts) == ({name: "both"}, ())


def test_every_fact_of_a_briefing_is_a_part():
    of_the_text_itself = {
        "schema_version",
        "id",
        "change",
        "blocks",
        "faq",
        "merged_into",
        "first_published",
        "more_follows",
    }

    assert {part.address for part in compare(text(), text(), text())} == set(FACTS)
    assert set(BriefingContent.model_fields) - of_the_text_itself == set(FACTS)


def test_changes_to_different_parts_are_both_in_it():
    base = text(A, B, faq=(FAQEntry(key=ASKED, question="Who pays?"),))
    mine = text(A + "mine", B, faq=base.faq, lede="Nine states met.")
    theirs = text(A, B + "theirs", faq=(FAQEntry(key=ASKED, question="Who pays for it?"),))

    merged = merge(base, mine, theirs)

    assert verdicts(base, mine, theirs) == {"lede": "mine", A: "mine", B: "theirs", ASKED: "theirs"}
    assert merged == Merged(text(A + "mine", B + "theirs", faq=theirs.faq, lede="Nine states met."))


def test_a_part_that_both_changed_differently_is_a_conflict_and_holds_mine_until_somebody_chose():
    base, mine, theirs = text(A), text(A + "mine"), text(A + "theirs")

    merged = merge(base, mine, theirs)

    assert merged.content == mine
    assert merged.conflicts == (part(A, base, mine, theirs),)
    conflict = merged.conflicts[0]
    assert (conflict.base, conflict.mine, conflict.theirs) == (base.blocks[0], mine.blocks[0], theirs.blocks[0])
    assert merge(base, mine, theirs, choose={A: "mine"}) == Merged(mine)
    assert merge(base, mine, theirs, choose={A: "theirs"}) == Merged(theirs)


def test_a_choice_overrides_whose_change_it_was():
    base, mine, theirs = text(A, B), text(A + "mine", B), text(A, B + "theirs")

    assert merge(base, mine, theirs, choose={A: "theirs", B: "mine"}) == Merged(base)


@pytest.mark.parametrize("is_mine", [True, False])
def test_deleted_on_one_side_and_changed_on_the_other_is_a_conflict(is_mine):
    base, deleted, changed = text(A, B), text(A), text(A, B + "changed")
    mine, theirs = (deleted, changed) if is_mine else (changed, deleted)

    assert verdicts(base, mine, theirs) == {B: "conflict"}
    assert merge(base, mine, theirs).content == mine
    assert merge(base, mine, theirs, choose={B: "theirs"}) == Merged(theirs)
    assert part(B, base, mine, theirs).mine is (None if is_mine else mine.blocks[1])


def test_deleted_on_one_side_and_untouched_on_the_other_is_deleted():
    base, deleted = text(A, B), text(A)

    assert merge(base, deleted, base) == merge(base, base, deleted) == Merged(deleted)


def test_the_same_part_added_on_both_sides_differently_is_a_conflict():
    assert verdicts(text(), text(A + "mine"), text(A + "theirs")) == {A: "conflict"}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ([A, B, C], [A, B, C], [C, B, A], [C, B, A]),
        ([A, B, C], [C, B, A], [A, B, C], [C, B, A]),
        ([A, B, C], [C, B, A], [B, A, C], [C, B, A]),
        ([A, B], [A, C, B], [A, B], [A, C, B]),
        ([A, B], [C, A, B], [B, A], [C, B, A]),
        ([A, B], [A, C, B], [A, B, D], [A, C, B, D]),
        ([A, B], [B, A], [A, D, B], [B, A, D]),
        ([A, B], [A, C], [A, D, B], [A, C, D]),
        ([A, B], [A, B, C], [A], [A, C]),
        ([], [A, B], [C, D], [A, B, C, D]),
    ],
)
def test_parts_stand_in_their_order_unless_mine_was_reordered_and_what_was_added_follows_what_it_followed(
    base, mine, theirs, expected
):
    assert order(merge(text(*base), text(*mine), text(*theirs))) == expected


def test_words_that_only_moved_within_their_section_are_no_change_of_the_quotation():
    base = text(blocks=(SectionBlock(key=A, body="<p>It is our pledge.</p>"), quote(section=A)))
    mine = text(blocks=(SectionBlock(key=A, body="<p>He said: it is our pledge.</p>"), quote(section=A)))
    theirs = text(blocks=(base.blocks[0], quote(section=A, role="President")))
    located = [content.with_quotes_located() for content in (base, mine, theirs)]

    merged = merge(*located)

    assert verdicts(*located) == {A: "mine", QUOTE: "theirs"}
    assert merged.content.quotes[0].role == "President"
    assert merged.content.quotes[0].spans == (Span(text="our pledge", start=15, end=25),)


def test_what_readers_are_told_is_mine_and_no_part():
    sides = [text(A, change=Change(note=note)) for note in ("base", "mine", "theirs")]

    assert verdicts(*sides) == {}
    assert merge(*sides).content.change == Change(note="mine")


def whole(content: BriefingContent) -> dict[str, Any]:
    return {part.key: part for part in (*content.blocks, *content.faq)}


@given(texts, texts, texts)
def test_no_part_is_lost_or_doubled(base, mine, theirs):
    merged = merge(base, mine, theirs)

    assert BriefingContent.model_validate(merged.content.model_dump()) == merged.content
    was, ours, others, result = (whole(content) for content in (base, mine, theirs, merged.content))
    for key in was.keys() | ours.keys() | others.keys():
        if ours.get(key) == was.get(key):
            assert result.get(key) == others.get(key)
        else:
            assert result.get(key) == ours.get(key)
    assert result.keys() <= ours.keys() | others.keys()


@given(texts, texts, texts)
def test_every_conflict_is_named_and_a_choice_for_each_leaves_none(base, mine, theirs):
    merged = merge(base, mine, theirs)
    was, ours, others = (whole(content) for content in (base, mine, theirs))
    differ = {
        key
        for key in was.keys() | ours.keys() | others.keys()
        if len({repr(side.get(key)) for side in (was, ours, others)}) == 3
    }

    assert {part.address for part in merged.conflicts if part.address not in FACTS} == differ
    assert not merge(base, mine, theirs, choose={part.address: "theirs" for part in merged.conflicts}).conflicts


@given(texts, texts)
def test_where_one_side_changed_nothing_the_other_is_the_merged_text(base, changed):
    assert merge(base, changed, base) == Merged(changed)
    assert merge(base, base, changed) == Merged(changed.model_copy(update={"change": base.change}))
    assert merge(base, changed, changed) == Merged(changed)


@given(texts, texts, texts)
def test_who_chooses_one_side_for_every_part_gets_that_side(base, mine, theirs):
    every = [part.address for part in compare(base, mine, theirs)]

    for side, content in (("mine", mine), ("theirs", theirs)):
        merged = merge(base, mine, theirs, choose=dict.fromkeys(every, side))
        assert not merged.conflicts
        assert whole(merged.content) == whole(content)
        assert [getattr(merged.content, name) for name in FACTS] == [getattr(content, name) for name in FACTS]


@given(texts, texts, texts)
def test_parts_are_compared_once_each_and_in_the_order_in_which_they_are_merged(base, mine, theirs):
    addresses = [part.address for part in compare(base, mine, theirs)]
    merged = merge(base, mine, theirs).content
    keys = [part.key for part in (*merged.blocks, *merged.faq)]

    assert len(set(addresses)) == len(addresses)
    assert [address for address in addresses if address in keys] == keys


def test_what_is_made_by_hand_of_both_is_taken_and_is_no_conflict():
    base, mine, theirs = (BriefingContent(id=text(A).id, lede=lede) for lede in ("Base", "Mine", "Theirs"))

    merged = merge(base, mine, theirs, combined={"lede": "Ours"})

    assert (merged.content.lede, merged.conflicts) == ("Ours", ())


@pytest.mark.parametrize(
    ("content", "other", "address", "expected"),
    [
        ("ABC", "ABC", "B", "ABC"),
        ("AC", "ABC", "B", "ABC"),
        ("CA", "ABC", "B", "CAB"),
        ("C", "BC", "B", "BC"),
        ("AC", "XBC", "B", "BAC"),
        ("ABC", "AC", "B", "AC"),
        ("AB", "AB", "X", "AB"),
    ],
)
def test_one_part_as_another_text_has_it_stands_where_it_followed_there(content, other, address, expected):
    keys = dict(zip("ABCX", ("s22222222", "s33333333", "s44444444", "s55555555"), strict=True))

    def sections(letters, heading):
        blocks = tuple(SectionBlock(key=keys[letter], heading=heading) for letter in letters)
        return BriefingContent(id=text(A).id, blocks=blocks, headline=heading)

    result = with_part(sections(content, "now"), sections(other, "then"), keys[address])

    assert [block.key for block in result.blocks] == [keys[letter] for letter in expected]
    assert [block.heading for block in result.blocks] == [
        "then" if letter == address and letter in other else "now" for letter in expected
    ]
    assert result.headline == "now"
    assert with_part(result, sections("", "then"), "headline").headline == "then"
