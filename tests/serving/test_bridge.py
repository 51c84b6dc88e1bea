"""The bridge between the server and Django, over real sockets."""

import json
import threading
from contextlib import ExitStack

import pytest

from briefings.serving import bodies, bridge, pool
from briefings.serving.answers import plain
from tests.serving.servers import DESK, LOGIN, asked, connected, head, serving, spoken

CLOSE = "Connection: close"
KEPT = (200, [("Content-Type", "text/plain"), ("Content-Length", "4")], b"kept")


def tell(environ, start_response):
    """An application that tells what it was asked."""
    told = {name: value for name, value in environ.items() if name.isupper()}
    body = json.dumps(told | {"body": environ["wsgi.input"].read().decode()}).encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


@pytest.fixture(scope="module")
def port():
    with serving(tell) as port:
        yield port


@pytest.fixture
def connect():
    """Opens connections that stay open until the test ends."""
    with ExitStack() as opened:
        yield lambda port, sent: opened.enter_context(connected(port, sent))


def told(answer: bytes) -> dict[str, str]:
    return json.loads(answer.partition(b"\r\n\r\n")[2])


def test_a_request_reaches_django_as_wsgi_wants_it(port):
    request = told(spoken(port, head("GET", "/caf%C3%A9/?a=%20b", CLOSE)))

    assert request["REQUEST_METHOD"] == "GET"
    assert request["PATH_INFO"] == "/café/".encode().decode("latin-1")
    assert (request["QUERY_STRING"], request["SCRIPT_NAME"]) == ("a=%20b", "")
    assert (request["SERVER_NAME"], request["SERVER_PORT"]) == ("127.0.0.1", str(port))
    assert (request["REMOTE_ADDR"], request["SERVER_PROTOCOL"]) == ("127.0.0.1", "HTTP/1.1")
    assert request["HTTP_HOST"] == "news.example"


def test_headers_that_come_twice_are_joined_and_none_passes_for_another(port):
    lines = ["X-Forwarded-For: 1.1.1.1", "X-Forwarded-For: 2.2.2.2", "Cookie: a=1", "Cookie: b=2", CLOSE]

    request = told(spoken(port, head("GET", "/", *lines, "X_Forwarded_For: 3.3.3.3", "X_Forwarded_Proto: https")))

    assert request["HTTP_X_FORWARDED_FOR"] == "1.1.1.1,2.2.2.2"
    assert request["HTTP_COOKIE"] == "a=1; b=2"
    assert "HTTP_X_FORWARDED_PROTO" not in request


def test_what_is_sent_to_the_desk_arrives_whole(port):
    _, body = asked(port, DESK, method="POST", body=b"x" * 1_000_000)

    assert json.loads(body)["body"] == "x" * 1_000_000
    assert json.loads(body)["CONTENT_LENGTH"] == "1000000"


def test_who_waits_to_be_told_to_go_on_is_told(port):
    answer = spoken(port, head("POST", DESK, "Content-Length: 2", "Expect: 100-continue", CLOSE) + b"hi")

    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")


def test_public_doors_answer_before_anything_that_is_sent_to_them_has_come(port):
    answer = spoken(port, head("POST", "/", "Content-Length: 50", CLOSE) + b"half")

    assert told(answer)["body"] == ""


def test_a_body_without_a_length_is_refused_in_a_sentence(port):
    answer = spoken(port, head("POST", DESK, "Transfer-Encoding: chunked") + b"2\r\nhi\r\n0\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 411 ")
    assert answer.endswith(b"Send the length of what you send (Content-Length).")


def test_a_body_that_breaks_off_is_no_request(port):
    with connected(port, head("POST", DESK, "Content-Length: 50") + b"half") as client:
        client.shutdown(1)

        assert client.recv(1000).startswith(b"HTTP/1.1 400 ")


