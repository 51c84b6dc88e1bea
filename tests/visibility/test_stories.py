"""Stories: an older briefing says that a newer one is there, and a page tells the whole of it from the first on."""

import re

import pytest

from briefings import workflow
from briefings.public import stories
from tests.front_door.asking import Site
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_question
from tests.making import make_edition as make
from tests.visibility.telling import AFTER as AT
from tests.visibility.telling import told, where

NEWER = "There is a newer briefing in this story:"


def newer_on(page):
    return re.findall(rf'{NEWER} <a href="/briefings/([^"/]*)/"', page)


def test_an_older_briefing_says_that_a_newer_one_is_there_and_from_when(surfaces, make_story):
    make_story("quokka", "wombat", "numbat")

    page = surfaces["/briefings/quokka/"].at(AT)

    assert newer_on(page) == ["wombat"]
    assert "The wombat headline</a>, <time" in page
    assert page.index(NEWER) < page.index('class="lede"')
    assert newer_on(surfaces["/briefings/numbat/"].at(AT)) == []


def test_it_says_so_from_the_moment_of_the_newer_one_on_and_of_several_names_the_last(surfaces, make_story):
    make_story("quokka", "wombat")
    first, begins = make_story("bilby")[0], NOON + DAY

    for hours, word in enumerate(("emu", "dingo")):
        make(word, live_from=NOON + hours * HOUR, follows=str(first.uuid))

    assert newer_on(surfaces["/briefings/quokka/"].at(begins - SECOND)) == []
    assert newer_on(surfaces["/briefings/quokka/"].at(begins)) == ["wombat"]
    assert newer_on(surfaces["/briefings/bilby/"].at(AT)) == ["dingo"]


def test_what_was_withdrawn_or_turned_elsewhere_is_no_newer_one(surfaces, make_story, make_edition):
    _first, second = make_story("quokka", "wombat", live_from=LONG_AGO)
    _other, third = make_story("bilby", "emu", live_from=LONG_AGO)

    workflow.withdraw(second, by=None, notice="It was not so.")
    make_edition("emu", slug="emu", briefing=third, live_from=LONG_AGO + 9 * DAY)

    assert newer_on(surfaces["/briefings/quokka/"].at(AT)) == []
    assert newer_on(surfaces["/briefings/bilby/"].at(LONG_AGO + 8 * DAY)) == ["emu"]
    assert newer_on(surfaces["/briefings/bilby/"].at(AT)) == []
    assert where(surfaces, "quokka") == (301, "/briefings/quokka/")
    assert where(surfaces, "bilby") == (301, "/briefings/bilby/")


def test_an_edition_as_published_says_nothing_of_it(surfaces, make_story):
    make_story("quokka", "wombat")

    assert NEWER not in surfaces["/briefings/quokka/v/1/"].at(AT)


def test_a_story_is_told_from_the_first_to_the_newest_with_a_sentence_each(surfaces, make_story):
    make_story("quokka", "wombat", "numbat", lede="They met. They left.")

    page = surfaces["/stories/quokka/"].at(AT)

    assert told(surfaces, "quokka") == ["quokka", "wombat", "numbat"]
    assert page.count("<p>They met.</p>") == 3
    assert "They left." not in page
    assert '<h1><a href="/briefings/numbat/">' in page


def test_its_open_questions_lead_to_their_places_and_answered_ones_are_not_there(surfaces, make_story):
    still_open = make_question("Will it last?", open="shown")
    make_story("quokka", "wombat", faq=(still_open, make_question("Did it rain?", answer="<p>Yes.</p>")))

    page = surfaces["/stories/quokka/"].at(AT)

    assert f'href="/briefings/quokka/#{still_open.key}"' in page
    assert f'href="/briefings/wombat/#{still_open.key}"' in page
    assert "Did it rain?" not in page


def test_of_more_questions_than_fit_those_of_its_first_briefings_are_shown_in_their_order(
    surfaces, make_edition, monkeypatch
):
    monkeypatch.setattr(stories, "MOST_QUESTIONS", 3)
    # Published in another order than that of the story, so that the rows come from the database in another too.
    first, second = (make_edition(word, live_from=NOON + day * DAY).briefing for day, word in enumerate(("one", "two")))
    asked = [[make_question(f"{word} {n}?", open="shown") for n in (1, 2)] for word in ("One", "Two")]
    make_edition("two", briefing=second, live_from=NOON + 2 * DAY, follows=str(first.uuid), faq=tuple(asked[1]))
    make_edition("one", briefing=first, live_from=NOON + 3 * DAY, faq=tuple(asked[0]))

    page = surfaces["/stories/one/"].at(AT)

    assert re.findall(r"(?:One|Two) \d\?", page) == ["One 1?", "One 2?", "Two 1?"]


