"""The second step of logging in: what opens it, what does not, and what there is between the steps."""

import logging
import time
from html import unescape

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.test import Client

from briefings import staff
from briefings.models import DeskSession, Login
from tests.desk.logging_in import LOGIN, PASSWORD, WRONG, log_in
from tests.desk.logins.factors import STEP, showed_who, with_app

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def send(client, code, **environ):
    return client.post(STEP, {"code": code}, **environ)


@pytest.fixture
def app(mira):
    return with_app(mira)[0]


@pytest.fixture
def at_step(client, app):
    """Mira's browser after the right password."""
    log_in(client, "mira", PASSWORD, to="/admin/password_change/")
    return client


def test_the_password_alone_opens_nothing(at_step):
    assert not is_in(at_step)
    assert at_step.get("/admin/briefings/user/second-factor/").headers["Location"].startswith(LOGIN)
    assert at_step.get("/admin/jsi18n/").status_code == 302
    assert at_step.get(LOGIN).headers["Location"] == STEP
    assert set(DeskSession.objects.values_list("user", flat=True)) == {None}


def test_the_apps_code_opens_the_desk_and_leads_where_one_was_going(at_step, app):
    answer = send(at_step, app.code())

    assert answer.headers["Location"] == "/admin/password_change/"
    assert is_in(at_step)
    assert Login.objects.get().how == "password,totp"


def test_the_password_step_tells_of_no_second_factor_to_whoever_has_a_wrong_password(client, app, noor):
    with_it, without = (log_in(Client(), name, WRONG).content.decode() for name in ("mira", "noor"))

    assert STEP not in with_it
    assert "second" not in with_it.lower()
    assert len(with_it) == len(without)


def test_nobody_reaches_the_second_step_without_the_first(client, app):
    assert client.get(STEP).headers["Location"] == LOGIN
    assert send(client, app.code()).headers["Location"] == LOGIN
    assert not is_in(client)


@pytest.mark.parametrize("typed", ["", "000000x", "1" * 40, "\N{ARABIC-INDIC DIGIT ONE}" * 6, "\x00"])
def test_what_is_no_code_is_refused_in_a_sentence(at_step, typed):
    page = unescape(send(at_step, typed).content.decode())

    assert "That code is wrong, or was used before." in page
    assert not is_in(at_step)


def test_a_code_is_taken_once_in_whatever_process(at_step, app):
    code = app.code()
    send(at_step, code)
    other = Client()
    log_in(other, "mira", PASSWORD)

    assert send(other, code).status_code == 200
    assert not is_in(other)
    assert Authenticator.objects.get(type="totp").data["last_counter"] == int(time.time()) // 30


def test_a_clock_may_be_half_a_minute_wrong_and_no_more(at_step, app):
    assert send(at_step, app.code(later=3)).status_code == 200
    assert send(at_step, app.code(later=-3)).status_code == 200
    assert send(at_step, app.code(later=1)).status_code == 302


def test_the_code_of_another_persons_app_opens_nothing(at_step, noor):
    theirs, _codes = with_app(noor)

    assert send(at_step, theirs.code()).status_code == 200


def test_a_recovery_code_opens_the_desk_once_and_how_many_are_left_is_said(mira):
    _app, codes = with_app(mira)
    first, second = Client(), Client()
    for client in (first, second):
        log_in(client, "mira", PASSWORD)

    assert send(first, f"{codes[0][:5]} {codes[0][5:]}").status_code == 302
    assert send(second, codes[0]).status_code == 200
    assert Login.objects.get().how == "password,recovery_codes"
    assert "9 recovery codes are left." in first.get("/admin/briefings/user/logins/").content.decode()


def test_wrong_codes_close_the_login_as_wrong_passwords_do_and_with_them(client, app):
    for _ in range(2):
        log_in(client, "mira", WRONG, REMOTE_ADDR=HERE)
    log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)

    tried = [send(client, app.wrong(), REMOTE_ADDR=HERE).status_code for _ in range(3)]
    right = send(client, app.code(), REMOTE_ADDR=HERE)

    assert tried == [200, 200, 429]
    assert (right.status_code, right.headers["Retry-After"]) == (429, "900")
    assert "failed too often" in right.content.decode()
    assert log_in(Client(), "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 429
    assert not is_in(client)


def test_the_right_password_forgets_no_wrong_code(client, app):
    tried = []
    for _ in range(5):
        log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)
        tried.append(send(client, app.wrong(), REMOTE_ADDR=HERE).status_code)

    assert tried == [200] * 4 + [429]


