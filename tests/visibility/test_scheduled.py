"""Never published, scheduled, called off: nowhere, until the moment and not a tick sooner."""

from briefings.workflow import call_off
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK, make_draft
from tests.visibility.feed_addresses import feeds_of

WHOLE = {"/", "/topics/marmots/"} | feeds_of("/feeds/", "/en/feeds/", "/topics/marmots/")
WHOLE |= {"/archive/2040/06/"}
OF_PEOPLE = feeds_of("/people/quokka-speaker/", "/authors/quokka-author/")


def test_a_draft_that_was_never_published_shows_nowhere(surfaces):
    make_draft("quokka", topics=("marmots",))

    assert surfaces.showing("quokka", NOON) == surfaces.showing("marmots", NOON) == set()


def test_a_draft_that_moved_on_since_it_was_published_shows_nowhere(surfaces, make_edition):
    edition = make_edition("ordinary", live_from=LONG_AGO)
    make_draft("quokka", briefing=edition.briefing, slug="quokka", topics=("marmots",))

    assert surfaces.showing("quokka", NOON) == surfaces.showing("marmots", NOON) == set()
    assert "/briefings/ordinary/" in surfaces.showing("the ordinary lede", NOON)


def test_a_scheduled_briefing_shows_nowhere_before_its_moment(surfaces, make_edition):
    make_edition("quokka", live_from=NOON, topics=("marmots",))

    for word in ("quokka", "marmots"):
        assert surfaces.showing(word, NOON - TICK) == set()


def test_a_scheduled_briefing_shows_everywhere_at_its_exact_moment(surfaces, make_edition):
    make_edition("quokka", live_from=NOON, topics=("marmots",))

    own = {"/briefings/quokka/", "/briefings/quokka/v/1/"}
    for at in (NOON, NOON + DAY):
        assert surfaces.showing("the quokka lede", at) == WHOLE | own | {"/authors/quokka-author/"} | OF_PEOPLE
        assert surfaces["/briefings/quokka/history/"].answer(at).status == 200
        assert "/briefings/quokka/" in surfaces["/sitemaps/2040-06.xml"].at(at)


def test_a_first_edition_that_was_called_off_never_shows(surfaces, make_edition):
    edition = make_edition("quokka", live_from=NOON, topics=("marmots",))

    call_off(edition, by=None)

    for at in (NOON - TICK, NOON, NOON + DAY):
        assert surfaces.showing("quokka", at) == surfaces.showing("marmots", at) == set()


def test_a_scheduled_change_leaves_the_live_text_whole_until_its_moment(surfaces, make_edition):
    first = make_edition("ordinary", live_from=NOON - DAY, topics=("marmots",))
    before = surfaces.seen(NOON - TICK)

    make_edition("quokka", briefing=first.briefing, live_from=NOON, slug="renamed", topics=("wombats",))

    after = surfaces.seen(NOON - TICK)
    assert {path: after[path] for path in before} == before
    assert {after[path].status for path in set(after) - set(before)} == {404}
    for secret in ("quokka", "renamed", "wombats"):
        assert surfaces.showing(secret, NOON - TICK) == set()


def test_a_scheduled_change_is_there_whole_at_its_moment(surfaces, make_edition):
    first = make_edition("ordinary", live_from=NOON - DAY, slug="one", topics=("marmots",))
    make_edition("quokka", briefing=first.briefing, live_from=NOON, slug="two", topics=("wombats",))

    feeds = feeds_of("/feeds/", "/en/feeds/", "/topics/wombats/", "/people/quokka-speaker/", "/authors/quokka-author/")
    pages = {"/", "/topics/wombats/", "/authors/quokka-author/", "/briefings/two/", "/briefings/two/v/2/"}
    archive = {"/archive/2040/05/"} | feeds_of("/feeds/archive/2040-05-31/")
    assert surfaces.showing("the quokka lede", NOON) == feeds | pages | archive
    assert surfaces.showing("the ordinary lede", NOON) == {"/briefings/two/v/1/"}
    assert surfaces["/topics/marmots/"].answer(NOON) == surfaces.unknown(NOON)


def test_a_change_that_was_called_off_leaves_no_trace(surfaces, make_edition):
    moments = (NOON - TICK, NOON)
    first = make_edition("ordinary", live_from=NOON - DAY)
    before = [surfaces.seen(at) for at in moments]

    call_off(make_edition("quokka", briefing=first.briefing, live_from=NOON, slug="renamed"), by=None)

    for at, had in zip(moments, before, strict=True):
        after = surfaces.seen(at)
        assert {path: after[path] for path in had} == had
        assert surfaces.showing("quokka", at) == surfaces.showing("renamed", at) == set()


def test_what_was_called_off_leaves_no_gap_in_the_numbers(surfaces, make_edition):
    first = make_edition("ordinary", live_from=NOON - DAY, slug="one")
    call_off(make_edition("quokka", briefing=first.briefing, live_from=NOON, slug="one"), by=None)
    make_edition("wombat", briefing=first.briefing, live_from=NOON + HOUR, slug="one")

    at = NOON + DAY
    assert "The wombat lede" in surfaces["/briefings/one/v/2/"].at(at)
    assert surfaces["/briefings/one/v/3/"].answer(at) == surfaces.unknown(at)
    assert "Edition 2" in surfaces["/briefings/one/"].at(at)
    assert surfaces.showing("edition 3", at) == surfaces.showing("quokka", at) == set()


def test_an_edition_called_off_before_the_first_leaves_no_gap_either(surfaces, make_edition):
    never = make_edition("quokka", live_from=NOON, slug="one")
    call_off(never, by=None)
    make_edition("wombat", briefing=never.briefing, kind="first", live_from=NOON + HOUR, slug="one")

    assert "The wombat lede" in surfaces["/briefings/one/v/1/"].at(NOON + DAY)
    assert surfaces["/briefings/one/"].answer(NOON + HOUR - TICK) == surfaces.unknown(NOON + HOUR - TICK)
    assert "1 June 2040, 13:00" in surfaces["/briefings/one/"].at(NOON + DAY)
    assert surfaces.showing("1 June 2040, 12:00", NOON + DAY) == set()
