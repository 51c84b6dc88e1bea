"""A backup as a tar file, which any tar unpacks. Its last member lists the SHA-256 of all others (`sha256sum -c`)."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

SUMS = "SHA256SUMS"


class Damaged(Exception):
    """Raised for a file that is no whole backup. Its text says what is wrong."""


class _Hashed:
    """A file that is read once, and hashed meanwhile."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = sha256()

    def read(self, size: int = -1) -> bytes:
        with _told_as_damaged():
            data = self._file.read(size)
        self._hash.update(data)
        return data

    def hexdigest(self) -> str:
        """Of the whole: what was not read yet is read now."""
        while self.read(1 << 20):
            pass
        return self._hash.hexdigest()


class Archive:
    """What members are added to, one after another."""

    def __init__(self, tar: tarfile.TarFile, *, mtime: int) -> None:
        self._tar, self._mtime = tar, mtime
        self.sums: list[str] = []

    def add(self, name: str, file: BinaryIO, *, size: int) -> None:
        """Add `size` bytes of `file`, from where it stands."""
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = size, self._mtime, 0o600
        hashed = _Hashed(file)
        self._tar.addfile(member, hashed)
        self.sums.append(f"{hashed.hexdigest()}  {name}\n")


@contextmanager
def written(stream: BinaryIO, *, mtime: int) -> Iterator[Archive]:
    """A new backup; its list of hashes is written where all went well, and without it a backup is none."""
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        archive = Archive(tar, mtime=mtime)
        yield archive
        sums = "".join(archive.sums).encode()
        archive.add(SUMS, BytesIO(sums), size=len(sums))


def members(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    """The members of a backup by name, each to be read before the next is asked for.

    Raises Damaged where one is not what its hash says, or the file ends before its list of hashes.
    """
    sums: list[str] = []
    with _told_as_damaged(), tarfile.open(fileobj=stream, mode="r|") as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file is None:
                raise Damaged(f"The backup holds something that no backup holds: {member.name}.")
            hashed = _Hashed(file)
            if member.name == SUMS:
                _compare(hashed.read().decode(), "".join(sums))
                return
            yield member.name, hashed
            sums.append(f"{hashed.hexdigest()}  {member.name}\n")
    raise Damaged("The backup is cut off: its end is missing.")


def _compare(noted: str, found: str) -> None:
    if noted != found:
        differing = set(noted.splitlines()) ^ set(found.splitlines())
        names = sorted({line[66:] for line in differing})
        raise Damaged(f"The backup is damaged: {', '.join(names[:5]) or 'its members stand in another order'}.")


@contextmanager
def _told_as_damaged() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, UnicodeDecodeError) as error:
        raise Damaged(f"This is no whole backup: {error}.") from error
