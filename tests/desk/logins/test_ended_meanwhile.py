"""What somebody gets whose way in is closed while they are at work: a sentence, and nothing by halves."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from briefings import staff, workflow
from briefings.logins.session_store import SEEN
from briefings.models import DeskSession, Draft, User
from briefings.staff import add_staff
from briefings.workflow.staff_acts import as_on_staff
from tests.desk.logging_in import LOGIN, PASSWORD, log_in
from tests.desk.sheets import opened

pytestmark = pytest.mark.django_db
LANGUAGE = "/admin/briefings/user/language/"


@pytest.fixture
def seat(client, mira) -> Client:
    log_in(client, "mira", PASSWORD)
    return client


def ended_at_its_first_act(mira: User) -> Callable[..., Any]:
    """Ends all sessions of Mira as soon as a request of hers changes something on file."""

    def run(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith('UPDATE "briefings_user"') and DeskSession.objects.filter(user=mira).exists():
            staff.end_sessions(mira, by=None)
        return execute(sql, *rest)

    return run


def test_what_was_under_way_when_all_sessions_ended_is_answered_and_the_next_is_the_login(seat, mira):
    session = seat.session
    session[SEEN] -= 1000
    session.save()

    with connection.execute_wrapper(ended_at_its_first_act(mira)):
        answer = seat.post(LANGUAGE, {"language": "de"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    assert User.objects.get(pk=mira.pk).desk_language == "de"
    assert not DeskSession.objects.filter(user=mira).exists()
    assert seat.get("/admin/").headers["Location"].startswith(LOGIN)


@pytest.mark.parametrize("how", ["deactivated", "no staff any more"])
def test_the_open_form_of_whoever_is_let_in_no_more_comes_back_with_its_words_and_saves_nothing(seat, mira, how):
    sent = opened(seat, None) | {"headline": "Words of an hour", "_save": "1"}
    if how == "deactivated":
        boss = add_staff("boss", role="admin", password=PASSWORD)
        workflow.deactivate(mira, by=boss, expected=as_on_staff(mira))
    else:
        User.objects.filter(pk=mira.pk).update(is_staff=False)

    answer = seat.post("/admin/briefings/draft/add/", sent, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert "Words of an hour" in answer.content.decode()
    assert not Draft.objects.exists()
    login = seat.get("/admin/", follow=True)
    assert login.redirect_chain == [(f"{LOGIN}?next=/admin/", 302)]
    assert "Log in to the desk" in login.content.decode()
    assert "may not use the desk" in log_in(seat, "mira", PASSWORD).content.decode()


def test_whoever_has_no_role_is_told_so_and_led_on(client):
    client.force_login(User.objects.create_user("newcomer", password=PASSWORD, is_staff=True))

    start = client.get("/admin/").content.decode()
    shut = client.get("/admin/briefings/draft/")

    assert "You have no role here yet. A site admin gives you one." in start
    assert shut.status_code == 403
    assert "You may not open this page" in shut.content.decode()
    assert 'href="/admin/"' in shut.content.decode()
