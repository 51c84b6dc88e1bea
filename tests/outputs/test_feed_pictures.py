"""Pictures in feeds: the logo of the feed, and with each entry its first picture, until its last day."""

import json
from dataclasses import replace
from datetime import date

from briefings.content import FigureBlock, ImageName
from briefings.outputs import feeds
from briefings.outputs.json_feed import json_feed
from briefings.outputs.pictures import Rendition
from tests.outputs.makers import BRIEFING_ID, FIRST, SITE, make_content, make_entry, section
from tests.outputs.test_feeds import URL, atom, rss

LOGO = Rendition(src="/media/logo/320.png", type="image/png", width=320, height=160)


def with_picture(**differences):
    """An entry with a picture, of which the differences are."""
    image = {"id": BRIEFING_ID, "token": "a" * 22, "width": 1600, "height": 800, "widths": (320, 960, 1600)}
    image |= {"fallback": "jpg", "credit": "Photo: A. Nyman", "usable_until": "2026-01-08"} | differences
    figure = FigureBlock(key="paaaaaaaa", image=ImageName(**image), alt="The quay at dusk.")
    return make_entry(content=make_content(blocks=(figure, section("<p>Text.</p>"))), shown_on=FIRST.date())


def test_the_logo_is_the_picture_of_the_feed_within_the_size_that_rss_allows():
    site = replace(SITE, icon=LOGO)
    channel = rss(site=site, name="Ukraine", page_url="https://news.example/topics/ukraine/")
    image = {part: channel.one("image").one(part).text for part in ("url", "title", "link", "width", "height")}

    assert image == {
        "url": "https://news.example/media/logo/320.png",
        "title": channel.one("title").text,
        "link": channel.one("link").text,
        "width": "144",
        "height": "72",
    }
    tall = rss(site=replace(SITE, icon=replace(LOGO, width=100, height=1000))).one("image")
    assert (tall.one("width").text, tall.one("height").text) == ("40", "400")
    assert atom(site=site).one("logo").text == "https://news.example/media/logo/320.png"
    assert not rss().all("image")
    assert not atom().all("logo")


def test_an_entry_brings_its_first_picture_with_what_it_shows_and_whose_it_is():
    address = f"https://news.example/media/{'a' * 22}/960.jpg"
    media = rss(with_picture()).one("item").one("media:content")
    (link,) = (link for link in atom(with_picture()).one("entry").all("link") if link.attributes["rel"] == "enclosure")

    assert media.attributes == {
        "url": address,
        "type": "image/jpeg",
        "medium": "image",
        "width": "960",
        "height": "480",
    }
    assert media.one("media:description").text == "The quay at dusk."
    assert media.one("media:credit").text == "Photo: A. Nyman"
    assert link.attributes == {"rel": "enclosure", "href": address, "type": "image/jpeg"}


def test_a_picture_whose_last_day_has_passed_is_in_no_entry():
    entry = replace(with_picture(), shown_on=date(2026, 1, 9))

    assert rss(with_picture(usable_until="2026-01-06")).one("item").all("media:content")
    for data in (feeds.rss(SITE, [entry], feed_url=URL), feeds.atom(SITE, [entry], feed_url=URL)):
        assert b"/media/" not in data
    assert "image" not in json.loads(json_feed(SITE, [entry], feed_url=URL))["items"][0]


def test_an_entry_that_is_gone_has_no_picture():
    for data in (feeds.rss, feeds.atom, json_feed):
        assert b"/media/" not in data(SITE, [replace(with_picture(), gone="withdrawn")], feed_url=URL)
