"""What is kept of a former period: a page that would be the same again is not made again, and no other goes out."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefings import workflow
from briefings.models import Person, StoredText, Topic
from tests.log.sql import only_on_sqlite
from tests.making import DAY, HOUR, NOON, SECOND, make_edition
from tests.workflow.site_and_pages import set_site

PAGE = "/briefings/quokka/"
PAGES = (PAGE, f"{PAGE}v/1/", f"{PAGE}history/")
NAMES_NOBODY = {"blocks": (), "authors": ()}
BROTLI = {"HTTP_ACCEPT_ENCODING": "br"}


@pytest.fixture
def quokka(site):
    """A briefing on a topic, its pages in memory; and then something else is published."""
    briefing = make_edition("quokka", live_from=NOON - DAY, topics=("Marsupials",)).briefing
    for page in PAGES:
        site.get(page, **BROTLI)
    make_edition("numbat", live_from=NOON - SECOND)
    return briefing


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_would_be_the_same_is_not_made_again(site, quokka, page):
    site.get("/robots.txt")  # which reads the frame of all pages
    with CaptureQueriesContext(connection) as asked:
        compressed = site.get(page, **BROTLI)

    assert not [query for query in asked if StoredText._meta.db_table in query["sql"]]
    assert compressed == site.from_memory(page, **{"accept-encoding": "br"})
    assert site.get(page) == site.from_memory(page) == site.directly(page)


def test_what_changed_between_two_editions_is_not_compared_again_until_there_is_another(site, quokka):
    changes = f"{PAGE}changes/1/2/"
    make_edition("wombat", briefing=quokka, slug="quokka", live_from=NOON - HOUR)
    assert site.get(changes).text.count("<ins>") > 1
    make_edition("bilby", live_from=NOON - SECOND / 2)
    site.get("/robots.txt")  # which reads the frame of all pages

    with CaptureQueriesContext(connection) as asked:
        site.get(changes)

    assert not [query for query in asked if StoredText._meta.db_table in query["sql"]]
    assert site.get(changes) == site.directly(changes)
    make_edition("emu", briefing=quokka, slug="quokka", live_from=NOON - SECOND / 4)
    assert f"{PAGE}changes/2/3/" in site.get(changes).text


def test_its_stamp_is_that_of_the_last_change(site, quokka):
    before = site.directly(PAGE)["Last-Modified"]
    make_edition("bilby", live_from=NOON - SECOND / 2)
    site.clock.at = NOON + HOUR

    assert before != site.get(PAGE)["Last-Modified"] == site.directly(PAGE)["Last-Modified"]


@pytest.mark.parametrize("page", PAGES[:2])
def test_todays_name_of_a_topic_leads_there_at_once(site, quokka, page):
    workflow.rename_topic(Topic.objects.get(), name="Pouched mammals", by=None)
    site.clock.at = NOON + HOUR

    assert 'href="/topics/pouched-mammals/"' in site.get(page).text
    assert site.get(page) == site.directly(page)


def test_todays_address_of_a_speaker_stands_there_at_once(site, quokka):
    speaker = Person.objects.get(name="quokka speaker")
    workflow.file_person(speaker, name="Ada Quill", kind="public", by=None)
    site.clock.at = NOON + HOUR

    assert 'href="/people/ada-quill/"' in site.get(PAGE).text
    assert site.get(PAGE) == site.directly(PAGE)


def test_the_address_for_errors_stands_there_at_once(site, quokka):
    set_site(error_address="errors@news.example")
    site.clock.at = NOON + HOUR

    assert "mailto:errors@news.example" in site.get(PAGE).text
    assert site.get(PAGE) == site.directly(PAGE)


def test_two_changes_within_a_second_are_two(site, quokka):
    """Their stamps are the same."""
    site.clock.at = NOON - SECOND / 4
    for word in ("wombat", "bilby"):
        make_edition(word, briefing=quokka, slug="quokka", live_from=site.clock.at)
        assert f"The {word} headline" in site.get(PAGE).text
        site.clock.at += SECOND / 8


def test_an_address_that_leads_on_since_then_is_kept(site, quokka):
    make_edition("wombat", briefing=quokka, slug="wombat", live_from=NOON - SECOND / 2)

    assert site.get(PAGE).status == 301
    assert site.from_memory(PAGE) == site.directly(PAGE)


def test_a_list_that_is_the_same_again_is_not_compressed_again(site, quokka):
    compressed = site.get("/archive/", **BROTLI)
    make_edition("bilby", live_from=NOON - SECOND / 2)

    assert site.get("/archive/").text.count("<li>") > 0

    assert site.from_memory("/archive/", **{"accept-encoding": "br"}).body == compressed.body


@only_on_sqlite
def test_in_another_file_the_same_numbers_are_other_texts(site):
    """A restored database counts its rows as the one before did."""
    file = Path(connection.settings_dict["NAME"])
    empty = file.with_name("empty.sqlite3")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(empty)) as copy:
        source.backup(copy)
    make_edition("quokka", live_from=NOON - HOUR, lede="It swam.", **NAMES_NOBODY)
    assert "It swam." in site.get(PAGE).text
    connection.close()

    for leftover in ("-wal", "-shm"):
        Path(f"{file}{leftover}").unlink(missing_ok=True)
    os.replace(empty, file)
    make_edition("quokka", live_from=NOON - HOUR, lede="It flew.", **NAMES_NOBODY)

    assert "It flew." in site.get(PAGE).text
