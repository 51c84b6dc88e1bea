"""Briefings to link to: those that readers have, by words of their headline."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings.models import Edition
from tests.desk.roles.people import make_somebody
from tests.documented import queries
from tests.making import LONG_AGO, make_draft, make_edition

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/briefings/draft/link-targets/"


def found(client, words):
    return [one["headline"] for one in client.get(ADDRESS, {"q": words}).json()["briefings"]]


def test_what_is_live_is_found_by_words_in_any_order_and_nothing_hidden_is(desk, settings):
    settings.SITE_URL = "https://news.example"
    make_edition("quokka", live_from=LONG_AGO, headline="The bridge at Miru opens")
    make_edition("numbat", live_from=timezone.now() + timedelta(hours=1), headline="The bridge closes")
    make_draft("bilby", headline="The bridge falls")
    gone = make_edition("potoroo", live_from=LONG_AGO, headline="The bridge burns")
    make_edition(
        "potoroo",
        briefing=gone.briefing,
        live_from=LONG_AGO + timedelta(days=1),
        kind=Edition.Kind.WITHDRAWN,
        headline="The bridge burns",
    )

    assert found(desk, "miru BRIDGE") == ["The bridge at Miru opens"]
    assert found(desk, "bridge") == ["The bridge at Miru opens"]
    assert (
        desk.get(ADDRESS, {"q": "miru"}).json()["briefings"][0]["address"] == "https://news.example/briefings/quokka/"
    )


@pytest.mark.parametrize("words", ["", " ", "\0", "%", "x" * 5000, "a " * 5000])
def test_whatever_is_asked_gets_an_answer(desk, words):
    assert found(desk, words) == []


def test_it_costs_the_same_for_any_number(desk, django_assert_num_queries):
    for word in ("quokka", "numbat", "bilby"):
        make_edition(word, live_from=LONG_AGO, headline=f"The bridge of the {word}")
    found(desk, "bridge")
    with django_assert_num_queries(queries("briefings of ours to link to")):
        found(desk, "bridge")


def test_whoever_edits_the_pages_of_the_site_alone_may_ask_as_well():
    assert found(make_somebody("admin").client, "bridge") == []
