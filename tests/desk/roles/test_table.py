"""The role truth table is true: everybody gets of every address what it says, by asking and by sending a form."""

import pytest

from tests.desk.roles.lines import Gets, Line, got
from tests.desk.roles.people import EVERYBODY, Somebody, make_somebody
from tests.desk.roles.table import LINES
from tests.desk.roles.things import Things, everything, undone

pytestmark = pytest.mark.django_db


@pytest.fixture
def asker(request: pytest.FixtureRequest) -> Somebody:
    return make_somebody(request.param)


@pytest.fixture
def things(asker: Somebody) -> Things:
    return Things(asker)


@pytest.mark.parametrize("asker", EVERYBODY, indirect=True)
def test_everybody_gets_what_the_table_says_and_changes_nothing_else(asker, things):
    before = everything()

    asked = {line: got(line.asked("GET", asker, things)) for line in LINES}
    posted = {line: got(line.asked("POST", asker, things)) for line in lines(asker, changing=False)}

    assert differing(asked, "GET", asker.role) == {}
    assert differing(posted, "POST", asker.role) == {}
    assert everything() == before
    changed = {line: outcome(line, asker, things, before) for line in lines(asker, changing=True)}
    assert differing(changed, "POST", asker.role) == {}


def differing(answers: dict[Line, str], method: str, role: str) -> dict[str, str]:
    """What the table says and what was got, by address, where they are not one."""
    wanted = {line: line.expected(method, role) for line in answers}
    return {str(line): f"{wanted[line]}, not {got}" for line, got in answers.items() if got != wanted[line]}


def lines(asker: Somebody, *, changing: bool) -> list[Line]:
    return [line for line in LINES if (line.expected("POST", asker.role) == Gets.DONE) is changing]


def outcome(line: Line, asker: Somebody, things: Things, before: dict[str, list[tuple]]) -> str:
    """What posting does; then it is undone."""
    with undone():
        answer = got(line.asked("POST", asker, things))
        return Gets.DONE if everything() != before else answer
