"""Room on the front page: what has none keeps its place in the record, and nobody loses one in silence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import FrontPlace, FrontRecord
from briefings.content.fields import utc_iso
from briefings.models import Subject
from briefings.public.moments import last_change
from briefings.workflow import Lead, Refused, Scheduled
from briefings.workflow.names import public_records
from briefings.workflow.pages import front_page, front_room
from tests.log.test_rebuild import read_rows
from tests.making import HOUR, make_draft, make_edition
from tests.workflow.site_and_pages import place
from tests.workflow.test_front_page import headlines, make
from tests.workflow.test_lead import lead, placed

pytestmark = pytest.mark.django_db


def scheduled(word="numbat", **values):
    briefing = make_draft(word).briefing
    workflow.publish(briefing, by=None, live_from=timezone.now() + HOUR, lead=Lead(), **values)
    return briefing


def test_what_has_no_room_stays_behind_the_six_and_comes_back_when_one_goes():
    six = make(*(f"word{number}" for number in range(6)))
    place(*six)
    draft = make_edition("numbat", live_from=timezone.now() - timedelta(hours=2)).briefing
    current, known = front_page.current_front()
    seven = FrontRecord(places=({"briefing": str(draft.uuid)}, *current.places))
    with pytest.raises(Refused, match="6 places"):
        workflow.set_front(seven, by=None, expected=known)
    workflow.set_front(FrontRecord(), by=None, expected=known)
    place(*six)
    begun = scheduled("bilby")
    assert headlines(at=timezone.now() + HOUR)[:6] == ["bilby", *(f"word{number}" for number in range(5))]

    assert placed() == [str(one.uuid) for one in (begun, *six)]
    workflow.withdraw(six[0], by=None, notice="It was not so.")

    assert headlines(at=timezone.now() + HOUR)[:6] == ["bilby", *(f"word{number}" for number in range(1, 6))]


def test_it_is_known_from_when_on_there_is_no_room():
    now = timezone.now()
    had = [front_room.Placed(str(number), "en") for number in range(5)]
    coming = front_room.Placed("numbat", "en", begins=now + HOUR)
    brief = front_room.Placed("bilby", "en", ends=now + HOUR / 2)

    assert front_room.ends(had, now) is None
    assert front_room.ends([*had, coming], now) == now + HOUR
    assert front_room.ends([*had, brief], now) == now
    assert front_room.ends([*had[:4], brief, coming], now) is None


def test_called_off_by_publishing_another_in_its_stead_it_loses_its_place():
    (quokka,) = make("quokka")
    lead(quokka)
    briefing = scheduled()

    workflow.publish(briefing, by=None, scheduled=Scheduled.CALL_OFF)

    assert placed() == [str(quokka.uuid)]
    assert headlines() == ["quokka", "numbat"]


def test_called_off_and_scheduled_to_lead_anew_it_leads():
    briefing, later = scheduled(), timezone.now() + 3 * HOUR

    workflow.publish(briefing, by=None, scheduled=Scheduled.CALL_OFF, live_from=later, lead=Lead(until=later + HOUR))

    assert placed() == [str(briefing.uuid)]


def test_issued_again_it_keeps_its_place():
    briefing = scheduled()

    workflow.publish(briefing, by=None, scheduled=Scheduled.REISSUE, live_from=timezone.now() + 3 * HOUR)

    assert placed() == [str(briefing.uuid)]


def test_what_has_no_room_stays_when_something_else_is_scheduled_to_lead_and_nothing_tells_of_that():
    seven = make(*(f"word{number}" for number in range(7)))
    put_in_place(*seven)
    before = last_change(timezone.now())

    begun = scheduled("bilby")

    assert placed() == [str(one.uuid) for one in (begun, *seven)]
    assert last_change(timezone.now()) == before
    lead(seven[6])
    assert placed() == [str(one.uuid) for one in (seven[6], begun, *seven[:5])]


def test_a_place_whose_time_is_over_tells_of_nothing_when_something_is_scheduled_to_lead():
    quokka, wombat = make("quokka", "wombat")
    put_in_place(quokka, wombat, ends={quokka: timezone.now() - HOUR})
    before = last_change(timezone.now())

    begun = scheduled("bilby")

    assert placed() == [str(begun.uuid), str(wombat.uuid)]
    assert last_change(timezone.now()) == before
    rows = read_rows()
    workflow.rebuild()
    assert read_rows() == rows


def put_in_place(*briefings, ends=()) -> None:
    """As it stands after a while: two hours ago, with more than the six, and with ends that have passed."""
    places = tuple(
        FrontPlace(briefing=str(one.uuid), until=utc_iso(ends[one]) if one in ends else None) for one in briefings
    )
    subject, _current = public_records.lock_subject(Subject.Kind.FRONT, front_page.FRONT)
    at = timezone.now() - 2 * HOUR
    public_records.publish_record(subject, FrontRecord(places=places), by=None, live_from=at)
