"""What a feed holds, and its archive: together they have everything, and no document gets another entry."""

import json
import re
from html import unescape
from urllib.parse import urlsplit

import pytest

from briefings import workflow
from briefings.public import feed_archive, lists
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK
from tests.visibility.feed_addresses import feeds_of
from tests.visibility.surfaces import Surface
from tests.visibility.walking import page

AT = NOON + 400 * DAY
FEEDS = sorted(feeds_of("/feeds/"))


def linked(text, rel):
    """The path and query to which the feed's own link leads, "" without it."""
    if text.endswith("}"):
        name = {"self": "feed_url", "prev-archive": "next_url"}[rel]
        url = urlsplit(json.loads(text.partition("\n{")[2].join(["{", ""])).get(name, ""))
        return f"{url.path}?{url.query}" if url.query else url.path
    found = re.search(rf'<(?:atom:)?link (?:rel="{rel}" href="([^"]*)"|href="([^"]*)" rel="{rel}")', text)
    url = urlsplit(unescape(found[1] or found[2])) if found else None
    return f"{url.path}?{url.query}" if url and url.query else url.path if url else ""


def documents(path, client, at):
    """The feed and every document of its archive, newest first, by path."""
    texts = {}
    while path:
        assert path not in texts
        texts[path] = page(path, client, at)
        path = linked(texts[path], "prev-archive")
    return texts


def entries(text):
    return re.findall(r"(?:<title>|\"title\":\")The (.+?) headline", text)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_holds_all_that_moved_in_three_days_and_never_fewer_than_fifty(
    surfaces, make_edition, monkeypatch, path
):
    monkeypatch.setattr(lists, "LATEST", 2)
    for hours in (0, 1, 72, 73, 74, 144):
        make_edition(f"no-{hours}", live_from=NOON + hours * HOUR)

    assert entries(surfaces[path].at(NOON + 74 * HOUR)) == ["no-74", "no-73", "no-72"]
    assert entries(surfaces[path].at(NOON + 73 * HOUR)) == ["no-73", "no-72"]
    assert entries(surfaces[path].at(NOON + 72 * HOUR)) == ["no-72", "no-1"]
    assert entries(surfaces[path].at(NOON + 144 * HOUR)) == ["no-144", "no-74", "no-73"]


@pytest.mark.parametrize("path", FEEDS)
def test_time_alone_takes_nothing_from_a_feed(surfaces, make_edition, monkeypatch, path):
    monkeypatch.setattr(lists, "LATEST", 1)
    for hours in (0, 1):
        make_edition(f"no-{hours}", live_from=NOON + hours * HOUR)

    assert surfaces[path].answer(NOON + DAY) == surfaces[path].answer(AT)


