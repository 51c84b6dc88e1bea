"""The files of a picture on the disk: whole or not at all, found by their token and name and by nothing else."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefings.pictures import NotDiscarded, NotKept, discard, keep, new_token, rendition, sweep

TOKEN = "abcdefghijklmnopqrst-_"
OTHER = "ZZcdefghijklmnopqrst01"
FILES = [("master.jpg", b"master"), ("640.avif", b"avif"), ("640.jpg", b"jpeg")]
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def everything(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def aged(path: Path, age: timedelta) -> Path:
    moment = (NOW - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_what_is_kept_is_found_by_its_token_and_name(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    keep(tmp_path, OTHER, [("640.jpg", b"another")])

    assert rendition(tmp_path, TOKEN, "640.avif") == b"avif"
    assert rendition(tmp_path, TOKEN, "640.jpg") == b"jpeg"
    assert rendition(tmp_path, OTHER, "640.jpg") == b"another"


def test_files_stand_under_the_first_two_letters_of_their_token_and_nothing_stays_incoming(tmp_path):
    keep(tmp_path, TOKEN, FILES)

    place = f"pictures/ab/{TOKEN}"
    files = [f"{place}/{name}" for name in ("640.avif", "640.jpg", "SHA256SUMS", "master.jpg")]
    assert everything(tmp_path) == ["incoming", "pictures", "pictures/ab", place, *files]


def test_a_new_token_is_22_characters_that_nobody_guesses(tmp_path):
    tokens = {new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {22}
    for token in list(tokens)[:20]:
        keep(tmp_path, token, FILES)


def test_what_is_not_there_is_none(tmp_path):
    assert rendition(tmp_path, TOKEN, "640.jpg") is None
    keep(tmp_path, TOKEN, FILES)

    assert rendition(tmp_path, TOKEN, "320.jpg") is None
    assert rendition(tmp_path, OTHER, "640.jpg") is None


def test_the_master_never_goes_out(tmp_path):
    keep(tmp_path, TOKEN, FILES)

    assert rendition(tmp_path, TOKEN, "master.jpg") is None


TRICKS = ["", "..", "../" + TOKEN, TOKEN + "/", TOKEN[:-1] + "/", "/" + TOKEN[1:], TOKEN[:-1] + "\0", TOKEN + "\n"]
TRICKS += [TOKEN[:-1] + ".", "." * 22, TOKEN[:-1], TOKEN + "a", TOKEN[:-1] + "é", TOKEN[:-1] + "٣", "%2e%2e%2f" * 3]


@pytest.mark.parametrize("token", TRICKS)
def test_a_token_that_is_a_path_or_not_ours_finds_keeps_and_discards_nothing(tmp_path, token):
    keep(tmp_path, TOKEN, FILES)
    before = everything(tmp_path)

    assert rendition(tmp_path, token, "640.jpg") is None
    with pytest.raises(ValueError, match="is no token"):
        keep(tmp_path, token, FILES)
    with pytest.raises(ValueError, match="is no token"):
        discard(tmp_path, token)
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["../640.jpg", "640.jpg/../master.jpg", "/etc/passwd", "", ".", "640.jpg\0", "640.html"]
)
def test_a_name_that_is_a_path_or_no_rendition_finds_and_keeps_nothing(tmp_path, name):
    keep(tmp_path, TOKEN, FILES)
    (tmp_path / "pictures" / "ab" / "640.jpg").write_bytes(b"beside")
    (tmp_path / "pictures" / "ab" / TOKEN / "640.html").write_bytes(b"script")
    before = everything(tmp_path)

    assert rendition(tmp_path, TOKEN, name) is None
    with pytest.raises(ValueError, match="names no file of a picture"):
        keep(tmp_path, OTHER, [("640.jpg", b"jpeg"), (name, b"trick")])
    assert everything(tmp_path) == before


def test_a_picture_is_never_written_over(tmp_path):
    keep(tmp_path, TOKEN, FILES)

    with pytest.raises(NotKept):
        keep(tmp_path, TOKEN, [("640.jpg", b"another")])

    assert rendition(tmp_path, TOKEN, "640.jpg") == b"jpeg"
    assert list((tmp_path / "incoming").iterdir()) == []


def test_files_that_fail_to_be_made_leave_nothing_behind(tmp_path):
    def failing() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise MemoryError

    with pytest.raises(MemoryError):
        keep(tmp_path, TOKEN, failing())

    assert everything(tmp_path) == ["incoming"]


def test_an_error_in_making_the_files_is_not_blamed_on_the_disk(tmp_path):
    def failing() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise OSError("encoder error")

    with pytest.raises(OSError, match="encoder error"):
        keep(tmp_path, TOKEN, failing())


def test_a_disk_that_cannot_be_written_to_is_said_in_a_sentence(tmp_path):
    (tmp_path / "incoming").write_bytes(b"a file where a directory should be")

    with pytest.raises(NotKept) as refused:
        keep(tmp_path, TOKEN, FILES)

    assert str(refused.value) == (
        "Tell whoever runs the site that its disk cannot be written to. "
        "The picture was not kept. Nothing else was lost."
    )


def test_a_shelf_that_cannot_be_made_leaves_nothing_incoming(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "ab").write_bytes(b"a file where a directory should be")

    with pytest.raises(NotKept):
        keep(tmp_path, TOKEN, FILES)

    assert list((tmp_path / "incoming").iterdir()) == []
    assert rendition(tmp_path, TOKEN, "640.jpg") is None


def test_a_discarded_picture_is_gone_from_the_disk_and_the_others_stay(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    keep(tmp_path, OTHER, FILES)

    discard(tmp_path, TOKEN)
    discard(tmp_path, TOKEN)

    assert rendition(tmp_path, TOKEN, "640.jpg") is None
    assert [path for path in everything(tmp_path) if TOKEN in path] == []
    assert list((tmp_path / "incoming").iterdir()) == []
    assert rendition(tmp_path, OTHER, "640.jpg") == b"jpeg"


def test_a_picture_that_cannot_be_taken_off_the_disk_is_said_in_a_sentence(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    (tmp_path / "incoming").rmdir()
    (tmp_path / "incoming").write_bytes(b"a file where a directory should be")

    with pytest.raises(NotDiscarded, match=r"^Tell whoever runs the site that the files of this picture could not be"):
        discard(tmp_path, TOKEN)


def test_a_sweep_removes_old_leftovers_and_pictures_of_nobody_and_counts_them(tmp_path):
    for token in (TOKEN, OTHER):
        keep(tmp_path, token, FILES)
        aged(tmp_path / "pictures" / token[:2] / token, 2 * DAY)
    (tmp_path / "incoming" / "0123").mkdir()
    (tmp_path / "incoming" / "0123" / "640.avif").write_bytes(b"half")
    aged(tmp_path / "incoming" / "0123", 2 * DAY)

    assert sweep(tmp_path, {TOKEN}.__contains__, DAY, NOW) == 2

    assert list((tmp_path / "incoming").iterdir()) == []
    assert rendition(tmp_path, TOKEN, "640.jpg") == b"jpeg"
    assert rendition(tmp_path, OTHER, "640.jpg") is None
    assert sweep(tmp_path, {TOKEN}.__contains__, DAY, NOW) == 0


def test_a_sweep_leaves_an_upload_that_may_be_under_way(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    aged(tmp_path / "pictures" / "ab" / TOKEN, DAY)
    (tmp_path / "incoming" / "0123").mkdir()
    aged(tmp_path / "incoming" / "0123", DAY)
    before = everything(tmp_path)

    assert sweep(tmp_path, lambda _: False, DAY, NOW) == 0
    assert everything(tmp_path) == before
    assert sweep(tmp_path, lambda _: False, DAY, NOW + timedelta(seconds=1)) == 2


def test_a_sweep_touches_nothing_that_is_not_ours(tmp_path):
    away = tmp_path / "elsewhere" / OTHER
    away.mkdir(parents=True)
    (away / "640.jpg").write_bytes(b"jpeg")
    shelf = tmp_path / "pictures" / "ab"
    shelf.mkdir(parents=True)
    (shelf / "notes.txt").write_bytes(b"notes")
    (shelf / OTHER).mkdir()  # on the wrong shelf
    (tmp_path / "pictures" / "lost+found" / "x").mkdir(parents=True)
    (tmp_path / "pictures" / "ZZ").mkdir()
    (tmp_path / "pictures" / "ZZ" / OTHER).symlink_to(away)
    before = everything(tmp_path)

    assert sweep(tmp_path, lambda _: False, timedelta(0), datetime.now(UTC) + DAY) == 0
    assert everything(tmp_path) == before


def test_a_sweep_of_an_empty_disk_finds_nothing(tmp_path):
    assert sweep(tmp_path / "none", lambda _: False, DAY, NOW) == 0
