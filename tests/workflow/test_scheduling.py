"""An edition that is scheduled: beside it, over it, called off."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, Edition, LogHead
from briefings.workflow import Refused, Scheduled
from tests.workflow.making import DAY, LATER, everything, make_edition, make_user, save

MAJOR = {"change": "major", "note": "Adds the vote."}
WHEN = f"{timezone.localtime(LATER):%-d %B %Y, %H:%M}"


def publish(briefing: Briefing, **options: object) -> Edition:
    return workflow.publish(briefing, **{"by": None, **options})


def refused(act, *arguments: object, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(*arguments, **{"by": None, **options})
    assert everything() == before
    return list(refusal.value.reasons)


def intervals() -> list[tuple]:
    return list(Edition.objects.order_by("live_from", "seq").values_list("live_from", "live_until"))


@pytest.fixture
def live(db: None, standing_live: int) -> Edition:
    return Edition.objects.get(briefing=standing_live)


def test_a_scheduled_edition_is_live_from_its_moment_on(briefing):
    edition = publish(briefing, live_from=LATER)

    assert not Edition.objects.live().exists()
    assert not Edition.objects.live(LATER - DAY).exists()
    assert Edition.objects.live(LATER).get() == edition


def test_a_scheduled_first_edition_is_not_kept_behind_another_first(briefing):
    publish(briefing, live_from=LATER)

    assert refused(publish, briefing, scheduled=Scheduled.KEEP) == [
        f"The first edition is scheduled for {WHEN}. Call it off to publish another first."
    ]
    assert publish(briefing, scheduled=Scheduled.CALL_OFF).kind == "first"


def test_after_the_first_was_called_off_the_next_is_the_first(briefing):
    workflow.call_off(publish(briefing, live_from=LATER), by=None)

    assert publish(briefing).kind == "first"


def test_what_is_live_stays_until_the_scheduled_moment(briefing, live):
    edition = publish(briefing, live_from=LATER, **MAJOR)

    assert intervals() == [(live.live_from, LATER), (LATER, None)]
    assert Edition.objects.live().get() == live
    assert Edition.objects.live(LATER).get() == edition


def test_whoever_publishes_while_an_edition_is_scheduled_has_to_choose(briefing, live):
    publish(briefing, live_from=LATER, **MAJOR)

    for moment in (None, LATER + DAY):
        assert refused(publish, briefing, live_from=moment, **MAJOR) == [
            f"An edition is scheduled for {WHEN}. Say whether to issue it again with this change, to keep it or to "
            "call it off."
        ]


def test_keeping_the_scheduled_edition_publishes_up_to_it(briefing, live):
    publish(briefing, live_from=LATER, **MAJOR)
    save(briefing, lede="Thirty-four states met in Paris.")

    edition = publish(briefing, change="minor", scheduled=Scheduled.KEEP)

    assert intervals() == [(live.live_from, edition.live_from), (edition.live_from, LATER), (LATER, None)]


def test_calling_the_scheduled_edition_off_publishes_in_its_place(briefing, live):
    scheduled = publish(briefing, live_from=LATER, **MAJOR)

    edition = publish(briefing, live_from=LATER + DAY, scheduled=Scheduled.CALL_OFF, **MAJOR)

    scheduled.refresh_from_db()
    assert scheduled.live_until == scheduled.live_from == LATER
    assert scheduled.call_off
    assert intervals() == [(live.live_from, LATER + DAY), (LATER, LATER), (LATER + DAY, None)]
    assert Edition.objects.live(LATER + DAY).get() == edition


def test_an_edition_may_be_scheduled_for_the_moment_of_one_that_is_called_off(briefing, live):
    publish(briefing, live_from=LATER, **MAJOR)

    edition = publish(briefing, live_from=LATER, scheduled=Scheduled.CALL_OFF, **MAJOR)

    assert Edition.objects.live(LATER).get() == edition
    assert verify_log().problems == []


def test_a_call_off_is_undone_where_what_follows_it_is_refused(briefing, live):
    publish(briefing, live_from=LATER, **MAJOR)

    assert len(refused(publish, briefing, change="major", scheduled=Scheduled.CALL_OFF)) == 1


def test_one_edition_is_scheduled_at_a_time(briefing, live):
    publish(briefing, live_from=LATER, **MAJOR)

    assert refused(publish, briefing, live_from=LATER + DAY, scheduled=Scheduled.KEEP, **MAJOR) == [
        f"An edition is scheduled for {WHEN} already. Call it off to schedule another."
    ]


def test_what_to_do_with_a_scheduled_edition_may_be_said_where_there_is_none(briefing, live):
    for choice in Scheduled:
        assert publish(briefing, scheduled=choice, change="major", note=f"News: {choice}.")


def test_calling_off_restores_what_it_would_have_closed(briefing, live):
    before = intervals()
    user, edition = make_user(), publish(briefing, live_from=LATER, **MAJOR)

    row = workflow.call_off(edition, by=user)

    assert intervals() == [*before, (LATER, LATER)]
    assert (row.edition, row.by, row.seq) == (edition, user, LogHead.objects.get().seq)
    assert not Edition.objects.live(LATER).filter(pk=edition.pk).exists()
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by) == ("called off", user)
    assert entry.detail == f"was scheduled for {LATER:%Y-%m-%d %H:%M:%S} UTC"


def test_calling_off_an_edition_between_two_closes_the_gap(briefing, live):
    between = make_edition(briefing, live_from=LATER, kind="minor", lede="Between.")
    make_edition(briefing, live_from=LATER + DAY, kind="minor", lede="After.")

    workflow.call_off(between, by=None)

    assert intervals() == [(live.live_from, LATER + DAY), (LATER, LATER), (LATER + DAY, None)]
    assert verify_log().problems == []


def test_what_is_live_is_not_called_off(briefing, live):
    sentence = "This edition is live, or will be in a moment. Withdraw the briefing, or publish a new edition."

    assert refused(workflow.call_off, live) == [sentence]
    publish(briefing, **MAJOR)
    assert refused(workflow.call_off, live) == [sentence]


def test_an_edition_is_called_off_once(briefing, live):
    edition = publish(briefing, live_from=LATER, **MAJOR)
    workflow.call_off(edition, by=None)

    assert refused(workflow.call_off, edition) == ["This edition was called off before."]


def test_a_scheduled_edition_counts_for_no_date_until_it_is_live(briefing, live):
    edition = publish(briefing, live_from=LATER, **MAJOR)

    for summary in (live.summary, edition.summary):
        summary.refresh_from_db()
    assert live.summary.updated == live.live_from
    assert edition.summary.updated == LATER
    assert edition.summary.first_published == live.live_from


def test_nothing_is_decided_about_an_edition_that_goes_live_in_a_moment(briefing, live):
    soon = timezone.now() + timedelta(seconds=1.5)
    make_edition(briefing, live_from=soon, kind="major", lede="Another.")
    save(briefing, lede="Thirty-four states met in Paris.")
    when = f"{timezone.localtime(soon):%-d %B %Y, %H:%M}"

    for choice in (None, *Scheduled):
        assert refused(publish, briefing, change="minor", scheduled=choice) == [
            f"The edition scheduled for {when} goes live in a moment. Wait until it is live."
        ]


def test_a_moment_without_a_zone_is_refused_for_a_live_briefing_too(briefing, live):
    assert refused(publish, briefing, live_from=LATER.replace(tzinfo=None), **MAJOR) == [
        "Say in which time zone the moment of publishing is meant."
    ]
