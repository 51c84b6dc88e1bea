"""An edition from another system: live from the import on, and as old for readers as it truly is."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.models import Briefing, Edition, PublishedSummary
from briefings.public import lists
from briefings.workflow import Refused
from tests.workflow.making import DAY, LATER, make_draft, make_edition, save

THEN = datetime(2019, 5, 1, 6, 30, tzinfo=UTC)
SAID = "2019-05-01T08:30:00+02:00"

pytestmark = pytest.mark.django_db


def imported(**differences) -> Briefing:
    briefing = make_draft().briefing
    values = {"live_from": timezone.now() - DAY, "kind": Edition.Kind.IMPORTED, "first_published": SAID}
    make_edition(briefing, **values | differences)
    return briefing


def dates(briefing: Briefing) -> tuple[datetime, datetime]:
    row = PublishedSummary.objects.live().get(briefing=briefing)
    return row.first_published, row.updated


def test_an_imported_briefing_is_live_from_the_import_on_and_says_when_it_was_first_published():
    now = timezone.now()
    briefing = imported(live_from=now)

    assert dates(briefing) == (THEN, THEN)
    assert not briefing.editions.live(now - DAY).exists()


def test_it_is_never_new_in_a_feed():
    old = imported(live_from=timezone.now())
    newer = make_draft(headline="Of last week").briefing
    make_edition(newer, live_from=timezone.now() - 7 * DAY)

    now = timezone.now()
    entries = lists.entries_of(lists.feed_rows(now), now)

    assert [entry.id for entry in entries] == [f"urn:uuid:{one.uuid}" for one in (newer, old)]
    assert (entries[1].published, entries[1].updated) == (THEN, THEN)


def test_a_minor_change_leaves_both_dates_and_a_major_one_moves_updated_alone():
    briefing = imported()
    workflow.publish(save(briefing, lede="Thirty-four states met.").briefing, by=None, change="minor")
    assert dates(briefing) == (THEN, THEN)

    edition = workflow.publish(briefing, by=None, change="major", note="A vote.")

    assert dates(briefing) == (THEN, edition.live_from)


def test_a_minor_change_of_nothing_is_refused_after_an_import_too():
    briefing = imported()

    with pytest.raises(Refused, match="Nothing has changed since the newest edition"):
        workflow.publish(briefing, by=None, change="minor")


def test_an_erased_import_leaves_only_the_date_of_the_import():
    briefing = imported()
    workflow.withdraw(briefing, by=None, notice="Withdrawn.")

    workflow.erase(briefing, number=1, reason="Order 7/26.", by=None)

    assert PublishedSummary.objects.live().get(briefing=briefing).first_published == briefing.editions.first().live_from


@pytest.mark.parametrize("moment", [None, LATER.isoformat()])
def test_an_import_says_when_it_was_first_published_and_that_lies_behind(moment):
    with pytest.raises(Refused, match="Say when it was first published, at a moment that has passed"):
        imported(first_published=moment)


def test_nothing_is_imported_into_a_briefing_that_was_published():
    briefing = imported()

    with pytest.raises(Refused, match="What is imported is the first edition of its briefing"):
        make_edition(briefing, live_from=timezone.now(), kind=Edition.Kind.IMPORTED, first_published=SAID)
