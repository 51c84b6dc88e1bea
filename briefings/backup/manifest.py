"""What a backup says of itself: its first member."""

import json
from dataclasses import dataclass

from briefings.backup.archives import Damaged

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """Which release made it, when (ISO 8601), of which site on which database; where the log ended; and what it holds:
    the newest migration by app, rows by table, pictures.
    """

    format: int
    release: str
    made: str
    site: str
    database: str
    log_rows: int
    log_ends: str
    migrations: dict[str, str]
    rows: dict[str, int]
    pictures: int


def read(data: bytes) -> Manifest:
    """Raises Damaged where it is none that this release knows."""
    try:
        manifest = Manifest(**json.loads(data))
    except (TypeError, ValueError) as error:
        raise Damaged("This is no backup of a site: it says nothing of itself.") from error
    if manifest.format != FORMAT:
        raise Damaged(f"The backup has format {manifest.format}; this release reads format {FORMAT}.")
    return manifest