def test_its_timeline_tells_what_was_published_and_changed_in_the_order_of_time(surfaces, make_story, make_edition):
    first, _second = make_story("quokka", "wombat")
    make_edition("bilby", slug="quokka", briefing=first, live_from=NOON + 2 * DAY)
    make_edition("emu", slug="quokka", briefing=first, kind="minor", live_from=NOON + 3 * DAY)

    timeline = surfaces["/stories/quokka/"].at(AT).split("What happened when")[1]

    assert re.findall(r'<p><a href="([^"]*)">', timeline) == [
        "/briefings/quokka/",
        "/briefings/wombat/",
        "/briefings/quokka/changes/1/2/",
    ]
    assert "The bilby note." in timeline


def test_a_change_stays_in_it_when_the_text_before_was_erased(surfaces, make_story, make_edition):
    first, _second = make_story("one", "two", live_from=LONG_AGO)
    make_edition("bilby", slug="one", briefing=first, kind="major", live_from=LONG_AGO + HOUR)

    workflow.erase(first, number=1, reason="order", by=None)

    page = surfaces["/stories/one/"].at(AT)
    assert "The bilby note." in page
    assert "/briefings/one/changes/" not in page


def test_every_other_briefing_of_it_leads_to_its_first_and_former_slugs_do(surfaces, make_story, make_edition):
    first, _second, _third = make_story("quokka", "wombat", "numbat")
    make_edition("bilby", briefing=first, live_from=NOON + 5 * DAY)

    assert where(surfaces, "quokka", NOON + 3 * DAY) == (200, "")
    for slug in ("quokka", "wombat", "numbat"):
        assert where(surfaces, slug) == (301, "/stories/bilby/")
    assert told(surfaces, "bilby") == ["bilby", "wombat", "numbat"]


def test_what_follows_nothing_and_is_followed_by_nothing_is_no_story_and_leads_to_the_briefing(surfaces, make_story):
    make_story("quokka", "wombat")

    assert where(surfaces, "quokka", NOON + DAY - SECOND) == (301, "/briefings/quokka/")
    assert surfaces["/stories/wombat/"].answer(NOON + DAY - SECOND) == surfaces.unknown(NOON + DAY - SECOND)
    assert told(surfaces, "quokka", NOON + DAY) == ["quokka", "wombat"]


def test_briefings_that_follow_each_other_are_one_story_of_the_oldest(surfaces, make_story, make_edition):
    first, _second, third = make_story("quokka", "wombat", "numbat")
    make_edition("quokka", briefing=first, live_from=NOON + 5 * DAY, follows=str(third.uuid))

    assert told(surfaces, "quokka") == ["quokka", "wombat", "numbat"]
    assert where(surfaces, "wombat") == where(surfaces, "numbat") == (301, "/stories/quokka/")


def test_a_briefing_that_follows_itself_is_no_story(surfaces, make_story, make_edition):
    [alone] = make_story("quokka")
    make_edition("quokka", briefing=alone, live_from=NOON + DAY, follows=str(alone.uuid))

    assert where(surfaces, "quokka") == (301, "/briefings/quokka/")
    assert newer_on(surfaces["/briefings/quokka/"].at(AT)) == []


@pytest.mark.parametrize(("bound", "most"), [("MOST_BRIEFINGS", 2), ("MOST_STEPS", 1)])
def test_a_story_that_is_too_long_says_so(surfaces, make_story, monkeypatch, bound, most):
    make_story("quokka", "wombat", "numbat")
    whole = surfaces["/stories/quokka/"].at(AT)
    monkeypatch.setattr(stories, bound, most)

    cut = surfaces["/stories/quokka/"].at(AT + SECOND)

    assert "longer than one page" in cut
    assert told(surfaces, "quokka", AT + SECOND) == ["quokka", "wombat"]
    assert "longer than one page" not in whole


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_tells_of_a_newer_briefing_at_once():
    site = Site()
    first = make("quokka", live_from=NOON - DAY).briefing
    assert newer_on(site.get("/briefings/quokka/").text) == []

    make("wombat", live_from=NOON - SECOND, follows=str(first.uuid))

    assert newer_on(site.get("/briefings/quokka/").text) == ["wombat"]
    site.door.close()
