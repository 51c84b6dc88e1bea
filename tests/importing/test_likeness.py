"""How alike two drafts are: by their words, whatever the format, in time that grows with the text and no faster."""

import pytest

from briefings.importing.likeness import alike, fingerprint, nearness, pairs_of, sketch, sketches_agree, words_of

DRAFT = [
    "Allies pledge guarantees",
    "Thirty-five states met in Paris on Tuesday and promised help that binds them.",
    "They called it “our pledge” and signed it in front of the cameras that evening.",
    "What comes next",
    "Parliaments in twelve of the states have to agree before any of it is law.",
    "Nobody could say what happens if one of them does not agree by the spring.",
]


def words(lines):
    return [words_of(line) for line in lines]


@pytest.mark.parametrize(
    "same",
    [
        [line.upper() for line in DRAFT],
        [line.replace("“", '"').replace("”", '"') for line in DRAFT],
        [f"- {line}" for line in DRAFT],
        [f"{number}. {line}" for number, line in enumerate(DRAFT, start=1)],
        [" ".join(DRAFT)],
        [line.replace(" ", "\u00a0") for line in DRAFT],
        [line.replace("states", "sta\u00adtes") for line in DRAFT],
    ],
)
def test_the_same_words_have_the_same_fingerprint(same):
    assert fingerprint(words(same)) == fingerprint(words(DRAFT))


@pytest.mark.parametrize("other", [DRAFT[:-1], DRAFT[::-1], [*DRAFT, "Again."], []])
def test_other_words_have_another(other):
    assert fingerprint(words(other)) != fingerprint(words(DRAFT))


def test_a_draft_is_wholly_like_itself_and_not_like_another():
    other = ["The ferry crews have gone on strike.", "Ships stay in the harbour until Friday at the least."]

    assert alike(words(DRAFT), words(DRAFT)) == 1
    assert alike(words(DRAFT), words(other)) == 0
    assert alike([], []) == 0


def test_a_draft_that_moved_on_is_like_the_one_before():
    newer = [
        DRAFT[0],
        DRAFT[1].replace("on Tuesday ", "on Tuesday evening "),
        "A line that is new says something about money.",
        *DRAFT[2:5],
    ]

    assert 0.7 < alike(words(DRAFT), words(newer)) < 1
    assert sketches_agree(sketch(words(DRAFT)), sketch(words(newer))) > 0.3


def test_moved_lines_are_found_and_each_goes_with_one():
    assert pairs_of(words(["a b c", "d e f", "a b c"]), words(["d e f", "a b c"])) == [(0, 1), (1, 0)]


def test_a_reworded_line_goes_with_the_nearest():
    first = words(["The council votes on the new tram line on Monday", "The council votes on the budget in June"])
    second = words(["The council votes on the budget early in June", "The council votes on the tram line on Monday"])

    assert pairs_of(first, second) == [(0, 1), (1, 0)]


def test_nearness_is_that_of_neighbouring_words():
    assert nearness(words_of("one two three"), words_of("One, two: three!")) == 1
    assert nearness(words_of("one two three"), words_of("three one two")) == 0.5
    assert nearness(words_of("one"), words_of("one")) == 1
    assert nearness((), ()) == 0


def test_sketches_of_nothing_do_not_agree():
    assert sketches_agree("", "") == 0
    assert sketches_agree(sketch(words(DRAFT)), "") == 0


def test_the_same_line_ten_thousand_times_is_unlike_another():
    assert alike([("a", "b", "c")] * 10_000, [("a", "b", "d")] * 10_000) == 0
