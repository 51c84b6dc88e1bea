"""Which state a database is in, told by a number."""

from collections.abc import Callable
from itertools import count
from typing import Any

READING = ("SELECT", "WITH", "PRAGMA", "RELEASE")


class State:
    """A number that is another with every statement that may write, and the former one after a rollback."""

    def __init__(self) -> None:
        self._numbers = count()
        self._at_savepoint: dict[str, int] = {}
        self.number = next(self._numbers)

    def __call__(self, execute: Callable, sql: str, params: Any, many: Any, context: Any) -> Any:
        verb, *_, name = sql.split()
        if verb == "SAVEPOINT":
            self._at_savepoint[name] = self.number
        elif verb == "ROLLBACK" and name in self._at_savepoint:
            self.number = self._at_savepoint[name]
        elif verb not in READING:
            self.number = next(self._numbers)
        return execute(sql, params, many, context)
