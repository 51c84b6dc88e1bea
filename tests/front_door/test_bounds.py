"""How much the door keeps, how many compute, and what the settings say."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from briefings.front_door import periods
from briefings.front_door.answers import OVERHEAD, Answer
from briefings.front_door.spaces import Space
from tests.front_door.asking import Site
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_edition

ROOM = 40 * OVERHEAD


@pytest.fixture
def small_site(settings, open_site) -> Site:
    settings.FRONT_DOOR_BYTES = ROOM
    for number in range(8):
        make_edition(f"word{number}", live_from=LONG_AGO)
    return open_site()


def an_answer(length: int) -> Answer:
    return Answer(200, [], b"x" * length)


def test_what_was_asked_for_longest_ago_makes_room():
    space = Space(3 * (OVERHEAD + 1001))
    for key in "abc":
        space.put(key, an_answer(1000))
    space.get("a")

    space.put("d", an_answer(1000))

    assert [key for key in "abcd" if space.get(key)] == ["a", "c", "d"]
    assert space.size == 3 * (OVERHEAD + 1001)


def test_an_answer_counts_with_all_its_encodings_and_once():
    space, answer = Space(10**6), an_answer(10_000)
    space.put("a", answer)
    compressed = len(answer.encode("gzip").body) + len(answer.encode("br").body)

    space.put("a", answer)

    assert (len(space), space.size) == (1, OVERHEAD + 10_001 + compressed)


def test_what_is_larger_than_the_room_is_not_kept():
    space = Space(OVERHEAD + 1000)
    space.put("a", an_answer(500))
    space.put("b", an_answer(1000))

    assert space.get("b") is None
    assert space.get("a")


def test_the_door_keeps_no_more_than_its_room(small_site):
    addresses = [
        f"/briefings/word{number}/{rest}" for number in range(8) for rest in ("", "history/", "v/1/", "v/1", "v/2/")
    ]
    for address in addresses:
        for encoding in ("", "gzip", "br"):
            small_site.get(address, HTTP_ACCEPT_ENCODING=encoding)

    sizes = [space.size for space in small_site.door._period.spaces]
    assert sum(sizes) <= ROOM
    assert min(sizes) > 0
    kept = [address for address in addresses if small_site.from_memory(address)]
    assert 3 < len(kept) < len(addresses)


def test_a_scan_of_addresses_at_which_nothing_stands_throws_out_no_page(small_site):
    small_site.get("/")
    for number in range(100):
        assert small_site.get(f"/briefings/no-{number}/").status == 404
        assert small_site.get(f"/topics/no-{number}").status == 301

    assert small_site.from_memory("/")
    assert small_site.from_memory("/topics/no-99")


def test_an_overhead_is_what_an_answer_takes_in_memory(site):
    """Headers, tags and lists beside the bodies: measured, and not told too small."""
    import tracemalloc

    for number in range(12):
        make_edition(f"word{number}", live_from=LONG_AGO)
    paths = [f"/briefings/word{number}/" for number in range(12)]

    def ask(path: str) -> None:
        for encoding in ("", "gzip", "br"):
            site.get(path, HTTP_ACCEPT_ENCODING=encoding)
            site.get(path, HTTP_ACCEPT_ENCODING=encoding, HTTP_IF_NONE_MATCH="*")

    ask("/")
    for path in paths:
        site.directly(path)  # what Django itself keeps is there by now
    told_before = sum(space.size for space in site.door._period.spaces)
    tracemalloc.start()
    try:
        for path in paths:
            ask(path)
        told = sum(space.size for space in site.door._period.spaces) - told_before
        full = tracemalloc.get_traced_memory()[0]
        site.door.close()
        before = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert full - before < 1.1 * told


def test_of_many_who_ask_at_once_one_has_it_computed(site):
    make_edition("quokka", live_from=NOON - DAY)
    site.get("/robots.txt")
    together = threading.Barrier(6)
    site.django.afterwards = lambda: time.sleep(0.5)
    before = site.django.asked

    answers = in_threads(6, lambda: (together.wait(timeout=10), site.get("/"))[1])

    assert site.django.asked - before == 1
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1


def test_the_frame_of_the_pages_is_read_once_in_a_period(site):
    for word in ("quokka", "numbat"):
        make_edition(word, live_from=NOON - DAY)
    site.get("/briefings/quokka/")

    with CaptureQueriesContext(connection) as asked:
        site.get("/briefings/numbat/")
    with CaptureQueriesContext(connection) as asked_alone:
        site.directly("/briefings/numbat/")

    assert [query["sql"] for query in asked if "is_around" in query["sql"].partition("WHERE")[2]] == []
    assert len(asked) == len(asked_alone) - 1


def test_what_topics_are_called_is_asked_once_in_a_period(site):
    make_edition("quokka", live_from=NOON - DAY, topics=("marmots",))
    site.get("/")

    with CaptureQueriesContext(connection) as asked:
        month = site.get("/archive/2040/05/")

    assert b"/topics/marmots/" in month.body
    assert [query["sql"] for query in asked if "publishedname" in query["sql"]] == []


def test_whoever_waits_too_long_asks_django(site, monkeypatch):
    monkeypatch.setattr(periods, "LONGEST_WAIT", 0.01)
    site.get("/robots.txt")
    together = threading.Barrier(2)
    site.django.afterwards = lambda: time.sleep(0.5)
    before = site.django.asked

    answers = in_threads(2, lambda: (together.wait(timeout=10), site.get("/"))[1])

    assert site.django.asked - before == 2
    assert [answer.status for answer in answers] == [200, 200]


def test_an_error_is_given_to_whoever_met_it_and_kept_for_nobody(site, monkeypatch):
    monkeypatch.setattr("briefings.views.pages.listings.front", lambda *_: 1 / 0)
    assert site.get("/").status == 500
    assert site.from_memory("/") is None
    monkeypatch.undo()

    assert site.get("/").status == 200


def test_a_site_may_do_without(settings, open_site):
    settings.FRONT_DOOR_BYTES = 0
    site = open_site()

    assert [site.asks_django("/") for _ in range(2)] == [True, True]
    assert "briefings.at" not in site.django.environ
    assert site.from_memory("/") is None
    assert site.get("/", HTTP_ACCEPT_ENCODING="gzip")["Content-Encoding"] == "gzip"


def test_a_cdn_may_keep_a_page_for_as_long_as_is_set_and_not_beyond_the_next_moment(settings, open_site):
    settings.CDN_SECONDS = 60
    site = open_site()
    briefing = make_edition("quokka", live_from=NOON - HOUR).briefing
    set_to = "public, max-age=0, must-revalidate, s-maxage={}"
    assert site.get("/")["Cache-Control"] == set_to.format(60)
    assert site.get("/", HTTP_IF_NONE_MATCH="*")["Cache-Control"] == set_to.format(60)

    make_edition("wombat", briefing=briefing, live_from=NOON + 2 * HOUR)
    site.clock.at = NOON + 2 * HOUR - 10 * SECOND
    site.get("/")
    assert site.from_memory("/")["Cache-Control"] == set_to.format(10)
    site.clock.at = NOON + 2 * HOUR - SECOND / 2
    assert site.from_memory("/")["Cache-Control"] == "public, no-cache"


def test_unless_it_is_set_every_cache_asks_each_time(site):
    assert site.get("/")["Cache-Control"] == "public, no-cache"


def in_threads(count: int, act: Callable[[], object]) -> list:
    def run(_: int) -> object:
        try:
            return act()
        finally:
            connections.close_all()

    connection.close()
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count), timeout=60))
