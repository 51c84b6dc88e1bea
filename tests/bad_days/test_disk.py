"""A disk that is full, or takes nothing: readers are served, and no editor loses a word."""

import pytest

from tests.bad_days.editing import assert_saved, assert_text_is_back, opened
from tests.bad_days.sites import WITH_DATABASES_OF_THEIR_OWN

pytestmark = [pytest.mark.slow, WITH_DATABASES_OF_THEIR_OWN]
CANNOT_SAVE = "The site can save nothing at the moment, so this was not saved."


def test_a_disk_that_fills_up_while_the_site_runs(open_site, disk):
    site = open_site(disk.folder)
    mira, reader = site.browser(), site.browser()
    mira.log_in("mira")
    where, fields = opened(mira)
    disk.fill()

    refused = mira.post(where, fields)
    seen = [reader.get(path).status for path in ("/", "/briefings/quokka/", "/feeds/rss.xml", "/nowhere/")]
    ready = reader.get("/readyz")

    assert_text_is_back(refused, CANNOT_SAVE)
    assert seen == [200, 200, 200, 404]
    assert (ready.status, "disk: nearly full" in ready.text) == (200, True)
    disk.free()
    assert_saved(mira, where, refused)
    assert site.manage("verify_log").stdout.startswith("The log is whole")


def test_a_site_starts_on_a_disk_that_is_full(open_site, disk):
    site = open_site(disk.folder)
    mira = site.browser()
    mira.log_in("mira")
    site.stop()
    disk.fill()

    site.start()

    assert site.browser().get("/briefings/quokka/").status == 200
    assert site.browser().get("/readyz").text.startswith("ready\n")
    where, fields = opened(mira)
    refused = mira.post(where, fields)
    assert_text_is_back(refused, CANNOT_SAVE)
    disk.free()
    assert_saved(mira, where, refused)


def test_a_site_starts_on_a_disk_that_is_read_only(open_site, disk):
    site = open_site(disk.folder)
    mira = site.browser()
    mira.log_in("mira")
    site.stop()
    disk.remount("ro")

    site.start()

    assert site.browser().get("/briefings/quokka/").status == 200
    ready = site.browser().get("/readyz")
    assert (ready.text.splitlines()[0], "writable: no" in ready.text) == ("ready", True)
    where, fields = opened(mira)
    refused = mira.post(where, fields)
    assert_text_is_back(refused, CANNOT_SAVE)
    site.stop()
    disk.remount("rw")
    site.start()
    assert_saved(mira, where, refused)


def test_a_new_release_on_a_full_disk_says_what_is_missing(open_site, disk):
    site = open_site(disk.folder)
    site.stop()
    (disk.folder / "static.sha256").write_text("of another release")
    disk.fill()

    refused = site.manage("serve", "--port", str(site.port), check=False)

    assert refused.returncode == 1
    assert "The static files of this release cannot be written to" in refused.stderr
    assert "Traceback" not in refused.stderr
    disk.free()
    site.start()
    assert site.browser().get("/").status == 200
