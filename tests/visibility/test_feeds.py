"""What subscribers meet: a story in every format, feeds of people, the page of all feeds, scripts of other sites."""

import json
import re

import pytest

from briefings import workflow
from briefings.content import Change, Correction, PersonName
from briefings.content.keys import new_key
from briefings.public import current_topics
from tests.making import DAY, HOUR, LONG_AGO, NOON, make_quote
from tests.outputs.xmltree import read
from tests.visibility.feed_addresses import all_feeds_of, feeds_of
from tests.visibility.surfaces import Surface

FEEDS = sorted(feeds_of("/feeds/", "/topics/marmots/", "/people/a-speaker/", "/authors/mira-novak/"))
LATER = NOON + 400 * DAY


def items(body, path):
    """Of each entry in a feed: id, title, address, and when it last moved for readers."""
    if path.endswith("json"):
        feed = json.loads(body)
        return [(item["id"], item["title"], item["url"], item["date_modified"]) for item in feed["items"]]
    if path.endswith("rss.xml"):
        found = read(body).one("channel").all("item")
        return [tuple(item.one(name).text for name in ("guid", "title", "link", "atom:updated")) for item in found]
    return [
        (
            entry.one("id").text,
            entry.one("title").text,
            entry.all("link")[0].attributes["href"],
            entry.one("updated").text,
        )
        for entry in read(body).all("entry")
    ]


def named():
    """What every edition of the story names."""
    quote, author = make_quote("Quoted words.", speaker="a speaker"), PersonName(name="Mira Novak", kind="public")
    return {"topics": ("marmots",), "blocks": (quote,), "authors": (author,)}


class Reader:
    """A feed reader that knows an entry by its id, and brings it up again where its date has moved."""

    def __init__(self, surface):
        self.surface = surface
        self.known = {}

    def look(self, at):
        """What it brings up: the title of each entry that is new or has moved."""
        answer = self.surface.answer(at)
        assert answer.status == 200, (self.surface.path, at)
        found = {id: rest for id, *rest in items(answer.body, self.surface.path)}
        up = [rest[0] for id, rest in found.items() if id not in self.known or self.known[id][2] != rest[2]]
        self.known |= found
        return up

    @property
    def addresses(self):
        return {address for _title, address, _updated in self.known.values()}


def test_a_reader_that_knows_entries_by_their_id_follows_a_story(surfaces, make_edition):
    make_edition("other", live_from=NOON, **named())
    first = make_edition("quokka", live_from=NOON + HOUR, slug="one", **named())
    put_right = Correction(key=new_key("c"), was_wrong="It was red.", is_right="It was blue.")
    changes = (
        ("comma", "minor", "one", None),
        ("moved", "minor", "two", None),
        ("right", "correction", "two", Change(correction=put_right)),
        ("right", "withdrawn", "two", Change(note="It was not so.")),
    )
    for hours, (word, kind, slug, change) in enumerate(changes, start=2):
        make_edition(
            word,
            briefing=first.briefing,
            live_from=NOON + hours * HOUR,
            slug=slug,
            kind=kind,
            change=change,
            **named(),
        )

    for path in FEEDS:
        reader = Reader(surfaces[path])
        moments = [NOON + hours * HOUR for hours in (1, 2, 3, 4, 5)]
        assert reader.look(moments[0]) == ["The quokka headline", "The other headline"], path
        assert reader.look(moments[1]) == reader.look(moments[2]) == [], path
        assert "https://news.example/briefings/two/" in reader.addresses, path
        assert reader.look(moments[3]) == ["The right headline"], path
        assert reader.look(moments[4]) == ["Withdrawn: The right headline"], path
        assert set(reader.known) >= {f"urn:uuid:{first.briefing.uuid}"}
        assert len(reader.known) == 2, path


