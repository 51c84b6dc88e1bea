"""`python -m tests.bench.serving.desk PORT`: how long an editor waits for a save, as JSON in seconds.

Logged in over HTTP, at live briefings as the site has them: of each the form is opened, the lede is changed, and the
form is sent; saved first, then saved and published.
"""

import json
import sys
import time
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from types import SimpleNamespace
from urllib.parse import urlencode

import django

from tests.bench.serving.sites import HOST

TIMES = 25
WARMING = 3
NAME, PASSWORD = "bench-chief", "a password for the benchmark alone"
LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"


class Browser:
    """A connection that stays open, with its cookies."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: SimpleCookie = SimpleCookie()

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> SimpleNamespace:
        """The answer's status and content, and the seconds that it took."""
        cookie = "; ".join(f"{morsel.key}={morsel.value}" for morsel in self.cookies.values())
        headers = {"Host": HOST, "Cookie": cookie, "Content-Type": FORM}
        begun = time.perf_counter()
        self.connection.request(method, path, urlencode(fields) if fields else None, headers)
        answer = self.connection.getresponse()
        content, seconds = answer.read(), time.perf_counter() - begun
        for value in answer.headers.get_all("Set-Cookie", []):
            self.cookies.load(value)
        return SimpleNamespace(status=answer.status, content=content, seconds=seconds)


def main(port: int) -> None:
    django.setup()
    from briefings.models import Draft, PublishedSummary, User
    from briefings.staff import add_staff
    from tests.desk.sheets import address, fields_of

    if not User.objects.filter(username=NAME).exists():
        add_staff(NAME, role="chief", password=PASSWORD)
    listed = PublishedSummary.objects.live().without_successor().listed().order_by("-updated")
    drafts = Draft.objects.filter(briefing__in=listed.values("briefing"), follows__isnull=False)[: TIMES + WARMING]
    browser = Browser(port)

    def send(path: str, form: str, **more: str) -> float:
        fields = fields_of(browser.ask("GET", path), form)
        changed = {name: f"{fields.get(name, '')}{value}" if name == "lede" else value for name, value in more.items()}
        answer = browser.ask("POST", path, fields | changed)
        if answer.status != 302:
            raise RuntimeError(f"{path} answered {answer.status}: {answer.content[:2_000].decode()}")
        return answer.seconds

    send(LOGIN, "login-form", login=NAME, password=PASSWORD)
    publish = {"publish-change": "minor", "publish-when": "now", "_publish": "1"}
    paths = [address(draft) for draft in drafts]
    saved = [send(path, "draft_form", lede=" Once more.", _save="1") for path in paths]
    published = [send(path, "draft_form", lede=" And again.", **publish) for path in paths]
    sys.stdout.write(json.dumps({"save": saved[WARMING:], "publish": published[WARMING:]}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
