"""The archive and the sitemaps by month: everything public is in one of them, and nothing else is."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.public import archive
from briefings.workflow import call_off
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK, make_draft
from tests.visibility.surfaces import Surface
from tests.visibility.walking import page, walked_back, walked_from
from tests.workflow import making

AT = NOON + 400 * DAY


def months_on(text):
    return re.findall(r'href="(/archive/\d{4}/\d\d/)">(\w+)</a>', text)


def headlines_on(text):
    return re.findall(r"<h2><a[^>]*>The (.+) headline</a>", text)


def sitemaps(surfaces, at):
    """The addresses of the index, each with its `lastmod`."""
    return dict(re.findall(r"<loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", surfaces["/sitemap.xml"].at(at)))


def test_the_archive_leads_to_each_month_in_which_something_was_first_published_newest_first(surfaces, make_edition):
    for number, days in enumerate((0, 1, 40, 400)):
        make_edition(f"no-{number}", live_from=NOON - days * DAY)

    text = surfaces["/archive/"].at(AT)

    assert months_on(text) == [
        ("/archive/2040/06/", "June"),
        ("/archive/2040/05/", "May"),
        ("/archive/2040/04/", "April"),
        ("/archive/2039/04/", "April"),
    ]
    assert re.findall(r'<h2 id="year-\d+">(\d+)</h2>', text) == ["2040", "2039"]


def test_every_page_leads_to_the_archive_and_the_home_page_at_its_end_too(surfaces, make_edition):
    make_edition()

    home, _, foot = surfaces["/"].at(AT).partition("<footer")
    for text in (home, foot, surfaces["/no-such-thing/"].at(AT).partition("<footer")[2]):
        assert 'href="/archive/"' in text


def test_an_empty_site_has_an_archive_and_a_sitemap(surfaces, db):
    assert "Nothing has been published yet." in surfaces["/archive/"].at(AT)
    assert list(sitemaps(surfaces, AT)) == ["https://news.example/sitemaps/pages.xml"]
    assert "<loc>https://news.example/</loc>" in surfaces["/sitemaps/pages.xml"].at(AT)


def test_a_month_has_its_briefings_by_first_publication_page_by_page(client, make_edition, monkeypatch):
    monkeypatch.setattr(archive, "ON_A_PAGE", 2)
    make_edition("before", live_from=datetime(2040, 4, 30, 23, 59, 59, 999999, tzinfo=UTC))
    editions = [make_edition(f"no-{n}", live_from=datetime(2040, 5, 1, n, tzinfo=UTC)) for n in range(5)]
    make_edition("after", live_from=datetime(2040, 6, 1, tzinfo=UTC))
    make_edition("changed", briefing=editions[1].briefing, live_from=NOON)

    pages = walked_from("/archive/2040/05/", client, AT)

    assert list(map(headlines_on, pages.values())) == [["no-4", "no-3"], ["no-2", "changed"], ["no-0"]]
    assert list(map(headlines_on, walked_back(pages, client, AT))) == list(map(headlines_on, pages.values()))
    first, *further = pages.values()
    assert "<title>May 2040 · " in first
    assert "<title>May 2040 · until 1 May 2040 · " in further[0]


def test_a_month_begins_at_midnight_in_the_newsrooms_zone(client, make_edition, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    make_edition("quokka", live_from=datetime(2040, 5, 31, 15, tzinfo=UTC))
    make_edition("wombat", live_from=datetime(2040, 5, 31, 15, tzinfo=UTC) - TICK)

    assert headlines_on(page("/archive/2040/06/", client, AT)) == ["quokka"]
    assert headlines_on(page("/archive/2040/05/", client, AT)) == ["wombat"]
    assert [path for path, _ in months_on(page("/archive/", client, AT))] == ["/archive/2040/06/", "/archive/2040/05/"]


@pytest.mark.parametrize("year", ["0000", "0999", "3000", "9999", "202", "20260"])
def test_a_year_that_no_address_names_is_unknown(surfaces, client, db, year):
    for path in (f"/archive/{year}/12/", f"/sitemaps/{year}-12.xml", f"/feeds/archive/{year}-12-31/atom.xml"):
        assert Surface("", path, client).answer(AT) == surfaces.unknown(AT), path
    for path in (
        "/archive/2040/13/",
        "/archive/2040/00/",
        "/sitemaps/2040-13.xml",
        "/feeds/archive/2040-02-30/rss.xml",
    ):
        assert Surface("", path, client).answer(AT) == surfaces.unknown(AT), path


def hidden_in_a_draft(make_edition):
    make_draft("quokka")


def hidden_until_later(make_edition):
    make_edition("quokka", live_from=NOON)


def called_off(make_edition):
    call_off(make_edition("quokka", live_from=NOON), by=None)


@pytest.mark.parametrize("hide", [hidden_in_a_draft, hidden_until_later, called_off])
def test_a_month_of_nothing_but_what_is_hidden_is_in_neither(surfaces, client, make_edition, hide):
    make_edition("ordinary", live_from=LONG_AGO)
    at = NOON - TICK
    before = surfaces["/archive/"].answer(at), surfaces["/sitemap.xml"].answer(at)

    hide(make_edition)

    assert (surfaces["/archive/"].answer(at), surfaces["/sitemap.xml"].answer(at)) == before
    for path in ("/archive/2040/06/", "/sitemaps/2040-06.xml"):
        assert Surface("", path, client).answer(at) == surfaces.unknown(at)


def test_a_month_whose_briefings_have_all_ended_is_in_neither(surfaces, make_edition):
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("ordinary", live_from=LONG_AGO - 60 * DAY)
    withdrawn = workflow.withdraw(edition.briefing, by=None, notice="Wrong.")

    assert [path for path, _ in months_on(surfaces["/archive/"].at(withdrawn.live_from))] == ["/archive/2020/04/"]
    assert not [url for url in sitemaps(surfaces, withdrawn.live_from) if "2020-06" in url]


def test_the_sitemaps_together_have_every_briefing_once_each_with_the_moment_of_its_text(
    surfaces, client, make_edition
):
    editions = [make_edition(f"no-{number}", live_from=NOON - number * 20 * DAY) for number in range(6)]
    make_edition("no-5", briefing=editions[5].briefing, live_from=NOON + HOUR, kind="minor")

    files = sitemaps(surfaces, AT)
    texts = [page(url.removeprefix("https://news.example"), client, AT) for url in files]
    listed = [entry for text in texts for entry in re.findall(r"no-(\d)/</loc><lastmod>([^<]*)<", text)]

    assert sorted(number for number, _ in listed) == list("012345")
    assert dict(listed)["5"] == "2040-06-01T13:00:00+00:00"
    assert dict(listed)["4"] == f"{NOON - 80 * DAY:%Y-%m-%dT%H:%M:%S}+00:00"


def test_the_index_says_when_a_file_last_changed(surfaces, make_edition):
    first = make_edition("one", live_from=LONG_AGO)
    other = make_edition("two", live_from=LONG_AGO + HOUR)
    url = "https://news.example/sitemaps/2020-06.xml"

    assert sitemaps(surfaces, LONG_AGO)[url] == "2020-06-01T12:00:00+00:00"
    assert sitemaps(surfaces, LONG_AGO + DAY)[url] == "2020-06-01T13:00:00+00:00"
    make_edition("one", briefing=first.briefing, live_from=LONG_AGO + 90 * DAY, kind="minor")
    make_edition("one", briefing=first.briefing, live_from=NOON)
    assert sitemaps(surfaces, LONG_AGO + 91 * DAY)[url] == f"{LONG_AGO + 90 * DAY:%Y-%m-%dT%H:%M:%S}+00:00"
    withdrawn = workflow.withdraw(other.briefing, by=None, notice="Wrong.")
    changed = timezone.localtime(withdrawn.live_from).isoformat()
    assert sitemaps(surfaces, withdrawn.live_from)[url] == changed


def test_a_sitemap_has_no_more_addresses_than_one_may_have(surfaces, client, make_edition, monkeypatch):
    monkeypatch.setattr(archive, "MOST_IN_SITEMAP", 2)
    for number in range(3):
        make_edition(f"no-{number}", live_from=NOON + number * HOUR)

    assert re.findall(r"no-(\d)/", page("/sitemaps/2040-06.xml", client, AT)) == ["2", "1"]


def test_an_imported_briefing_of_years_ago_stands_in_the_month_of_its_true_date(surfaces, client, make_edition):
    make_edition("quokka")
    draft = making.make_draft(headline="The relic headline")
    then = "1987-03-02T10:00:00+00:00"
    making.make_edition(draft.briefing, live_from=LONG_AGO, kind="imported", first_published=then)

    assert [path for path, _ in months_on(surfaces["/archive/"].at(AT))] == ["/archive/2040/06/", "/archive/1987/03/"]
    assert headlines_on(page("/archive/1987/03/", client, AT)) == ["relic"]
