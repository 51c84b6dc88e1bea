"""What is sent to the site: read whole, in time, and no more than its address takes."""

import json
import threading

from briefings.serving import bodies
from briefings.serving.answers import plain
from tests.serving.servers import CLOSE, DESK, LOGIN, asked, connected, head, spoken, told


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


def test_what_the_server_says_by_itself_is_kept_by_nobody():
    assert ("Cache-Control", "no-store") in plain(408, "Late.", {})[1]
