"""Where finished answers are kept: so many bytes, those that were asked for last."""

from collections import OrderedDict
from threading import Lock

from briefings.front_door.answers import Answer


class Space:
    """Answers by their keys, at most `most` bytes of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._answers: OrderedDict[str, tuple[Answer, int]] = OrderedDict()
        self.size = 0

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, key: str) -> Answer | None:
        with self._lock:
            found = self._answers.get(key)
            if found is None:
                return None
            self._answers.move_to_end(key)
            return found[0]

    def put(self, key: str, answer: Answer) -> None:
        """Keep it, at the size that it has by now, in place of what was asked for longest ago."""
        with self._lock:
            self._drop(key)
            size = answer.size + len(key)
            if size > self._most:
                return
            self._answers[key] = answer, size
            self.size += size
            while self.size > self._most:
                self._drop(next(iter(self._answers)))

    def drop(self, key: str) -> None:
        with self._lock:
            self._drop(key)

    def _drop(self, key: str) -> None:
        _, size = self._answers.pop(key, (None, 0))
        self.size -= size
