"""What the front page puts first: who may say it, what is refused, and that each place ends at its own moment."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.content import FrontPlace, FrontRecord
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, PublicMoment
from briefings.public.moments import last_change, next_moment
from briefings.workflow import Refused
from briefings.workflow.pages import front_page
from tests.log.test_rebuild import read_rows
from tests.making import make_edition
from tests.visibility.tables import only_public_tables
from tests.workflow.making import everything, make_user
from tests.workflow.site_and_pages import place

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def make(*words: str) -> list[Briefing]:
    """Live briefings, the last named the newest."""
    begun = timezone.now() - timedelta(days=5)
    return [make_edition(word, live_from=begun + number * HOUR).briefing for number, word in enumerate(words)]


def headlines(at=None) -> list[str]:
    extra = {"briefings.at": at} if at else {}
    with only_public_tables():
        page = Client().get("/", **extra).content.decode().partition("<main")[2].partition("</main")[0]
    return re.findall(r"The (\w+) headline", page)


def refused(*placed, **values) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        place(*placed, **values)
    assert everything() == before
    return list(refusal.value.reasons)


def test_what_editors_place_leads_and_the_newest_fill_up():
    quokka, wombat, _numbat, _bilby, _dingo, _emu = make("quokka", "wombat", "numbat", "bilby", "dingo", "emu")
    editor = make_user(role="editor")

    row = place(wombat, quokka, by=editor)

    assert headlines() == ["wombat", "quokka", "emu", "dingo", "bilby", "numbat"]
    assert row.by == editor
    assert AuditEntry.objects.get(action="front page changed").about == front_page.ABOUT
    assert verify_log().problems == []


def test_a_place_ends_at_its_moment_by_itself():
    quokka, wombat, _numbat = make("quokka", "wombat", "numbat")
    until = timezone.now() + HOUR

    place((quokka, until), wombat)

    assert next_moment(until - timedelta(minutes=1)) == until
    assert headlines(at=until - timedelta(microseconds=1)) == ["quokka", "wombat", "numbat"]
    assert headlines(at=until) == ["wombat", "numbat", "quokka"]
    assert last_change(until) == until


def test_a_place_that_was_taken_away_before_its_moment_changes_nothing_then():
    quokka, wombat = make("quokka", "wombat")
    until = timezone.now() + HOUR
    place((quokka, until))

    place(wombat)

    assert not PublicMoment.objects.filter(moment=until).exists()
    assert verify_log().problems == []


def test_rebuilding_makes_the_same_moments():
    quokka, wombat = make("quokka", "wombat")
    place((quokka, timezone.now() + HOUR))
    place((quokka, timezone.now() + HOUR * 2), (wombat, timezone.now() + HOUR * 3))
    before = read_rows()

    workflow.rebuild()

    assert read_rows() == before


def test_what_is_withdrawn_leaves_its_place():
    quokka, wombat = make("quokka", "wombat")
    place(quokka, wombat)

    workflow.withdraw(quokka, by=None, notice="It was not so.")

    assert headlines() == ["wombat"]


def test_what_readers_do_not_have_gets_no_place():
    (quokka,) = make("quokka")
    scheduled = make_edition("wombat", live_from=timezone.now() + HOUR).briefing

    assert refused(quokka, scheduled) == [
        "A briefing that readers do not have cannot be put on the front page. Choose another."
    ]
    assert refused((quokka, timezone.now() - HOUR)) == [
        "A place on the front page cannot end in the past. Choose a later moment, or none."
    ]


def test_nobody_is_overwritten_and_nothing_is_said_twice():
    quokka, wombat = make("quokka", "wombat")
    place(quokka)

    assert refused(wombat, expected="") == [
        "Somebody changed this meanwhile. Look at what stands there now, then save."
    ]
    assert refused(quokka) == ["Nothing was changed."]


def test_a_writer_may_not_say_what_leads():
    (quokka,) = make("quokka")

    assert refused(quokka, by=make_user(role="writer")) == ["You may not change the front page. Ask an editor."]


def test_there_are_six_places_for_each_language():
    seven = make(*(f"word-{number}" for number in range(7)))
    german = make_edition("quokka", live_from=timezone.now() - HOUR, language="de").briefing

    assert refused(*seven) == ["The front page of a language has 6 places."]

    place(*seven[:6], german)


def test_a_record_holds_sixty_places_at_most_and_each_briefing_once():
    with pytest.raises(ValueError, match="at most 60"):
        FrontRecord(places=tuple(FrontPlace(briefing=f"{n:08}-0000-4000-8000-000000000000") for n in range(61)))
    with pytest.raises(ValueError, match="one place"):
        FrontRecord(places=(FrontPlace(briefing="00000001-0000-4000-8000-000000000000"),) * 2)
