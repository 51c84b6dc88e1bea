"""The files of pictures on the disk, always all of a picture or none.

A picture with the token `abc…` has the directory `pictures/ab/abc…/` under the caller's `root`. It is written under
`incoming/` and renamed in one step, so whatever is under `pictures/` is complete.
"""

import contextlib
import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefings.pictures.refusals import NotDiscarded, NotKept
from briefings.pictures.renditions import is_rendition_name

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_MASTERS = {"master.jpg", "master.png"}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def new_token() -> str:
    """A name for a picture that nobody can guess: 22 characters, 128 random bits."""
    return secrets.token_urlsafe(16)


def keep(root: Path, token: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write all files of one picture, given as (name, bytes), and then move them to their place in one step.

    Raises NotKept where they cannot be written or a picture has the token already, ValueError for a token or a name
    that is none. After any exception, also one of `files`, nothing of the picture is left.
    """
    place = _place(root, token)
    if place is None:
        raise ValueError(f"{token!r} is no token.")
    with contextlib.ExitStack() as leftovers:
        folder = root / "incoming" / secrets.token_hex(16)
        leftovers.callback(shutil.rmtree, folder, ignore_errors=True)
        with _on_disk():
            folder.mkdir(parents=True)
        for name, data in files:
            if not (is_rendition_name(name) or name in _MASTERS):
                raise ValueError(f"{name!r} names no file of a picture.")
            with _on_disk():
                _write(folder / name, data)
        with _on_disk():
            _settle(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            _settle(place.parent.parent)
            folder.rename(place)
            leftovers.pop_all()
            leftovers.callback(shutil.rmtree, place, ignore_errors=True)
            _settle(place.parent)
        leftovers.pop_all()


def rendition(root: Path, token: str, name: str) -> bytes | None:
    """The bytes of one rendition; None where there is none, and for a token or a name that could be none."""
    place = _place(root, token)
    if place is None or not is_rendition_name(name):
        return None
    try:
        return (place / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


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
            "Tell whoever runs the site that the files of this picture could not be taken off its disk."
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


def _place(root: Path, token: str) -> Path | None:
    return root / "pictures" / token[:2] / token if _TOKEN.fullmatch(token) else None


@contextlib.contextmanager
def _on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = "is full" if error.errno in _FULL else "cannot be written to"
        raise NotKept(
            f"Tell whoever runs the site that its disk {reason}. The picture was not kept. Nothing else was lost."
        ) from error


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