def test_a_feed_has_an_end_however_much_moves(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(lists, "LATEST", 1)
    monkeypatch.setattr(lists, "MOST_IN_FEED", 3)
    for number in range(5):
        make_edition(f"no-{number}", live_from=NOON + number * HOUR)

    assert entries(surfaces["/feeds/atom.xml"].at(AT)) == ["no-4", "no-3", "no-2"]


@pytest.mark.parametrize("path", FEEDS)
def test_the_feed_and_its_archive_have_every_briefing(client, make_edition, monkeypatch, path):
    monkeypatch.setattr(lists, "LATEST", 2)
    hours = [0, 1, 24, 25, 100, 300, 301, 302, 303, 320, 321]
    for number in hours:
        make_edition(f"no-{number}", live_from=NOON + number * HOUR)

    texts = documents(path, client, AT)

    name = path.rpartition("/")[2]
    assert list(texts) == [path, *(f"/feeds/archive/2040-06-{day}/{name}" for day in ("05", "02", "01"))]
    assert [entries(text) for text in texts.values()] == [
        ["no-321", "no-320", "no-303", "no-302", "no-301", "no-300"],
        ["no-100"],
        ["no-25", "no-24"],
        ["no-1", "no-0"],
    ]


@pytest.mark.parametrize("path", FEEDS)
def test_at_every_moment_the_feed_and_its_archive_have_all_that_is_published(client, make_edition, monkeypatch, path):
    monkeypatch.setattr(lists, "LATEST", 1)
    hours = [0, 11, 12, 13, 35, 36, 100, 101, 172]
    for number in hours:
        make_edition(f"no-{number}", live_from=NOON + number * HOUR)

    for number in hours:
        at = NOON + number * HOUR
        found = {one for text in documents(path, client, at).values() for one in entries(text)}
        assert found == {f"no-{one}" for one in hours if one <= number}, number


def test_a_document_of_the_archive_never_gets_another_entry(surfaces, client, make_edition):
    for number in range(6):
        make_edition(f"no-{number}", live_from=NOON + number * 10 * HOUR)
    seen = {}

    for number in range(7):
        for path, text in list(documents("/feeds/atom.xml", client, NOON + number * 10 * HOUR).items())[1:]:
            assert seen.setdefault(path, entries(text)) == entries(text)

    assert set(seen) == {"/feeds/archive/2040-06-01/atom.xml", "/feeds/archive/2040-06-02/atom.xml"}


def test_the_day_of_the_newest_change_is_not_in_the_archive_yet(surfaces, make_edition):
    make_edition("quokka")
    path = "/feeds/archive/2040-06-01/atom.xml"

    assert surfaces[path].answer(AT) == surfaces.unknown(AT)
    make_edition("wombat", live_from=NOON + DAY)
    assert surfaces[path].answer(NOON + DAY - TICK) == surfaces.unknown(AT)
    assert entries(surfaces[path].at(NOON + DAY)) == ["quokka"]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_document_says_that_it_is_archived_and_whose_it_is(surfaces, make_edition, name):
    make_edition("quokka", live_from=NOON - 2 * DAY)
    make_edition("wombat")

    feed, document = (surfaces[f"/feeds/{place}{name}"].at(AT) for place in ("", "archive/2040-05-30/"))

    assert linked(document, "current") == f"/feeds/{name}"
    assert linked(document, "self") == f"/feeds/archive/2040-05-30/{name}"
    assert linked(document, "prev-archive") == linked(feed, "current") == ""
    assert 'xmlns:fh="http://purl.org/syndication/history/1.0"' in document
    assert document.count("<fh:archive") == 1
    assert "fh:" not in feed
    if name == "atom.xml":
        assert re.findall(r"<id>(https[^<]*)</id>", document) == re.findall(r"<id>(https[^<]*)</id>", feed)


def test_a_day_of_very_many_goes_on_in_further_documents(client, surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(feed_archive, "MOST", 2)
    make_edition("no-0", live_from=NOON - DAY)
    for number in range(1, 6):
        make_edition(f"no-{number}", live_from=NOON + number * HOUR)
    make_edition("no-6", live_from=NOON + DAY)

    texts = documents("/feeds/atom.xml", client, AT)

    assert [entries(text) for text in list(texts.values())[1:]] == [
        ["no-5", "no-4"],
        ["no-3", "no-2"],
        ["no-1"],
        ["no-0"],
    ]
    further = list(texts)[2]
    assert linked(texts[further], "self") == further
    elsewhere = further.replace("2040-06-01", "2040-05-31")
    for path in (elsewhere, further.replace("before", "after"), f"{elsewhere}x"):
        assert Surface("", path, client).answer(AT) == surfaces.unknown(AT), path


def test_what_was_withdrawn_is_told_by_the_feed_and_is_in_the_archive_no_more(surfaces, make_edition):
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("wombat", live_from=LONG_AGO + HOUR)
    path = "/feeds/archive/2020-06-01/atom.xml"
    make_edition("other", live_from=LONG_AGO + DAY)
    assert entries(surfaces[path].at(LONG_AGO + DAY)) == ["wombat", "quokka"]

    withdrawn = workflow.withdraw(edition.briefing, by=None, notice="The notice.")

    assert entries(surfaces[path].at(withdrawn.live_from)) == ["wombat"]
    assert "The notice." in surfaces["/feeds/atom.xml"].at(withdrawn.live_from)
