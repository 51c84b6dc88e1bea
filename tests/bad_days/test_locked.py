"""A lock that is held for a minute: readers are served at once, and each of many editors has the text back in time."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest

from config.databases import LONGEST_LOCK_OF_ANSWERS
from tests import postgres
from tests.bad_days.editing import assert_saved, assert_text_is_back, opened
from tests.bad_days.sites import WITH_DATABASES_OF_THEIR_OWN
from tests.desk.sheets import fields_of

pytestmark = [pytest.mark.slow, WITH_DATABASES_OF_THEIR_OWN]
HELD = 60
EDITORS = 7
"""More than the desk has threads."""
LONGER_THAN_USUAL = "Something else is being written for longer than usual, so this was not saved."


def sent(browser, where, fields):
    begun = time.monotonic()
    return browser.post(where, fields), time.monotonic() - begun


def read_all_the_while(browser, until):
    """How long each reader waited."""
    waits = []
    while time.monotonic() < until:
        begun = time.monotonic()
        assert browser.get("/briefings/quokka/").status == 200
        assert browser.get("/?fresh=1").status == 200
        waits.append(time.monotonic() - begun)
        time.sleep(0.5)
    return waits


def test_sqlites_write_lock(open_site, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    site = open_site(data)
    editors = [site.browser() for _ in range(EDITORS)]
    for editor in editors:
        editor.log_in("mira")
    forms = [opened(editor) for editor in editors]
    with closing(sqlite3.connect(data / "briefings.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + HELD
        with ThreadPoolExecutor(EDITORS + 1) as threads:
            reading = threads.submit(read_all_the_while, site.browser(), until)
            saves = [threads.submit(sent, editor, *form) for editor, form in zip(editors, forms, strict=True)]
            answers = [save.result() for save in saves]
            waits = reading.result()
        other.execute("ROLLBACK")

    for page, waited in answers:
        assert_text_is_back(page, LONGER_THAN_USUAL)
        assert waited < 3 * LONGEST_LOCK_OF_ANSWERS
    assert max(waits) < 5
    assert len(waits) > 20
    assert_saved(editors[0], forms[0][0], answers[0][0])


def test_the_row_of_the_logs_head_on_postgresql(open_site, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    with postgres.server() as url:
        site = open_site(data, url)
        mira = site.browser()
        mira.log_in("mira")
        where, fields = opened(mira)
        publishes = {**fields, "publish-when": "now", "publish-change": "minor", "_publish": "1"}
        publishes.pop("_save")
        with psycopg.connect(url) as other:
            other.execute("SELECT * FROM briefings_loghead FOR UPDATE")
            with ThreadPoolExecutor(2) as threads:
                reading = threads.submit(read_all_the_while, site.browser(), time.monotonic() + HELD)
                page, waited = sent(mira, where, publishes)
                waits = reading.result()
            other.rollback()

        assert_text_is_back(page, LONGER_THAN_USUAL)
        assert waited < 3 * LONGEST_LOCK_OF_ANSWERS
        assert max(waits) < 5
        again = mira.post(where, fields_of(page, ""))
        assert again.status == 302, again.text
        assert "of “mine”" in site.browser().get("/briefings/quokka/").text
        site.stop()
