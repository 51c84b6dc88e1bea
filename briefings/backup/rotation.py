"""The backups in a folder: their names, and which of them have had their time."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

PARTIAL = ".part"
"""How the name of a backup ends that is being written."""
_NAME = re.compile(r"briefings-\d{8}T\d{6}Z\.tar")


def name_at(moment: datetime) -> str:
    """What a backup of that moment is called; in the order of their names they are in that of their moments."""
    return f"briefings-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}.tar"


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that stands at `path` once it is whole and on the disk; nothing does where anything went wrong.

    Only its owner may read it. Raises FileExistsError where something stands there, OSError where it cannot be written.
    """
    if path.exists():
        raise FileExistsError(f"{path} is there already.")
    partial = path.with_name(f"{path.name}{PARTIAL}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)


def rotate(folder: Path, *, keep: int) -> list[Path]:
    """Delete all backups in `folder` but the newest `keep` (at least 1), and what runs that were stopped left before
    these. Returns what went.
    """
    names = sorted(path.name for path in folder.iterdir() if _NAME.fullmatch(path.name.removesuffix(PARTIAL)))
    whole = [name for name in names if not name.endswith(PARTIAL)]
    gone = [folder / name for name in names if name < whole[-1] and name not in whole[-keep:]]
    for path in gone:
        path.unlink()
    return gone
