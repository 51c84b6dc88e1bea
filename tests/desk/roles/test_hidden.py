"""What somebody may not see answers at every address as what never was, and no word of it shows anywhere."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from django.http import HttpResponse

from tests.desk.roles.lines import Gets, Line, got
from tests.desk.roles.rows import everything, undone
from tests.desk.roles.table import LINES, TABLE
from tests.desk.roles.things import NEVER_WAS, SECRET, Things
from tests.desk.sheets import next_messages

pytestmark = pytest.mark.django_db
KEPT = (Gets.UNKNOWN, Gets.REFUSED, Gets.LOGIN)
METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")


@pytest.fixture
def things(request: pytest.FixtureRequest, knocks: Callable[[str], Things]) -> Things:
    return knocks(request.param)


def compared(response: HttpResponse, identity: str) -> tuple[object, ...]:
    """All of an answer but the id that was asked for, and what is random or says what time it is."""
    body = response.content.decode()
    body = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", body)
    headers = {name: value for name, value in response.headers.items() if name not in ("Expires", "Content-Length")}
    texts = [body, *(f"{name}: {value}" for name, value in sorted(headers.items())), *next_messages(response)]
    named = re.compile(rf"(?<=[/“]){re.escape(identity)}(?=[/”])")
    return response.status_code, [named.sub("ID", text) for text in texts], sorted(response.cookies)


@pytest.mark.parametrize("things", ["writer", "editor", "admin", "stranger"], indirect=True)
def test_whatever_is_kept_from_somebody_answers_as_what_never_was(things):
    kept = [(method, line) for line in LINES for method in ("GET", "POST") if is_kept(line, method, things.asker.role)]

    @cache
    def of_none(method: str, line: Line) -> tuple[object, ...]:
        return compared(line.asked(method, things.asker, things), NEVER_WAS)

    differing = [
        (method, line.path)
        for method, line in kept
        if compared(line.asked(method, things.asker, things), things.names[line.thing])
        != of_none(method, of_nothing(line))
    ]

    assert differing == []
    assert len(kept) > 20


def is_kept(line: Line, method: str, role: str) -> bool:
    """Whether the line is of a thing that there is, and that the role may not even see there."""
    is_of_a_thing = line.thing not in ("", "never was", "too large", "type of drafts", "type of people")
    return is_of_a_thing and role not in line.may | line.sees and line.expected(method, role) in KEPT


def of_nothing(line: Line) -> Line:
    return replace(line, path=line.path.replace(f"{{{line.thing}}}", "{never was}"))


@pytest.mark.parametrize("things", ["writer", "admin"], indirect=True)
def test_no_other_method_tells_more_or_does_anything(things):
    paths = [line.path for line in LINES if line.path.startswith("briefings/draft/{other}/")]
    addresses = {path.replace("{other}", "{}") for path in paths}
    before = everything()

    for address, method in product(addresses, METHODS):
        answers = [
            compared(things.asker.client.generic(method, f"/admin/{address.format(identity)}"), identity)
            for identity in (things.names["other"], NEVER_WAS)
        ]
        assert answers[0] == answers[1], (method, address)

    assert everything() == before


def test_no_other_spelling_of_an_id_opens_what_is_hidden(knocks):
    things = knocks("writer")
    other = things.names["other"]

    for spelling in ("0{}", "+{}", "%20{}", "{}%20", "{}.0", "{}/", "_3{}", "{}%00", "%EF%BC%90{}"):
        for address in ("change", "history", "preview", "merge", "act/submit"):
            answer = things.asker.client.get(f"/admin/briefings/draft/{spelling.format(other)}/{address}/")
            assert got(answer) == Gets.UNKNOWN, (spelling, address)


@pytest.mark.parametrize("things", ["writer", "admin"], indirect=True)
def test_no_word_of_somebody_elses_draft_stands_on_a_page_that_is_shown_or_in_what_the_next_one_says(things):
    # These tell of what was published, and of nothing else: test_suggest, test_link_targets.
    of_the_public = [*TABLE["briefings_draft_suggest"], *TABLE["briefings_draft_link_targets"]]
    shown = [line for line in LINES if things.asker.role in line.may and line not in of_the_public]

    telling = [
        (method, line.path) for line in shown for method in ("GET", "POST") if SECRET in text_of(line, method, things)
    ]

    assert telling == []


def text_of(line: Line, method: str, things: Things) -> str:
    """Body, headers and messages of the answer, in small letters."""
    with undone():
        response = line.asked(method, things.asker, things)
        return "\n".join([response.content.decode(), str(response.headers), *next_messages(response)]).lower()
