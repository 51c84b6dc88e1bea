"""A worker's round in a process that kills itself at one of its writes: `python -m … PORT WHEN N`.

Outside of a transaction each write is a commit. `PORT` is that of the mail server.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def main(port: str, when: str, at: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.SENDS_MAIL = True
    settings.EMAIL_BACKEND = "briefings.deliveries.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(port)
    from briefings.worker import loop

    with connection.execute_wrapper(_killing(when, at)):
        loop.work_once()


def _killing(when: str, at: int) -> Callable:
    writes = [0]

    def wrapper(execute: Callable, sql: str, params: Any, many: Any, context: Any) -> Any:
        is_ours = sql.startswith("UPDATE") and "briefings_delivery" in sql
        writes[0] += is_ours
        if is_ours and (when, at) == ("before", writes[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(sql, params, many, context)
        if is_ours and (when, at) == ("after", writes[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return wrapper


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
