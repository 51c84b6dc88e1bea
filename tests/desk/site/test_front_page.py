"""The front page on the desk: a form that loses nothing, and says what is wrong at its field."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import FrontPlace, FrontRecord
from briefings.workflow.pages import front_page
from tests.desk.sheets import fields_of, messages, posted
from tests.making import make_edition

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/frontpage/"


def sent(client, **values):
    return posted(client, PAGE, fields_of(client.get(PAGE), "front_form") | {"_save": "1"} | values)


def placed():
    return [place.briefing for place in front_page.current_front()[0].places]


def test_what_is_chosen_stands_on_the_front_page_and_in_the_form(desk, briefings):
    quokka, _wombat, numbat = (str(one.uuid) for one in briefings)

    answer = sent(desk, briefing_1=numbat, briefing_3=quokka, until_3="2199-01-31T14:05")

    assert messages(answer) == ["Saved. Readers see it from now on."]
    assert placed() == [numbat, quokka]
    fields = fields_of(desk.get(PAGE), "front_form")
    assert (fields["briefing_1"], fields["briefing_2"], fields["until_2"]) == (numbat, quokka, "2199-01-31T14:05")
    assert "2 places" in desk.get(PAGE).content.decode()


def test_everything_that_is_wrong_stands_at_its_field_and_nothing_is_lost(desk, briefings):
    quokka = str(briefings[0].uuid)

    answer = sent(desk, briefing_1=quokka, briefing_2=quokka, until_2="soon", until_4="2199-01-31T14:05")

    page = answer.content.decode()
    assert "Not saved yet: 3 fields need a look." in page
    for words in ("It has a place above already.", "This is no day and time.", "Choose the briefing that stands here"):
        assert words in page
    fields = fields_of(answer, "front_form")
    assert (fields["briefing_2"], fields["until_2"], fields["until_4"]) == (quokka, "soon", "2199-01-31T14:05")
    assert placed() == []


def test_who_is_overtaken_sees_what_stands_there_and_keeps_their_own(desk, briefings):
    quokka, wombat, _numbat = (str(one.uuid) for one in briefings)
    fields = fields_of(desk.get(PAGE), "front_form")
    workflow.set_front(FrontRecord(places=(FrontPlace(briefing=wombat),)), by=None, expected="")

    answer = posted(desk, PAGE, fields | {"_save": "1", "briefing_1": quokka})

    page = answer.content.decode()
    assert "Somebody changed this meanwhile." in page
    assert "The wombat headline" in page.split("What stands there now")[1].split("</ol>")[0]
    again = fields_of(answer, "front_form")
    assert again["briefing_1"] == quokka
    assert messages(posted(desk, PAGE, again | {"_save": "1"})) == ["Saved. Readers see it from now on."]
    assert placed() == [quokka]


def test_what_was_withdrawn_leaves_the_form_with_its_moment(desk, briefings):
    quokka, wombat, _numbat = briefings
    sent(desk, briefing_1=str(quokka.uuid), until_1="2199-01-31T14:05", briefing_2=str(wombat.uuid))
    workflow.withdraw(quokka, by=None, notice="It was not so.")

    assert messages(sent(desk)) == ["Saved. Readers see it from now on."]
    assert placed() == [str(wombat.uuid)]


def test_an_empty_place_above_others_says_that_they_move_up(desk, briefings):
    quokka, wombat, _numbat = (str(one.uuid) for one in briefings)
    sent(desk, briefing_1=quokka, briefing_2=wombat)

    refused = sent(desk, briefing_1="", briefing_2=quokka, briefing_4=wombat)

    assert "Nothing was changed." in refused.content.decode()
    gaps = re.findall(r'id="place-(\d)".*?<p class="help gap"( hidden)?>', refused.content.decode(), re.DOTALL)
    assert [number for number, is_hidden in gaps if not is_hidden] == ["1", "3"]


def test_a_language_that_is_not_the_sites_is_folded_says_what_leads_it_and_opens_at_an_error(desk, briefings):
    german = make_edition("bilby", live_from=timezone.now() - timedelta(days=1), language="de").briefing
    make_edition("dunnart", live_from=timezone.now() - timedelta(hours=1), language="de")

    def folds(answer):
        found = re.findall(r"<details class=\"front-of\"( open)?>.*?<h2[^>]*>(\w+)</h2>(.*?)</summary>", text(answer))
        return {name: (bool(is_open), re.sub(r"<[^>]*>", "", words).strip()) for is_open, name, words in found}

    def text(answer):
        return " ".join(answer.content.decode().split())

    shown = folds(desk.get(PAGE))
    assert shown["Deutsch"] == (False, "The newest: The dunnart headline")
    assert shown["English"][0]
    sent(desk, briefing_de_1=str(german.uuid))
    is_open, words = folds(desk.get(PAGE))["Deutsch"]
    assert (is_open, words.partition(" · ")[0]) == (False, "The bilby headline")
    assert folds(sent(desk, briefing_de_1="", until_de_2="soon"))["Deutsch"][0]
    again = fields_of(desk.get(PAGE), "front_form")
    assert folds(desk.post(PAGE, again | {"_move": "first de_1"}))["Deutsch"][0]


def test_each_language_has_its_places_and_is_offered_its_own(desk, briefings):
    german = make_edition("bilby", live_from=timezone.now() - timedelta(days=1), language="de").briefing
    quokka, bilby = str(briefings[0].uuid), str(german.uuid)

    assert messages(sent(desk, briefing_1=quokka, briefing_de_1=bilby)) == ["Saved. Readers see it from now on."]

    assert placed() == [quokka, bilby]
    fields = fields_of(desk.get(PAGE), "front_form")
    assert (fields["briefing_1"], fields["briefing_de_1"], fields["briefing_2"]) == (quokka, bilby, "")
    page = desk.get(PAGE).content.decode()
    assert ('<h2 lang="en">English</h2>' in page, '<h2 lang="de">Deutsch</h2>' in page) == (True, True)
    assert len(set(re.findall(r'id="place-\w+" aria-label="([^"]+)"', page))) == 12  # each by a name of its own
    assert "Not saved yet" in sent(desk, briefing_2=bilby).content.decode()
