"""Published alone: on record, and waiting until somebody else has looked."""

import pytest

from briefings import workflow, working_copy
from briefings.models import AuditEntry, Draft, ListedDraft
from briefings.staff import add_staff
from tests.making import NOON, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return add_staff("cleo", role="chief", password="correct horse battery")


@pytest.fixture
def editor():
    return add_staff("mira", role="editor", password="correct horse battery")


@pytest.fixture(autouse=True)
def two_are_wanted(settings):
    settings.SECOND_PERSON = "except-minor"


def waits(draft: Draft) -> bool:
    return ListedDraft.objects.get(draft=draft).alone is not None


def alone(by, word: str = "quokka") -> Draft:
    draft = make_draft(word, by=by)
    workflow.publish(draft.briefing, by=by)
    return draft


def act_of(draft: Draft) -> int | None:
    return ListedDraft.objects.get(draft=draft).alone_id


def test_what_somebody_publishes_alone_waits_until_a_colleague_has_looked(chief, editor):
    draft = alone(chief)
    assert waits(draft)

    workflow.look_at(draft.briefing, by=editor, expected=act_of(draft))

    assert not waits(draft)
    acts = AuditEntry.objects.filter(briefing=draft.briefing).order_by("pk").values_list("action", "by__username")
    assert list(acts)[-2:] == [("published alone", "cleo"), ("looked at", "mira")]


def test_nobody_looks_at_their_own_at_another_than_they_saw_or_twice(chief, editor):
    draft = alone(chief)
    act = act_of(draft)

    for by, expected, reason in (
        (chief, act, "You published this yourself. Somebody else has to look at it."),
        (editor, act - 1, "Something else was published alone since this page was opened. Look at that."),
    ):
        with pytest.raises(workflow.Refused, match=reason):
            workflow.look_at(draft.briefing, by=by, expected=expected)
    workflow.look_at(draft.briefing, by=editor, expected=act)
    with pytest.raises(workflow.Refused, match="Somebody has looked at this already"):
        workflow.look_at(draft.briefing, by=editor, expected=act)

    assert AuditEntry.objects.filter(action="looked at").count() == 1


def test_whoever_publishes_the_text_of_a_colleague_is_not_alone(chief, editor):
    draft = make_draft("quokka", by=editor)
    workflow.publish(draft.briefing, by=chief)
    assert not waits(draft)


def test_an_approved_text_a_minor_change_and_a_newsroom_that_wants_no_second_person_make_none(chief, editor, settings):
    approved = make_draft("approved", by=chief)
    workflow.approve(approved.briefing, by=editor, expected=1)
    workflow.publish(approved.briefing, by=chief)
    text = working_copy.read(approved).model_copy(update={"lede": "Another lede."})
    working_copy.write(approved, text, expected=1, by=chief)
    workflow.publish(approved.briefing, by=chief, change="minor")
    settings.SECOND_PERSON = "off"
    assert not waits(approved)
    assert not waits(alone(chief))


def test_it_waits_no_more_once_a_colleague_approves_a_later_text_or_it_is_withdrawn(chief, editor):
    approved, withdrawn = alone(chief), alone(chief, "wombat")
    workflow.approve(approved.briefing, by=editor, expected=1)
    workflow.withdraw(withdrawn.briefing, by=chief, notice="Gone.")

    assert not waits(approved)
    assert not waits(withdrawn)


def test_a_minor_change_does_not_take_it_off_the_list_and_a_rebuild_finds_it_again(chief):
    draft = alone(chief)
    act = act_of(draft)
    text = working_copy.read(draft).model_copy(update={"lede": "Another lede."})
    working_copy.write(draft, text, expected=1, by=chief)
    workflow.publish(draft.briefing, by=chief, change="minor")
    ListedDraft.objects.update(alone=None)

    workflow.rebuild()

    assert act_of(draft) == act


def test_what_is_scheduled_alone_waits_as_well(chief):
    draft = make_draft("quokka", by=chief)
    workflow.publish(draft.briefing, by=chief, live_from=NOON)
    assert waits(draft)
