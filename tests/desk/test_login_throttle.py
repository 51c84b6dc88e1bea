"""Guessing is slowed down: by name and address, and by address over all names."""

from datetime import timedelta
from html import unescape

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core.management import call_command
from django.db.models import F

from briefings.staff import add_staff
from briefings.throttle import client_address
from tests.desk.logging_in import LOGIN, PASSWORD, WRONG, log_in
from tests.desk.roles.rows import undone

pytestmark = pytest.mark.django_db
HERE, THERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def mira():
    return add_staff("Mira", role="editor", password=PASSWORD)


def fail(client, times, *, name="mira", address=HERE, **environ):
    """The statuses of that many wrong passwords."""
    return [log_in(client, name, WRONG, REMOTE_ADDR=address, **environ).status_code for _ in range(times)]


def wait(minutes):
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))


def test_the_fifth_failure_closes_the_door_for_a_quarter_of_an_hour(client):
    assert fail(client, 4) == [200] * 4

    answer = log_in(client, "mira", WRONG, to="/admin/password_change/", REMOTE_ADDR=HERE)

    text = unescape(answer.content.decode())
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Try again in 15 minutes" in text
    assert "manage.py axes_reset_username NAME" in text
    assert f'href="{LOGIN}?next=%2Fadmin%2Fpassword_change%2F"' in text


def test_a_closed_door_does_not_open_to_the_right_password(client):
    fail(client, 5)

    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 429
    assert client.get("/admin/").status_code == 302


def test_it_is_closed_for_one_name_from_one_address(client):
    add_staff("noor", role="editor", password=PASSWORD)
    fail(client, 5)

    assert log_in(client, "noor", PASSWORD, REMOTE_ADDR=HERE).status_code == 302
    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=THERE).status_code == 302


def test_it_opens_by_itself_and_says_when(client):
    fail(client, 5)
    wait(14)

    still = log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)
    assert (still.status_code, still.headers["Retry-After"]) == (429, "60")
    assert "Try again in one minute" in unescape(still.content.decode())

    wait(1)
    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 302


def test_what_others_fail_at_from_the_same_address_makes_the_wait_no_longer(client):
    fail(client, 5)
    wait(10)
    fail(client, 1, name="noor")

    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).headers["Retry-After"] == "300"


def test_trying_on_keeps_it_closed_no_longer_and_leaves_no_trace(client):
    fail(client, 5)
    before = AccessAttempt.objects.values().get()

    assert fail(client, 3) == [429] * 3
    assert AccessAttempt.objects.values().get() == before


def test_neither_capitals_nor_another_browser_give_more_guesses(client):
    tried = [
        log_in(client, name, WRONG, REMOTE_ADDR=HERE, HTTP_USER_AGENT=f"browser {name}").status_code
        for name in ("mira", "Mira", "MIRA", " mIra", "mirA")
    ]

    assert tried == [200, 200, 200, 200, 429]


def test_a_name_that_nobody_has_is_locked_like_any_other(client):
    assert fail(client, 6, name="nobody") == fail(client, 6, name="mira") == [200] * 4 + [429] * 2


@pytest.mark.parametrize("changed", [{"is_active": False}, {"is_staff": False}])
def test_the_right_password_of_somebody_who_may_not_get_in_counts_as_a_failure(client, mira, changed):
    type(mira).objects.update(**changed)

    assert [log_in(client, "mira", PASSWORD).status_code for _ in range(5)] == [200] * 4 + [429]


def test_getting_in_forgets_the_failures_before(client):
    fail(client, 4)
    log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)
    client.post("/admin/logout/")

    assert AccessAttempt.objects.count() == 0
    assert fail(client, 4) == [200] * 4


def test_a_colleague_can_lift_it(client):
    fail(client, 5)

    call_command("axes_reset_username", "mira")

    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 302


