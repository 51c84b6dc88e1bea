"""Entries of feeds as text, kept in this process: an edition never changes, and neither does its entry."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from threading import Lock

from django.utils import timezone

from briefings.outputs.feed_facts import FeedEntry
from briefings.outputs.feeds import WrittenEntry
from briefings.public import editions, lists

MOST = 1000
"""So many entries are kept, those of the newest feeds; of some 10 KB each."""

_kept: OrderedDict[Hashable, WrittenEntry] = OrderedDict()
_lock = Lock()


def written(
    rows: Sequence[lists.FeedRow], write: Callable[[FeedEntry], WrittenEntry], *, at: datetime
) -> list[WrittenEntry]:
    """The entries of `rows` as `write` writes them. Texts and histories are read of those alone that are not kept."""
    begun, day = editions.begun([row.briefing_id for row in rows], at), timezone.localdate(at)
    keys = [(write, day, *_identity(row), *begun[row.briefing_id]) for row in rows]
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


def _identity(row: lists.FeedRow) -> Hashable:
    """What the entry depends on beside the day and the history: while all of it is the same, so is every byte.

    An edition is named by its link's hash: a number is another edition's in a database that was put back.
    """
    return row.edition__row_hash, row.entry__row_hash, row.first_published, row.updated, row.slug


def forget() -> None:
    """Keep nothing of what was written so far."""
    with _lock:
        _kept.clear()
