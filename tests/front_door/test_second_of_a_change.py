"""Within the second of a change `Last-Modified` is of the one before; when it is over, nothing else is another."""

import pytest

from tests.making import HOUR, NOON, SECOND, make_edition

PAGE = "/briefings/quokka/"


@pytest.fixture(autouse=True)
def within(site):
    """A quarter of a second after a change."""
    briefing = make_edition("quokka", live_from=NOON - HOUR).briefing
    make_edition("wombat", briefing=briefing, slug="quokka", live_from=NOON + SECOND / 4)
    site.clock.at = NOON + SECOND / 2
    return site.get(PAGE)


def test_an_answer_from_within_the_second_goes_with_that_second(site, within):
    assert site.from_memory(PAGE) == within

    site.clock.at = NOON + SECOND

    assert site.from_memory(PAGE) is None
    assert site.get(PAGE)["Last-Modified"] != within["Last-Modified"]
    assert site.get(PAGE) == site.directly(PAGE)


def test_only_the_stamp_goes_with_it_and_nothing_is_computed_anew(site, within):
    """Of a whole answer, of one in another encoding, and of a 304."""
    brotli, again = {"HTTP_ACCEPT_ENCODING": "br"}, {"HTTP_IF_NONE_MATCH": within["ETag"]}
    compressed = site.get(PAGE, **brotli)
    site.get(PAGE, **again)

    site.clock.at = NOON + SECOND

    assert not site.asks_django(PAGE)
    whole = site.directly(PAGE)
    assert site.get(PAGE) == site.from_memory(PAGE) == whole
    assert site.get(PAGE, **brotli).body == compressed.body
    stamps = {site.get(PAGE, **asked)["Last-Modified"] for asked in (brotli, again)}
    assert stamps == {whole["Last-Modified"]} != {within["Last-Modified"]}


def test_what_begins_as_that_second_ends_is_computed(site):
    make_edition("numbat", live_from=NOON + SECOND)
    assert "The numbat headline" not in site.get("/").text

    site.clock.at = NOON + SECOND

    assert "The numbat headline" in site.get("/").text


def test_who_asks_by_the_stamp_of_that_second_gets_the_page_whole(site, within):
    """Another change may have followed within it."""
    stamp = {"HTTP_IF_MODIFIED_SINCE": within["Last-Modified"]}

    assert site.get(PAGE, **stamp).status == site.directly(PAGE, **stamp).status == 200
