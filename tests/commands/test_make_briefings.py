"""`make_briefings`: the command."""

import sys
from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from briefings.log import verify_log
from briefings.models import (
    AuditEntry,
    Briefing,
    LogHead,
    Topic,
    User,
)
from briefings.workflow import rebuild
from tests.log.test_rebuild import read_rows
from tests.making import make_draft

pytestmark = pytest.mark.django_db


def make(number: int = 12, *, seed: int = 1) -> str:
    out = StringIO()
    command = ["make_briefings", str(number), f"--seed={seed}", "--until=2026-03-01"]
    call_command(*command, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture(scope="module", autouse=True)
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        yield


def test_the_same_seed_gives_the_same_log_and_another_seed_another():
    ends = []
    for seed in (1, 1, 2):
        with transaction.atomic():
            make(seed=seed)
            ends.append((LogHead.objects.get().hash, str(Briefing.objects.order_by("pk").first())))
            transaction.set_rollback(True)

    assert ends[0] == ends[1]
    assert ends[0][0] != ends[2][0]
    assert ends[0][1] != ends[2][1]


def test_a_second_run_adds_more_that_share_people_and_topics():
    make(12)
    out = make(14)

    assert out.startswith("Made 14 briefings with ")
    assert Briefing.objects.count() == 26
    assert verify_log().problems == []
    before = read_rows()
    rebuild()
    assert read_rows() == before


@pytest.mark.parametrize("hold", [lambda: make_draft(), lambda: Topic.objects.create(name="Marmots", slug="marmots")])
def test_a_site_on_which_somebody_wrote_is_refused(hold):
    hold()
    before = Briefing.objects.count()

    with pytest.raises(CommandError, match=r"^This site holds what somebody wrote\. Name a DATA_DIR"):
        make()

    assert Briefing.objects.count() == before
    assert not User.objects.filter(username__startswith="made-").exists()


def test_a_made_site_on_which_somebody_wrote_is_refused_as_well():
    make()
    make_draft()

    with pytest.raises(CommandError, match="somebody wrote"):
        make()


def test_nobody_can_log_in_as_those_whom_the_record_names():
    make()
    users = User.objects.filter(username__startswith="made-")

    assert {user.has_usable_password() for user in users} == {False}
    assert set(AuditEntry.objects.exclude(by=None).values_list("by__username", flat=True)) <= {
        user.username for user in users
    }


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5"])
def test_what_is_no_number_of_briefings_is_refused(number):
    with pytest.raises(CommandError):
        call_command("make_briefings", "--", number)


def test_a_bar_grows_where_somebody_looks_on(monkeypatch):
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", err := Terminal())
    call_command("make_briefings", "12", stdout=StringIO())

    assert err.getvalue().endswith("\r[########################################] 12 of 12\n")
    assert err.getvalue().count("\n") == 1
