"""One policy, as the design words it: what each role may, and that nobody else may anything."""

import pytest
from django.contrib.auth.models import AnonymousUser

from briefings import policy
from briefings.models import Briefing, Draft, Original, User
from tests.desk.roles.people import STAFF, make_somebody
from tests.making import make_draft

pytestmark = pytest.mark.django_db

# Writer: own drafts, submit. Editor: all drafts, review, approve, publish. Chief: publishes alone where two are needed,
# withdraws, reads the record, changes the site. Site admin: staff, the record and the site, no drafts.
ACTIONS = (
    "create",
    "read",
    "write",
    "submit",
    "review",
    "publish",
    "publish_alone",
    "override_embargo",
    "vouch",
    "withdraw",
    "file",
    "front",
    "audit",
    "staff",
    "site",
)
TO_OWN = {
    "writer": "create read write submit",
    "editor": "create read write submit review publish vouch file front",
    "chief": "create read write submit review publish publish_alone override_embargo vouch withdraw file front audit "
    "site",
    "admin": "audit staff site",
    "writer and admin": "create read write submit audit staff site",
    "superuser": " ".join(ACTIONS),
    "newcomer": "",
}
TO_OTHERS = TO_OWN | {"writer": "create", "writer and admin": "create audit staff site"}


def allowed(user: User | AnonymousUser, briefing: Briefing | None = None) -> list[str]:
    return [action for action in ACTIONS if policy.may(user, action, briefing)]


def test_these_are_all_the_actions_that_there_are():
    named = {name.removesuffix("_own") for name, _ in Draft._meta.permissions}

    assert named == set(ACTIONS)
    assert set(TO_OWN) == STAFF


@pytest.mark.parametrize("role", TO_OWN)
def test_each_role_may_what_the_design_says_and_nothing_else(role):
    user = make_somebody(role).user
    own, other = make_draft("quokka", by=user), make_draft("wombat", by=make_somebody("chief", name="cleo").user)

    assert allowed(user) == TO_OWN[role].split()
    assert allowed(user, own.briefing) == TO_OWN[role].split()
    assert allowed(user, other.briefing) == TO_OTHERS[role].split()
    for action in ("read", "write", "submit"):
        drafts = {draft for draft in (own, other) if policy.may(user, action, draft.briefing)}
        assert set(policy.drafts(user, action)) == drafts


@pytest.mark.parametrize("was", TO_OWN)
@pytest.mark.parametrize("changed", [{"is_active": False}, {"is_staff": False}])
def test_who_is_no_longer_staff_may_nothing_whatever_they_were(was, changed):
    user = make_somebody(was).user
    own = make_draft("quokka", by=user)
    User.objects.filter(pk=user.pk).update(**changed)
    user = User.objects.get(pk=user.pk)

    assert allowed(user) == allowed(user, own.briefing) == []
    assert not any(policy.drafts(user, action).exists() for action in ACTIONS)


def test_a_stranger_may_nothing():
    draft = make_draft("quokka")

    assert allowed(AnonymousUser()) == allowed(AnonymousUser(), draft.briefing) == []
    assert not policy.drafts(AnonymousUser(), "read").exists()


def test_whoever_gives_up_writing_no_longer_reads_the_drafts_they_began():
    writer = make_somebody("writer and admin").user
    make_draft("quokka", by=writer)
    writer.groups.remove(writer.groups.get(name="Writers"))

    assert not policy.drafts(User.objects.get(pk=writer.pk), "read").exists()


def test_a_draft_that_was_pasted_for_a_briefing_is_of_whoever_reads_the_briefing():
    tom, noor = (make_somebody("writer", name=name).user for name in ("tom", "noor"))
    meant_for = make_draft("quokka", by=noor).briefing
    Original.objects.create(data=b"Words.", format="text", by=tom, briefing=meant_for)

    assert [policy.originals(user, "read").count() for user in (tom, noor)] == [0, 1]
