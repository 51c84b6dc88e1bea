"""Making a backup while the site runs: the database of one moment first, then the files of the pictures it names."""

import gzip
import json
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from io import BytesIO
from typing import BinaryIO

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from briefings import pictures
from briefings.backup import archives, schemas, tables
from briefings.backup.manifest import FORMAT, MANIFEST, Manifest
from briefings.backup.snapshots import snapshot
from briefings.models import LogHead
from briefings.version import version


@dataclass
class Made:
    """What a backup holds, and sentences on pictures that could not be taken along whole."""

    manifest: Manifest
    problems: list[str] = field(default_factory=list)


def back_up(stream: BinaryIO, *, progress: Callable[[int, int], None]) -> Made:
    """Write a backup to `stream`. `progress` is told how many tables and pictures are done, and of how many.

    The database may be one that wants migrating still: its tables are taken as they are. Raises OfLaterRelease.
    """
    migrations = schemas.applied()
    historical = schemas.models(migrations)
    with ExitStack() as temporary:
        kept = tables.kept_models(historical)
        files: list[BinaryIO] = []
        with snapshot():
            now = timezone.now()
            head = historical.get_model("briefings.LogHead").objects.first() or LogHead()
            images = historical.get_model("briefings.Image").objects.filter(erased_at=None)
            tokens = list(images.order_by("pk").values_list("token", flat=True))
            rows = {}
            for model in kept:
                files.append(temporary.enter_context(tempfile.TemporaryFile()))
                rows[model._meta.label] = _write(model, files[-1])
                progress(len(files), len(kept) + len(tokens))
        manifest = Manifest(
            format=FORMAT,
            release=version(),
            made=now.isoformat(timespec="seconds"),
            site=settings.SITE_URL,
            database=connection.vendor,
            log_rows=head.seq,
            log_ends=head.hash,
            migrations=migrations,
            rows=rows,
            pictures=len(tokens),
        )
        made = Made(manifest)
        with archives.written(stream, mtime=int(now.timestamp())) as archive:
            _add(archive, MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            for label, file in zip(rows, files, strict=True):
                archive.add(f"tables/{label}.jsonl.gz", file, size=_size(file))
            for done, token in enumerate(tokens, start=len(kept) + 1):
                made.problems += _add_picture(archive, token)
                progress(done, len(kept) + len(tokens))
        return made


def _write(model: type[models.Model], file: BinaryIO) -> int:
    """Write the rows of `model` to `file`, compressed. Returns how many there are."""
    lines = 0
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=3, mtime=0) as packed:
        for line in tables.lines(model):
            packed.write(line)
            lines += 1
    return lines - 1


def _add_picture(archive: archives.Archive, token: str) -> list[str]:
    """Add the files of a picture; a sentence where there are none."""
    found = pictures.files(settings.MEDIA_ROOT, token)
    for path in found:
        _add(archive, f"pictures/{token}/{path.name}", path.read_bytes())
    return [] if found else [f"The picture {token} has no files."]


def _add(archive: archives.Archive, name: str, data: bytes) -> None:
    archive.add(name, BytesIO(data), size=len(data))


def _size(file: BinaryIO) -> int:
    size = file.tell()
    file.seek(0)
    return size
