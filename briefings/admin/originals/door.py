"""What the doors of a pasted draft need of the desk that they belong to."""

from typing import Any, Protocol

from django.contrib.messages import SUCCESS
from django.http import HttpRequest

from briefings.models import Draft, Original


class Desk(Protocol):
    """The desk of pasted drafts."""

    def context(self, request: HttpRequest) -> dict[str, Any]: ...

    def address(self, original: Original) -> str: ...

    def address_of(self, draft: Draft) -> str: ...

    def told(self, request: HttpRequest, sentence: str, *, level: int = SUCCESS) -> None: ...
