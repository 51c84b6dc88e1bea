"""What more than one subject of the workflow's tests begins with."""

import pytest

from briefings import workflow
from briefings.content import SectionBlock, TopicName
from briefings.models import Edition
from tests.workflow.making import LATER, make_draft, save, text_of

EMBARGOED = "quokka"
"""A word of the scheduled text alone: in its headline, in a section and a topic of its own, and in its note."""
SCHEDULED_SECTION = "svvvvvvvv"


@pytest.fixture
def scheduled(db: None) -> Edition:
    """A major change of a live briefing, scheduled under embargo; the draft is as it was then."""
    briefing = make_draft().briefing
    live = text_of(workflow.publish(briefing, by=None))
    save(
        briefing,
        headline="Allies pledge a quokka",
        blocks=(
            *live.blocks,
            SectionBlock(key=SCHEDULED_SECTION, heading="The quokka vote", body="<p>They voted.</p>"),
        ),
        topics=(*live.topics, TopicName(name="Quokka", slug="quokka")),
    )
    return workflow.publish(briefing, by=None, live_from=LATER, change="major", note="Adds the quokka vote.")
