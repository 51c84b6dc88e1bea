"""Whether the collected static files are those of this release, so that a start need not write them again."""

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

MANIFEST = "staticfiles.json"
COLLECTED_BY = ("django", "whitenoise")


def are_current(folder: Path) -> bool:
    """Whether all of them stand in `folder`, as the sources of this release make them."""
    try:
        noted = _note(folder).read_text(encoding="ascii").strip()
        names = json.loads((folder / MANIFEST).read_bytes())["paths"].values()
    except (OSError, ValueError, KeyError):
        return False
    return noted == _fingerprint() and all((folder / name).is_file() for name in names)


def note_current(folder: Path) -> None:
    """They have just been collected."""
    _note(folder).write_text(f"{_fingerprint()}\n", encoding="ascii")


def remove_broken_manifest(folder: Path) -> None:
    """A list of files that was cut off, by a full disk or a power cut, would keep the site from ever collecting."""
    try:
        json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return
    except ValueError:
        (folder / MANIFEST).unlink()


def _note(folder: Path) -> Path:
    """Beside the folder, for whatever is in it goes out."""
    return folder.with_name(f"{folder.name}.sha256")


def _fingerprint() -> str:
    """Of all that the collected files are made from."""
    digest = sha256(repr([settings.STORAGES["staticfiles"], *map(version, COLLECTED_BY)]).encode())
    for name, body in sorted(_sources()):
        digest.update(f"{name} {len(body)} ".encode() + body)
    return digest.hexdigest()


def _sources() -> Iterator[tuple[str, bytes]]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            with storage.open(path) as file:
                yield str(path), file.read()
