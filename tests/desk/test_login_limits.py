"""How much strangers may send to the desk before anybody looks at it."""

import io

import pytest
from django.test import Client

from briefings.middleware import DeskLimits
from briefings.staff import add_staff
from briefings.upload_limits import MOST_AT_LOGIN
from tests.desk.logging_in import LOGIN, PASSWORD, log_in

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
ELSEWHERE = "/admin/briefings/draft/add/"


class Unread(io.RawIOBase):
    def read(self, size=-1):
        raise AssertionError("read")


def announced(client: Client, path: str, length: int):
    return client.generic("POST", path, CONTENT_TYPE=FORM, **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(length)})


@pytest.fixture
def taken(monkeypatch):
    """Another stranger's form is being taken apart."""
    begin = DeskLimits.__init__

    def begin_with_a_turn_taken(self, get_response):
        begin(self, get_response)
        self.turn.acquire()

    monkeypatch.setattr(DeskLimits, "__init__", begin_with_a_turn_taken)


def test_more_than_a_login_is_refused_at_the_login_before_a_byte_is_read():
    assert announced(Client(enforce_csrf_checks=True), LOGIN, MOST_AT_LOGIN + 1).status_code == 413


def test_a_login_with_the_longest_names_is_taken(client):
    add_staff("m" * 150, role="chief", password=PASSWORD)

    assert log_in(client, "m" * 150, PASSWORD, to=f"/admin/?q={'x' * 2000}").status_code == 302


def test_a_large_form_of_a_stranger_is_sent_back_while_another_is_read(client, taken):
    answer = announced(client, ELSEWHERE, MOST_AT_LOGIN + 1)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "send it again" in answer.content.decode()


def test_a_login_and_whoever_is_logged_in_need_no_turn(client, taken):
    add_staff("mira", role="chief", password=PASSWORD)

    assert log_in(client, "mira", PASSWORD).status_code == 302
    assert client.post(ELSEWHERE, {"headline": "x" * MOST_AT_LOGIN}).status_code != 503


def test_strangers_large_forms_are_read_one_after_another(client):
    for _ in range(2):
        assert client.post(ELSEWHERE, {"headline": "x" * MOST_AT_LOGIN}).status_code == 302


def test_public_doors_read_nothing_however_much_is_announced(client):
    assert announced(client, "/", 50_000_000).status_code == 405
