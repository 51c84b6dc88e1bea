"""How a headline becomes lines."""

import pytest

from briefings.cards import fonts, typesetting
from briefings.cards.typesetting import STEPS

FIELD = {"width": 1032, "height": 344}


def set_in_lines(text):
    block = typesetting.headline(text, **FIELD)
    face = fonts.font(fonts.HEADLINE, block.size)
    assert all(face.getlength(line) <= FIELD["width"] for line in block.lines), block
    assert block.height <= FIELD["height"]
    return block


def test_a_word_or_two_are_as_large_as_can_be_and_more_become_smaller_in_steps():
    sizes = [set_in_lines(" ".join(["reopen"] * number)).size for number in (1, 2, 8, 14, 20, 30)]

    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5
    assert (sizes[0], sizes[-1]) == (STEPS[0][0], STEPS[-1][0])


def test_a_headline_of_200_letters_stands_there_whole():
    text = ("The committee has asked the ministry to publish every letter and every invoice of the year. " * 3)[:200]

    assert " ".join(set_in_lines(text).lines) == text.strip()


def test_what_is_longer_still_is_cut_behind_a_whole_word_with_an_ellipsis():
    text = "whatever happens " * 40

    lines = set_in_lines(text).lines

    assert " ".join(lines).removesuffix("…").rstrip() == text[: len(" ".join(lines)) - 1].rstrip()
    assert lines[-1].removesuffix("…").split()[-1] in ("whatever", "happens")


def test_lines_are_of_like_length():
    block = set_in_lines("Ministers agree to a new levy on imported steel")

    assert block.lines == ("Ministers agree", "to a new levy on", "imported steel")


def test_a_long_word_makes_a_headline_smaller_before_it_is_broken():
    words = "Verkehrsgenehmigungszuständigkeiten bleiben"

    block = set_in_lines(words)

    assert " ".join(block.lines) == words
    assert block.size < STEPS[0][0]


@pytest.mark.parametrize("letters", range(60, 140, 7))
def test_a_word_that_is_longer_than_any_line_is_broken_with_a_hyphen_and_no_letter_is_lost(letters):
    word = "grundstücksverkehrs" * 10

    lines = set_in_lines(word[:letters]).lines

    assert "".join(line.removesuffix("-") for line in lines) == word[:letters]
    assert all(line.endswith("-") for line in lines[:-1])
    assert all(len(line.removesuffix("-")) >= 4 for line in lines)


def test_a_line_may_end_behind_a_hyphen_that_was_written():
    assert set_in_lines("Nordrhein-Westfalen-Landesentwicklungsplan").lines[0].endswith("-")


def test_one_line_is_cut_behind_a_word_and_within_one_where_that_alone_is_too_long():
    face = fonts.font(fonts.LABEL, 34)

    cut = [
        typesetting.cut(text, face, 300)
        for text in ("Ports", "Ports, harbours and canals", "Grundstücksverkehrsgenehmigung")
    ]

    assert cut[:2] == ["Ports", "Ports, harbours…"]
    assert cut[2].startswith("Grundstücks")
    assert all(face.getlength(text) <= 300 for text in cut)
