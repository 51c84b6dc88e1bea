"""The backups in a folder."""

from datetime import UTC, datetime, timedelta

import pytest

from briefings.backup.rotation import name_at, new_file, rotate

NIGHT = datetime(2026, 11, 29, 3, 30, tzinfo=UTC)


def test_the_newest_stay_and_nothing_else_in_the_folder_is_touched(tmp_path):
    names = [name_at(NIGHT - timedelta(days=days)) for days in range(5)]
    (tmp_path / f"{name_at(NIGHT - timedelta(days=9))}.part").touch()  # of a run that was killed
    running = f"{name_at(NIGHT + timedelta(hours=1))}.part"
    others = [running, "erasures.jsonl", "briefings-20200101T000000Z.tar.gpg", "briefings-before-the-move.tar"]
    for name in (*names, *others):
        (tmp_path / name).touch()

    gone = rotate(tmp_path, keep=2)

    assert len(gone) == 4
    assert {path.name for path in tmp_path.iterdir()} == {*names[:2], *others}


def test_a_backup_that_fails_leaves_nothing_and_takes_no_other_away(tmp_path):
    path = tmp_path / name_at(NIGHT)
    with pytest.raises(TypeError), new_file(path) as file:
        file.write("no bytes")
    assert list(tmp_path.iterdir()) == []

    with new_file(path) as file:
        file.write(b"whole")
    with pytest.raises(FileExistsError), new_file(path):
        pass
    assert path.read_bytes() == b"whole"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_backup_that_another_process_is_writing_is_left_to_it(tmp_path):
    path = tmp_path / name_at(NIGHT)
    with new_file(path) as file:
        file.write(b"first")
        with pytest.raises(FileExistsError), new_file(path):
            pass
    assert path.read_bytes() == b"first"
