"""A second person: where the newsroom wants one, nobody publishes what nobody else has read."""

import pytest

from briefings import workflow
from briefings.content import Correction
from briefings.log import verify_log
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow import NotReady, Refused, Scheduled
from tests.workflow.making import LATER, everything, key, make_draft, make_user, save

WANTED = "A second person has to approve this text first."
NEW = {"lede": "Thirty-four states met in Paris."}
CORRECTION = Correction(key=key("c"), was_wrong="Thirty-five", is_right="Thirty-four")
CHANGES = {
    "minor": {"change": "minor"},
    "major": {"change": "major", "note": "Adds the vote."},
    "correction": {"change": "correction", "correction": CORRECTION},
}


def refused(briefing: Briefing, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        workflow.publish(briefing, **options)
    assert everything() == before
    return list(refusal.value.reasons)


def approve(briefing: Briefing, *, by: User | None = None) -> User | None:
    workflow.approve(briefing, by=by, expected=briefing.revisions.count())
    return by


@pytest.fixture(scope="module")
def standing_change(standing_live: int) -> int:
    save(Briefing.objects.get(pk=standing_live), **NEW)
    return standing_live


@pytest.fixture
def live(db: None, standing_change: int) -> Briefing:
    """Published at the command line, and changed since."""
    return Briefing.objects.get(pk=standing_change)


@pytest.fixture
def editor(db: None) -> User:
    return make_user(role="editor")


@pytest.fixture
def second(db: None) -> User:
    return make_user("Jon Berg", role="editor")


@pytest.fixture(params=["always", "except-minor"])
def wanted(request, settings):
    settings.SECOND_PERSON = request.param
    return request.param


def test_a_chief_editor_publishes_alone_and_so_does_the_command_line(wanted, db):
    for by in (make_user("Ada Kim", role="chief"), None):
        assert workflow.publish(make_draft().briefing, by=by).approved_by is None


def test_a_newsroom_that_wants_no_second_person_publishes_what_nobody_approved(briefing, editor, settings):
    assert settings.SECOND_PERSON == "off"
    assert workflow.publish(briefing, by=editor).approved_by is None


def test_a_first_edition_wants_a_second_person(briefing, editor, second, wanted):
    assert refused(briefing, by=editor) == [WANTED]
    assert refused(briefing, by=editor, live_from=LATER) == [WANTED]

    approve(briefing, by=second)

    assert workflow.publish(briefing, by=editor).approved_by == second


@pytest.mark.parametrize("state", ["submit", "request_changes"])
def test_a_text_that_is_under_review_is_not_approved(briefing, editor, wanted, state):
    workflow.submit(briefing, by=editor)
    if state == "request_changes":
        workflow.request_changes(briefing, by=editor, note="It names the wrong minister.")

    assert refused(briefing, by=editor) == [WANTED]


def test_an_approval_is_of_the_text_that_was_read(briefing, editor, second, wanted):
    approve(briefing, by=second)
    save(briefing, **NEW)

    assert refused(briefing, by=editor) == [WANTED]


def test_an_approval_that_was_taken_back_is_none(briefing, editor, second, wanted):
    approve(briefing, by=second)
    workflow.request_changes(briefing, by=editor, note="It names the wrong minister.")

    assert refused(briefing, by=editor) == [WANTED]


def test_who_approved_a_text_may_publish_it(briefing, second, wanted):
    approve(briefing, by=second)

    assert workflow.publish(briefing, by=second).approved_by == second


def test_who_approved_an_earlier_text_is_not_named_for_this_one(briefing, second):
    approve(briefing, by=second)
    save(briefing, **NEW)

    assert workflow.publish(briefing, by=None).approved_by is None


def test_a_text_that_was_published_stays_approved_until_the_next_save(briefing, second):
    approve(briefing, by=second)
    workflow.publish(briefing, by=None)
    assert Draft.objects.get().state == "approved"

    save(briefing, **NEW)

    assert Draft.objects.get().state == "draft"
    assert Edition.objects.live().get().approved_by == second


@pytest.mark.parametrize("change", ["major", "correction"])
def test_a_change_that_readers_are_told_of_wants_a_second_person(live, editor, second, wanted, change):
    assert refused(live, by=editor, **CHANGES[change]) == [WANTED]

    approve(live, by=second)

    assert workflow.publish(live, by=editor, **CHANGES[change]).approved_by == second


def test_a_minor_change_wants_one_where_every_change_does(live, editor, settings):
    settings.SECOND_PERSON = "always"
    assert refused(live, by=editor, **CHANGES["minor"]) == [WANTED]

    settings.SECOND_PERSON = "except-minor"
    assert workflow.publish(live, by=editor, **CHANGES["minor"]).approved_by is None


def test_the_edition_names_who_approved_its_text_whatever_the_newsroom_wants(live, second):
    workflow.publish(live, by=None, **CHANGES["minor"])
    assert Edition.objects.live().get().approved_by is None

    approve(live, by=second)

    assert workflow.publish(live, by=None, **CHANGES["major"]).approved_by == second
    assert verify_log().problems == []


def test_withdrawing_and_calling_off_want_nobody_else(live, wanted):
    scheduled = workflow.publish(live, by=None, live_from=LATER, **CHANGES["major"])
    workflow.call_off(scheduled, by=make_user("Ida Lund", role="editor"))

    assert workflow.withdraw(live, by=make_user(), notice="It was not so.").approved_by is None


def test_the_second_person_is_told_of_with_every_other_reason(live, editor, wanted):
    draft = save(live, headline="")

    with pytest.raises(NotReady) as refusal:
        workflow.publish(live, by=editor, change="major", expected=draft.version - 1)

    assert WANTED in refusal.value.reasons
    assert len(refusal.value.reasons) == 4


def test_a_kind_of_change_that_was_not_chosen_wants_nobody_yet(live, editor, settings):
    settings.SECOND_PERSON = "except-minor"

    assert refused(live, by=editor) == ["Say what kind of change this is: minor, major or correction."]


def test_beside_a_scheduled_edition_the_one_issued_again_is_the_text_that_was_approved(live, editor, second, wanted):
    approve(live, by=second)
    workflow.publish(live, by=editor, live_from=LATER, **CHANGES["major"])
    save(live, headline="Allies pledge guarantees in Paris")
    options = {"by": editor, "scheduled": Scheduled.REISSUE, **CHANGES["major"]}
    assert refused(live, **options) == [WANTED]
    approve(live, by=second)

    now = workflow.publish(live, **options)

    assert now.approved_by is None  # this mixture nobody has read
    assert Edition.objects.live(LATER).get().approved_by == second


def test_a_draft_without_an_address_is_the_text_that_was_approved_all_the_same(live, second):
    workflow.publish(live, by=None, live_from=LATER, **CHANGES["major"])
    save(live, slug=None, headline="Allies pledge guarantees in Paris")
    approve(live, by=second)

    workflow.publish(live, by=None, scheduled=Scheduled.REISSUE, **CHANGES["minor"])

    assert Edition.objects.live(LATER).get().approved_by == second
