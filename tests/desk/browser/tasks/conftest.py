"""The editor at the desk's first page, a live briefing, and the table of what each task took."""

import sys
from collections.abc import Iterator

import pytest

from briefings import workflow
from briefings.content import SectionBlock
from tests.content.texts import A
from tests.desk.browser.tasks.hand import DESK, DONE, Hand
from tests.making import make_draft

BODY = "<p>The harbour workers recieved 120 letters. They will answer on Monday.</p>"


@pytest.fixture(scope="session", autouse=True)
def table() -> Iterator[None]:
    yield
    rows = [
        f"| {task} | {one.clicks} | {one.keys} | {one.loads} | {one.scrolls} | {', '.join(one.twice) or '–'} |"
        for task, one in DONE.items()
    ]
    head = "| task | clicks | keys | page loads | scrolled | typed twice |\n|---|---|---|---|---|---|"
    sys.stdout.write("\n".join(["\n", head, *rows, ""]))


@pytest.fixture
def hand(sits):
    """Mira's, who is logged in."""
    hand = Hand(sits()).start(DESK)
    yield hand
    hand.leave()


@pytest.fixture
def draft():
    return make_draft("harbour", blocks=(SectionBlock(key=A, heading="Letters", body=BODY),), faq=())


@pytest.fixture
def live(draft):
    workflow.publish(draft.briefing, by=None)
    return draft