def test_codes_are_not_guessed_from_many_addresses_either(app, mira):
    tried = []
    for address in range(11):
        guesser = Client(REMOTE_ADDR=f"192.0.2.{address}", HTTP_USER_AGENT=f"browser {address}")
        log_in(guesser, "mira", PASSWORD)
        tried += [send(guesser, app.wrong()).status_code for _ in range(2)]

    assert tried == [200] * 19 + [429] * 3
    elsewhere = Client(REMOTE_ADDR="198.51.100.1")
    log_in(elsewhere, "mira", PASSWORD)
    answer = send(elsewhere, app.code())
    assert answer.status_code == 429
    assert "somebody knows your password" in answer.content.decode()
    assert not is_in(elsewhere)


def test_strangers_close_no_second_step_from_elsewhere(app, mira):
    for address in range(30):
        log_in(Client(REMOTE_ADDR=f"192.0.2.{address}", HTTP_USER_AGENT="a code"), "mira", WRONG)
    mine = Client(REMOTE_ADDR="198.51.100.1")
    log_in(mine, "mira", PASSWORD)

    assert send(mine, app.code()).status_code == 302


def test_what_was_typed_is_kept_nowhere(at_step, app):
    wrong = app.wrong()
    send(at_step, wrong)

    kept = AccessAttempt.objects.get()
    assert wrong not in kept.post_data + kept.get_data
    assert str(at_step.session.items()).count(wrong) == 0


def test_the_time_between_the_steps_is_bounded(at_step, app):
    session = at_step.session
    session["account_login"]["initiated_at"] = time.time() - 3600
    session.save()

    assert send(at_step, app.code()).headers["Location"] == LOGIN


@pytest.mark.parametrize("changed", [{"is_active": False}, {"is_staff": False}])
def test_somebody_who_left_between_the_steps_gets_nothing(at_step, app, mira, changed):
    type(mira).objects.update(**changed)

    send(at_step, app.code())

    assert not is_in(at_step)


def test_one_can_leave_the_second_step_and_log_in_as_somebody_else(at_step, noor):
    assert at_step.post(STEP, {"do": "leave"}).headers["Location"] == LOGIN
    log_in(at_step, "noor", PASSWORD)

    assert is_in(at_step)


def test_a_reset_between_the_steps_leads_back_to_the_first(at_step, mira):
    staff.reset_second_factor(mira, by=None)

    assert at_step.get(STEP).headers["Location"] == LOGIN


def test_the_session_of_whoever_got_in_is_another_than_before(at_step, app):
    before = at_step.session.session_key
    send(at_step, app.code())

    assert at_step.session.session_key != before
    assert [record["method"] for record in at_step.session[AUTHENTICATION_METHODS_SESSION_KEY]] == ["password", "mfa"]


def test_nothing_of_the_secrets_can_be_read_in_the_database(mira):
    app, codes = with_app(mira)
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert app.secret not in stored
    assert [code for code in codes if code in stored] == []


def test_with_another_key_of_the_site_no_code_is_right_and_the_log_says_why(mira, settings, caplog):
    app, codes = with_app(mira)
    settings.SECRET_KEY = "another key, as after a move in which the old one was lost"
    moved = Client()
    log_in(moved, "mira", PASSWORD)
    log = logging.getLogger("briefings")
    log.addHandler(caplog.handler)

    try:
        assert [send(moved, code).status_code for code in (app.code(), codes[0])] == [200, 200]
    finally:
        log.removeHandler(caplog.handler)
    assert "The second factor of mira cannot be read: SECRET_KEY is another" in caplog.text
    assert not is_in(moved)


def test_a_form_from_elsewhere_is_refused(app, mira):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mira)
    showed_who(strict)

    assert strict.post(STEP, {"code": app.code()}).status_code == 403
