"""What takes longer: from one database to the other, under load, killed half-way, and into a later release."""

import json
import re
import tarfile
import time
from pathlib import Path

import psycopg
import pytest

from briefings.models import AuditEntry, LogHead
from briefings.models.read_rows import READ_ROWS
from briefings.workflow.erasure.orders import FILE
from tests import postgres
from tests.backup.sites import Site
from tests.log.sql import assert_has_statistics

pytestmark = pytest.mark.slow
RELEASED = Path(__file__).parent / "release-0.2.0.tar"


@pytest.fixture(scope="module")
def server():
    with postgres.server() as url:
        yield url


def test_a_site_goes_to_the_other_database_and_back_and_readers_see_no_difference(site, backup, server, tmp_path):
    rows, answers = site.rows(), site.answers()
    moved = Site(tmp_path / "moved", server)
    moved.done("restore", str(backup), "--no-erasures")
    with psycopg.connect(moved.database_url) as database:
        assert_has_statistics(database)
    assert moved.rows() == rows
    assert moved.answers() == answers
    moved.python("-m", "tests.backup.inside", "publish", "2")  # it goes on: no key is given twice
    moved.done("verify_log")
    moved.done("backup", str(tmp_path / "moved.tar"))

    back = Site(tmp_path / "back")
    back.done("restore", str(tmp_path / "moved.tar"), "--no-erasures")

    assert back.rows() == moved.rows()
    assert back.answers() == moved.answers()
    back.python("-m", "tests.backup.inside", "publish", "2")
    back.done("verify_log")


def test_what_is_backed_up_while_editors_publish_is_of_one_moment(tmp_path):
    site = Site(tmp_path / "site")
    site.fill(6)
    editor = site.begun("-m", "tests.backup.inside", "publish", "120")
    paths = [tmp_path / f"{number}.tar" for number in range(3)]
    for path in paths:
        site.done("backup", str(path))
    was_at_work = editor.poll() is None
    assert editor.wait(120) == 0

    rows = set()
    for path in paths:
        restored = Site(tmp_path / path.stem)
        said = restored.done("restore", str(path), "--no-erasures")
        rows.add(re.search(r"The log is whole: (\d+) rows", said)[1])

    assert was_at_work
    assert len(rows) > 1


def test_a_backup_that_is_killed_leaves_none_and_keeps_nobody_from_the_next(site, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for seconds in (0.6, 0.9, 1.2, 1.5):
        run = site.begun("manage.py", "backup", str(folder))
        time.sleep(seconds)
        run.kill()
        run.wait()
    site.done("backup", str(folder))

    for path in folder.glob("*.tar"):
        restored = Site(tmp_path / path.stem)
        assert "The log is whole" in restored.done("restore", str(path), "--no-erasures")


def test_a_restoration_that_is_killed_leaves_a_place_for_the_next(site, backup, tmp_path):
    restored = Site(tmp_path / "restored")
    for seconds in (1.0, 1.5, 2.0, 2.5):
        run = restored.begun("manage.py", "restore", str(backup), "--no-erasures")
        time.sleep(seconds)
        run.kill()
        run.wait()
        pictures = restored.folder / "media" / "pictures"
        if pictures.exists():
            pictures.rename(tmp_path / f"left-{seconds}")
        if "There is a site" in restored.manage("restore", str(backup), "--no-erasures").stderr.decode():
            break  # it was done by then
        if (restored.folder / "media" / "pictures").exists():
            break

    assert restored.rows() == site.rows()


def test_an_old_backup_brings_no_erased_word_back(tmp_path):
    site = Site(tmp_path / "site")
    site.fill(12)
    slug = _erasable(site)
    site.done("backup")
    (old,) = site.backups.glob("*.tar")
    assert "file of erasures is missing" in Site(tmp_path / "early").refused("restore", str(old))
    site.done("erase", slug, "--edition", "1", "--reason", "Order 7/26.")

    restored = Site(tmp_path / "restored")
    said = restored.done("restore", str(old))

    assert f"of the briefing “{slug}” (Order 7/26.)" in said
    assert "was erased by order: Order 7/26." in said
    assert (restored.backups / FILE).read_text() == (site.backups / FILE).read_text()


def _erasable(site: Site) -> str:
    """The address of a briefing whose first edition readers no longer get."""
    answers = site.answers()
    return next(match[1] for path in answers if (match := re.fullmatch(r"/briefings/([\w-]+)/v/3/", path)))


def test_the_backup_of_the_first_release_restores_into_this_one(tmp_path):
    restored = Site(tmp_path / "restored")

    assert "The log is whole" in restored.done("restore", str(RELEASED), "--no-erasures")

    restored.done("check", "--database", "default")


def test_an_upgrade_that_fails_says_how_to_go_back(site, tmp_path):
    said = site.done("upgrade", "--backup", str(tmp_path / "before.tar"))
    assert said.endswith("The database is of this release. Restart the site.\n")
    (picture,) = list((site.folder / "media" / "pictures").glob("*/*/320.webp"))[:1]
    whole = picture.read_bytes()
    picture.write_bytes(b"")
    try:
        said = site.refused("upgrade", "--backup", str(tmp_path / "again.tar"))
    finally:
        picture.write_bytes(whole)

    assert "The upgrade stopped." in said
    assert f"manage.py restore {tmp_path / 'again.tar'} --no-erasures" in said


def test_every_migration_since_the_first_release_goes_back_and_forth_on_its_data(tmp_path):
    restored = Site(tmp_path / "restored")
    restored.done("restore", str(RELEASED), "--no-erasures")
    rows, answers = restored.rows(), restored.answers()
    with tarfile.open(RELEASED) as archive:
        migrations = json.load(archive.extractfile("manifest.json"))["migrations"]

    for app in ("faq", "briefings"):
        restored.done("migrate", app, migrations[app])
    restored.done("migrate")

    # Read rows that a migration emptied are made anew, by a public act that is on record: they say the same.
    made_anew = {model._meta.label for model in (*READ_ROWS, AuditEntry, LogHead)}
    differing = {table for table, rows_of in restored.rows().items() if rows_of != rows[table]}
    assert differing <= made_anew
    assert restored.answers() == answers
    restored.done("verify_log")


def test_a_new_machine_is_set_up_from_a_backup(site, backup, tmp_path):
    new = Site(tmp_path / "new")
    command = ["setup", str(tmp_path / "briefings.env"), "--no-input", "--no-erasures", "--restore", str(backup)]

    said = new.done(*command)

    assert "The log is whole" in said
    assert "The site admins stay" in said
    with tarfile.open(backup) as archive:
        rows = json.load(archive.extractfile("manifest.json"))["rows"]
    assert rows["briefings.User"] > 0
    assert "Nothing was restored. Pictures of a site stand in" in new.refused(*command)
