"""A period: the time in which every public answer stays as it is, its headers too.

What is kept is kept for one period; where that ends with the second of a change, for the next one too, in which only
`Last-Modified` is another. What is kept of a former period goes out no more, but a view may say that it is made of the
same still.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil, inf
from threading import Event, Lock, local
from typing import Any

from django.db import DatabaseError, close_old_connections, connection
from django.utils.http import http_date

from briefings.front_door.answers import Answer
from briefings.front_door.heads import Head
from briefings.front_door.spaces import Space
from briefings.public import moments

FOR_ELSEWHERE = 20  # a twentieth of the bytes
LONGEST_WAIT = 5.0  # seconds that a request waits for another's answer to the same question

_of_this_thread = local()


class Computing:
    """An answer that is being computed, and those who wait for it."""

    def __init__(self) -> None:
        self._done = Event()
        self._answer: Answer | None = None

    def finish(self, answer: Answer | None) -> None:
        self._answer = answer
        self._done.set()

    def wait(self) -> Answer | None:
        """The answer; None where it took too long, or is nobody else's."""
        return self._answer if self._done.wait(LONGEST_WAIT) else None


@dataclass(frozen=True)
class Period:
    """From `since` until before `until` (seconds since 1970), while `head` is the head of the log."""

    number: int
    head: Head | None
    since: float
    until: float
    changed: datetime | None
    """The last change: while it and the head stay, no answer changes but in its `Last-Modified`."""
    modified: int | None
    """The second of `Last-Modified` by which conditions are judged: within it the header names the one before."""
    stamp: str
    """That header."""
    spaces: tuple[Space, Space]
    """For what stands somewhere; for what leads on or finds nothing, so that a scan throws out no page."""
    of_pages: dict[str, Any] = field(default_factory=dict)
    """What Django keeps of it, because all pages of the period have it."""
    _computing: dict[str, Computing] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def covers(self, now: float) -> bool:
        return self.since <= now < self.until

    def get(self, key: str) -> Answer | None:
        """What is kept with the stamp of this period, or with none."""
        answer = self._kept(key)
        return answer if answer and answer.period == self.number and answer.stamp in ("", self.stamp) else None

    def restamped(self, key: str) -> Answer | None:
        """What is kept from within the second of the last change, with the stamp of this period from now on."""
        kept = self._kept(key)
        if kept is None or kept.period != self.number:
            return None
        answer = kept.restamped(self.stamp)
        self.put(key, answer)
        return answer

    def put(self, key: str, answer: Answer) -> None:
        found, elsewhere = self.spaces if answer.is_found else reversed(self.spaces)
        found.put(key, answer)
        elsewhere.drop(key)

    def _kept(self, key: str) -> Answer | None:
        found, elsewhere = self.spaces
        return found.get(key) or elsewhere.get(key)

    def computed(self, key: str, compute: Callable[[Answer | None], Answer]) -> Answer | None:
        """The answer, by `compute` or by whoever computes it already: kept where it may be. None after a long wait.

        `compute` is given the answer of a former period, if that is kept.
        """
        with self._lock:
            other = self._computing.get(key)
            if other is None:
                own = self._computing[key] = Computing()
        if other is not None:
            return other.wait()
        kept = None
        try:
            answer = compute(self._kept(key))
            answer.period = self.number
            if answer.may_be_kept:
                kept = answer
                self.put(key, answer)
            return answer
        finally:
            with self._lock:
                del self._computing[key]
            own.finish(kept)


def spaces_of(most_bytes: int) -> tuple[Space, Space]:
    return Space(most_bytes - most_bytes // FOR_ELSEWHERE), Space(most_bytes // FOR_ELSEWHERE)


NEVER = Period(
    number=0, head=None, since=inf, until=-inf, changed=None, modified=None, stamp="", spaces=(Space(0), Space(0))
)


def begin(head: Head, *, now: float, before: Period, most_bytes: int) -> Period | None:
    """The period that `now` lies in; `head` was read before. None where the database does not say.

    If the period `before` ended with the second of a change alone, what it keeps stays right.
    """
    at = datetime.fromtimestamp(now, UTC)
    close_old_connections()
    stand_on(head)
    try:
        changes, changed = moments.next_moment(at), moments.last_change(at)
    except DatabaseError:
        return None
    modified = ceil(changed.timestamp()) if changed else None
    is_same = before.head == head and before.changed == changed
    return Period(
        number=before.number if is_same else before.number + 1,
        head=head,
        since=now,
        until=changes.timestamp() if changes else inf,
        changed=changed,
        modified=modified,
        stamp=_stamp(modified, now=now),
        spaces=before.spaces if before.number else spaces_of(most_bytes),
    )


def _stamp(modified: int | None, *, now: float) -> str:
    """`Last-Modified` as Django says it (`views.answers`)."""
    return http_date(modified if modified <= now else modified - 1) if modified else ""


def stand_on(head: Head) -> None:
    """Have Django read the file of that head in this thread: a connection from before reads on in one that was
    replaced."""
    file, _row = head
    if file != getattr(_of_this_thread, "file", None):
        _of_this_thread.file = file
        if not connection.in_atomic_block:
            connection.close()
