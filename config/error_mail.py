"""Errors by mail: which error, where in the code and how often. Nothing of what was sent, typed or read is in it.

The message of an exception may hold an editor's words, and so may its variables: the mail has neither. Both stand in
the log, if anywhere.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

SHORTEST_PAUSE = 60.0
"""Seconds between the first two mails about the same error; each further pause is twice as long."""
LONGEST_PAUSE = 3600.0
MOST_KINDS = 100
"""Of so many different errors at a time each has its pause. What is beyond them is in the log alone."""
MOST_FRAMES = 20


class ErrorMail(logging.Handler):
    """Sends a mail for a record, at most one in a pause for the same error; in a thread, since a server may be slow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(level=logging.ERROR)
        self._clock = clock
        self._pauses: dict[str, Pause] = {}

    def emit(self, record: logging.LogRecord) -> None:
        address = settings.ERROR_MAIL
        error = record.exc_info[1] if record.exc_info else None
        if not address or error is None:
            return
        name = _name(error)
        times = self._due(name)
        if times:
            message = EmailMessage(
                f"[{settings.SITE_NAME}] {name}", _body(record, error, times=times), address, [address]
            )
            threading.Thread(target=_send, args=(message,), name="error-mail", daemon=True).start()

    def _due(self, name: str) -> int:
        """How often the error came since the last mail about it; 0 where none is due."""
        now = self._clock()
        # `emit` runs under the handler's own lock.
        self._pauses = {key: pause for key, pause in self._pauses.items() if not pause.is_forgotten(now)}
        if name not in self._pauses and len(self._pauses) >= MOST_KINDS:
            return 0
        return self._pauses.setdefault(name, Pause()).due(now)


class Pause:
    """Between mails about one error."""

    def __init__(self) -> None:
        self._until = float("-inf")
        self._length = SHORTEST_PAUSE
        self._unsaid = 0

    def due(self, now: float) -> int:
        self._unsaid += 1
        if now < self._until:
            return 0
        times, self._unsaid = self._unsaid, 0
        self._until = now + self._length
        self._length = min(2 * self._length, LONGEST_PAUSE)
        return times

    def is_forgotten(self, now: float) -> bool:
        """Whether the error has not come for so long that it is a new one when it comes again."""
        return now >= self._until + LONGEST_PAUSE


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as failure:  # smtplib's errors are such
        logging.getLogger("briefings").warning("A mail about an error could not be sent: %s", type(failure).__name__)


def _name(error: BaseException) -> str:
    """The kind of the error and the line of ours, or else the last one, in which it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(str(settings.BASE_DIR)) and ".venv" not in frame[0]]
    place = next(reversed(ours or frames), None)
    return f"{type(error).__name__} in {place.name}, line {place.lineno}" if place else type(error).__name__


def _body(record: logging.LogRecord, error: BaseException, *, times: int) -> str:
    request: Any = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    lines = [
        f"Site: {settings.SITE_URL}",
        f"Status: {getattr(record, 'status_code', 'none')}",
        f"Asked for: {request.method if request else 'nothing'} {match.route if match else ''}".rstrip(),
        f"Times since the last mail about it: {times}",
        "",
    ]
    for one in _chain(error):
        lines += [type(one).__qualname__, *_places(one), ""]
    return "\n".join([*lines, "What it said stands in the log of that time."])


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what it came from, nearest first."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or one.__context__
    return chain


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    return [f"  {frame.filename}, line {frame.lineno}, in {frame.name}" for frame in frames]