def test_a_persons_feed_holds_a_briefing_once_however_often_it_quotes_them(surfaces, make_edition):
    quotes = tuple(make_quote(f"Words no. {number}.", speaker="a speaker") for number in range(60))
    make_edition("first", live_from=NOON - 9 * DAY, blocks=quotes[:1])
    make_edition("second", live_from=NOON - 8 * DAY, blocks=quotes)
    make_edition("third")

    for path in feeds_of("/people/a-speaker/"):
        titles = [title for _id, title, *_ in items(surfaces[path].answer(LATER).body, path)]
        assert titles == ["The second headline", "The first headline"]
    assert "<title>Briefings that quote a speaker · " in surfaces["/people/a-speaker/atom.xml"].at(LATER)
    assert "<title>Briefings by third author · " in surfaces["/authors/third-author/rss.xml"].at(LATER)


def test_a_persons_feed_tells_what_was_withdrawn_while_something_else_quotes_them(surfaces, make_edition):
    quotes = {"blocks": (make_quote("Words.", speaker="a speaker"),)}
    make_edition("first", live_from=LONG_AGO, **quotes)
    gone = make_edition("second", live_from=LONG_AGO + HOUR, **quotes)
    at = workflow.withdraw(gone.briefing, by=None, notice="It was not so.").live_from

    for path in feeds_of("/people/a-speaker/"):
        assert "It was not so." in surfaces[path].at(at)
        assert "It was not so." not in surfaces[path].at(at + 30 * DAY)


def test_scripts_of_any_site_may_read_the_feeds_and_nothing_else(surfaces, make_edition):
    make_edition("ordinary", live_from=NOON - 2 * DAY, topics=("marmots",))
    make_edition("newer")

    readable = {
        path
        for path, answer in surfaces.seen(LATER).items()
        if dict(answer.headers).get("Access-Control-Allow-Origin") == "*"
    }

    found = {path for path, answer in surfaces.seen(LATER).items() if answer.status == 200}
    assert readable == {path for path in found if re.search(r"/(rss\.xml|atom\.xml|feed\.json)$", path)}
    assert len(readable) > 10


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "feed.json"])
def test_they_may_read_that_nothing_has_changed_and_follow_a_former_address(surfaces, make_edition, name):
    make_edition("ordinary")
    surface = surfaces[f"/feeds/{name}"]
    unchanged = surface.answer(LATER, HTTP_IF_NONE_MATCH=surface.answer(LATER)["ETag"])

    assert (unchanged.status, unchanged["Access-Control-Allow-Origin"]) == (304, "*")
    assert surface.answer(LATER, method="HEAD")["Access-Control-Allow-Origin"] == "*"


def test_every_page_names_the_feeds_that_exist_for_it(surfaces, make_edition):
    make_edition("ordinary", topics=("marmots",))
    own = ("/topics/marmots/", "/people/ordinary-speaker/", "/authors/ordinary-author/", "/corrections/")

    for page in ("/", "/briefings/ordinary/", "/feeds/", *own):
        text = surfaces[page].at(LATER)
        linked = set(re.findall(r'<link rel="alternate" type="[^"]*" title="[^"]*" href="([^"]*)"', text))
        assert linked == all_feeds_of("/feeds/", *(one for one in own if one == page)), page
        assert all(surfaces[path].answer(LATER).status == 200 for path in linked)
        assert '<a href="/feeds/">' in text


def test_the_page_of_all_feeds_gives_their_addresses_whole_and_the_topics_of_the_newest(
    surfaces, make_edition, monkeypatch
):
    make_edition("oldest", live_from=LONG_AGO, topics=("wombats",))
    make_edition("older", live_from=NOON - DAY, topics=("marmots",))
    make_edition("newer", topics=("quolls", "marmots"))
    hidden = make_edition("hidden", live_from=LATER + DAY, topics=("secrets",))
    monkeypatch.setattr(current_topics, "NEWEST", 2)
    page = Surface("feeds", "/feeds/", surfaces.client).at(LATER)

    shown = [path for path in re.findall(r">https://news\.example(/[^<]*)</code>", page) if path.endswith("json")]
    assert shown == ["/feeds/feed.json", "/topics/marmots/feed.json", "/topics/quolls/feed.json"]
    assert ">https://news.example/corrections/rss.xml</code>" in page
    assert "secrets" not in page
    assert "secrets" in surfaces["/feeds/"].at(hidden.live_from)
