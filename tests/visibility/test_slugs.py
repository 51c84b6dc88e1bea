"""Former addresses: of what is live they lead on, of what is hidden they are unknown."""

from briefings.workflow import call_off
from tests.making import DAY, HOUR, NOON, TICK

TAILS = ("", "history/", "v/1/")


def test_a_former_slug_leads_to_todays(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)
    make_edition("three", briefing=first.briefing, live_from=NOON + 2 * HOUR)

    for at, today in ((NOON + HOUR, "two"), (NOON + 2 * HOUR, "three")):
        for tail in TAILS:
            answer = surfaces[f"/briefings/one/{tail}"].answer(at)
            assert (answer.status, answer["Location"]) == (301, f"/briefings/{today}/{tail}")
            assert answer.body == b""
    before = surfaces["/briefings/two/"].answer(NOON + 2 * HOUR - TICK)
    assert before.status == 200


def test_a_slug_is_unknown_until_its_edition_is_live(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)

    at = NOON + HOUR - TICK
    for tail in TAILS:
        assert surfaces[f"/briefings/two/{tail}"].answer(at) == surfaces.unknown(at)
        assert surfaces[f"/briefings/one/{tail}"].answer(at).status == 200


def test_a_slug_that_only_a_called_off_edition_had_is_unknown(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    call_off(make_edition("two", briefing=first.briefing, live_from=NOON + HOUR), by=None)

    for at in (NOON + HOUR - TICK, NOON + HOUR, NOON + DAY):
        for tail in TAILS:
            assert surfaces[f"/briefings/two/{tail}"].answer(at) == surfaces.unknown(at)
            assert surfaces[f"/briefings/one/{tail}"].answer(at).status == 200


def test_former_slugs_of_a_briefing_that_is_only_scheduled_are_unknown(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    call_off(first, by=None)
    make_edition("two", briefing=first.briefing, kind="first", live_from=NOON + DAY)

    for at in (NOON - TICK, NOON, NOON + DAY - TICK):
        for slug in ("one", "two"):
            assert surfaces[f"/briefings/{slug}/"].answer(at) == surfaces.unknown(at)
    assert surfaces["/briefings/one/"].answer(NOON + DAY) == surfaces.unknown(NOON + DAY)
    assert surfaces["/briefings/two/"].answer(NOON + DAY).status == 200


def test_a_slug_may_come_back(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)
    make_edition("one", briefing=first.briefing, live_from=NOON + 2 * HOUR)

    at = NOON + 2 * HOUR
    assert surfaces["/briefings/one/"].answer(at).status == 200
    assert surfaces["/briefings/two/"].answer(at)["Location"] == "/briefings/one/"
    assert "no-cache" in surfaces["/briefings/one/"].answer(at - TICK)["Cache-Control"]


def test_a_former_slugs_unknown_numbers_are_unknown_and_lead_nowhere(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)

    assert surfaces["/briefings/one/v/3/"].answer(NOON + DAY) == surfaces.unknown(NOON + DAY)
