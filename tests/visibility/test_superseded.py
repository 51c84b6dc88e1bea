"""What a later edition replaced: at its own number alone; and the feed's entry, which a minor change leaves alone."""

import pytest

from briefings.content import Change
from briefings.content.briefing import Correction
from briefings.content.keys import new_key
from tests.making import DAY, HOUR, NOON, TICK
from tests.visibility.feed_addresses import feeds_of

FEEDS = feeds_of("/feeds/", "/en/feeds/")
OF_TOPIC = feeds_of("/topics/marmots/")


@pytest.fixture
def changed(make_edition):
    """A briefing at /briefings/one/, live from noon; call it to append an edition of the word, an hour later each."""
    first = make_edition("aardvark", slug="one", topics=("marmots",))
    moments = iter(range(1, 10))

    def change(word, **differences):
        differences = {"slug": "one", "topics": ("marmots",)} | differences
        return make_edition(word, briefing=first.briefing, live_from=NOON + next(moments) * HOUR, **differences)

    return change


def correction(word: str) -> Change:
    return Change(correction=Correction(key=new_key("c"), was_wrong=f"It was {word}.", is_right=f"It is {word}."))


@pytest.mark.parametrize("kind", ["major", pytest.param("correction", marks=pytest.mark.slow)])
def test_an_old_text_stands_at_its_own_number_and_beside_the_new_one_alone(surfaces, changed, kind):
    changed("badger", kind=kind)
    at = NOON + HOUR

    for words in ("the aardvark lede", "aardvark words", "the aardvark answer", "aardvark author"):
        assert surfaces.showing(words, at) - {"/briefings/one/changes/1/2/"} == {"/briefings/one/v/1/"}
    assert surfaces.showing("the aardvark headline", at) == {"/briefings/one/v/1/", "/briefings/one/history/"}
    assert surfaces.showing("badger lede", at) >= {"/", "/briefings/one/", "/briefings/one/v/2/"} | FEEDS | OF_TOPIC
    assert "/briefings/one/v/1/" not in surfaces.showing("badger lede", at)


def test_the_old_text_is_whole_until_the_tick_before(surfaces, changed):
    changed("badger")

    assert surfaces.showing("badger", NOON + HOUR - TICK) == set()
    assert "/" in surfaces.showing("the aardvark lede", NOON + HOUR - TICK)


def test_a_minor_change_leaves_every_feed_as_it_was_byte_for_byte(surfaces, changed):
    changed("badger", kind="minor", topics=("marmots",))

    for path in FEEDS | OF_TOPIC:
        before, after = surfaces[path].answer(NOON + HOUR - TICK), surfaces[path].answer(NOON + HOUR)
        assert (after.body, after["ETag"]) == (before.body, before["ETag"]), path
    assert surfaces.showing("the badger lede", NOON + HOUR) == {
        "/",
        "/archive/2040/06/",
        "/topics/marmots/",
        "/authors/badger-author/",
        "/briefings/one/",
        "/briefings/one/v/2/",
    }
    of_people = feeds_of("/people/badger-speaker/", "/authors/badger-author/")
    assert surfaces.showing("the aardvark lede", NOON + HOUR) == {"/briefings/one/v/1/"} | FEEDS | OF_TOPIC | of_people


def test_another_slug_moves_the_link_of_an_entry_and_nothing_else_of_it(surfaces, changed):
    changed("badger", kind="minor", slug="two")

    for path in FEEDS | OF_TOPIC:
        before, after = (surfaces[path].answer(at).body for at in (NOON + HOUR - TICK, NOON + HOUR))
        assert b"/briefings/one/" in before, path
        assert after == before.replace(b"/briefings/one/", b"/briefings/two/"), path


def test_a_minor_change_brings_nothing_to_the_top_of_a_list_and_a_major_one_does(surfaces, make_edition):
    first = make_edition("older", slug="older")
    make_edition("newer", live_from=NOON + HOUR)
    make_edition("older minor", briefing=first.briefing, slug="older", live_from=NOON + 2 * HOUR, kind="minor")
    make_edition("older major", briefing=first.briefing, slug="older", live_from=NOON + 3 * HOUR)

    for path in ("/", *FEEDS):
        texts = [surfaces[path].at(NOON + hours * HOUR) for hours in (2, 3)]
        assert [text.index("/briefings/newer/") < text.index("/briefings/older/") for text in texts] == [True, False]


def test_a_minor_change_after_a_major_one_leaves_the_entry_at_the_major_one(surfaces, changed):
    changed("badger")
    changed("civet", kind="minor")
    at = NOON + 3 * HOUR

    of_people = feeds_of("/people/civet-speaker/", "/authors/civet-author/")
    assert surfaces.showing("the badger lede", at) == {"/briefings/one/v/2/"} | FEEDS | OF_TOPIC | of_people
    assert surfaces.showing("the aardvark lede", at) == {"/briefings/one/v/1/"}
    assert "2040-06-01T13:00:00+00:00</updated>" in surfaces["/feeds/atom.xml"].at(at)
    assert surfaces.showing("14:00", at) == {
        "/briefings/one/history/",  # when each edition began
        "/briefings/one/v/3/",
        "/sitemap.xml",  # crawlers are told of every change of the text
        "/sitemaps/2040-06.xml",
    } | surfaces.showing("2040 14:00:00 GMT", at)


def test_a_major_change_moves_the_entry_and_carries_its_note(surfaces, changed):
    changed("badger", change=Change(note="Adds the vote."))
    at = NOON + HOUR

    assert surfaces.showing("adds the vote", at - TICK) == set()
    assert surfaces.showing("adds the vote", at) >= {"/", "/briefings/one/", "/briefings/one/history/"} | FEEDS
    assert "2040-06-01T13:00:00+00:00</updated>" in surfaces["/feeds/atom.xml"].at(at)
    assert "2040-06-01T12:00:00+00:00</published>" in surfaces["/feeds/atom.xml"].at(at)


def test_a_correction_does_not_vanish_under_later_editions(surfaces, changed):
    changed("badger", kind="correction", change=correction("ferret"))
    changed("civet", kind="minor")
    changed("dingo", kind="major")

    at = NOON + 3 * HOUR
    assert surfaces.showing("it is ferret", at) >= {"/briefings/one/", "/briefings/one/history/"} | FEEDS
    assert surfaces.showing("it is ferret", NOON + HOUR - TICK) == set()


def test_the_number_of_an_edition_never_moves(surfaces, changed):
    changed("badger")
    changed("civet", kind="minor")

    words = ["aardvark", "badger", "civet"]
    for at, count in ((NOON, 1), (NOON + HOUR, 2), (NOON + 2 * HOUR, 3), (NOON + DAY, 3)):
        for number, word in enumerate(words, start=1):
            answer = surfaces[f"/briefings/one/v/{number}/"].answer(at)
            assert (f"The {word} lede" in answer.text) == (number <= count)
            assert number <= count or answer == surfaces.unknown(at)
