"""Killed with -9 before and after each commit of an act: nothing of it is done, or all; and it can be done again."""

import os
import signal
import subprocess
import sys

import pytest
from django.test import Client

from briefings import workflow
from briefings.log import verify_log
from briefings.models import Edition, Image, Revision, StoredText
from briefings.staff import add_staff
from tests.bad_days.acts import ACTS
from tests.front_door.test_two_processes import database_url
from tests.log.erasure_orders import make_order
from tests.making import make_draft
from tests.workflow.making import everything

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def act(name: str, media: object, *, kill: str, at: int) -> int:
    """Does it in a process of its own that is killed `before` or `after` its commit number `at`; the exit code."""
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    environment.pop("MIGRATED_SQLITE", None)
    command = [sys.executable, "-m", "tests.bad_days.acts", name, str(media), kill, str(at)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return ended.returncode


@pytest.fixture
def begun(settings, tmp_path):
    """What the acts are done to."""
    settings.MEDIA_ROOT = tmp_path / "media"
    add_staff("mira", role="chief", password="correct horse battery")
    workflow.publish(make_draft("wombat").briefing, by=None)
    make_draft("quokka")
    make_order("ordered")
    return tmp_path / "media"


def done() -> dict[str, bool]:
    return {
        "publish": Edition.objects.filter(summary__slug="quokka").exists(),
        "save": Revision.objects.filter(version=2, briefing__draft__slug="quokka").exists(),
        "upload": Image.objects.exists(),
        "erase": StoredText.objects.filter(text=None).exists(),
    }


def assert_whole() -> None:
    assert verify_log().problems == []
    assert list(workflow.stale_read_rows()) == []
    assert Client().get("/briefings/wombat/").status_code == 200
    assert Client().get("/").status_code == 200


@pytest.mark.parametrize("name", ACTS)
def test_killed_before_its_first_commit_nothing_was_done(begun, name):
    before = everything()

    assert act(name, begun, kill="before", at=1) == -signal.SIGKILL

    assert everything() == before
    assert_whole()
    assert act(name, begun, kill="never", at=0) == 0
    assert done()[name]
    assert_whole()


@pytest.mark.parametrize("name", ACTS)
def test_killed_after_each_commit_all_stands_that_was_told(begun, name):
    for at in range(1, 9):
        if act(name, begun, kill="after", at=at) == 0:
            break
        assert done()[name], at
        assert_whole()

    assert at > 1
    assert done() == {one: one == name for one in ACTS}
    images = {str(image.token) for image in Image.objects.all()}
    assert {folder.name for folder in begun.glob("pictures/*/*")} == images
