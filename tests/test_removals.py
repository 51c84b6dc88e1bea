"""The list of removals fits the code as it stands, and what takes them out tells what survives."""

from pathlib import Path

import pytest

from tests.removals.__main__ import confirmed, tried
from tests.removals.removal import Misfit, Removal, listed
from tests.removals.trial import Outcome, Tree

ROOT = Path(__file__).resolve().parent.parent
LISTED = listed()


def removal(name="doubled", *, old="return number * 2", new="return number", **differences):
    values = {"harm": "Half.", "path": "thing.py", "old": old, "new": new, "tests": ("test_thing.py",)}
    return Removal(name=name, **values | differences)


@pytest.fixture
def tree(tmp_path):
    """A project of two files; `doubled` is tested, `halved` is not."""
    code = "def doubled(number):\n    return number * 2\n\n\ndef halved(number):\n    return number // 2\n"
    test = "from thing import doubled\n\n\ndef test_doubled():\n    assert doubled(2) == 4\n"
    (tmp_path / "thing.py").write_text(code, encoding="utf-8")
    (tmp_path / "test_thing.py").write_text(test, encoding="utf-8")
    (tmp_path / "copy").mkdir()
    return Tree(tmp_path / "copy", options=()).filled(tmp_path, ["thing.py", "test_thing.py"])


def test_every_removal_applies_once_and_leaves_code_that_compiles():
    for one in LISTED:
        removed = one.applied((ROOT / one.path).read_text(encoding="utf-8"))
        assert one.old != one.new, one.name
        if one.path.endswith(".py"):
            compile(removed, one.path, "exec")


def test_every_test_that_a_removal_names_exists():
    for test in {test for one in LISTED for test in one.tests}:
        path, _, name = test.partition("[")[0].partition("::")
        text = (ROOT / path).read_text(encoding="utf-8")
        assert f"def {name}(" in text if name else "def test_" in text, test


@pytest.mark.parametrize(("old", "times"), [("return number * 3", 0), ("return number", 2)])
def test_a_text_that_stands_there_not_once_is_refused(tree, old, times):
    with pytest.raises(Misfit, match=f"stands {times} times in thing.py"):
        tree.judged(removal(old=old))


def test_a_removal_without_tests_and_a_name_given_twice_are_refused(tmp_path):
    whole = "== one\nHalf.\n@ thing.py\n-return\n? test_thing.py\n\n"
    (tmp_path / "one.txt").write_text(whole, encoding="utf-8")
    assert [one.name for one in listed(tmp_path)] == ["one"]

    for text, sentence in ((whole, "Named twice: one"), ("== two\nHalf.\n@ thing.py\n-return\n", "two: say what")):
        (tmp_path / "two.txt").write_text(text, encoding="utf-8")
        with pytest.raises(Misfit, match=sentence):
            listed(tmp_path)


@pytest.mark.slow
def test_what_no_test_misses_survives_and_all_is_put_back(tree):
    untested = removal("halved", old="return number // 2", new="return number")
    broken = removal("broken", old="def doubled(number):", new="def other(number):")

    verdicts = {one.removal.name: one for one in confirmed(list(tried([removal(), untested, broken], [tree])), tree)}

    outcomes = {name: verdict.outcome for name, verdict in verdicts.items()}
    assert outcomes == {"doubled": Outcome.CAUGHT, "halved": Outcome.SURVIVED, "broken": Outcome.UNJUDGED}
    assert "test_thing.py::test_doubled" in verdicts["doubled"].detail
    assert "def doubled(number):\n    return number * 2\n" in (tree.folder / "thing.py").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_test_that_fails_with_nothing_removed_judges_nothing(tree):
    (tree.folder / "test_thing.py").write_text("def test_doubled():\n    assert False\n", encoding="utf-8")

    (verdict,) = confirmed([tree.judged(removal())], tree)

    assert verdict.outcome == Outcome.UNJUDGED
    assert "fails with nothing removed" in verdict.detail
