"""Finding a quotation's words in their section although editors retype quotation marks, dashes and spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.quote_location import NotLocated, locate


def located(spans: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end in locate(spans, text)]


def misses(spans: list[str], text: str) -> int:
    with pytest.raises(NotLocated) as refusal:
        locate(spans, text)
    return refusal.value.count


@pytest.mark.parametrize(
    ("words", "text", "original"),
    [
        ("it's “so”", "He: it’s «so».", "it’s «so»"),
        ("26-30 - now", "About 26–30 — now.", "26–30 — now"),
        ("two  words", "The two\u00a0words.", "two\u00a0words"),
        ("two words", "The two\n\twords.", "two\n\twords"),
        ("wait...", "Oh, wait… no", "wait…"),
        ("cooperate", "They co\u00adoper\u200bate.", "co\u00adoper\u200bate"),
        ("OUR PLEDGE", "our pledge", "our pledge"),
        ("ﬁrm", "A firm word", "firm"),
        ("тверді", "«Тверді» гарантії", "Тверді"),
    ],
)
def test_marks_dashes_spaces_and_case_are_folded_before_words_are_compared(words, text, original):
    assert located([words], text) == [original]


def test_offsets_count_code_points_not_bytes_or_utf_16_units():
    assert locate(["pledge"], "👩‍🚒 𝄞 pledge") == ((6, 12),)


def test_the_spans_of_a_split_quotation_follow_one_another():
    assert located(["We stand", "to the end"], "“We stand,” he said, “to the end.”") == ["We stand", "to the end"]


def test_a_split_quotation_in_another_order_is_not_found():
    assert misses(["to the end", "We stand"], "“We stand,” he said, “to the end.”") == 0


def test_words_that_stand_there_twice_are_ambiguous():
    assert misses(["pledge"], "A pledge is a pledge.") == 2


def test_what_follows_tells_two_places_apart():
    text = "A pledge, he said, for ever. Another pledge."

    assert located(["pledge", "for ever"], text) == ["pledge", "for ever"]
    assert misses(["pledge", "for ever"], f"One pledge. {text}") == 2


@pytest.mark.parametrize("spans", [["peace"], [""], [" "], [], ["pledge", ""], ["\u200b"]])
def test_words_that_are_not_there_are_not_found(spans):
    assert misses(spans, "A pledge.") == 0


@given(before=st.text("abc “’—\u00a0👩‍🚒é"), words=st.text("xyz -é’", min_size=1), after=st.text("abc “’—\u00a0"))
def test_unique_words_are_found_where_they_stand_whatever_is_around_them(before, words, after):
    words = " ".join(f"x{words}x".split())

    [(start, end)] = locate([words], before + words + after)

    assert (before + words + after)[start:end] == words
