"""The few threads that work, and who waits for them."""

import threading

import pytest

from briefings.serving import bridge, pool
from tests.serving.servers import DESK, asked, head, serving, tell


def test_an_answer_is_closed_in_the_thread_that_made_it():
    threads = []

    class Closing(list):
        def close(self):
            threads.append(threading.get_ident())

    def application(environ, start_response):
        threads.append(threading.get_ident())
        start_response("200 OK", [])
        return Closing([b"whole ", b"answer"])

    with serving(application) as port:
        assert asked(port, "/")[1] == b"whole answer"

    assert len(threads) == 2
    assert len(set(threads)) == 1


@pytest.fixture
def stuck():
    """An application whose desk waits for a word."""
    go_on = threading.Event()

    def application(environ, start_response):
        if environ["PATH_INFO"].startswith(DESK):
            go_on.wait(20)
        return tell(environ, start_response)

    with serving(application) as port:
        yield port
        go_on.set()


def test_readers_are_answered_while_all_threads_of_the_desk_wait(stuck, connect):
    waiting = [connect(stuck, head("GET", DESK)) for _ in range(20)]

    assert asked(stuck, "/", timeout=5)[0].status == 200
    assert len(waiting) == 20


def test_whoever_waits_behind_too_many_is_told_to_come_back(stuck, connect):
    most = bridge.DESKS["threads"] + bridge.DESKS["waiting"]
    waiting = [connect(stuck, head("GET", DESK)) for _ in range(most)]
    threading.Event().wait(0.5)

    answer, body = asked(stuck, DESK, timeout=5)

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert body == b"Too many ask at once. Try again in a few seconds."
    assert len(waiting) == most


def test_nobody_waits_for_a_thread_for_ever(stuck, connect, monkeypatch):
    monkeypatch.setattr(pool, "LONGEST_WAIT", 0.2)
    waiting = [connect(stuck, head("GET", DESK)) for _ in range(bridge.DESKS["threads"])]
    threading.Event().wait(0.5)

    assert asked(stuck, DESK, timeout=5)[0].status == 503
    assert waiting
