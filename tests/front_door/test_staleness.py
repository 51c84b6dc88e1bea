"""A kept answer is given until what readers get changes, and never after."""

import os
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from briefings import workflow
from briefings.front_door.heads import HeadReader, SQLiteFile
from briefings.models import Briefing, LogHead
from briefings.public.moments import midnight_after
from tests.desk.pictures.making import figure_of, put_on_file
from tests.log.sql import only_on_sqlite
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, TICK, make_draft, make_edition
from tests.workflow.site_and_pages import set_site

PAGE = "/briefings/quokka/"
BEFORE = NOON - HOUR
only_on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a file has no server that goes away")


@pytest.fixture
def quokka(site):
    """A briefing that is live, its page in memory."""
    briefing = make_edition("quokka", live_from=BEFORE).briefing
    site.get(PAGE)
    return briefing


def change(briefing: Briefing, word: str = "wombat", **differences: object) -> None:
    make_edition(word, briefing=briefing, slug="quokka", **{"live_from": NOON - SECOND, **differences})


def test_the_second_to_ask_gets_the_first_ones_answer(site, quokka):
    assert not site.asks_django(PAGE)
    assert site.get(PAGE) == site.from_memory(PAGE) == site.directly(PAGE)
    assert "The quokka headline" in site.get(PAGE).text


def test_what_is_published_shows_with_the_next_request(site, quokka):
    change(quokka)

    assert site.from_memory(PAGE) is None
    assert "The wombat headline" in site.get(PAGE).text
    assert "The wombat headline" in site.from_memory(PAGE).text


def test_an_answer_that_was_overtaken_while_it_was_computed_is_not_kept(site, quokka):
    """Django has read the old text when the new one is published."""
    set_site(name="The Harbour Desk")
    site.django.afterwards = lambda: change(quokka)
    assert "The quokka headline" in site.get(PAGE).text
    site.django.afterwards = lambda: None

    assert site.from_memory(PAGE) is None
    assert "The wombat headline" in site.get(PAGE).text


def test_old_news_leave_at_their_moment_and_the_pages_stay_in_memory(site):
    make_edition("quokka", live_from=NOON - 48 * HOUR + SECOND)
    site.clock.at = NOON
    site.get(PAGE)
    assert "quokka" in site.get("/news-sitemap.xml").text

    site.clock.at = NOON + SECOND

    assert "quokka" not in site.get("/news-sitemap.xml").text
    assert not site.asks_django(PAGE)


def test_what_is_scheduled_shows_at_its_moment(site, quokka):
    change(quokka, live_from=NOON + HOUR)
    site.clock.at = NOON + HOUR - TICK
    site.get(PAGE)
    assert "The quokka headline" in site.from_memory(PAGE).text

    site.clock.at = NOON + HOUR

    assert site.from_memory(PAGE) is None
    assert "The wombat headline" in site.get(PAGE).text


def test_a_clock_that_is_set_back_finds_nothing_kept(site, quokka):
    make_edition("numbat", live_from=NOON - DAY)
    site.get(PAGE)

    site.clock.at = BEFORE - TICK

    assert site.from_memory(PAGE) is None
    assert site.get(PAGE).status == 404


def test_what_is_rolled_back_never_shows(site, quokka):
    with ThreadPoolExecutor(1) as reader, transaction.atomic():
        change(quokka)
        during = reader.submit(site.from_memory, PAGE).result(timeout=10)
        transaction.set_rollback(True)

    assert "The quokka headline" in during.text
    assert "The quokka headline" in site.from_memory(PAGE).text


def test_a_new_process_begins_with_nothing(open_site, site, quokka):
    new = open_site()

    assert new.from_memory(PAGE) is None
    assert new.get(PAGE) == site.get(PAGE)


def test_another_process_is_never_behind(open_site, site, quokka):
    """Each door reads the head itself: nobody tells it."""
    other = open_site()
    other.get(PAGE)
    for number, word in enumerate(("wombat", "numbat", "bilby")):
        change(quokka, word, live_from=BEFORE + (number + 1) * SECOND)
        for door in (site, other):
            assert f"The {word} headline" in door.get(PAGE).text


def test_rebuilding_forgets_all_that_is_kept(site, quokka):
    call_command("rebuild", verbosity=0)

    assert site.from_memory(PAGE) is None
    assert site.asks_django(PAGE)


