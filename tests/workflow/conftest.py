"""What more than one subject of the workflow's tests begins with."""

from itertools import groupby
from pathlib import Path

import pytest

from briefings import workflow
from briefings.content import SectionBlock, TopicName
from briefings.models import Briefing, Edition, Person, Topic, User
from tests import making
from tests.making import LONG_AGO
from tests.workflow.making import LATER, make_draft, make_user, save, text_of

EMBARGOED = "quokka"
"""A word of the scheduled text alone: in its headline, in a section and a topic of its own, and in its note."""
SCHEDULED_SECTION = "svvvvvvvv"


# What stands is made once for a whole module. Of its tests, those that begin with nothing come first, then those that
# begin with a draft, then those that begin with more.


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a file run in the order in which they stand there, in whatever order they were asked for."""

    def place(item: pytest.Item) -> int:
        return item.location[1] or 0 if item.path.parent == Path(__file__).parent else 0

    files = groupby(items, key=lambda item: item.path)
    items[:] = [item for _, tests in files for item in sorted(tests, key=place)]


@pytest.fixture(scope="module")
def standing_draft(module_db: None) -> int:
    return make_draft().briefing.pk


@pytest.fixture
def briefing(db: None, standing_draft: int) -> Briefing:
    return Briefing.objects.get(pk=standing_draft)


@pytest.fixture(scope="module")
def standing_live(standing_draft: int) -> int:
    workflow.publish(Briefing.objects.get(pk=standing_draft), by=None)
    return standing_draft


@pytest.fixture
def live(db: None, standing_live: int) -> Briefing:
    """The same briefing, published."""
    return Briefing.objects.get(pk=standing_live)


@pytest.fixture(scope="module")
def standing_schedule(module_db: None) -> int:
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
    return workflow.publish(briefing, by=None, live_from=LATER, change="major", note="Adds the quokka vote.").pk


@pytest.fixture
def scheduled(db: None, standing_schedule: int) -> Edition:
    """A major change of a live briefing, scheduled under embargo; the draft is as it was then."""
    return Edition.objects.get(pk=standing_schedule)


# What is renamed, filed and merged: an edition, one of its two topics, and its speaker.


@pytest.fixture(scope="module")
def standing_edition(module_db: None) -> int:
    return making.make_edition("quokka", live_from=LONG_AGO, topics=("Marmots", "Wombats")).pk


@pytest.fixture
def edition(db: None, standing_edition: int) -> Edition:
    return Edition.objects.get(pk=standing_edition)


@pytest.fixture
def topic(edition: Edition) -> Topic:
    return Topic.objects.get(name="Marmots")


@pytest.fixture
def person(edition: Edition) -> Person:
    return Person.objects.get(name="quokka speaker")


@pytest.fixture
def mira(db: None) -> User:
    return make_user("Mira Novak", role="editor")


@pytest.fixture
def jon(db: None) -> User:
    return make_user("Jon Berg", role="editor")
