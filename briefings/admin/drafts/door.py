"""What the doors of the writing page need of the desk that they belong to."""

from typing import Any, Protocol

from django.contrib.admin import AdminSite
from django.contrib.messages import SUCCESS
from django.http import HttpRequest, HttpResponse

from briefings.admin.drafts.writing_page import WritingPage
from briefings.models import Draft


class Desk(Protocol):
    """The desk of drafts."""

    admin_site: AdminSite
    opts: Any

    def show(self, request: HttpRequest, page: WritingPage) -> HttpResponse: ...

    def address(self, draft: Draft) -> str: ...

    def told(self, request: HttpRequest, sentence: str, *, level: int = SUCCESS) -> None: ...
