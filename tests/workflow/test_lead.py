"""“Lead with this”: one act that puts a briefing first, with its publication or after, from its moment on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, Edition, PublicRecord
from briefings.workflow import Lead, Refused
from briefings.workflow.pages import front_page
from tests.log.test_rebuild import read_rows
from tests.making import make_draft, make_edition
from tests.workflow.making import everything, make_user
from tests.workflow.site_and_pages import place
from tests.workflow.test_front_page import HOUR, headlines, make

pytestmark = pytest.mark.django_db


def lead(briefing, until=None, *, by=None, expected=None):
    known = front_page.current_front()[1] if expected is None else expected
    return workflow.lead_with(briefing, Lead(until), by=by, expected=known)


def placed() -> list[str]:
    return [place.briefing for place in front_page.current_front()[0].places]


def refused(act) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act()
    assert everything() == before
    return list(refusal.value.reasons)


def test_it_leads_and_what_stood_there_moves_down():
    quokka, wombat, numbat = make("quokka", "wombat", "numbat")
    place(quokka, numbat)

    lead(wombat, by=make_user(role="editor"))
    assert headlines() == ["wombat", "quokka", "numbat"]
    lead(numbat)

    assert headlines() == ["numbat", "wombat", "quokka"]
    assert placed() == [str(one.uuid) for one in (numbat, wombat, quokka)]
    assert verify_log().problems == []


def test_where_there_is_no_room_the_last_of_its_language_goes():
    seven = make(*(f"word{number}" for number in range(7)))
    german = make_edition("quokka", live_from=timezone.now() - HOUR, language="de").briefing
    place(*seven[:6], german)

    lead(seven[6])

    assert placed() == [str(one.uuid) for one in (seven[6], *seven[:5], german)]


def test_it_leads_until_a_moment():
    quokka, _wombat = make("quokka", "wombat")
    until = timezone.now() + HOUR

    lead(quokka, until)

    assert headlines(at=until - timedelta(microseconds=1)) == ["quokka", "wombat"]
    assert headlines(at=until) == ["wombat", "quokka"]


def test_what_is_no_lead_is_refused_and_nobody_is_overtaken():
    quokka, wombat = make("quokka", "wombat")
    scheduled = make_edition("numbat", live_from=timezone.now() + HOUR).briefing
    lead(quokka)

    assert refused(lambda: lead(quokka)) == ["It leads already."]
    assert refused(lambda: lead(scheduled)) == ["Readers do not have this briefing. Publish it first."]
    assert refused(lambda: lead(wombat, timezone.now() - HOUR)) == [
        "A lead cannot end before it begins. Choose a later moment, or none."
    ]
    assert refused(lambda: lead(wombat, expected="")) == [
        "Somebody changed this meanwhile. Look at what stands there now, then save."
    ]
    workflow.withdraw(quokka, by=None, notice="It was not so.")
    assert refused(lambda: lead(quokka)) == ["Readers do not have this briefing. Publish it first."]


def test_it_is_published_and_leads_in_one_act():
    make("quokka", "wombat")
    draft = make_draft("numbat")

    workflow.publish(draft.briefing, by=None, lead=Lead())

    assert placed() == [str(draft.briefing.uuid)]
    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))[-2:] == [
        "first",
        "front page changed",
    ]
    assert verify_log().problems == []


def test_what_is_scheduled_leads_from_its_moment_on_and_not_before():
    quokka, _wombat = make("quokka", "wombat")
    lead(quokka)
    draft, moment = make_draft("numbat"), timezone.now() + HOUR

    workflow.publish(draft.briefing, by=None, live_from=moment, lead=Lead(until=moment + HOUR))

    assert headlines(at=moment - timedelta(microseconds=1)) == ["quokka", "wombat"]
    assert headlines(at=moment) == ["numbat", "quokka", "wombat"]
    assert headlines(at=moment + HOUR)[0] == "quokka"
    before = read_rows()
    workflow.rebuild()
    assert read_rows() == before
    assert verify_log().problems == []


def test_what_is_called_off_leads_nothing_and_what_moves_leads_from_then():
    (quokka,) = make("quokka")
    lead(quokka)
    draft, moment = make_draft("numbat"), timezone.now() + HOUR
    workflow.publish(draft.briefing, by=None, live_from=moment, lead=Lead())

    later = moment + 2 * HOUR
    workflow.publish(draft.briefing, by=None, live_from=later, scheduled=workflow.Scheduled.REISSUE)
    assert headlines(at=later - HOUR) == ["quokka"]
    assert headlines(at=later) == ["numbat", "quokka"]

    workflow.call_off(Edition.objects.scheduled().get(), by=None)
    assert headlines(at=later) == ["quokka"]


def test_a_scheduled_lead_keeps_its_place_when_the_front_page_is_changed():
    quokka, wombat = make("quokka", "wombat")
    draft, moment = make_draft("numbat"), timezone.now() + HOUR
    workflow.publish(draft.briefing, by=None, live_from=moment, lead=Lead())

    place(draft.briefing, wombat, quokka)

    assert headlines(at=moment) == ["numbat", "wombat", "quokka"]


def test_a_later_edition_of_what_readers_have_does_not_lead_before_its_time():
    (quokka,) = make("quokka")
    make_draft("wombat", briefing=quokka)
    later = {"change": "major", "note": "All of it is new.", "live_from": timezone.now() + HOUR}

    assert refused(lambda: workflow.publish(quokka, by=None, lead=Lead(), **later)) == [
        "Readers have this briefing already: it would lead at once. Use “Lead with this” when it is time."
    ]


def test_nothing_is_published_where_its_lead_is_refused():
    draft, chief = make_draft("numbat"), make_user(role="editor")
    until = timezone.now() - HOUR

    assert refused(lambda: workflow.publish(draft.briefing, by=None, lead=Lead(until=until))) == [
        "A lead cannot end before it begins. Choose a later moment, or none."
    ]
    group = chief.groups.get()
    group.permissions.remove(group.permissions.get(codename="front"))
    assert refused(lambda: workflow.publish(draft.briefing, by=chief, lead=Lead())) == [
        "You may not change the front page. Ask an editor."
    ]
    assert not PublicRecord.objects.filter(subject__kind="front").exists()


def test_a_scheduled_lead_takes_nobodys_place_before_its_moment():
    seven = make(*(f"word{number}" for number in range(7)))
    oldest = seven[:6]
    place(*oldest)
    before, moment = headlines(), timezone.now() + HOUR

    workflow.publish(make_draft("numbat").briefing, by=None, live_from=moment, lead=Lead())

    assert headlines() == before
    assert headlines(at=moment)[:6] == ["numbat", *before[:5]]
    assert headlines(at=moment)[6] != before[5]
    assert placed()[1:] == [str(one.uuid) for one in oldest]
    later, _hash = front_page.current_front()
    workflow.set_front(later.model_copy(update={"places": later.places[:0:-1]}), by=None, expected=_hash)


@pytest.mark.parametrize("how", ["by hand", "by an embargo"])
def test_what_was_called_off_does_not_lead_when_it_is_published_another_day(how):
    (quokka,) = make("quokka")
    lead(quokka)
    briefing = make_draft("numbat").briefing
    edition = workflow.publish(briefing, by=None, live_from=timezone.now() + HOUR, lead=Lead())

    if how == "by hand":
        workflow.call_off(edition, by=None)
    else:
        until = workflow.Embargo(timezone.now() + 2 * HOUR)
        nothing = workflow.DeskMoments()
        workflow.set_moments(briefing, by=None, wanted=workflow.DeskMoments(embargo=until), opened=nothing)
        workflow.set_moments(
            briefing, by=None, wanted=nothing, opened=workflow.DeskMoments(embargo=until), reason="They agreed."
        )
    workflow.publish(briefing, by=None)

    assert headlines() == ["quokka", "numbat"]
    assert placed() == [str(quokka.uuid)]


def test_calling_off_a_change_of_what_leads_leaves_it_there():
    (quokka,) = make("quokka")
    lead(quokka)
    make_draft("wombat", briefing=quokka)
    edition = workflow.publish(quokka, by=None, change="major", note="N.", live_from=timezone.now() + HOUR)

    workflow.call_off(edition, by=None)

    assert placed() == [str(quokka.uuid)]
