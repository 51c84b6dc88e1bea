"""The front page and the feeds of each language: there while something is live in it, and told by nothing before."""

import json
import re

import pytest
from django.urls import get_resolver
from django.utils import timezone

from briefings import workflow
from tests.front_door.asking import Site
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND
from tests.making import make_edition as make
from tests.workflow.site_and_pages import place

AT = NOON + DAY


def headlines(page: str) -> list[str]:
    return re.findall(r"The ([\w-]+) headline", page.partition("<main")[2])


def ways(page: str) -> list[tuple[str, str]]:
    """The switch of languages: where each leads, and its name."""
    nav = re.search(r'<nav class="languages".*?</nav>', page, re.DOTALL)
    return re.findall(r'href="([^"]*)"[^>]*>([^<]*)</a>', nav[0]) if nav else []


def alternates(page: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="https?://[^/]*(/[^"]*)">', page))


def test_while_there_is_one_language_all_is_as_it_was(surfaces, make_edition):
    make_edition("quokka")
    page = surfaces["/"].at(AT)

    assert (headlines(page), ways(page), alternates(page)) == (["quokka"], [], {})
    assert 'href="/en/' not in page
    assert "/en/feeds/" not in surfaces["/feeds/"].at(AT)
    assert surfaces["/en/"].answer(AT)["Location"] == "/"


def test_one_language_that_is_not_the_sites_stands_at_home(surfaces, make_edition):
    make_edition("quokka", language="de")

    assert headlines(surfaces["/"].at(AT)) == ["quokka"]
    assert surfaces["/de/"].answer(AT)["Location"] == "/"


def test_each_language_has_its_front_page_and_they_lead_to_each_other(surfaces, make_edition):
    for word, language in (("quokka", "en"), ("wombat", "de"), ("numbat", "ar"), ("bilby", "en-GB")):
        make_edition(word, language=language)
    named = [("/", "English"), ("/ar/", "العربيّة"), ("/de/", "Deutsch")]
    others = {"en": "/", "ar": "/ar/", "de": "/de/", "x-default": "/"}

    for path, words, language in (
        ("/", {"quokka", "bilby"}, "en"),
        ("/de/", {"wombat"}, "de"),
        ("/ar/", {"numbat"}, "ar"),
    ):
        page = surfaces[path].at(AT)
        assert set(headlines(page)) == words
        assert (ways(page), alternates(page)) == (named, others)
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
        assert f'<a class="site" href="{path}">' in page
        assert f'href="/{language}/feeds/rss.xml"' in page
    assert "Neueste Briefings" in surfaces["/de/"].at(AT)
    assert surfaces["/en/"].answer(AT)["Location"] == "/"
    assert all(
        f"<loc>https://news.example{path}</loc>" in surfaces["/sitemaps/pages.xml"].at(AT)
        for path in ("/", "/ar/", "/de/")
    )
    assert "/de/feeds/atom.xml" in surfaces["/feeds/"].at(AT)


def test_where_nothing_is_in_the_sites_language_all_stands_at_home(surfaces, make_edition):
    make_edition("wombat", language="de")
    make_edition("numbat", language="fr")

    assert sorted(headlines(surfaces["/"].at(AT))) == ["numbat", "wombat"]
    assert headlines(surfaces["/fr/"].at(AT)) == ["numbat"]
    assert ways(surfaces["/"].at(AT)) == [("/de/", "Deutsch"), ("/fr/", "Français")]


def test_a_language_without_a_catalogue_says_its_labels_in_the_sites(surfaces, make_edition):
    make_edition("quokka")
    make_edition("wombat", language="pl")
    page = surfaces["/pl/"].at(AT)

    assert '<html lang="en" dir="ltr">' in page
    assert re.search(r'<article[^>]* lang="pl"', page)
    assert ("/pl/", "Polski") in ways(page)


def test_nothing_tells_of_a_language_before_its_first_briefing_begins(surfaces, make_edition):
    make_edition("quokka")
    make_edition("wombat", live_from=NOON + HOUR, language="fr")
    before = NOON + HOUR - SECOND

    assert surfaces["/fr/"].answer(before) == surfaces.unknown(before)
    assert surfaces["/fr/feeds/rss.xml"].answer(before)["Access-Control-Allow-Origin"] == ""
    assert surfaces["/fr/feeds/rss.xml"].answer(before) == surfaces.unknown(before)
    assert surfaces.showing("/fr/", before) == set()
    assert surfaces.showing("Français", before) == set()
    assert headlines(surfaces["/fr/"].at(NOON + HOUR)) == ["wombat"]
    assert ("/fr/", "Français") in ways(surfaces["/"].at(NOON + HOUR))


