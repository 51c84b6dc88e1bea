"""The site's secret key as a file in its data folder, readable by the owner alone."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def stored(data_dir: Path) -> str:
    """The key on file, or "" where there is none."""
    try:
        return _path(data_dir).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def make(data_dir: Path) -> str:
    """Write a new key, or take the one that another process wrote in the same moment."""
    data_dir.mkdir(parents=True, exist_ok=True)
    draft = data_dir / f"secret_key.{os.getpid()}"
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(get_random_secret_key() + "\n")
    try:
        os.link(draft, _path(data_dir))  # unlike a rename, a link never replaces a file that is there
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return stored(data_dir)


def _path(data_dir: Path) -> Path:
    return data_dir / "secret_key"
