"""Which names may be one person's."""

import pytest

from briefings.content.alike_names import may_be_one, spelled

ALIKE = [
    ("Mira Novak", "mira NOVAK"),
    ("Mira Novak", "Novak, Mira"),
    ("Mira Novák", "Míra Novak"),
    ("Angela Merkel", "Dr. Angela Merkel"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    ("Volodymyr Zelenskyy", "Володимир Зеленський"),
    ("John Smith", "J. Smith"),
    ("John Smith", "Smith J."),
    ("John F. Smith", "John Smith"),
    ("J. F. Smith", "John Smith"),
    ("Sean O'Neill", "Sean O’Neill"),
    ("Charles III", "charles III"),
    ("V. Putin", "Vladimir Putin"),
    ("Ursula von der Leyen (CDU)", "ursula VON DER Leyen"),
]
OTHERS = [
    ("John Smith", "Jane Smith"),
    ("John Smith", "J. Jones"),
    ("J. Smith", "J. Jones"),
    ("J.", "John"),
    ("Charles II", "Charles III"),
    ("Leo XIII", "Leo XIV"),
    ("Resolution 11", "Resolution 1"),
    ("Mira Novak", "Mira"),
    ("…", "—"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_may_be_one_persons(one, other):
    ours, theirs = spelled(one), spelled(other)

    assert ours.initials == theirs.initials
    assert may_be_one(ours.alike, theirs.alike)
    assert may_be_one(theirs.alike, ours.alike)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_that_are_not(one, other):
    assert not may_be_one(spelled(one).alike, spelled(other).alike)


def test_the_longest_name_fits():
    assert max(map(len, spelled("Wolfeschlegelsteinhausen " * 40))) <= 200