def test_a_language_goes_with_its_last_briefing_and_its_feed_tells_so(surfaces, make_edition):
    make_edition("quokka", live_from=LONG_AGO)
    wombat = make_edition("wombat", live_from=LONG_AGO, language="fr").briefing
    workflow.withdraw(wombat, by=None, notice="It was not so.")
    now = timezone.now()

    assert surfaces["/fr/"].answer(now) == surfaces.unknown(now)
    assert ways(surfaces["/"].at(now)) == []
    assert "It was not so." in surfaces["/fr/feeds/rss.xml"].at(now)
    assert "It was not so." in surfaces["/feeds/rss.xml"].at(now)
    assert surfaces["/fr/feeds/rss.xml"].answer(now + 31 * DAY).status == 404


def test_what_subscribers_have_goes_on_and_each_feed_says_its_true_language(surfaces, make_edition):
    make_edition("quokka")
    assert "<language>en</language>" in surfaces["/feeds/rss.xml"].at(AT)
    make_edition("wombat", language="de", topics=("marmots",))

    for name in ("rss.xml", "atom.xml", "feed.json"):
        assert {"quokka", "wombat"} <= set(re.findall(r"The (\w+) headline", surfaces[f"/feeds/{name}"].at(AT)))
        only = surfaces[f"/de/feeds/{name}"].at(AT)
        assert set(re.findall(r"The (\w+) headline", only)) == {"wombat"}
        assert "quokka" not in only
    assert "<language>" not in surfaces["/feeds/rss.xml"].at(AT)
    assert "<language>de</language>" in surfaces["/de/feeds/rss.xml"].at(AT)
    assert "<language>de</language>" in surfaces["/topics/marmots/rss.xml"].at(AT)
    assert re.search(r'<feed [^>]*xml:lang="de"', surfaces["/de/feeds/atom.xml"].at(AT))
    assert re.search(r'<feed [^>]*xml:lang="en"', surfaces["/feeds/atom.xml"].at(AT))
    assert json.loads(surfaces["/de/feeds/feed.json"].answer(AT).body)["language"] == "de"
    assert "language" not in json.loads(surfaces["/feeds/feed.json"].answer(AT).body)


def test_an_entry_has_one_id_in_every_feed_that_holds_it(surfaces, make_edition):
    make_edition("quokka")
    make_edition("wombat", language="de")

    [only] = json.loads(surfaces["/de/feeds/feed.json"].answer(AT).body)["items"]

    assert only in json.loads(surfaces["/feeds/feed.json"].answer(AT).body)["items"]


def test_a_list_of_a_language_goes_on_to_its_own_older_ones(surfaces, make_edition):
    for number in range(52):
        make_edition(f"german-{number}", live_from=NOON + number * SECOND, language="de")
    make_edition("quokka", live_from=NOON)

    first = surfaces["/de/"].at(AT)
    older = re.search(r'href="(/de/\?before=[^"]*)"', first)[1]
    second = surfaces[older].at(AT)

    assert (len(headlines(first)), headlines(second)) == (50, ["german-1", "german-0"])
    assert 'href="/de/"' in second
    assert alternates(second) == {}


@pytest.mark.django_db
def test_what_editors_place_stands_on_the_front_page_of_its_language(client):
    quokka, wombat = (
        make(word, live_from=LONG_AGO, language=language).briefing
        for word, language in (("quokka", "en"), ("wombat", "de"))
    )
    make("bilby", live_from=LONG_AGO + DAY)
    make("numbat", live_from=LONG_AGO + DAY, language="de")

    place(wombat, quokka)

    assert headlines(client.get("/").content.decode()) == ["quokka", "bilby"]
    assert headlines(client.get("/de/").content.decode()) == ["wombat", "numbat"]


def test_no_other_address_begins_like_a_language():
    others = [str(one.pattern) for one in get_resolver().url_patterns if not str(one.pattern).startswith("<language:")]

    assert [name for name in others if re.match(r"\^?[a-z]{2,3}(?:-[A-Z][a-z]{3})?/", name)] == []


@pytest.mark.django_db(transaction=True)
def test_the_front_door_lets_nobody_have_a_front_page_that_has_changed():
    site = Site()
    make("quokka", live_from=NOON - DAY)
    assert site.get("/de/").status == 404
    assert ways(site.get("/").text) == []

    make("wombat", live_from=NOON - SECOND, language="de")

    assert headlines(site.get("/de/").text) == ["wombat"]
    assert ways(site.get("/").text) == [("/", "English"), ("/de/", "Deutsch")]
    site.door.close()
