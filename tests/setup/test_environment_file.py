"""The file of settings: a shell and systemd read it alike, and it is whole or not there."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.setup import environment_file
from config.setup.environment_file import CannotUse
from tests.setup import readers

AWKWARD = {
    "SPACES": " two  words ",
    "DOLLAR": "costs $5, ${HOME} and $(id)",
    "DOLLAR_AND_QUOTE": "it's $HOME",
    "QUOTES": """'single' and "double" """,
    "HASH": "a # b",
    "BACKSLASH": "a\\b\\n\\\\c\\",
    "BACKSLASH_AND_QUOTE": "it's a\\b \\$x \\",
    "BACKTICK": "it's `id`",
    "SIGNS": "!*?~;&|<>()[]{}=%u%%",
    "WORDS": "“Übersicht” новини أخبار",
    "EMPTY": "",
    "ONE_QUOTE": "'",
}
LINE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))


def test_a_shell_and_systemds_rules_read_awkward_values_alike(tmp_path):
    file = tmp_path / "site.env"
    environment_file.write(file, AWKWARD)

    assert readers.by_shell(file, list(AWKWARD)) == AWKWARD
    assert readers.by_systemds_rules(file.read_text(encoding="utf-8")) == AWKWARD
    assert environment_file.read(file) == AWKWARD


@pytest.mark.skipif(not readers.GENERATOR.exists(), reason="systemd is not installed")
def test_so_does_the_parser_of_systemd(tmp_path):
    # It puts values in for `$NAME`, and takes no empty ones: neither holds for a unit's file.
    values = {name: value for name, value in AWKWARD.items() if value and "$" not in value}
    environment_file.write(tmp_path / "site.env", values)

    assert readers.by_systemd_itself(tmp_path / "site.env", list(values), folder=tmp_path) == values


@given(value=LINE)
def test_any_line_of_text_comes_back(value):
    line = f"NAME={environment_file.quoted(value)}"

    assert readers.by_systemds_rules(line) == {"NAME": value}


@pytest.mark.parametrize("value", ["two\nlines", "a\x00b", "a\tb", "half \udcff"])
def test_what_is_no_line_of_text_is_refused(value, tmp_path):
    with pytest.raises(ValueError, match="one line of text"):
        environment_file.write(tmp_path / "site.env", {"NAME": value})
    assert list(tmp_path.iterdir()) == []


def test_it_is_for_its_owner_alone_from_the_first_byte_on(tmp_path, monkeypatch):
    file, modes = tmp_path / "site.env", []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (modes.append(os.fstat(number).st_mode), sync(number)))
    file.write_text("KEPT=yes\n", encoding="utf-8")
    file.chmod(0o644)

    environment_file.write(file, {"NAME": "value"})

    assert stat.S_IMODE(modes[0]) == 0o600  # the draft of the file, before it took the name
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_ISDIR(modes[1])  # and then its name, in the folder


def test_whoever_is_stopped_in_between_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    file = tmp_path / "site.env"
    environment_file.write(file, {"NAME": "old"})

    def stopped(_number):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        environment_file.write(file, {"NAME": "new"})

    assert environment_file.read(file) == {"NAME": "old"}
    assert list(tmp_path.iterdir()) == [file]


def test_comments_other_names_and_the_order_stay(tmp_path):
    file = tmp_path / "site.env"
    file.write_text('# Ours\nB=2\nOTHER="as it is"\n\nA=1\nA=3\n', encoding="utf-8")

    environment_file.write(file, {"A": "new", "B": "2", "C": "3"})

    assert file.read_text(encoding="utf-8") == "# Ours\nB='2'\nOTHER=\"as it is\"\n\nA='new'\nC='3'\n"


@pytest.mark.parametrize(
    "line",
    ["export NAME=x", "NAME=two words", 'NAME="$HOME"', "NAME=`id`", "NAME='open", "NAME=a'b'", "NAME = x", "words"],
)
def test_lines_that_a_shell_and_systemd_take_for_different_things_are_refused_by_number(line, tmp_path):
    (tmp_path / "site.env").write_text(f"# Ours\n{line}\nGOOD=1\n{line}\n", encoding="utf-8")

    with pytest.raises(CannotUse) as refusal:
        environment_file.read(tmp_path / "site.env")

    assert str(refusal.value).count("Write it as NAME='value'.") == 2
    assert "Line 2 of" in str(refusal.value)
    assert "Line 4 of" in str(refusal.value)


def test_a_folder_that_takes_no_file_and_a_file_of_another_kind_are_sentences(tmp_path):
    with pytest.raises(CannotUse, match="cannot be written: No such file or directory"):
        environment_file.write(tmp_path / "none" / "site.env", {})
    with pytest.raises(CannotUse, match="cannot be read: Is a directory"):
        environment_file.read(tmp_path)
    Path(tmp_path, "picture").write_bytes(b"\xff\xd8")
    with pytest.raises(CannotUse, match="is not in UTF-8"):
        environment_file.read(tmp_path / "picture")
