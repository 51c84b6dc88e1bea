"""A briefing in several languages: each page leads to the others that readers have, and to nothing else."""

import re

import pytest

from briefings import workflow
from tests.front_door.asking import Site
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND
from tests.making import make_edition as make
from tests.visibility.test_languages import alternates

PAGE, GERMAN, ARABIC = "/briefings/quokka/", "/briefings/wombat/", "/briefings/numbat/"
AT = NOON + DAY


@pytest.fixture
def original(make_edition):
    return make_edition("quokka").briefing


def translated(make_edition, word, language, original, **values):
    return make_edition(word, language=language, translation_of=str(original.uuid), **values).briefing


def said(page: str) -> list[str]:
    """The lines on other languages, in words."""
    lines = re.findall(r'<p class="translated">(.*?)</p>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", line).split()) for line in lines]


def test_a_translation_leads_to_its_original_and_each_to_the_others(surfaces, make_edition, original):
    translated(make_edition, "wombat", "de", original)
    translated(make_edition, "numbat", "ar", original)
    everywhere = {"en": PAGE, "de": GERMAN, "ar": ARABIC}

    assert said(surfaces[PAGE].at(AT)) == ["Also in: العربيّة , Deutsch"]
    assert said(surfaces[GERMAN].at(AT)) == ["Übersetzt aus: The quokka headline", "In anderen Sprachen: العربيّة"]
    assert '<a href="/briefings/quokka/" hreflang="en" lang="en" dir="ltr">' in surfaces[GERMAN].at(AT)
    assert all(alternates(surfaces[path].at(AT)) == everywhere for path in everywhere.values())
    assert said(surfaces[f"{GERMAN}v/1/"].at(AT)) == []
    assert alternates(surfaces[f"{GERMAN}v/1/"].at(AT)) == {}


def test_nothing_tells_of_a_translation_before_it_begins(surfaces, make_edition, original):
    translated(make_edition, "wombat", "de", original, live_from=NOON + HOUR)
    before = NOON + HOUR - SECOND

    assert (said(surfaces[PAGE].at(before)), alternates(surfaces[PAGE].at(before))) == ([], {})
    assert said(surfaces[PAGE].at(NOON + HOUR)) == ["Also in: Deutsch"]


def test_nothing_tells_of_an_original_that_readers_do_not_have(surfaces, make_edition):
    original = make_edition("quokka", live_from=NOON + HOUR).briefing
    translated(make_edition, "wombat", "de", original, live_from=NOON)
    before = NOON + HOUR - SECOND

    assert (said(surfaces[GERMAN].at(before)), alternates(surfaces[GERMAN].at(before))) == ([], {})
    assert surfaces.showing("quokka", before) == set()
    assert said(surfaces[GERMAN].at(NOON + HOUR)) == ["Übersetzt aus: The quokka headline"]


def test_what_was_withdrawn_is_led_to_by_none(surfaces, make_edition):
    original = make_edition("quokka", live_from=LONG_AGO).briefing
    german = translated(make_edition, "wombat", "de", original, live_from=LONG_AGO)
    arabic = translated(make_edition, "numbat", "ar", original, live_from=LONG_AGO)

    workflow.withdraw(german, by=None, notice="It was not so.")

    assert said(surfaces[PAGE].at(NOON)) == ["Also in: العربيّة"]
    workflow.withdraw(original, by=None, notice="It was not so.")
    assert said(surfaces[ARABIC].at(NOON)) == []
    assert alternates(surfaces[PAGE].at(NOON)) == {}
    assert arabic


def test_what_an_edition_takes_back_is_no_translation_from_then_on(surfaces, make_edition, original):
    german = translated(make_edition, "wombat", "de", original)
    make_edition("wombat", briefing=german, language="de", live_from=NOON + HOUR)

    assert said(surfaces[PAGE].at(NOON)) == ["Also in: Deutsch"]
    assert said(surfaces[PAGE].at(NOON + HOUR)) == []


def test_of_two_in_one_language_the_first_is_led_to(surfaces, make_edition, original):
    translated(make_edition, "wombat", "de", original, live_from=NOON)
    translated(make_edition, "bilby", "de", original, live_from=NOON + HOUR)

    assert alternates(surfaces[PAGE].at(AT)) == {"en": PAGE, "de": GERMAN}


def test_a_briefing_may_follow_what_it_translates_another_of(surfaces, make_edition, original):
    before = make_edition("bilby").briefing
    translated(make_edition, "wombat", "de", original, follows=str(before.uuid))
    page = surfaces[GERMAN].at(AT)

    assert said(page) == ["Übersetzt aus: The quokka headline"]
    assert 'href="/briefings/bilby/"' in page


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_leads_to_a_new_translation_at_once():
    site = Site()
    original = make("quokka", live_from=NOON - DAY).briefing
    assert said(site.get(PAGE).text) == []

    german = make("wombat", live_from=NOON - HOUR, language="de", translation_of=str(original.uuid)).briefing
    assert said(site.get(PAGE).text) == ["Also in: Deutsch"]
    make("echidna", briefing=original, slug="quokka", live_from=NOON - SECOND)

    assert german
    assert said(site.get(GERMAN).text) == ["Übersetzt aus: The echidna headline"]
    site.door.close()
