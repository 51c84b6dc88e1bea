"""Files of pictures that a disk has damaged: told by the hashes beside them."""

from briefings.pictures import TOGETHER, damaged, keep, note_sums, rendition
from tests.pictures.test_storage import FILES, OTHER, TOKEN


def test_what_a_disk_has_damaged_is_told_and_never_given_out(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    place = tmp_path / "pictures" / "ab" / TOKEN
    names = [name for name, _ in FILES]
    assert damaged(tmp_path, TOKEN, names) == []

    (place / "640.avif").write_bytes(b"avi")
    (place / "640.jpg").unlink()

    assert damaged(tmp_path, TOKEN, names) == ["640.avif", "640.jpg"]
    assert rendition(tmp_path, TOKEN, "640.avif") is None
    assert damaged(tmp_path, OTHER, names) == names


def test_without_whole_hashes_nothing_passes_for_whole(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    (tmp_path / "pictures" / "ab" / TOKEN / "SHA256SUMS").write_bytes(b"\xff")

    assert rendition(tmp_path, TOKEN, "640.jpg") is None
    assert damaged(tmp_path, TOKEN, ["640.jpg"]) == ["640.jpg"]


def test_a_picture_from_before_there_were_hashes_gets_them_once(tmp_path):
    keep(tmp_path, TOKEN, FILES)
    place = tmp_path / "pictures" / "ab" / TOKEN
    sums = (place / "SHA256SUMS").read_bytes()
    (place / "SHA256SUMS").unlink()
    assert rendition(tmp_path, TOKEN, "640.jpg") == b"jpeg"

    assert note_sums(tmp_path, TOKEN)
    assert sorted((place / "SHA256SUMS").read_bytes().splitlines()) == sorted(sums.splitlines())
    (place / "640.jpg").write_bytes(b"jpg")
    assert not note_sums(tmp_path, TOKEN)
    assert rendition(tmp_path, TOKEN, "640.jpg") is None
    assert not note_sums(tmp_path, OTHER)


def test_hashes_that_come_with_a_picture_stay_as_they_are(tmp_path):
    """A backup of a damaged file must not make it whole."""
    keep(tmp_path, TOKEN, FILES)
    sums = (tmp_path / "pictures" / "ab" / TOKEN / "SHA256SUMS").read_bytes()

    keep(tmp_path, OTHER, [("640.avif", b"avi"), ("640.jpg", b"jpeg"), ("SHA256SUMS", sums)], durability=TOGETHER)

    assert rendition(tmp_path, OTHER, "640.avif") is None
    assert rendition(tmp_path, OTHER, "640.jpg") == b"jpeg"
