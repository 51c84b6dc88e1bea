"""The file of erasures: what was erased, and by what order, without a word of it.

It lies beside the backups, so that one from before an erasure brings nothing back.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "erasures.jsonl"


@dataclass(frozen=True)
class Order:
    """An erasure: its moment (ISO 8601), the hash of the edition's link, those of the erased texts, and the order."""

    at: str
    edition: str
    texts: tuple[str, ...]
    order: str


def note(folder: Path, orders: Iterable[Order]) -> None:
    """Add the erasures of editions that are not in the file of `folder` yet, and wait until they are on the disk.

    Raises OSError where it cannot be written, ValueError where something else stands there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = {order.edition for order in read(folder / FILE)}
    new = (asdict(order) for order in orders if order.edition not in known)
    with (folder / FILE).open("a") as file:
        file.writelines(f"{json.dumps(order, ensure_ascii=False)}\n" for order in new)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> list[Order]:
    """The erasures in the file, oldest first; none where there is no file. Raises ValueError for what is none."""
    if not path.exists():
        return []
    try:
        return [_order(**json.loads(line)) for line in path.read_text().splitlines()]
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path} is no file of erasures: {error}") from error


def _order(*, at: str, edition: str, texts: list[str], order: str) -> Order:
    return Order(at=at, edition=edition, texts=tuple(texts), order=order)
