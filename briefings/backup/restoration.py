"""Restoring a backup into an empty database and an empty folder, all of it or nothing.

The tables are made as they were when the backup was made, filled, and then brought to this release by its migrations:
an older backup takes the way that an upgraded site has taken.
"""

import gzip
import os
import shutil
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from briefings import pictures, workflow
from briefings.backup import archives, manifest, schemas, tables
from briefings.backup.archives import Damaged
from briefings.backup.manifest import Manifest
from briefings.bulk_insert import gather_statistics, reset_sequences
from briefings.deliveries import sending
from briefings.workflow.erasure import orders
from briefings.workflow.erasure.orders import Order

Files = list[tuple[str, bytes]]


class NotEmpty(Exception):
    """Raised where something stands already that a restored site would write over."""


@dataclass
class Restored:
    """What the backup said of itself; what was erased again, in sentences; how many links to drafts were ended."""

    manifest: Manifest
    erased: list[str] = field(default_factory=list)
    links: int = 0


def restore(stream: BinaryIO, *, erasures: list[Order], progress: Callable[[int, int], None]) -> Restored:
    """Restore the backup in `stream`, then erase what was erased after it was made. `progress` as in `back_up`.

    Raises NotEmpty, OfLaterRelease, Damaged; then nothing of it stays.
    """
    _refuse_pictures()
    members = archives.members(stream)
    name, file = next(members, ("", BytesIO()))
    if name != manifest.MANIFEST:
        raise Damaged("This is no backup of a site: it says nothing of itself.")
    says = manifest.read(file.read())
    historical = _migrated(says)
    try:
        with transaction.atomic():
            _refuse_rows()
            Group.objects.all().delete()
            _fill(historical, says, members, progress=progress)
            reset_sequences(*(historical.get_model(label) for label in says.rows))
            os.sync()
    except BaseException:
        shutil.rmtree(settings.MEDIA_ROOT / "pictures", ignore_errors=True)
        raise
    call_command("migrate", verbosity=0)
    gather_statistics()
    sending.doubt_all()
    links = workflow.end_all_links()
    orders.note(settings.BACKUP_DIR, erasures)
    again = [sentence for order in erasures if (sentence := workflow.erase_again(order))]
    return Restored(says, again, links=links)


def _refuse_pictures() -> None:
    folder = settings.MEDIA_ROOT / "pictures"
    if folder.is_dir() and any(folder.iterdir()):
        raise NotEmpty(f"Pictures of a site stand in {folder}. Name an empty DATA_DIR, or move them away.")


def _migrated(says: Manifest) -> Apps:
    """The models as of the backup, with the tables as these want them."""
    try:
        _refuse_rows()
        schemas.migrate(says.migrations)
    except DatabaseError as error:
        raise NotEmpty(f"The database cannot be made ready: {error}.") from error
    return schemas.models(says.migrations)


def _refuse_rows() -> None:
    """Groups are made by each migrate, and none of them is somebody's work."""
    present = set(connection.introspection.table_names())
    for model in tables.kept_models():
        if model is not Group and model._meta.db_table in present and model._base_manager.exists():
            raise NotEmpty("There is a site in this database already. Name an empty one.")


def _fill(
    historical: Apps,
    says: Manifest,
    members: Iterator[tuple[str, BinaryIO]],
    *,
    progress: Callable[[int, int], None],
) -> None:
    """Put every member into its place."""
    rows: dict[str, int] = {}
    kept: list[str] = []
    pending: dict[str, Files] = defaultdict(list)
    for name, file in members:
        kind, _, rest = name.partition("/")
        if kind == "tables":
            label = rest.removesuffix(".jsonl.gz")
            rows[label] = _loaded(historical, label, file)
        elif kind == "pictures":
            token, _, own = rest.partition("/")
            if token not in pending:
                kept += _keep(pending)
            pending[token].append((own, file.read()))
        else:
            raise Damaged(f"The backup holds something that no backup holds: {name}.")
        progress(len(rows) + len(kept), len(says.rows) + says.pictures)
    _keep(pending)
    if rows != says.rows:
        raise Damaged("The backup holds other rows than it says.")


def _loaded(historical: Apps, label: str, file: BinaryIO) -> int:
    """How many rows of that table were inserted."""
    try:
        model = historical.get_model(label)
        with gzip.GzipFile(fileobj=file) as lines:
            return sum(tables.load(model, lines))
    except (LookupError, ValueError, EOFError, OSError, zlib.error) as error:
        raise Damaged(f"The backup’s table {label} cannot be read: {error}.") from error


def _keep(pending: dict[str, Files]) -> list[str]:
    """Keep the pictures whose files these are, and forget them. Returns their tokens."""
    tokens = list(pending)
    for token in tokens:
        try:
            pictures.keep(settings.MEDIA_ROOT, token, pending.pop(token), durability=pictures.TOGETHER)
        except ValueError as error:
            raise Damaged(f"The backup holds something that no backup holds: {error}") from error
    return tokens
