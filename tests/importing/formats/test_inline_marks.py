"""Single tildes strike words out, and stars between digits are words."""

import pytest

from tests.importing.formats.test_hidden_in_markdown import hidden, shown


@pytest.mark.parametrize(
    ("draft", "text", "struck"),
    [
        ("A ~old words~ b.", "A b.", "old words"),
        ("~Old.~ New.", "New.", "Old."),
        ("It costs (~40~) 14.", "It costs () 14.", "40"),
        ("It is ~**very** old~.", "It is .", "very old"),
        ("A~n old word~b.", "Ab.", "n old word"),
    ],
)
def test_what_stands_between_single_tildes_is_struck_out(draft, text, struck):
    assert shown(draft) == [text]
    assert [(kind, words) for kind, words, _ in hidden(draft)] == [("struck", struck)]


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("H~2~O and CO~2~.", "H₂O and CO₂."),
        ("It costs ~40 or ~50 crowns.", "It costs ~40 or ~50 crowns."),
        ("From 10~20 to 30~40 crowns.", "From 10~20 to 30~40 crowns."),
        ("See a.example/~mina and b.example/~egon there.", "See a.example/~mina and b.example/~egon there."),
        ("Type `a ~b c~ d` now.", "Type a ~b c~ d now."),
        ("It is ~ so ~ now.", "It is ~ so ~ now."),
        ("It is \\~so\\~ now.", "It is ~so~ now."),
        ("It is 2*3*4 and 2**3**4.", "It is 2*3*4 and 2**3**4."),
        ("It is `2*3*4` now.", "It is 2*3*4 now."),
        ("It is *2* or 1*a*.", "It is 2 or 1a."),
    ],
)
def test_what_only_looks_like_marks_is_words(draft, text):
    assert shown(draft) == [text]
    assert hidden(draft) == []
