"""Withdrawing: the notice stands in the place of the text, and what was scheduled does not bring it back."""

import pytest

from briefings import workflow
from briefings.content import ContentRefused, from_canonical
from briefings.log import verify_log
from briefings.models import Briefing, CallOff, Edition
from briefings.workflow import Refused, Scheduled
from tests.workflow.making import LATER, everything, make_draft, make_user, save

MAJOR = {"change": "major", "note": "Adds the vote."}
NEW = {"lede": "Thirty-four states met in Paris."}
UNTIL_THEN = (
    "This briefing is withdrawn until then: give the moment to issue the scheduled one again, or call it off and "
    "publish now."
)
BACK = "This briefing is withdrawn. Publish it again as a major change, with a note that says why."


def refused(act, briefing: Briefing, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(briefing, **{"by": None, **options})
    assert everything() == before
    return list(refusal.value.reasons)


@pytest.mark.django_db
def test_what_was_never_live_is_not_withdrawn():
    briefing = make_draft().briefing
    sentence = "Nothing of this briefing is live. Call off what is scheduled instead."

    assert refused(workflow.withdraw, briefing, notice="No.") == [sentence]
    workflow.publish(briefing, by=None, live_from=LATER)
    assert refused(workflow.withdraw, briefing, notice="\u200b\u00a0") == [
        sentence,
        "Write the notice: what readers find in place of the briefing.",
    ]


@pytest.fixture
def returning(live: Briefing) -> Briefing:
    """Withdrawn; its return is scheduled, and the draft has changed since."""
    workflow.withdraw(live, by=None, notice="It was not so.")
    workflow.publish(live, by=None, live_from=LATER, change="major", note="It was so after all.")
    save(live, **NEW)
    return live


def test_the_notice_stands_in_the_place_of_the_text(live):
    user, before = make_user(), Edition.objects.get()

    edition = workflow.withdraw(live, by=user, notice="It was not so.")

    content = from_canonical(edition.text.text)
    assert (edition.kind, edition.by, edition.live_until) == ("withdrawn", user, None)
    assert content.change.note == "It was not so."
    assert (content.headline, content.slug) == ("Allies pledge guarantees", "allies-pledge-guarantees")
    assert (content.lede, content.blocks, content.faq, content.topics) == ("", (), (), ())
    before.refresh_from_db()
    assert before.live_until == edition.live_from


def test_a_withdrawn_briefing_stays_at_its_address_and_leaves_every_list(live):
    edition = workflow.withdraw(live, by=None, notice="It was not so.")

    assert Edition.objects.live().get() == edition
    assert not Edition.objects.live().listed().exists()


def test_the_headline_may_be_withdrawn_too(live):
    edition = workflow.withdraw(live, by=None, notice="It was not so.", headline="Withdrawn briefing")

    assert edition.summary.headline == "Withdrawn briefing"


def test_what_is_scheduled_is_called_off_with_it(live):
    scheduled = workflow.publish(live, by=None, live_from=LATER, **MAJOR)

    edition = workflow.withdraw(live, by=None, notice="It was not so.")

    assert CallOff.objects.get().edition == scheduled
    assert Edition.objects.live(LATER).get() == edition
    assert verify_log().problems == []


def test_a_briefing_is_withdrawn_once(live):
    workflow.withdraw(live, by=None, notice="It was not so.")

    assert refused(workflow.withdraw, live, notice="Again.") == ["This briefing is withdrawn already."]


@pytest.mark.parametrize("bad", ["a\x00b", "a\u202eb", "x" * 20_001])
def test_a_notice_that_no_reader_could_be_shown_is_refused_in_our_words(live, bad):
    before = everything()
    with pytest.raises((Refused, ContentRefused)) as refusal:
        workflow.withdraw(live, by=None, notice=bad)

    assert "note" in str(refusal.value)
    assert everything() == before


def test_a_minor_change_does_not_bring_it_back_and_a_major_one_does(live):
    workflow.withdraw(live, by=None, notice="It was not so.")
    save(live, **NEW)

    assert refused(workflow.publish, live, change="minor") == [BACK]
    edition = workflow.publish(live, by=None, change="major", note="It was so after all.")
    assert Edition.objects.live().listed().get() == edition


@pytest.mark.parametrize("choice", [Scheduled.KEEP, Scheduled.REISSUE])
def test_nothing_is_published_beside_a_return_that_is_scheduled(returning, choice):
    assert refused(workflow.publish, returning, change="major", note="Back.", scheduled=choice) == [UNTIL_THEN]


def test_a_minor_change_does_not_bring_it_back_while_its_return_is_scheduled(returning):
    assert refused(workflow.publish, returning, change="minor", scheduled=Scheduled.KEEP) == [UNTIL_THEN, BACK]
    assert refused(workflow.publish, returning, change="minor", scheduled=Scheduled.CALL_OFF) == [BACK]


def test_its_return_may_be_issued_again_with_a_change_or_brought_forward(returning):
    again = workflow.publish(
        returning, by=None, live_from=LATER, change="major", note="It was so.", scheduled=Scheduled.REISSUE
    )

    assert Edition.objects.live().get().kind == "withdrawn"
    assert Edition.objects.live(LATER).get() == again
    assert workflow.publish(returning, by=None, change="major", note="Back.", scheduled=Scheduled.CALL_OFF)
    assert from_canonical(Edition.objects.live(LATER).get().text.text).lede == NEW["lede"]
    assert verify_log().problems == []
