"""`serve` starts on a disk that takes nothing more, once its static files are those of this release."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from briefings.management import static_files
from briefings.management.commands import serve
from config.static_files import Storage


class Begun(Exception):
    """The server would run now."""


@pytest.fixture
def start(settings, monkeypatch, tmp_path):
    """Starts the site up to the moment at which it becomes the server; gives the folder of its static files."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static_files.Storage"}}
    collected = []

    def collect(*_arguments: object, **_more: object) -> None:
        collected.append(True)
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        Storage()  # reads the list that is there, as collecting does first
        (settings.STATIC_ROOT / "site.abc.css").write_text("body {}")
        (settings.STATIC_ROOT / "staticfiles.json").write_text(
            '{"version": "1.1", "paths": {"site.css": "site.abc.css"}}'
        )

    def become(*_arguments: object) -> None:
        raise Begun

    monkeypatch.setattr(serve, "call_command", collect)
    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setattr(serve, "_allow_files", lambda: None)

    def run() -> int:
        collected.clear()
        with pytest.raises(Begun):
            call_command("serve", "--port=1", "--host=127.0.0.1")
        return len(collected)

    monkeypatch.setattr(serve, "_refuse_taken", lambda *_, **__: None)
    return run


def test_what_is_collected_already_is_not_written_again(start):
    assert [start(), start()] == [1, 0]


@pytest.mark.parametrize("lost", ["static.sha256", "static/site.abc.css", "static/staticfiles.json"])
def test_what_is_missing_is_collected_anew(start, tmp_path, lost):
    start()
    (tmp_path / lost).unlink()

    assert start() == 1


def test_files_of_another_release_are_collected_anew(start, monkeypatch):
    start()
    monkeypatch.setattr(static_files, "_sources", lambda: iter([("site.css", b"body { color: red }")]))

    assert start() == 1


def test_a_list_of_files_that_was_cut_off_is_made_anew(start, tmp_path):
    start()
    (tmp_path / "static" / "staticfiles.json").write_text("")

    assert start() == 1


def test_without_room_for_those_of_a_new_release_it_says_so(start, monkeypatch):
    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(serve, "call_command", refuse)

    with pytest.raises(CommandError, match=r"cannot be written to .*static: No space left on device. Make room there"):
        call_command("serve", "--port=1")


def test_the_note_does_not_go_out_with_the_files(start, tmp_path):
    start()

    assert [path.name for path in Path(tmp_path).iterdir() if path.is_file()] == ["static.sha256"]
