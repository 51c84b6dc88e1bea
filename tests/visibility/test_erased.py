"""Erased by order: the words are nowhere, at no moment; number and date remain."""

import pytest

from briefings.workflow import erase, withdraw
from tests.making import DAY, LONG_AGO, NOON, TICK, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def surfaces(standing_surfaces):
    return standing_surfaces


@pytest.fixture(scope="module")
def erased(module_db):
    """The first of two editions, erased; it alone was at /briefings/zero/ and about marmots."""
    first = make_edition("aardvark", live_from=LONG_AGO, slug="zero", topics=("marmots",))
    make_edition("badger", briefing=first.briefing, live_from=LONG_AGO + DAY, slug="one")
    erase(first.briefing, number=1, reason="order of quolls", by=None)
    return first


@pytest.mark.parametrize("at", [pytest.param(LONG_AGO + DAY, marks=pytest.mark.slow), NOON])
def test_no_word_of_it_is_anywhere(surfaces, erased, at):
    for word in ("aardvark", "marmots", "quolls", "/briefings/zero/"):
        assert surfaces.showing(word, at) == set()


def test_at_its_number_there_is_nothing_and_at_its_own_slug_neither(surfaces, erased):
    for path in ("/briefings/one/v/1/", "/briefings/zero/", "/briefings/zero/history/", "/briefings/zero/v/1/"):
        assert surfaces[path].answer(NOON) == surfaces.unknown(NOON), path


def test_the_history_keeps_its_number_and_its_date(surfaces, erased):
    history = surfaces["/briefings/one/history/"].at(NOON)

    assert "Edition 1" in history
    assert "1 June 2020, 12:00" in history
    assert "/briefings/one/v/1/" not in history
    assert "The badger lede" in surfaces["/briefings/one/v/2/"].at(NOON)
    assert "Edition 2" in surfaces["/briefings/one/"].at(NOON)


def test_a_feed_entry_that_still_showed_it_shows_what_is_live(surfaces, erased):
    first = make_edition("dingo", live_from=LONG_AGO, slug="two")
    make_edition("ferret", briefing=first.briefing, live_from=LONG_AGO + DAY, kind="minor", slug="two")
    make_edition("civet", briefing=first.briefing, live_from=LONG_AGO + 2 * DAY, kind="minor", slug="two")
    assert "dingo lede" in surfaces["/feeds/rss.xml"].at(NOON)

    erase(first.briefing, number=1, reason="order", by=None)

    assert surfaces.showing("dingo", NOON) == set()
    for path in ("/feeds/rss.xml", "/feeds/atom.xml"):
        assert str(first.briefing.uuid) in surfaces[path].at(NOON)
    # The dates that readers saw stay: nothing new was told.
    assert "<updated>2020-06-01T12:00:00+00:00</updated>" in surfaces["/feeds/atom.xml"].at(NOON)


def test_a_withdrawn_text_that_is_erased_leaves_the_notice(surfaces, erased):
    first = make_edition("dingo", live_from=LONG_AGO, slug="two")
    notice = withdraw(first.briefing, by=None, notice="The notice.", headline="Another headline")
    erase(first.briefing, number=1, reason="order", by=None)

    for at in (notice.live_from, notice.live_from + 40 * DAY):
        assert surfaces.showing("dingo", at) == set()
        assert "The notice." in surfaces["/briefings/two/"].at(at)


@pytest.mark.parametrize("at", [LONG_AGO, pytest.param(LONG_AGO + DAY - TICK, marks=pytest.mark.slow)])
def test_the_site_as_it_was_while_it_was_live_holds_no_word_of_it_and_still_answers(surfaces, erased, at):
    for path, answer in surfaces.seen(at).items():
        assert answer.status in (200, 404), path
        assert "aardvark" not in answer.text.lower(), path
