"""Entries of feeds as XML, kept in this process: an edition never changes, and neither does its entry."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from threading import Lock

from briefings.outputs.facts import FeedEntry
from briefings.outputs.feeds import WrittenEntry
from briefings.public import lists

MOST = 1000
"""So many entries are kept, those of the newest feeds; of some 10 KB each."""

_kept: OrderedDict[Hashable, WrittenEntry] = OrderedDict()
_lock = Lock()


def written(
    rows: Sequence[lists.FeedRow], write: Callable[[FeedEntry], WrittenEntry], *, at: datetime
) -> list[WrittenEntry]:
    """The entries of `rows` as `write` writes them. Texts are read of those alone that are not kept: one query."""
    keys = [(write, row.key(at)) for row in rows]
    with _lock:
        known = {key: _kept[key] for key in keys if key in _kept}
    missing = [(key, row) for key, row in zip(keys, rows, strict=True) if key not in known]
    entries = lists.entries_of([row for _key, row in missing], at)
    known |= {key: write(entry) for (key, _row), entry in zip(missing, entries, strict=True)}
    with _lock:
        for key in keys:
            _kept[key] = known[key]
            _kept.move_to_end(key)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return [known[key] for key in keys]


def forget() -> None:
    """Keep nothing of what was written so far."""
    with _lock:
        _kept.clear()
