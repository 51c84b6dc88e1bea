"""A recovery code that is sent twice in the same moment lets in once."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from axes.models import AccessAttempt
from django.db import connections
from django.db.models import Sum
from django.test import Client

from briefings.models import Login
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import STEP, with_app

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3
"""Fewer than the wrong codes that close a login."""


def at_once(*acts: Callable[[], int]) -> list[int]:
    """What each gave, all begun in one moment, each by a connection of its own."""
    begun, given = Barrier(len(acts)), []

    def do(act: Callable[[], int]) -> None:
        try:
            begun.wait(timeout=60)
            given.append(act())
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(given)


def wrong_codes() -> int:
    return AccessAttempt.objects.aggregate(sum=Sum("failures_since_start"))["sum"] or 0


def test_it_lets_in_one_of_two_and_whoever_comes_with_it_later_has_a_wrong_one():
    _app, codes = with_app(add_staff("mira", role="editor", password=PASSWORD))
    for code in codes[:ROUNDS]:
        both = Client(), Client()
        for client in both:
            log_in(client, "mira", PASSWORD)

        given = at_once(*(lambda seat=seat, code=code: seat.post(STEP, {"code": code}).status_code for seat in both))

        assert given == [200, 302]
    assert Login.objects.count() == ROUNDS
    late, before = Client(), wrong_codes()
    log_in(late, "mira", PASSWORD)
    assert late.post(STEP, {"code": codes[0]}).status_code == 200
    assert wrong_codes() == before + 1
