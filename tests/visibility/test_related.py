"""What a briefing's page leads on to: what it follows, and the newest others on its first topic."""

import re

import pytest

from briefings import workflow
from tests.front_door.asking import Site
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND
from tests.making import make_edition as make

PAGE = "/briefings/quokka/"


def leads_to(page: str) -> list[str]:
    section = re.search(r'<section class="related".*?</section>', page, re.DOTALL)
    return re.findall(r'href="/briefings/([^"/]*)/"', section[0]) if section else []


def test_the_newest_others_on_its_first_topic_stand_there_four_at_most(surfaces, make_edition):
    make_edition("quokka", topics=("marmots", "wombats"))
    for number in range(6):
        make_edition(f"other-{number}", live_from=NOON + number * SECOND, topics=("marmots",))
    make_edition("elsewhere", topics=("wombats",))

    assert leads_to(surfaces[PAGE].at(NOON + DAY)) == ["other-5", "other-4", "other-3", "other-2"]
    assert 'href="/topics/marmots/rss.xml"' in surfaces[PAGE].at(NOON + DAY)


def test_what_it_follows_comes_first_and_once(surfaces, make_edition):
    before = make_edition("wombat", topics=("marmots",)).briefing
    make_edition("quokka", topics=("marmots",), follows=str(before.uuid))

    assert leads_to(surfaces[PAGE].at(NOON + DAY)) == ["wombat"]


def test_nothing_hidden_stands_there(surfaces, make_edition):
    before = make_edition("wombat", live_from=NOON, topics=("marmots",)).briefing
    make_edition("quokka", live_from=NOON, topics=("marmots",), follows=str(before.uuid))
    make_edition("numbat", live_from=NOON + HOUR, topics=("marmots",))

    assert leads_to(surfaces[PAGE].at(NOON + HOUR - SECOND)) == ["wombat"]
    assert leads_to(surfaces[PAGE].at(NOON + HOUR)) == ["wombat", "numbat"]


def test_what_was_withdrawn_does_not_though_it_is_what_the_briefing_follows(surfaces, make_edition):
    before = make_edition("wombat", live_from=LONG_AGO, topics=("marmots",)).briefing
    make_edition("quokka", live_from=LONG_AGO, topics=("marmots",), follows=str(before.uuid))

    workflow.withdraw(before, by=None, notice="It was not so.")

    assert leads_to(surfaces[PAGE].at(NOON)) == []


def test_an_edition_as_it_was_published_leads_to_nothing_of_today(surfaces, make_edition):
    make_edition("quokka", topics=("marmots",))
    make_edition("other", topics=("marmots",))

    assert leads_to(surfaces[f"{PAGE}v/1/"].at(NOON + DAY)) == []


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_leads_to_what_is_newest_at_once():
    site = Site()
    make("quokka", live_from=NOON - DAY, topics=("marmots",))
    assert leads_to(site.get(PAGE).text) == []

    make("numbat", live_from=NOON - SECOND, topics=("marmots",))

    assert leads_to(site.get(PAGE).text) == ["numbat"]
    site.door.close()