def test_a_text_that_is_erased_by_order_is_gone_at_once(site):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    make_edition("wombat", briefing=briefing, slug="quokka", live_from=LONG_AGO + DAY)
    first = f"{PAGE}v/1/"
    assert "The quokka headline" in site.get(first).text

    workflow.erase(briefing, number=1, reason="An order", by=None)

    assert site.get(first).status == 404


def test_the_sites_new_name_shows_at_once(site, quokka):
    set_site(name="The Harbour Desk")

    assert "The Harbour Desk" in site.get(PAGE).text


def test_a_picture_goes_at_the_midnight_after_its_last_day(site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    last_day = timezone.localdate(NOON)
    make_edition("quokka", live_from=BEFORE, blocks=(figure_of(put_on_file(usable_until=last_day)),))
    midnight = midnight_after(last_day)
    site.clock.at = midnight - TICK
    assert "<figure" in site.get(PAGE).text
    assert "<figure" in site.from_memory(PAGE).text

    site.clock.at = midnight

    assert site.from_memory(PAGE) is None
    assert "<figure" not in site.get(PAGE).text


def test_a_notice_leaves_the_feed_after_thirty_days(site):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    workflow.withdraw(briefing, by=None, notice="It was not so.")
    gone = timezone.now() + timedelta(days=30)
    site.clock.at = gone - HOUR
    assert "It was not so." in site.get("/feeds/atom.xml").text

    site.clock.at = gone + HOUR

    assert "It was not so." not in site.get("/feeds/atom.xml").text


def test_before_anything_is_published_the_door_answers_too(site):
    assert LogHead.objects.count() == 0
    assert "The quokka headline" not in site.get("/").text

    make_edition("quokka", live_from=BEFORE)

    assert "The quokka headline" in site.get("/").text


def test_without_a_head_all_goes_to_django(open_site, tmp_path):
    make_edition("quokka", live_from=BEFORE)
    blind = open_site(heads=HeadReader(lambda: SQLiteFile({"NAME": tmp_path / "none"})))
    blind.clock.at = NOON

    assert [blind.asks_django(PAGE) for _ in range(3)] == [True] * 3
    assert "HTTP_HOST" in blind.django.environ
    assert "briefings.at" not in blind.django.environ
    assert blind.from_memory(PAGE) is None


@only_on_postgresql
def test_a_session_that_the_server_ended_is_opened_anew(site, quokka):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%%briefings_loghead%%' "
            "AND pid <> pg_backend_pid() AND datname = current_database()"
        )
    assert site.from_memory(PAGE) is None

    change(quokka)

    assert "The wombat headline" in site.get(PAGE).text
    assert "The wombat headline" in site.from_memory(PAGE).text


@only_on_sqlite
def test_a_file_that_was_put_in_the_place_of_the_sites_is_read_at_once(site, quokka):
    """As after a restore: whoever has the old file open reads on in it."""
    file = Path(connection.settings_dict["NAME"])
    backup = file.with_name("backup.sqlite3")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(backup)) as copy:
        source.backup(copy)
    make_draft("unseen")  # so that Django has the file open
    change(quokka)
    assert "The wombat headline" in site.get(PAGE).text

    for leftover in ("-wal", "-shm"):
        Path(f"{file}{leftover}").unlink()
    os.replace(backup, file)

    assert site.from_memory(PAGE) is None
    assert "The quokka headline" in site.get(PAGE).text
    assert "The quokka headline" in site.from_memory(PAGE).text


@pytest.mark.parametrize("look", [{"name": "Another Desk"}, {"accent_light": "#123c7a"}])
def test_a_page_names_another_share_card_as_soon_as_the_site_looks_otherwise(site, quokka, look):
    set_site(name="The Harbour Desk")
    before = re.findall(r'og:image" content="([^"]*)"', site.get(PAGE).text)

    set_site(**{"name": "The Harbour Desk", **look})

    after = re.findall(r'og:image" content="([^"]*)"', site.get(PAGE).text)
    assert len(before) == len(after) == 1
    assert before != after


def test_a_share_card_takes_no_room_from_pages(site, quokka):
    (card,) = re.findall(r'og:image" content="https://news.example([^"]*)"', site.get(PAGE).text)

    assert site.get(card).status == 200
    assert site.from_memory(card) is None
