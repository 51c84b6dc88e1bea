"""An address belongs to one briefing for ever, from scheduling on."""

from uuid import UUID

import pytest

from briefings import workflow, working_copy
from briefings.content import BriefingContent
from briefings.models import Briefing, Draft, Edition, SlugReservation
from briefings.workflow import Refused
from tests.workflow.making import LATER, everything, make_draft, save

pytestmark = pytest.mark.django_db
MAJOR = {"change": "major", "note": "Adds the vote."}


def publish(briefing: Briefing, **options: object) -> str:
    return workflow.publish(briefing, by=None, **options).summary.slug


def refused(briefing: Briefing, **options: object) -> str:
    before = everything()
    with pytest.raises(Refused) as refusal:
        publish(briefing, **options)
    assert everything() == before
    return str(refusal.value)


def test_a_slug_is_made_from_the_headline_and_kept_by_the_draft():
    briefing = make_draft(headline="Союзники в Києві").briefing

    assert publish(briefing) == "soyuzniki-v-kiievi"
    assert Draft.objects.get().slug == "soyuzniki-v-kiievi"


def test_a_reworded_headline_does_not_move_the_address():
    briefing = make_draft().briefing
    publish(briefing)
    save(briefing, headline="Another headline")

    assert publish(briefing, change="minor") == "allies-pledge-guarantees"


def test_a_save_from_before_publishing_does_not_move_the_address_either():
    briefing = make_draft().briefing
    draft = Draft.objects.get()
    typed = BriefingContent.offered(**dict(working_copy.read(draft)) | {"headline": "Another headline"})
    assert typed.slug is None
    publish(briefing)

    working_copy.write(draft, typed, expected=draft.version, by=None)

    assert publish(briefing, change="minor") == "allies-pledge-guarantees"


def test_a_headline_without_a_letter_gets_an_address_all_the_same():
    briefing = make_draft(headline="!!!").briefing

    assert publish(briefing) == f"briefing-{UUID(str(briefing.uuid)).hex[:8]}"


def test_the_same_headline_in_another_briefing_gets_a_number():
    assert [publish(make_draft().briefing) for _ in range(3)] == [
        "allies-pledge-guarantees",
        "allies-pledge-guarantees-2",
        "allies-pledge-guarantees-3",
    ]


def test_a_longer_slug_that_begins_alike_takes_no_number():
    publish(make_draft(headline="Allies pledge guarantees again").briefing)

    assert publish(make_draft().briefing) == "allies-pledge-guarantees"


def test_an_address_is_reserved_from_scheduling_on_and_after_calling_off():
    mine, other = make_draft(slug="mine").briefing, make_draft(slug="mine").briefing
    edition = workflow.publish(mine, by=None, live_from=LATER)
    sentence = "The address “mine” belongs to another briefing. Choose another."

    assert refused(other) == sentence
    workflow.call_off(edition, by=None)
    assert refused(other) == sentence


def test_a_former_address_is_never_given_to_another_briefing():
    mine = make_draft(slug="mine").briefing
    publish(mine)
    save(mine, slug="mine-now")
    assert publish(mine, change="minor") == "mine-now"
    workflow.withdraw(mine, by=None, notice="It was not so.")

    assert "“mine”" in refused(make_draft(slug="mine").briefing)
    assert publish(make_draft(headline="Mine").briefing) == "mine-2"
    assert set(SlugReservation.objects.filter(briefing=mine).values_list("slug", flat=True)) == {"mine", "mine-now"}


def test_a_briefing_may_go_back_to_an_address_of_its_own():
    mine = make_draft(slug="mine").briefing
    publish(mine)
    save(mine, slug="mine-now")
    publish(mine, change="minor")
    save(mine, slug="mine")

    assert publish(mine, change="minor") == "mine"


def test_a_draft_alone_reserves_nothing():
    make_draft(slug="mine")

    assert publish(make_draft(slug="mine").briefing) == "mine"
    assert Edition.objects.count() == 1
