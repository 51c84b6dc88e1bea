"""Two texts of one field put into one: both changes where they can stand together, both wordings where they cannot."""

import pytest

from briefings.comparison import combine_rich, combine_words


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("One two three", "One two three", "One two four", "One two four"),
        ("One two three", "Once two three", "One two four", "Once two four"),
        ("One two three", "Two three", "One two three, four", "Two three, four"),
        ("One", "Mine", "Theirs", "Mine\nTheirs"),
        ("", "Mine", "Theirs", "Mine\nTheirs"),
        ("", "", "", ""),
        ("One\nTwo", "One\nMine", "One\nTheirs", "One\nMine\nTheirs"),
        ("One\nTwo", "Zero\nOne\nTwo", "One\nTwo\nThree", "Zero\nOne\nTwo\nThree"),
        ("One", "Same", "Same", "Same"),
    ],
)
def test_words_of_plain_text(base, mine, theirs, both):
    assert combine_words(base, mine, theirs) == both


def test_a_line_holds_both_wordings_with_a_space_between():
    assert combine_words("One", "Mine", "Theirs", between=" ") == "Mine Theirs"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("<p>A</p><p>B</p>", "<p>A1</p><p>B</p>", "<p>A</p><p>B1</p>", "<p>A1</p><p>B1</p>"),
        ("<p>A</p><p>B</p>", "<p>A1</p><p>B</p>", "<p>A2</p><p>B</p>", "<p>A1</p><p>A2</p><p>B</p>"),
        ("<p>A</p>", "<p>B</p><p>C</p>", "<p>B</p><p>D</p>", "<p>B</p><p>C</p><p>D</p>"),
        (
            "<ul><li><p>A</p><ol><li><p>N</p></li></ol></li></ul><p>B</p>",
            "<ul><li><p>A</p><ol><li><p>N1</p></li></ol></li></ul><p>B</p>",
            "<ul><li><p>A</p><ol><li><p>N</p></li></ol></li></ul><p>B2</p>",
            "<ul><li><p>A</p><ol><li><p>N1</p></li></ol></li></ul><p>B2</p>",
        ),
        ("", "<p>A</p>", "", "<p>A</p>"),
    ],
)
def test_paragraphs_and_lists_of_rich_text_stay_whole(base, mine, theirs, both):
    assert combine_rich(base, mine, theirs) == both


def test_texts_that_share_nothing_take_no_longer_than_their_length():
    mine, theirs = ("\n".join(f"{word} {number}" for number in range(20_000)) for word in ("mine", "theirs"))

    assert combine_words("", mine, theirs) == f"{mine}\n{theirs}"
