"""The files of pictures on the disk, always all of a picture or none.

A picture with the token `abc…` has the directory `pictures/ab/abc…/` under the caller's `root`. It is written under
`incoming/` and renamed in one step, so whatever is under `pictures/` is complete. Beside its files lies `SHA256SUMS`,
by which a file that a disk has damaged since is known.
"""

import contextlib
import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefings.messages import Message
from briefings.pictures.refusals import NotDiscarded, NotKept
from briefings.pictures.renditions import is_rendition_name

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_MASTERS = {"master.jpg", "master.png"}
SUMS = "SHA256SUMS"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


@dataclass(frozen=True)
class Durability:
    """How a file is written, and how a folder's names are settled."""

    write: Callable[[Path, bytes], object]
    settle: Callable[[Path], None]


EACH = Durability(write=_write, settle=_settle)
"""Each file is on the disk before the next is written, and outlasts a power cut."""
TOGETHER = Durability(write=Path.write_bytes, settle=lambda folder: None)
"""Nothing is waited for: whoever keeps many waits once, at the end (`os.sync`)."""


def new_token() -> str:
    """A name for a picture that nobody can guess: 22 characters, 128 random bits."""
    return secrets.token_urlsafe(16)


def keep(root: Path, token: str, files: Iterable[tuple[str, bytes]], *, durability: Durability = EACH) -> None:
    """Write all files of one picture, given as (name, bytes), and then move them to their place in one step.

    Where their hashes are among them, as SHA256SUMS, they stay as they are. Raises NotKept where they cannot be written
    or a picture has the token already, ValueError for a token or a name that is none. After any exception, also one of
    `files`, nothing of the picture is left.
    """
    place = _place(root, token)
    if place is None:
        raise ValueError(f"{token!r} is no token.")
    with contextlib.ExitStack() as leftovers:
        folder = root / "incoming" / secrets.token_hex(16)
        leftovers.callback(shutil.rmtree, folder, ignore_errors=True)
        with _on_disk():
            folder.mkdir(parents=True)
        sums = {}
        for name, data in files:
            if not (is_rendition_name(name) or name in _MASTERS or name == SUMS):
                raise ValueError(f"{name!r} names no file of a picture.")
            with _on_disk():
                durability.write(folder / name, data)
            sums[name] = sha256(data).hexdigest()
        with _on_disk():
            if SUMS not in sums:
                durability.write(folder / SUMS, _sums_file(sums))
            durability.settle(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            durability.settle(place.parent.parent)
            folder.rename(place)
            leftovers.pop_all()
            leftovers.callback(shutil.rmtree, place, ignore_errors=True)
            durability.settle(place.parent)
        leftovers.pop_all()


def rendition(root: Path, token: str, name: str) -> bytes | None:
    """The bytes of one rendition; None where there is none, where they are not what was kept, and for a token or a name
    that could be none.
    """
    place = _place(root, token)
    if place is None or not is_rendition_name(name):
        return None
    try:
        data = (place / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    sums = _sums(place)
    return data if sums is None or sums.get(name) == sha256(data).hexdigest() else None


def files(root: Path, token: str) -> list[Path]:
    """The files of a picture with its hashes, by name; none where there is none."""
    place = _place(root, token)
    return sorted(place.iterdir()) if place and place.is_dir() else []


def damaged(root: Path, token: str, names: Iterable[str]) -> list[str]:
    """Which of these files of a picture are missing, or are not what was kept."""
    place = _place(root, token)
    if place is None or not place.is_dir():
        return list(names)
    sums = _sums(place)
    return [name for name in names if not _is_whole(place / name, sums)]


def note_sums(root: Path, token: str) -> bool:
    """Note the hashes of a picture that was kept before there were any. Returns whether it was such a one."""
    place = _place(root, token)
    if place is None or not place.is_dir() or (place / SUMS).exists():
        return False
    with _on_disk():
        written = root / "incoming" / secrets.token_hex(16)
        written.parent.mkdir(exist_ok=True)
        _write(written, _sums_file({path.name: sha256(path.read_bytes()).hexdigest() for path in files(root, token)}))
        written.rename(place / SUMS)
        _settle(place)
    return True


def discard(root: Path, token: str) -> None:
    """Delete the files of a picture, all in one step for readers; does nothing where there are none.

    Raises NotDiscarded where they cannot be deleted, ValueError for a token that is none.
    """
    place = _place(root, token)
    if place is None:
        raise ValueError(f"{token!r} is no token.")
    if not place.is_dir():
        return
    leaving = root / "incoming" / secrets.token_hex(16)
    try:
        leaving.parent.mkdir(parents=True, exist_ok=True)
        place.rename(leaving)
        _settle(place.parent)
        shutil.rmtree(leaving)
    except OSError as error:
        raise NotDiscarded(
            Message("Tell whoever runs the site that the files of this picture could not be taken off its disk.")
        ) from error


def sweep(root: Path, known: Callable[[str], bool], older_than: timedelta, now: datetime) -> int:
    """Delete directories that belong to no picture. Returns how many.

    Those are what stopped uploads left under `incoming/`, and pictures whose token is not `known`. A directory must not
    have changed for `older_than` before the aware moment `now`, since its upload may be under way. Raises OSError where
    one cannot be deleted.
    """
    orphans = [*_folders(root / "incoming")]
    orphans += [
        folder
        for shelf in _folders(root / "pictures")
        for folder in _folders(shelf)
        if folder == _place(root, folder.name) and not known(folder.name)
    ]
    return sum(_removed(folder, before=now - older_than) for folder in orphans)


def _is_whole(path: Path, sums: dict[str, str] | None) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return bool(data) if sums is None else sums.get(path.name) == sha256(data).hexdigest()


def _sums(place: Path) -> dict[str, str] | None:
    """The hashes by name; None for a picture of a release that noted none."""
    try:
        lines = (place / SUMS).read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return None
    return {line[66:]: line[:64] for line in lines}


def _sums_file(sums: dict[str, str]) -> bytes:
    """As `sha256sum` writes it."""
    return "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()


def _place(root: Path, token: str) -> Path | None:
    return root / "pictures" / token[:2] / token if _TOKEN.fullmatch(token) else None


@contextlib.contextmanager
def _on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            sentence = Message(
                "Tell whoever runs the site that its disk is full. The picture was not kept. Nothing else was lost."
            )
        else:
            sentence = Message(
                "Tell whoever runs the site that its disk cannot be written to. The picture was not kept. Nothing else "
                "was lost."
            )
        raise NotKept(sentence) from error


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []


def _removed(folder: Path, before: datetime) -> bool:
    try:
        if datetime.fromtimestamp(folder.stat().st_mtime, UTC) >= before:
            return False
        shutil.rmtree(folder)
    except FileNotFoundError:  # another sweep was faster
        return False
    return True
