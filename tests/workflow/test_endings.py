"""Ends of a briefing beside its withdrawal: removed for legal reasons, merged into another."""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import BriefingContent
from briefings.models import AuditEntry, Edition
from tests.workflow.making import LATER, make_draft, make_user, save, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def live():
    briefing = make_draft(headline="A case at court").briefing
    workflow.publish(briefing, by=None)
    return briefing


@pytest.fixture
def other():
    briefing = make_draft(headline="The other piece").briefing
    workflow.publish(briefing, by=None)
    return briefing


def test_removing_takes_headline_and_words_and_keeps_the_address(live):
    edition = workflow.remove(live, by=make_user(), notice="By order of a court.")

    content = text_of(edition)
    assert (edition.kind, content.slug, content.change.note) == ("removed", "a-case-at-court", "By order of a court.")
    empty = BriefingContent(id=content.id, slug=content.slug, language=content.language, change=content.change)
    assert content == empty
    assert AuditEntry.objects.filter(action="removed", briefing=live).exists()


def test_removing_needs_no_words_and_calls_off_what_is_scheduled(live):
    save(live, lede="Later.")
    workflow.publish(live, by=None, change="major", note="More.", live_from=LATER)

    workflow.remove(live, by=None)

    assert not Edition.objects.live(LATER).exclude(kind="removed").exists()


def test_what_was_withdrawn_can_be_removed_and_not_the_other_way(live):
    workflow.withdraw(live, by=None, notice="It was not so.")
    workflow.remove(live, by=None)

    for act in (workflow.remove, lambda briefing, by: workflow.withdraw(briefing, by=by, notice="N.")):
        with pytest.raises(workflow.Refused, match="This briefing is removed already"):
            act(live, by=None)


@pytest.mark.parametrize("act", [workflow.remove, workflow.withdraw, workflow.merge_into])
def test_what_was_never_live_has_no_end(act, other):
    more = {workflow.withdraw: {"notice": "N."}, workflow.merge_into: {"into": other}}.get(act, {})
    with pytest.raises(workflow.Refused, match="Nothing of this briefing is live"):
        act(make_draft().briefing, by=None, **more)


def test_what_ended_comes_back_as_a_major_change_with_a_note_alone(live):
    workflow.remove(live, by=None)

    with pytest.raises(workflow.Refused, match=r"This briefing is removed\. Publish it again as a major change"):
        workflow.publish(live, by=None, change="minor")
    assert workflow.publish(live, by=None, change="major", note="The order was lifted.").kind == "major"


def test_a_merged_briefing_names_the_other(live, other):
    edition = workflow.merge_into(live, into=other, by=None, notice="Both are one story.")

    assert text_of(edition).merged_into == str(other.uuid)
    assert edition.summary.merged_into == other
    assert text_of(edition).blocks == ()


def test_readers_are_not_sent_to_themselves_or_to_what_is_not_there(live):
    hidden = make_draft(headline="Hidden").briefing
    for into, sentence in ((live, "cannot be merged into itself"), (hidden, "is not live")):
        with pytest.raises(workflow.Refused, match=sentence):
            workflow.merge_into(live, into=into, by=None)
    assert Edition.objects.get().kind == "first"


def test_two_briefings_are_not_merged_into_each_other(live, other):
    workflow.merge_into(live, into=other, by=None)

    with pytest.raises(workflow.Refused, match="not live"):
        workflow.merge_into(other, into=live, by=None)


@pytest.mark.parametrize("role", ["writer", "editor", "admin"])
def test_only_a_chief_ends_a_briefing(live, other, role):
    somebody = make_user(role=role)
    for act, more in ((workflow.remove, {}), (workflow.merge_into, {"into": other})):
        with pytest.raises(workflow.Refused, match="Ask a chief editor"):
            act(live, by=somebody, **more)
    assert Edition.objects.live(timezone.now()).filter(briefing=live).get().kind == "first"
