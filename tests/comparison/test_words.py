"""Two texts word by word: nothing is lost, what differs can be read, and no text takes long."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.comparison import Line, compare_words
from briefings.comparison.alignment import align
from briefings.comparison.tokens import Token, plain_tokens, rich_tokens
from briefings.content.richtext import clean_html

MARKS = {"same": "{}", "deleted": "[{}]", "inserted": "<{}>"}


def marked(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(MARKS[stretch.kind].format(stretch.text) for stretch in line.stretches) for line in lines]


def sides(stretches) -> tuple[list[Token], list[Token]]:
    return tuple(
        [token for stretch in stretches if stretch.kind in ("same", kind) for token in stretch.tokens]
        for kind in ("deleted", "inserted")
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("He said on Monday that 10,000 fled.", "He said on Friday that 12,000 fled.",
         "He said on [Monday]<Friday> that [10,000]<12,000> fled."),
        ("It doesn’t end.", "It didn’t end.", "It [doesn’t]<didn’t> end."),
        ("“We act,” she said.", "“We act”, she said.", "“We act[,”]<”,> she said."),
        ("A new plan.", "A very new plan.", "A <very >new plan."),
        ("was 5 of 10", "is 6 of 10", "[was 5]<is 6> of 10"),
        ("", "New.", "<New.>"),
        ("Gone.", "", "[Gone.]"),
        ("Їхав до Києва.", "Їхав до Львова.", "Їхав до [Києва]<Львова>."),
        ("قال الوَزير أمس", "قال الوَزير اليوم", "قال الوَزير [أمس]<اليوم>"),
        ("今天北京举行了会议讨论气候变化问题并且达成了新的共识各方表示欢迎并将继续努力推动合作与发展",
         "今天上海举行了会议讨论气候变化问题并且达成了新的共识各方表示欢迎并将继续努力推动合作与发展",
         "今天[北京]<上海>举行了会议讨论气候变化问题并且达成了新的共识各方表示欢迎并将继续努力推动合作与发展"),
    ],
)  # fmt: skip
def test_what_differs_is_marked_word_by_word(before, after, expected):
    assert marked(compare_words(before, after)) == [expected]


def test_texts_with_hardly_a_word_in_common_are_not_torn_to_shreds():
    before = "All three parties agreed to it."
    after = "None of the parties that met yesterday wanted to agree to anything."

    kinds = [stretch.kind for line in compare_words(before, after) for stretch in line.stretches]

    assert kinds.count("deleted") <= 2, kinds


def test_a_sentence_put_in_between_leaves_those_around_it_alone():
    before = "The state pays. The state decides. The state ends."
    after = "The state pays. The state waits. The state decides. The state ends."

    (line,) = compare_words(before, after)

    assert [stretch.kind for stretch in line.stretches].count("inserted") == 1
    assert not [stretch for stretch in line.stretches if stretch.kind == "deleted"]


def test_lines_say_which_of_them_came_and_which_were_joined_or_divided():
    came = compare_words("One.\nThree.", "One.\nTwo.\nThree.")
    joined = compare_words("One stays.\nTwo stays.", "One stays. Two stays.")

    assert [(line.is_changed, line.is_divided_anew) for line in came] == [(False, False), (True, False), (False, False)]
    assert [line.is_divided_anew for line in joined] == [False, True]


def rich(before: str, after: str) -> list[tuple[str, str]]:
    """Each changed stretch with its kind, once cleaned as content is."""
    stretches = align(rich_tokens(clean_html(before)), rich_tokens(clean_html(after)))
    return [(stretch.kind, stretch.text) for stretch in stretches if stretch.kind != "same"]


def test_another_address_of_a_link_and_another_emphasis_are_changes():
    before = '<p>See <a href="https://a.example/">the report</a> and <em>this</em>.</p>'
    after = '<p>See <a href="https://b.example/">the report</a> and <strong>this</strong>.</p>'

    assert rich(before, after) == [
        ("deleted", "the report"),
        ("inserted", "the report"),
        ("deleted", "this"),
        ("inserted", "this"),
    ]


def test_a_paragraph_that_became_an_item_of_a_list_is_a_change():
    assert rich("<p>One</p><p>Two</p>", "<p>One</p><ul><li>Two</li></ul>") == [("deleted", "\n"), ("inserted", "\n")]
    assert rich("<ul><li><p>Two</p></li></ul>", "<ul><li>Two</li></ul>") == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_stayed_and_went_is_the_text_before_and_what_stayed_and_came_the_text_after(before, after):
    assert sides(align(plain_tokens(before), plain_tokens(after))) == (plain_tokens(before), plain_tokens(after))
    assert "".join(token.text for token in plain_tokens(before)) == (f"\n{before}" if before else "")


@given(st.lists(st.sampled_from(["a", "bb", "ccc", " ", "\n", "."])), st.lists(st.sampled_from(["a", "bb", " ", "\n"])))
def test_nothing_is_lost_of_texts_that_repeat_themselves(before, after):
    was, is_now = plain_tokens("".join(before)), plain_tokens("".join(after))

    assert sides(align(was, is_now)) == (was, is_now)


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text):
    assert not [stretch for stretch in align(plain_tokens(text), plain_tokens(text)) if stretch.kind != "same"]


class _Counting(str):
    """A word that counts how often it is compared."""

    __slots__ = ()
    looks = 0

    def __eq__(self, other):
        _Counting.looks += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def _mixed(words: list[str], count: int) -> list[str]:
    """`count` of these words in no order, the same each time."""
    mixed = (words * (count // len(words) + 1))[:count]
    random.seed(7)
    random.shuffle(mixed)
    return mixed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["a"] * 20_000, ["b", "a"] * 10_000),
        (_mixed(["a", "b"], 20_000), _mixed(["b", "a", "c"], 20_000)),
        ([str(min(n, 10_000 - n)) for n in range(10_000)], [str(min(n, 10_001 - n)) for n in range(10_000)]),
        ([str(n) for n in range(10_000)], _mixed([str(n) for n in range(10_000)], 10_000)),
        ([".", ","] * 10_000, [",", ".", ";"] * 6_000),
    ],
)
def test_the_work_grows_with_the_text_and_not_with_its_square(before, after):
    _Counting.looks = 0

    align([Token(_Counting(word)) for word in before], [Token(_Counting(word)) for word in after])

    assert _Counting.looks < 60 * (len(before) + len(after)), _Counting.looks
