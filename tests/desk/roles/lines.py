"""What a line of the role table says, and what an answer was to whoever asked."""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpResponse

from tests.desk.roles.people import OUTSIDE, Somebody
from tests.desk.roles.things import Things
from tests.desk.sheets import next_messages

Roles = frozenset[str]
NOBODY: Roles = frozenset()
_NAME = re.compile(r"\{(.+?)\}")


class Gets(StrEnum):
    """What an answer is to whoever asked."""

    PAGE = "a page"
    DONE = "something changes"
    SENT_ON = "sent on"
    REFUSED = "refused"
    UNKNOWN = "as unknown"
    NO_METHOD = "not by this method"
    LOGIN = "sent to the login"


@dataclass(frozen=True)
class Line:
    """An address below /admin/, with the name of a thing in braces, and who gets what there.

    Whoever `may` gets `get` and `post`; of the staff, whoever only `sees` the thing is refused, and all others get
    `otherwise`. `form` names the method of `Things` that fills in what is posted: what would do something. `only` is
    the one method that is taken, where it is one.
    """

    path: str
    may: Roles
    get: Gets = Gets.PAGE
    post: Gets = Gets.PAGE
    sees: Roles = NOBODY
    otherwise: Gets = Gets.REFUSED
    form: str = ""
    only: str = ""
    outside: Gets = Gets.LOGIN

    def expected(self, method: str, role: str) -> Gets:
        if role in OUTSIDE:
            return self.outside
        if self.only not in ("", method):
            return Gets.NO_METHOD
        if role in self.may:
            return self.get if method == "GET" else self.post
        return Gets.REFUSED if role in self.sees else self.otherwise

    @property
    def thing(self) -> str:
        """The name of the thing in the address; "" where it has none."""
        match = _NAME.search(self.path)
        return match[1] if match else ""

    def address(self, things: Things) -> str:
        return "/admin/" + _NAME.sub(lambda match: things.names[match[1]], self.path)

    def asked(self, method: str, somebody: Somebody, things: Things) -> HttpResponse:
        """The answer to one request, which leaves the browser's cookies as they were."""
        cookies = somebody.client.cookies.copy()
        data = things.filled_in(self.form, self.thing) if self.form and method == "POST" else None
        try:
            return getattr(somebody.client, method.lower())(self.address(things), data)
        finally:
            somebody.client.cookies = cookies

    def __str__(self) -> str:
        return self.path[:80]


def got(response: HttpResponse) -> str:
    """What the answer is, in the table's words; of another kind, its status."""
    where = response.headers.get("Location", "")
    if where.startswith("/admin/login/?next="):
        return Gets.LOGIN
    if response.status_code == 404 or (where == "/admin/" and "doesn’t exist" in "".join(next_messages(response))):
        return Gets.UNKNOWN
    kinds = {200: Gets.PAGE, 301: Gets.SENT_ON, 302: Gets.SENT_ON, 403: Gets.REFUSED, 405: Gets.NO_METHOD}
    return kinds.get(response.status_code, str(response.status_code))
