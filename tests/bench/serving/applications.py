"""What the server is given beside the site: the least that each layer could do, and the site with its work counted.

BENCH_ANSWERS names a file of answers by their paths, as the site gave them.
"""

import ast
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from briefings.serving.bridge import Bridge

Answer = tuple[int, list[tuple[str, str]], bytes]
WORK = "BENCH_WORK"
ANSWERS = "BENCH_ANSWERS"


def _answers() -> dict[str, Answer]:
    return ast.literal_eval(Path(os.environ[ANSWERS]).read_text())


class Constant:
    """Constant bytes from the server's own interface: no bridge, no rule."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers

    def __rsgi_init__(self, loop: object) -> None:
        """Nothing to begin."""

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        status, headers, body = self.answers[scope.path]
        protocol.response_bytes(status, headers, body) if body else protocol.response_empty(status, headers)


class Finished:
    """A front door that looks at the path alone, behind the site's bridge."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers

    def answer(self, method: str, host: str, scheme: str, path: str, query: str, headers: Any) -> Answer | None:
        return self.answers.get(path)


class Counted:
    """The site inside its door; a line for each page that it computes: of which version, and the path.

    A version is the head of the log and what pages say of the last change, which they say a second later.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application
        self.work = os.open(os.environ[WORK], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        from briefings.models import LogHead

        head = LogHead.objects.values_list("seq", flat=True).get()

        def note(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            changed = dict(headers).get("Last-Modified", "")
            os.write(self.work, f"{head} {changed} {environ['PATH_INFO']}\n".encode())
            return start_response(status, headers, *more)

        return self.application(environ, note)


def constant() -> Constant:
    return Constant(_answers())


def constant_behind_bridge() -> Bridge:
    return Bridge(_nothing, front_door=Finished(_answers()))


def bare_view() -> Bridge:
    """One view without middleware, behind the bridge: what Django costs with nothing to do."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpRequest, HttpResponse
    from django.urls import re_path

    answers = _answers()

    def view(request: HttpRequest) -> HttpResponse:
        status, headers, body = answers[request.path_info]
        return HttpResponse(body, status=status, headers=dict(headers))

    urls = type("Addresses", (), {"urlpatterns": [re_path("", view)]})
    settings.configure(ROOT_URLCONF=urls, ALLOWED_HOSTS=["*"], MIDDLEWARE=[])
    return Bridge(get_wsgi_application())


def counted() -> Bridge:
    from django.core.wsgi import get_wsgi_application

    site = get_wsgi_application()
    from briefings.front_door import FrontDoor

    door = FrontDoor(Counted(site))
    return Bridge(door, front_door=door)


def _nothing(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    raise LookupError(environ["PATH_INFO"])
