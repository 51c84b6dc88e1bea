"""Backing up and restoring, as whoever runs a site does it."""

import io
import sqlite3
import tarfile
from hashlib import sha256

import pytest

from tests.backup.sites import Site


@pytest.fixture(scope="module")
def restored(site, backup, tmp_path_factory):
    """What was restored, and what the command said."""
    restored = Site(tmp_path_factory.mktemp("restored") / "site")
    return restored, restored.done("restore", str(backup), "--no-erasures")


def test_what_is_restored_is_the_same_in_every_table(site, restored):
    same, said = restored

    assert same.rows() == site.rows()
    assert "The log is whole" in said


@pytest.mark.slow
def test_and_at_every_address(site, restored):
    same, _said = restored

    had = site.answers()
    assert len(had) > 100
    assert same.answers() == had


def test_a_backup_is_what_any_tar_unpacks_and_lists_the_hashes_of_all_its_members(backup):
    """It holds tables and pictures, and none of the share cards, which are drawn again."""
    with tarfile.open(backup) as archive:
        members = {member.name: archive.extractfile(member).read() for member in archive}
    sums = dict(reversed(line.split("  ", 1)) for line in members.pop("SHA256SUMS").decode().splitlines())

    assert {name.partition("/")[0] for name in members} == {"manifest.json", "tables", "pictures"}
    assert sums == {name: sha256(data).hexdigest() for name, data in members.items()}
    assert backup.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_site_is_never_written_over(site, backup):
    before = site.rows()

    assert "Pictures of a site stand in" in site.refused("restore", str(backup), "--no-erasures")
    (site.folder / "media").rename(site.folder / "elsewhere")
    try:
        assert "There is a site in this database already" in site.refused("restore", str(backup), "--no-erasures")
    finally:
        (site.folder / "elsewhere").rename(site.folder / "media")
    assert site.rows() == before


@pytest.mark.slow
def test_of_a_damaged_backup_nothing_stays_and_a_whole_one_can_follow(backup, empty, tmp_path):
    data = bytearray(backup.read_bytes())
    with tarfile.open(backup) as archive:
        last = [member for member in archive if member.name.startswith("pictures/")][-1]
    data[last.offset_data + last.size // 2] ^= 1
    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(data)

    assert f"The backup is damaged: {last.name}." in empty.refused("restore", str(damaged), "--no-erasures")

    with sqlite3.connect(empty.folder / "briefings.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM briefings_briefing").fetchone() == (0,)
    assert not (empty.folder / "media" / "pictures").exists()
    assert "The log is whole" in empty.done("restore", str(backup), "--no-erasures")


@pytest.mark.slow
def test_a_backup_goes_through_a_pipe(site, backup, empty):
    sent = site.manage("backup", "-")

    assert sent.returncode == 0
    with tarfile.open(fileobj=io.BytesIO(sent.stdout)) as archive:
        assert archive.getnames()[-1] == "SHA256SUMS"
    assert b"note this hash" in sent.stderr
    assert empty.manage("restore", "-", "--no-erasures", given=sent.stdout).returncode == 0
    assert empty.rows() == site.rows()


WAITS = """
from datetime import timedelta
from briefings.models import Delivery, DraftLink, Revision, User
from django.utils import timezone
mira = User.objects.get(username="mira")
Delivery.objects.create(kind="review", channel="mail", to=mira, created_at=timezone.now(), next_at=timezone.now())
Delivery.objects.create(kind="review", channel="desk", to=mira, created_at=timezone.now(), next_at=timezone.now())
revision = Revision.objects.first()
of_draft = {"briefing": revision.briefing, "revision": revision, "by": mira, "token_hash": "x", "for_whom": "Eve"}
DraftLink.objects.create(**of_draft, made_at=timezone.now(), ends_at=timezone.now() + timedelta(days=1))
"""


@pytest.mark.slow
def test_what_waits_to_be_sent_in_a_backup_is_in_doubt_after_it_and_links_to_drafts_have_ended(empty, tmp_path):
    """It may have gone out since, and they may have been ended. What the start page tells is told still."""
    site = Site(tmp_path / "site")
    site.fill(1)
    site.done("shell", "--verbosity=0", "-c", WAITS)
    site.done("backup")

    said = empty.done("restore", str(next(site.backups.glob("*.tar"))), "--no-erasures")

    with sqlite3.connect(empty.folder / "briefings.sqlite3") as database:
        states = database.execute("SELECT channel, state FROM briefings_delivery ORDER BY channel").fetchall()
        open_links = database.execute("SELECT count(*) FROM briefings_draftlink WHERE ended_at IS NULL").fetchone()
    assert states == [("desk", "waiting"), ("mail", "in doubt")]
    assert open_links == (0,)
    assert "Links to drafts that were open have ended: 1." in said