def test_a_body_that_does_not_come_is_given_up(port, monkeypatch):
    monkeypatch.setattr(bodies, "PATIENCE", 0.2)

    answer = spoken(port, head("POST", LOGIN, "Content-Length: 50") + b"half")

    assert answer.startswith(b"HTTP/1.1 408 ")
    assert answer.endswith(b"This came too slowly to be taken. Send it again over a better line.")


def test_what_arrives_buys_time(port, monkeypatch):
    monkeypatch.setattr(bodies, "PATIENCE", 0.5)
    monkeypatch.setattr(bodies, "SLOWEST", 10)
    with connected(port, head("POST", DESK, "Content-Length: 50", CLOSE) + b"x" * 20) as client:
        threading.Event().wait(1)
        client.sendall(b"x" * 30)

        assert client.recv(1000).startswith(b"HTTP/1.1 200 ")


def test_more_than_an_address_takes_is_not_kept_and_django_is_told_its_length(port):
    _, body = asked(port, LOGIN, method="POST", body=b"x" * 1_000_000)

    assert json.loads(body)["body"] == ""
    assert json.loads(body)["CONTENT_LENGTH"] == "1000000"


def test_many_large_bodies_do_not_fill_the_memory(port, monkeypatch):
    monkeypatch.setattr(bodies, "MOST_HELD", 1000)

    answer, _ = asked(port, DESK, method="POST", body=b"x" * 2000)

    assert answer.status == 503
    assert bodies.Held.bytes == 0


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_answers_without_a_body_have_none(status):
    def bodiless(environ, start_response):
        start_response(status, [("ETag", '"a"')])
        return [b"never sent"]

    with serving(bodiless) as port:
        answer = spoken(port, head("GET", "/", CLOSE))

    assert answer.startswith(f"HTTP/1.1 {status}".encode())
    assert answer.endswith(b"\r\n\r\n")


def test_a_head_is_answered_with_the_length_of_the_body_and_without_it(port):
    length = len(spoken(port, head("GET", "/", CLOSE)).partition(b"\r\n\r\n")[2])

    lines, _, body = spoken(port, head("HEAD", "/", CLOSE)).partition(b"\r\n\r\n")

    assert f"content-length: {length + 1}".encode() in lines  # HEAD is a letter longer than GET
    assert body == b""


def test_a_request_to_change_to_websockets_is_one_like_any_other(port, connect):
    lines = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA=="]

    assert connect(port, head("GET", "/", *lines)).recv(1000).startswith(b"HTTP/1.1 200 OK")


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


class Door:
    """Keeps one page, and notes what it is asked."""

    def __init__(self):
        self.asked = []

    def answer(self, method, host, scheme, path, query, headers):
        self.asked.append((method, host, scheme, path, query, headers.get("accept")))
        return KEPT if path == "/kept/" else None


def test_the_front_door_is_asked_first_and_django_where_it_has_nothing():
    door = Door()
    with serving(tell, front_door=door) as port:
        kept = spoken(port, head("GET", "/kept/?a=1", "Accept: text/html", "X-Forwarded-Proto: https", CLOSE))
        made = spoken(port, head("GET", "/made/", CLOSE))

    assert kept.endswith(b"\r\n\r\nkept")
    assert told(made)["PATH_INFO"] == "/made/"
    assert door.asked[0] == ("GET", "news.example", "http", "/kept/", "a=1", "text/html")


@pytest.mark.parametrize(("said", "scheme"), [("https", "https"), ("https, http", "https"), ("http", "http")])
def test_the_front_door_hears_of_the_scheme_what_the_proxy_says(said, scheme):
    door = Door()
    with serving(tell, front_door=door, trusted_proxy=True) as port:
        spoken(port, head("GET", "/kept/", f"X-Forwarded-Proto: {said}", CLOSE))

    assert door.asked[0][2] == scheme


def test_what_the_server_says_by_itself_is_kept_by_nobody():
    assert ("Cache-Control", "no-store") in plain(408, "Late.", {})[1]
