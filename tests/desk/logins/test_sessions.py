"""Logins on record, open sessions, and ending them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from briefings import staff
from briefings.logins.records import shortened
from briefings.logins.session_store import SEEN
from briefings.models import AuditEntry, DeskSession, Login
from tests.desk.logging_in import PASSWORD, WRONG, log_in

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/user/logins/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/1 Safari/604.1"
)
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"


def seat(name="mira", *, agent=FIREFOX, address="192.0.2.77"):
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    log_in(client, name, PASSWORD)
    return client


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def test_a_login_is_on_record_with_a_part_of_the_address_and_the_kind_of_browser(mira):
    log_in(Client(), "mira", WRONG)
    seat(agent=EDGE)

    login = Login.objects.get()
    assert (login.user, login.how, login.address, login.device) == (mira, "password", "192.0.2.*", "Edge/Windows")


@pytest.mark.parametrize(
    ("address", "kept"), [("192.0.2.77", "192.0.2.*"), ("2001:db8:1:2::", "2001:db8:1::*"), (None, "")]
)
def test_an_address_is_shortened(address, kept):
    assert shortened(address) == kept


def test_the_page_lists_ones_own_sessions_and_no_others(mira, noor):
    here, _there, _theirs = seat(), seat(agent=IPHONE), seat("noor", agent=EDGE)

    page = here.get(PAGE).content.decode()

    assert "Firefox on Linux" in page
    assert "Safari on iPhone" in page
    assert "Edge on Windows" not in page
    assert page.count("this one") == 1
    assert "From 192.0.2.*" in page


def test_one_session_is_ended_and_the_others_stay(mira):
    here, there, third = seat(), seat(agent=IPHONE), seat(agent=EDGE)
    of_iphone = Login.objects.get(device="Safari/iPhone")

    here.post(PAGE, {"end": str(of_iphone.pk)})

    assert [is_in(client) for client in (here, there, third)] == [True, False, True]


def test_all_others_are_ended_at_once(mira, noor):
    here, there, third, theirs = seat(), seat(), seat(), seat("noor")

    page = here.post(PAGE, {"end": "others"}, follow=True).content.decode()

    assert "2 sessions ended." in page
    assert [is_in(client) for client in (here, there, third, theirs)] == [True, False, False, True]


@pytest.mark.parametrize("which", ["", "x", "9" * 30, "-1"])
def test_what_is_no_session_ends_none(mira, which):
    here = seat()

    assert "has ended already" in here.post(PAGE, {"end": which}, follow=True).content.decode()
    assert is_in(here)


def test_nobody_ends_the_session_of_somebody_else(mira, noor):
    here, theirs = seat(), seat("noor")

    here.post(PAGE, {"end": str(Login.objects.get(user=noor).pk)})

    assert is_in(theirs)


def test_a_session_stays_to_be_ended_when_the_password_changes(mira):
    here = seat()
    new = "incorrect horse battery"
    here.post("/admin/password_change/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert is_in(here)

    assert staff.end_sessions(mira, by=None) == 1
    assert not is_in(here)


def test_all_sessions_of_somebody_are_ended_on_record(mira, noor):
    clients = [seat(), seat()]
    theirs = seat("noor")

    assert staff.end_sessions(mira, by=noor) == 2
    assert [is_in(client) for client in clients] == [False, False]
    assert is_in(theirs)
    entry = AuditEntry.objects.get(action="sessions ended")
    assert (entry.by, entry.about) == (noor, f"user:{mira.uuid}")


def test_logging_out_leaves_no_session_behind(mira):
    here = seat()
    here.post("/admin/logout/")

    assert not DeskSession.objects.filter(user=mira).exists()


def test_when_a_session_was_used_last_is_written_now_and_then(mira, django_assert_num_queries):
    here = seat()
    session = here.session
    session[SEEN] -= 1000
    session.save()
    before = DeskSession.objects.get(user=mira).seen_at

    here.get("/admin/password_change/")

    after = DeskSession.objects.get(user=mira).seen_at
    assert timezone.now() - after < timedelta(minutes=1) < after - before
    here.get("/admin/password_change/")
    assert DeskSession.objects.get(user=mira).seen_at == after


def test_old_logins_and_ended_sessions_go_and_those_of_open_sessions_stay(mira):
    for _ in range(2):
        seat()
    long_ago = timezone.now() - timedelta(days=91)
    Login.objects.update(at=long_ago)
    ended = DeskSession.objects.filter(user=mira).first()
    DeskSession.objects.filter(pk=ended.pk).update(expire_date=long_ago)

    seat()

    assert Login.objects.count() == 2
    assert not Login.objects.filter(pk=ended.login_id).exists()
    assert not DeskSession.objects.filter(pk=ended.pk).exists()


def test_a_stranger_who_fails_leaves_no_session(db):
    log_in(Client(), "nobody", WRONG)

    assert not DeskSession.objects.exists()
