"""Who is told of what: written with the act, for those who may know, as each of them chose."""

import pytest
from django.db import transaction

from briefings import policy, workflow, working_copy
from briefings.deliveries import choices, notify
from briefings.models import Delivery, Draft, User
from tests.desk.roles.people import EVERYBODY, become
from tests.making import NOON, make_draft
from tests.workflow.making import LATER

pytestmark = pytest.mark.django_db
Kind, Channel = Delivery.Kind, Delivery.Channel


@pytest.fixture
def newsroom(person) -> dict[str, User]:
    """Five people: Wanda and Wilma write, Edda and Emil edit, Cleo is their chief."""
    roles = {"wanda": "writer", "wilma": "writer", "edda": "editor", "emil": "editor", "cleo": "chief", "ada": "admin"}
    return {name: person(name, role) for name, role in roles.items()}


def save(draft: Draft, *, by: User | None, **differences: object) -> None:
    draft.refresh_from_db()
    content = working_copy.read(draft).model_copy(update=differences)
    working_copy.write(draft, content, expected=draft.version, by=by)


def test_whoever_may_review_is_asked_to_and_nobody_else(newsroom, told):
    workflow.submit(make_draft(by=newsroom["wanda"]).briefing, by=newsroom["wanda"])

    assert told() == {("edda", "review"), ("emil", "review"), ("cleo", "review")}


def test_nobody_is_told_of_their_own_act(newsroom, told):
    workflow.submit(make_draft(by=newsroom["edda"]).briefing, by=newsroom["edda"])

    assert told() == {("emil", "review"), ("cleo", "review")}


def test_a_text_that_was_sent_back_or_approved_is_told_to_who_began_and_who_submitted_it(newsroom, told):
    briefing = make_draft(by=newsroom["wanda"]).briefing
    workflow.submit(briefing, by=newsroom["emil"])
    Delivery.objects.all().delete()

    workflow.request_changes(briefing, by=newsroom["edda"], note="A secret note.")
    workflow.submit(briefing, by=newsroom["emil"])
    workflow.approve(briefing, by=newsroom["edda"], expected=1)

    assert {one for one in told() if one[1] != "review"} == {
        ("wanda", "sent back"),
        ("emil", "sent back"),
        ("wanda", "approved"),
        ("emil", "approved"),
    }


def test_a_text_published_alone_is_told_to_reviewers_and_chiefs(newsroom, told, settings):
    settings.SECOND_PERSON = "always"

    workflow.publish(make_draft(by=newsroom["cleo"]).briefing, by=newsroom["cleo"])

    assert told() == {("edda", "alone"), ("emil", "alone")}


def test_where_nobody_wants_a_second_person_publishing_alone_is_nothing_to_tell(newsroom, told):
    workflow.publish(make_draft(by=newsroom["cleo"]).briefing, by=newsroom["cleo"])

    assert told() == set()


def test_a_save_that_leaves_a_schedule_older_is_told_once_for_each_schedule(newsroom, told):
    draft = make_draft(by=newsroom["wanda"])
    workflow.publish(draft.briefing, by=newsroom["edda"], live_from=LATER)
    assert told() == set()

    save(draft, by=newsroom["emil"], lede="Newer.")
    save(draft, by=newsroom["emil"], lede="Newer still.")

    assert told() == {("wanda", "outdated"), ("edda", "outdated")}
    assert Delivery.objects.filter(channel=Channel.DESK).count() == 2
    workflow.publish(draft.briefing, by=newsroom["edda"], live_from=NOON, scheduled=workflow.Scheduled.CALL_OFF)
    save(draft, by=newsroom["emil"], lede="Newer than the second.")
    assert Delivery.objects.filter(channel=Channel.DESK).count() == 4


def test_a_save_that_says_what_is_scheduled_leaves_nothing_older(newsroom, told):
    draft = make_draft(by=newsroom["wanda"])
    workflow.publish(draft.briefing, by=newsroom["edda"], live_from=LATER)

    save(draft, by=newsroom["emil"])

    assert told() == set()


def test_an_act_that_comes_to_nothing_tells_nobody(newsroom, told):
    briefing = make_draft(by=newsroom["wanda"]).briefing

    with transaction.atomic():
        workflow.submit(briefing, by=newsroom["wanda"])
        transaction.set_rollback(True)

    assert told() == set()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_told_outside_of_an_acts_transaction(newsroom):
    with pytest.raises(RuntimeError):
        notify(Kind.COMMENTED, briefing=make_draft().briefing, to=[newsroom["edda"]], by=None)


def test_nobody_is_told_of_a_draft_that_they_may_not_read_or_after_they_left(newsroom, told):
    briefing = make_draft(by=newsroom["wanda"]).briefing
    User.objects.filter(username="emil").update(is_active=False)

    notify(Kind.COMMENTED, briefing=briefing, to=User.objects.all(), by=None, part="sabcdefgh")

    assert told() == {("wanda", "commented"), ("edda", "commented"), ("cleo", "commented")}
    assert set(Delivery.objects.values_list("part", flat=True)) == {"sabcdefgh"}


def test_everybody_is_told_by_the_channels_they_chose(newsroom, told, settings):
    settings.SENDS_MAIL = True
    chosen = {kind: {Channel.MAIL: False, Channel.DESK: True} for kind in Kind}
    choices.choose(newsroom["edda"], chosen)
    choices.choose(newsroom["emil"], chosen | {Kind.REVIEW: {Channel.MAIL: True, Channel.DESK: False}})
    User.objects.filter(username="cleo").update(email="")

    workflow.submit(make_draft(by=newsroom["wanda"]).briefing, by=newsroom["wanda"])

    assert told(Channel.DESK) == {("edda", "review"), ("cleo", "review")}
    assert told(Channel.MAIL) == {("emil", "review")}


def test_without_a_mail_server_no_mail_is_written(newsroom, told):
    workflow.submit(make_draft(by=newsroom["wanda"]).briefing, by=newsroom["wanda"])

    assert told(Channel.MAIL) == set()


def test_telling_many_costs_what_telling_one_does(newsroom, django_assert_num_queries):
    briefing = make_draft(by=newsroom["wanda"]).briefing
    for to in (list(newsroom.values())[:1], list(newsroom.values())):
        with transaction.atomic(), django_assert_num_queries(3):
            notify(Kind.COMMENTED, briefing=briefing, to=to, by=None)


@pytest.mark.parametrize("role", [role for role in EVERYBODY if role != "stranger"])
def test_who_may_do_an_act_is_the_same_asked_for_all_and_for_each(role, person):
    user = become(person("mira"), role)
    drafts = [make_draft("own", by=user), make_draft("other")]

    for action in ("read", "write", "submit", "review", "publish", "staff"):
        for draft in drafts:
            among = user in policy.who_may(action, draft.briefing)
            assert among == policy.may(user, action, draft.briefing), (action, draft)
