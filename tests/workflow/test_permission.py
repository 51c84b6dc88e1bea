"""Who may do which act of the workflow: every act asks, whichever door it is called from."""

from collections.abc import Callable

import pytest

from briefings import workflow
from briefings.models import AuditEntry, Briefing, User
from briefings.roles import ROLES
from briefings.workflow import Refused
from tests.workflow.making import LATER, everything, make_draft, make_user

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act()
    assert everything() == before
    return list(refusal.value.reasons)


def submitted() -> Briefing:
    return workflow.submit(make_draft().briefing, by=None).briefing


SENTENCES = {
    "submit": "You may not submit this briefing for review. Ask whoever began it, or an editor.",
    "request_changes": "You may not send this briefing back. Ask an editor.",
    "approve": "You may not approve this briefing. Ask an editor.",
    "publish": "You may not publish this briefing. Ask an editor.",
    "call_off": "You may not call off what is scheduled of this briefing. Ask an editor.",
    "withdraw": "You may not withdraw this briefing. Ask a chief editor.",
}
MAY = {
    "writer": set(),
    "editor": {"submit", "request_changes", "approve", "publish", "call_off"},
    "chief": set(SENTENCES),
    "admin": set(),
}


def ready_to(act: str) -> Callable[[User | None], object]:
    """The act, on a briefing of somebody else's that stands where the act leads on from."""
    if act == "submit":
        briefing = make_draft().briefing
        return lambda user: workflow.submit(briefing, by=user)
    if act == "request_changes":
        briefing = submitted()
        return lambda user: workflow.request_changes(briefing, by=user, note="It names the wrong minister.")
    if act == "approve":
        briefing = submitted()
        return lambda user: workflow.approve(briefing, by=user, expected=1)
    briefing = make_draft().briefing
    if act == "publish":
        return lambda user: workflow.publish(briefing, by=user)
    if act == "call_off":
        edition = workflow.publish(briefing, by=None, live_from=LATER)
        return lambda user: workflow.call_off(edition, by=user)
    workflow.publish(briefing, by=None)
    return lambda user: workflow.withdraw(briefing, by=user, notice="It was not so.")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", SENTENCES)
def test_each_role_does_what_is_theirs_and_is_told_whom_to_ask_for_the_rest(act, role):
    run, user = ready_to(act), make_user(role=role)

    if act in MAY[role]:
        run(user)
        assert AuditEntry.objects.filter(by=user).exists()
    else:
        assert refused(lambda: run(user)) == [SENTENCES[act]]


@pytest.mark.parametrize("act", SENTENCES)
def test_who_has_left_does_nothing_any_more_and_the_command_line_does_everything(act):
    run, user = ready_to(act), make_user()
    User.objects.filter(pk=user.pk).update(is_active=False)
    user.refresh_from_db()

    assert refused(lambda: run(user)) == [SENTENCES[act]]
    run(None)


def test_a_writer_submits_what_they_began_and_may_not_publish_it():
    writer = make_user(role="writer")
    briefing = make_draft(by=writer).briefing

    assert refused(lambda: workflow.publish(briefing, by=writer)) == [SENTENCES["publish"]]
    assert workflow.submit(briefing, by=writer).state == "in-review"
