"""The file of a backup: whatever happened to it is told, and nothing in it reaches another place."""

import io
import tarfile

import pytest

from briefings.backup import Damaged
from briefings.backup.archives import members, written

FILES = {"manifest.json": b"{}", "tables/a.jsonl.gz": b"rows" * 400, "pictures/t/320.webp": bytes(range(256)) * 9}


@pytest.fixture(scope="module")
def whole():
    stream = io.BytesIO()
    with written(stream, mtime=0) as archive:
        for name, data in FILES.items():
            archive.add(name, io.BytesIO(data), size=len(data))
    return stream.getvalue()


def read(data):
    return {name: file.read() for name, file in members(io.BytesIO(data))}


def test_its_members_come_back(whole):
    assert read(whole) == FILES


def test_one_that_is_cut_off_anywhere_before_its_list_of_hashes_ends_is_none(whole):
    with tarfile.open(fileobj=io.BytesIO(whole)) as archive:
        sums = archive.getmember("SHA256SUMS")
    end = sums.offset_data + sums.size

    for length in range(0, end, 97):
        with pytest.raises(Damaged):
            read(whole[:length])


def test_a_changed_byte_is_told_with_the_name_of_its_member(whole):
    with tarfile.open(fileobj=io.BytesIO(whole)) as archive:
        places = {member.name: member.offset_data for member in archive if member.name in FILES}
    for name, place in places.items():
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(Damaged, match=f"The backup is damaged: {name}"):
            read(bytes(changed))


@pytest.mark.parametrize("data", [b"", b"no tar at all" * 100, b"\0" * 10_240], ids=["empty", "text", "zeros"])
def test_another_file_is_refused(data):
    with pytest.raises(Damaged):
        read(data)


def test_a_folder_or_a_link_is_refused():
    for kind in (tarfile.DIRTYPE, tarfile.FIFOTYPE):
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="w") as tar:
            member = tarfile.TarInfo("pictures")
            member.type = kind
            tar.addfile(member)
        with pytest.raises(Damaged, match="holds something that no backup holds: pictures"):
            read(stream.getvalue())
