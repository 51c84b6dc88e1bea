"""The most that a request may send: one picture of the largest size, and the other fields of its form."""

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from briefings.messages import Message
from briefings.pictures import MOST_BYTES

DESK = "/admin/"
LOGIN = "/admin/login/"
MOST_AROUND = 100_000
"""Bytes for boundaries, file names and the other fields of a form with a file."""
_MOST_DIGITS = 20
MOST_AT_LOGIN = 8_000
"""Bytes that a stranger may send: a name, a password, a token and where to go; or what a browser says of a passkey."""


def announced_length(text: str) -> int:
    """The bytes that a Content-Length announces: none where it is no number, and more than anybody takes where it has
    more digits than Python reads.
    """
    if not (text.isascii() and text.isdigit()):
        return 0
    return int(text) if len(text) < _MOST_DIGITS else sys.maxsize


def most_bytes(path: str) -> int:
    """How much a body sent to `path` may hold. Only the desk takes any, for public doors only read."""
    if path.startswith(LOGIN):
        return MOST_AT_LOGIN
    return MOST_BYTES + MOST_AROUND if path.startswith(DESK) else 0


class TooLarge(RequestDataTooBig):
    """Raised where a request sends too much. What it sent is dropped."""

    def __init__(self) -> None:
        most = MOST_BYTES // 1_000_000
        super().__init__(
            Message("Save the picture smaller, as JPEG of at most %(most)s MB: this file is larger.", most=most)
        )


class LimitedUpload(FileUploadHandler):
    """An upload handler before those that keep files, which ends a request whose files are too much together.

    It counts the bytes that arrive; by the length that is announced `middleware.DeskLimits` has refused before.
    """

    def handle_raw_input(
        self, input_data: Any, meta: dict[str, Any], content_length: int, boundary: bytes, encoding: str | None = None
    ) -> None:
        self.received, self.is_too_much = 0, False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MOST_BYTES:
            self.is_too_much = True
            raise StopUpload(connection_reset=True)  # the other handlers then drop what they have
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing: the handlers after this one have the file."""

    def upload_complete(self) -> None:
        """Called after the other handlers have finished or were stopped."""
        if self.is_too_much:
            raise TooLarge
