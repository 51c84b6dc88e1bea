"""Withdrawn: the notice at the address and, for 30 days, in the feeds; the words nowhere, in no list, at no number."""

import pytest

from briefings.workflow import withdraw
from tests.making import DAY, HOUR, LONG_AGO, TICK, make_edition
from tests.visibility.feed_addresses import feeds_of

pytestmark = pytest.mark.django_db

MONTH = 30 * DAY
FEEDS = feeds_of("/feeds/", "/en/feeds/", "/topics/marmots/")
CORRECTIONS = {"/corrections/", "/corrections/rss.xml", "/corrections/atom.xml"}
PAGES = {"/briefings/one/", "/briefings/one/history/", "/briefings/one/v/3/"}


@pytest.fixture(scope="module")
def surfaces(standing_surfaces):
    return standing_surfaces


@pytest.fixture(scope="module")
def withdrawn(module_db):
    """The withdrawal of a briefing of two editions at /briefings/one/, formerly /briefings/zero/, about marmots."""
    first = make_edition("aardvark", live_from=LONG_AGO, slug="zero", topics=("marmots",))
    make_edition("badger", briefing=first.briefing, live_from=LONG_AGO + DAY, slug="one", topics=("marmots",))
    return withdraw(first.briefing, by=None, notice="The notice of numbats.", headline="The replaced headline")


def test_the_text_is_whole_until_the_withdrawal(surfaces, withdrawn):
    at = withdrawn.live_from - TICK

    assert surfaces.showing("badger lede", at) >= {"/", "/briefings/one/", "/topics/marmots/"} | FEEDS
    assert surfaces.showing("aardvark lede", at) == {"/briefings/one/v/1/"}
    assert surfaces.showing("numbats", at) == surfaces.showing("replaced headline", at) == set()


@pytest.mark.parametrize(
    "later", [TICK * 0, *(pytest.param(later, marks=pytest.mark.slow) for later in (MONTH - TICK, MONTH))]
)
def test_no_word_of_it_is_anywhere_from_then_on(surfaces, withdrawn, later):
    at = withdrawn.live_from + later

    for word in ("badger", "aardvark"):
        assert surfaces.showing(word, at) == set()


def test_the_notice_stands_at_the_address_and_in_no_list(surfaces, withdrawn):
    at = withdrawn.live_from

    assert surfaces.showing("the notice of numbats", at) == PAGES | FEEDS | CORRECTIONS
    assert surfaces.showing("the replaced headline", at) == PAGES | FEEDS | CORRECTIONS
    assert surfaces["/briefings/one/"].answer(at).status == 200
    for path in ("/", "/topics/marmots/"):
        assert "/briefings/one/" not in surfaces[path].at(at), path
    for path in ("/archive/2020/06/", "/sitemaps/2020-06.xml", "/feeds/archive/2020-06-01/atom.xml"):
        assert surfaces[path].answer(at) == surfaces.unknown(at), path


def test_the_editions_before_it_are_closed_but_counted(surfaces, withdrawn):
    at = withdrawn.live_from

    for slug in ("zero", "one"):
        for number in (1, 2):
            assert surfaces[f"/briefings/{slug}/v/{number}/"].answer(at) == surfaces.unknown(at)
    history = surfaces["/briefings/one/history/"].at(at)
    assert [f"Edition {number}" in history for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert "/v/1/" not in history
    assert "/v/2/" not in history


def test_the_feeds_keep_its_id_and_move_its_date(surfaces, withdrawn):
    before, after = (surfaces["/feeds/atom.xml"].at(at) for at in (withdrawn.live_from - TICK, withdrawn.live_from))

    identity = f"<id>urn:uuid:{withdrawn.briefing.uuid}</id>"
    assert before.count(identity) == after.count(identity) == 1
    assert f"<updated>{withdrawn.live_from:%Y-%m-%dT%H:%M:%S}" in after
    assert f"<updated>{withdrawn.live_from:%Y-%m-%dT%H:%M:%S}" not in before
    assert f"<published>{LONG_AGO:%Y-%m-%dT%H:%M:%S}" in after


def test_the_notice_leaves_the_feeds_after_30_days_and_stays_at_the_address(surfaces, withdrawn):
    last = withdrawn.live_from + MONTH - TICK
    gone = withdrawn.live_from + MONTH

    assert surfaces.showing("numbats", last) == PAGES | FEEDS | CORRECTIONS
    assert surfaces.showing("numbats", gone) == PAGES | CORRECTIONS
    assert surfaces.showing(str(withdrawn.briefing.uuid), gone) == set()
    assert surfaces["/topics/marmots/rss.xml"].answer(gone) == surfaces.unknown(gone)
    assert surfaces["/feeds/rss.xml"].answer(gone).status == 200


def test_a_former_slug_still_leads_to_the_notice(surfaces, withdrawn):
    answer = surfaces["/briefings/zero/"].answer(withdrawn.live_from)

    assert (answer.status, answer["Location"]) == (301, "/briefings/one/")


def test_what_was_scheduled_does_not_bring_the_text_back(surfaces, withdrawn):
    first = make_edition("dingo", live_from=LONG_AGO, slug="first")
    notice = make_edition("ferret", briefing=first.briefing, live_from=LONG_AGO + 40 * 365 * DAY, slug="second")
    withdraw(first.briefing, by=None, notice="Gone.", headline="Another headline")

    for at in (notice.live_from - TICK, notice.live_from):
        assert surfaces.showing("ferret", at) == surfaces.showing("dingo", at) == set()
        assert surfaces["/briefings/second/"].answer(at) == surfaces.unknown(at)


def test_a_briefing_published_again_shows_the_new_text_and_never_the_old(surfaces, withdrawn):
    again = withdrawn.live_from + HOUR
    make_edition("civet", briefing=withdrawn.briefing, live_from=again, slug="one", topics=("marmots",))

    assert surfaces.showing("badger", again) == surfaces.showing("aardvark", again) == set()
    assert surfaces.showing("civet lede", again) >= {"/", "/briefings/one/", "/briefings/one/v/4/", *FEEDS}
    assert "The notice of numbats." in surfaces["/briefings/one/v/3/"].at(again)
    for number in (1, 2):
        assert surfaces[f"/briefings/one/v/{number}/"].answer(again) == surfaces.unknown(again)