def test_one_password_tried_on_many_names_closes_the_door_for_the_address(client):
    names = [f"name{number}" for number in range(25)]
    tried = [status for name in names for status in fail(client, 2, name=name)]
    assert tried == [200] * 49 + [429]

    refused = log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)

    text = unescape(refused.content.decode())
    assert refused.status_code == 429
    assert "with several user names" in text
    assert "manage.py axes_reset_ip ADDRESS" in text
    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=THERE).status_code == 302


def test_an_address_is_free_again_after_the_same_wait_or_when_a_colleague_lifts_it(client):
    for number in range(25):
        fail(client, 2, name=f"name{number}")
    assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 429

    for lift in (lambda: wait(15), lambda: call_command("axes_reset_ip", HERE)):
        with undone():
            lift()
            assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 302
        assert log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE).status_code == 429


def test_what_is_kept_of_a_failure_has_no_password_and_goes_with_the_next_login(client, caplog):
    log_in(client, "nobody", WRONG, to="/admin/", REMOTE_ADDR=HERE)

    kept = AccessAttempt.objects.get()
    assert (kept.username, kept.ip_address) == ("nobody", HERE)
    assert WRONG not in kept.post_data
    assert "nobody" not in kept.post_data
    assert [line for line in caplog.messages if "nobody" in line or HERE in line or WRONG in line] == []

    wait(16)
    log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("name", ["İ" * 150, "mira'; --", "\N{ZERO WIDTH SPACE}"])
def test_an_odd_name_is_a_failure_like_any_other(client, name):
    assert fail(client, 5, name=name) == [200] * 4 + [429]


@pytest.mark.parametrize(
    ("remote", "forwarded", "trusted", "counted"),
    [
        ("192.0.2.1", None, False, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", False, "192.0.2.1"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9,198.51.100.7", True, "198.51.100.7"),
        ("127.0.0.1", None, True, "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9, ", True, "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9, unknown", True, None),
        ("", None, False, None),
        ("::ffff:192.0.2.1", None, False, "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1:2::"),
        ("127.0.0.1", "2001:db8:1:2:ffff::1", True, "2001:db8:1:2::"),
    ],
)
def test_an_address_is_what_the_connection_says_or_what_a_trusted_proxy_put_last(
    rf, settings, remote, forwarded, trusted, counted
):
    settings.TRUSTED_PROXY = trusted
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}

    assert client_address(rf.get(LOGIN, REMOTE_ADDR=remote, **headers)) == counted


def test_whoever_changes_addresses_within_their_own_line_gets_no_more_guesses(client):
    tried = [fail(client, 1, address=f"2001:db8:1:2::{number}")[0] for number in range(1, 6)]

    assert tried == [200] * 4 + [429]


def test_a_header_that_a_guesser_sends_gives_no_more_guesses(client, settings):
    sent = [f"203.0.113.{number}" for number in range(5)]
    assert [fail(client, 1, HTTP_X_FORWARDED_FOR=header)[0] for header in sent] == [200] * 4 + [429]

    settings.TRUSTED_PROXY = True
    added = [f"203.0.113.{number}, {THERE}" for number in range(5)]
    assert [fail(client, 1, HTTP_X_FORWARDED_FOR=header)[0] for header in added] == [200] * 4 + [429]


def test_the_present_password_is_guessed_no_better_at_an_open_session_than_at_the_login(client):
    new, address = "quite another battery", "/admin/password_change/"
    log_in(client, "mira", PASSWORD, REMOTE_ADDR=HERE)
    sent = {"new_password1": new, "new_password2": new}

    page = client.post(address, sent | {"old_password": WRONG}, REMOTE_ADDR=HERE)
    assert "Your old password was entered incorrectly" in page.content.decode()
    for _time in range(4):
        answer = client.post(address, sent | {"old_password": WRONG}, REMOTE_ADDR=HERE)

    assert answer.status_code == 429
    assert client.post(address, sent | {"old_password": PASSWORD}, REMOTE_ADDR=HERE).status_code == 429
    wait(15)
    done = client.post(address, sent | {"old_password": PASSWORD}, REMOTE_ADDR=HERE)
    assert done.headers["Location"] == "/admin/password_change/done/"
    assert client.get("/admin/").status_code == 200
