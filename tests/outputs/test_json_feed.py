"""JSON Feed 1.1: what its specification requires, and the same entries as in the other formats."""

import json
from dataclasses import replace

from briefings.content import PersonName
from briefings.outputs import feeds
from briefings.outputs.feed_facts import FeedArchive
from briefings.outputs.json_feed import json_entry, json_feed
from tests.outputs.makers import BRIEFING_ID, DRAFT, LATER, PATH, SITE, make_content, make_entry
from tests.outputs.test_feed_pictures import LOGO, with_picture
from tests.outputs.test_feeds import atom, full_text

URL = "https://news.example/feeds/feed.json"


def read(*entries, site=SITE, **more):
    return json.loads(json_feed(site, entries, feed_url=URL, **more))


def test_the_feed_says_what_it_is_and_where():
    assert read() == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Daily Brief",
        "home_page_url": "https://news.example/",
        "feed_url": URL,
        "description": "What happened, what next.",
        "language": "en",
        "authors": [{"name": "The Daily Brief", "url": "https://news.example/"}],
        "items": [],
    }
    assert read(site=replace(SITE, icon=LOGO))["icon"] == "https://news.example/media/logo/320.png"
    older = "https://news.example/feeds/archive/2026-01-05/feed.json"
    assert read(archive=FeedArchive(previous=older))["next_url"] == older


def test_an_item_has_the_id_of_the_briefing_and_its_dates():
    content = make_content(authors=(PersonName(name="Mira Novak"),))
    entry = make_entry(updated=LATER, content=content)
    (item,) = read(entry)["items"]

    assert item == {
        "id": f"urn:uuid:{BRIEFING_ID}",
        "url": f"https://news.example{PATH}",
        "title": content.headline,
        "content_html": full_text(entry),
        "summary": DRAFT[0],
        "date_published": "2026-01-06T15:04:00+01:00",
        "date_modified": "2026-01-07T09:30:00+01:00",
        "authors": [{"name": "Mira Novak"}],
        "tags": ["Ukraine"],
        "language": "en",
    }
    assert read(with_picture())["items"][0]["image"] == "https://news.example/media/aaaaaaaaaaaaaaaaaaaaaa/960.jpg"


def test_whatever_marks_a_text_holds_they_come_through_whole():
    words = 'AT&T “says” <x> "y" \\ }],{ 数'
    (item,) = read(make_entry(content=make_content(headline=words, lede=words)))["items"]

    assert (item["title"], item["summary"]) == (words, words)


def test_an_entry_that_is_gone_says_so_and_holds_nothing_else():
    (item,) = read(make_entry(gone="withdrawn", notice="The account was wrong."))["items"]

    assert item["title"].startswith("Withdrawn: ")
    assert item["summary"] == "The account was wrong."
    assert item["content_html"] == '<div lang="en" dir="ltr"><p>The account was wrong.</p></div>'
    assert not {"tags", "authors", "image"} & set(item)


def test_an_entry_that_was_kept_reads_as_one_that_is_written_now():
    entries = [make_entry(), with_picture()]

    assert json_feed(SITE, map(json_entry, entries), feed_url=URL) == json_feed(SITE, entries, feed_url=URL)
    written = [feeds.atom_entry(entry) for entry in entries]
    assert feeds.atom(SITE, written, feed_url=URL) == feeds.atom(SITE, entries, feed_url=URL)
    assert len(atom(*written).all("entry")) == 2
