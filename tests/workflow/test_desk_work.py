"""Plan and topics of a draft are changed by acts of their own, each whole and on record."""

import pytest

from briefings import workflow, working_copy
from briefings.models import Draft, Topic
from briefings.staff import add_staff
from tests.making import NOON, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return {
        role: add_staff(role, role=role, password="correct horse battery") for role in ("editor", "writer", "admin")
    }


def test_a_plan_is_a_moment_or_none_and_publishes_nothing(people):
    draft = make_draft("quokka")

    workflow.plan(draft.briefing, moment=NOON, by=people["editor"])
    assert Draft.objects.get().planned_for == NOON
    with pytest.raises(workflow.Refused, match="planned so already"):
        workflow.plan(draft.briefing, moment=NOON, by=people["editor"])
    workflow.plan(draft.briefing, moment=None, by=people["editor"])

    assert Draft.objects.get().planned_for is None
    assert not draft.briefing.editions.exists()


def test_topics_are_changed_by_a_save_so_that_the_version_before_comes_back(people):
    draft, topic = make_draft("quokka", topics=("marmots",)), Topic.objects.create(name="Wombats")
    marmots = Topic.objects.get(name="marmots")

    workflow.retopic(draft.briefing, add=[topic, marmots], by=people["editor"], expected=1)
    assert [one.name for one in working_copy.read(Draft.objects.get()).topics] == ["marmots", "Wombats"]
    workflow.retopic(draft.briefing, drop=[marmots], by=people["editor"], expected=2)

    assert [one.name for one in working_copy.read(Draft.objects.get()).topics] == ["Wombats"]
    assert draft.briefing.revisions.count() == 3
    with pytest.raises(workflow.Refused, match="Its topics are so already"):
        workflow.retopic(draft.briefing, drop=[marmots], by=people["editor"], expected=3)


def test_none_of_them_passes_a_newer_text_or_the_trash(people):
    draft, topic = make_draft("quokka"), Topic.objects.create(name="Wombats")
    make_draft("wombat", briefing=draft.briefing)
    acts = (
        lambda version: workflow.retopic(draft.briefing, add=[topic], by=people["editor"], expected=version),
        lambda version: workflow.plan(draft.briefing, moment=NOON, by=people["editor"], expected=version),
        lambda version: workflow.hand_over(draft.briefing, to=people["writer"], by=people["editor"], expected=version),
    )
    for act in acts:
        with pytest.raises(workflow.Refused, match="saved a newer text"):
            act(1)
    workflow.trash(draft.briefing, by=None)
    for act in acts:
        with pytest.raises(workflow.Refused, match="in the trash"):
            act(2)
