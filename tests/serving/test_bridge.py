"""The bridge between the server and Django, over real sockets."""

import pytest

from tests.serving.servers import CLOSE, head, serving, spoken, tell, told

KEPT = (200, [("Content-Type", "text/plain"), ("Content-Length", "4")], b"kept")


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
