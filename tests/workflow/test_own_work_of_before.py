"""Whose words a draft holds, where its record is of an earlier release, or its story goes on for years."""

import pytest

from briefings import workflow
from briefings.audit import enter
from briefings.models import AuditEntry
from briefings.workflow import Refused
from briefings.workflow.review.own_work import GENERATIONS, own_work
from tests.workflow.making import make_content, make_draft, save
from tests.workflow.test_own_work import approve

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("note", ["Who says so?", "Look at version 7", "See the paragraph of page 3"])
def test_a_note_that_stands_in_the_record_itself_takes_the_approval_of_that_moment_back(mira, jon, note):
    briefing = make_draft(by=mira).briefing
    approve(briefing, by=jon)
    enter(AuditEntry.Action.CHANGES_REQUESTED, by=jon, briefing=briefing, detail=note)
    save(briefing, by=jon, lede="Jon wrote this.")

    with pytest.raises(Refused, match="nobody has approved"):
        approve(briefing, by=mira)


def test_a_story_of_many_days_is_looked_back_at_for_a_few_of_them(mira, jon, django_assert_max_num_queries):
    briefing = make_draft(by=mira).briefing
    for _day in range(GENERATIONS + 5):
        briefing = workflow.continue_story(briefing, by=jon, as_briefing=make_content().id).briefing
    draft = save(briefing, by=jon, lede="Jon wrote this.")

    with django_assert_max_num_queries(4 * GENERATIONS):
        assert own_work(draft, of=mira) is None
