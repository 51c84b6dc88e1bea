"""The role truth table is true: everybody gets of every address what it says, by asking and by sending a form."""

import pytest
from django.db.models import Model

from tests.desk.roles.lines import Gets, Line, got
from tests.desk.roles.people import EVERYBODY
from tests.desk.roles.rows import everything, is_as, undone
from tests.desk.roles.table import lines_for
from tests.desk.roles.things import Things

pytestmark = pytest.mark.django_db
# Who may what by two roles at once, or by Django's own leave, is decided as for each role: `test_policy` asks.
SLOW = ("superuser", "writer and admin")
ROLES = [pytest.param(role, marks=[pytest.mark.slow] if role in SLOW else []) for role in EVERYBODY]


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says_and_changes_nothing_else(knocks, role):
    things = knocks(role)
    before = everything()

    asked = {line: got(line.asked("GET", things.asker, things)) for line in lines(role)}
    posted = {line: got(line.asked("POST", things.asker, things)) for line in lines(role, changing=False)}

    assert differing(asked, "GET", role) == {}
    assert differing(posted, "POST", role) == {}
    assert everything() == before
    changed = {line: outcome(line, things, before) for line in lines(role, changing=True)}
    assert differing(changed, "POST", role) == {}


def differing(answers: dict[Line, str], method: str, role: str) -> dict[str, str]:
    """What the table says and what was got, by address, where they are not one."""
    wanted = {line: line.expected(method, role) for line in answers}
    return {str(line): f"{wanted[line]}, not {got}" for line, got in answers.items() if got != wanted[line]}


def lines(role: str, *, changing: bool | None = None) -> list[Line]:
    """Those of the table; `changing` says whether sending their form is to change something or not."""
    return [line for line in lines_for(role) if changing in (None, line.expected("POST", role) == Gets.DONE)]


def outcome(line: Line, things: Things, before: dict[type[Model], list[tuple]]) -> str:
    """What posting does; then it is undone."""
    with undone():
        answer = got(line.asked("POST", things.asker, things))
        return answer if is_as(before) else Gets.DONE
