"""What was read and understood lately, kept in this process, so that a second look costs nothing.

It does not know who may look at a draft, nor whether the draft is still on file: callers ask the row first.
"""

import gc
import sys
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import FunctionType, ModuleType

MOST_BYTES = 32 * 1024 * 1024
MOST = 200
"""How many results are kept at most, however small."""

Key = tuple[str, ...]
"""All that a result depends on. The hash of the draft's bytes comes first: by it the result is forgotten."""


@dataclass
class Memory:
    """The results asked for last. What is too large for it is not kept."""

    most_bytes: int = MOST_BYTES
    most: int = MOST
    _kept: OrderedDict[Key, tuple[object, int]] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def recall(self, key: Key) -> object | None:
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Key, value: object) -> None:
        """Keeps `value`, which nobody may change: whoever recalls it gets this very object."""
        size = size_of(value)
        with self._lock:
            self._drop(key)
            if size > self.most_bytes:
                return
            self._kept[key] = value, size
            self._bytes += size
            while self._bytes > self.most_bytes or len(self._kept) > self.most:
                self._drop(next(iter(self._kept)))

    def forget(self, data: bytes) -> None:
        """Drops whatever was made of a draft with these bytes."""
        digest = digest_of(data)
        with self._lock:
            for key in [key for key in self._kept if key[0] == digest]:
                self._drop(key)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        _value, size = self._kept.pop(key, (None, 0))
        self._bytes -= size


LATELY = Memory()
"""The memory of this process."""


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


@cache
def version() -> str:
    """A hash of the code and the word lists of the importer, so that a change of either makes it another."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.*")):
        if path.suffix in (".py", ".txt"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def size_of(value: object) -> int:
    """About how many bytes `value` takes, with everything that it holds; what is held twice counts once."""
    seen: set[int] = set()
    pending, size = [value], 0
    while pending:
        one = pending.pop()
        if id(one) in seen or isinstance(one, type | FunctionType | ModuleType):
            continue
        seen.add(id(one))
        size += sys.getsizeof(one)
        pending += gc.get_referents(one)
    return size
