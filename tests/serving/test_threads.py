"""The few threads that work, and who waits for them."""

import threading

import pytest

from briefings.serving import bridge, pool
from tests.serving.servers import CLOSE, DESK, asked, head, serving, tell, told, whole


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


@pytest.mark.slow
def test_nobody_waits_for_a_thread_for_ever(stuck, connect, monkeypatch):
    monkeypatch.setattr(pool, "LONGEST_WAIT", 0.2)
    waiting = [connect(stuck, head("GET", DESK)) for _ in range(bridge.DESKS["threads"])]
    threading.Event().wait(0.5)

    assert asked(stuck, DESK, timeout=5)[0].status == 503
    assert waiting


def test_many_who_want_the_same_page_wait_together_and_get_it_from_the_front_door(connect):
    kept, most = {}, bridge.READERS["waiting"]
    begun, go_on = threading.Event(), threading.Event()
    computed = []

    class Door:
        def answer(self, method, host, scheme, path, query, headers):
            return kept.get(path)

    def application(environ, start_response):
        computed.append(environ["PATH_INFO"])
        begun.set()
        go_on.wait(20)
        kept[environ["PATH_INFO"]] = (200, [("Content-Length", "4")], b"page")
        return tell(environ, start_response)

    with serving(application, front_door=Door()) as port:
        first = connect(port, head("GET", "/wanted/", CLOSE))
        begun.wait(20)
        others = [connect(port, head("GET", "/wanted/", CLOSE)) for _ in range(3 * most)]
        threading.Event().wait(0.5)
        go_on.set()
        answers = [whole(client) for client in (first, *others)]

    assert computed == ["/wanted/"]
    assert all(answer.endswith(b"\r\n\r\npage") for answer in answers[1:])


def test_whoever_waited_for_a_page_that_is_not_kept_has_it_made(connect):
    class Door:
        def answer(self, *asked):
            return None

    with serving(tell, front_door=Door()) as port:
        clients = [connect(port, head("GET", "/made/", CLOSE)) for _ in range(5)]
        answers = [whole(client) for client in clients]

    assert {told(answer)["PATH_INFO"] for answer in answers} == {"/made/"}


def held():
    """An application that waits for a word; whether it was asked, and the word."""
    begun, go_on = threading.Event(), threading.Event()

    def application(environ, start_response):
        begun.set()
        go_on.wait(20)
        return tell(environ, start_response)

    return application, begun, go_on


@pytest.mark.slow
def test_many_who_want_what_is_not_kept_leave_room_for_others(connect):
    """As 200 who ask for the same file, and read nothing of it."""
    application, begun, go_on = held()
    with serving(application) as port:
        many = [connect(port, head("GET", "/wanted/", CLOSE)) for _ in range(3 * bridge.READERS["waiting"])]
        begun.wait(20)
        threading.Event().wait(0.5)
        other = connect(port, head("GET", "/another/", CLOSE))
        threading.Event().wait(0.5)
        go_on.set()
        answers = [whole(client) for client in (other, *many)]

    assert [told(answer)["PATH_INFO"] for answer in answers] == ["/another/", *["/wanted/"] * len(many)]


def test_nobody_waits_for_a_turn_for_ever(connect, monkeypatch):
    monkeypatch.setattr(pool, "LONGEST_WAIT", 0.2)
    application, begun, go_on = held()
    with serving(application) as port:
        first = connect(port, head("GET", "/wanted/", CLOSE))
        begun.wait(20)
        answer, _ = asked(port, "/wanted/", timeout=5)
        go_on.set()
        assert told(whole(first))["PATH_INFO"] == "/wanted/"

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")


@pytest.mark.slow
def test_whoever_asked_for_work_that_comes_to_no_end_is_told(monkeypatch):
    go_on, working = threading.Event(), []

    def application(environ, start_response):
        working.append(environ["PATH_INFO"])
        go_on.wait(20)
        return tell(environ, start_response)

    monkeypatch.setitem(bridge.READERS, "longest_work", 0.3)
    monkeypatch.setattr(pool, "LONGEST_WAIT", 0.3)
    with serving(application) as port:
        first, second = asked(port, "/a/", timeout=5), asked(port, "/b/", timeout=5)
        at_work = list(working)
        go_on.set()
        threading.Event().wait(0.3)
        third = asked(port, "/c/", timeout=5)

    assert [(answer.status, answer.headers["Retry-After"]) for answer, _ in (first, second)] == [(503, "5")] * 2
    assert at_work == ["/a/"]
    assert third[0].status == 200


@pytest.mark.slow
def test_whoever_sent_something_to_a_busy_desk_is_told_how_to_send_it_again(stuck, connect, monkeypatch):
    monkeypatch.setattr(pool, "LONGEST_WAIT", 0.2)
    waiting = [connect(stuck, head("GET", DESK)) for _ in range(bridge.DESKS["threads"])]
    threading.Event().wait(0.5)

    answer, body = asked(stuck, DESK, method="POST", body=b"lede=mine", timeout=5)

    assert answer.status == 503
    assert b"Load this page again in a few seconds: your browser then sends once more what you typed" in body
    assert waiting
