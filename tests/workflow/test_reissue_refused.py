"""Beside a scheduled edition: what cannot be put into both texts is refused, part by part."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.content import FAQEntry, FigureBlock, QuoteBlock, SourceNote, Span, TopicName
from briefings.models import Briefing, Draft, Edition
from briefings.workflow import NotReady, Refused, Scheduled
from briefings.working_copy import image_name
from tests.desk.pictures.making import put_on_file
from tests.workflow.conftest import SCHEDULED_SECTION
from tests.workflow.making import ANSWERED, LATER, QUOTE, SECTION, everything, key, make_draft, save

MAJOR = {"change": "major", "note": "Adds the vote."}
INSTEAD = "Call the scheduled one off, give the moment to change it alone, or make the change once it is live."


def refused(briefing: Briefing, choice: Scheduled, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        workflow.publish(briefing, **{"by": None, "change": "minor", "scheduled": choice, **options})
    assert everything() == before
    return list(refusal.value.reasons)


def refused_beside(briefing: Briefing, **options: object) -> list[str]:
    """The reasons against issuing the scheduled edition again, which are those against keeping it."""
    reasons = refused(briefing, Scheduled.REISSUE, **options)
    assert refused(briefing, Scheduled.KEEP, **options) == reasons
    return reasons


def differs(name: str) -> list[str]:
    return [
        f"{name} reads differently in what is live and in what is scheduled, so this change cannot be put into both.",
        INSTEAD,
    ]


def with_part(briefing: Briefing, part: str, **changes: Any) -> dict[str, Any]:
    """The draft's blocks and questions with one changed."""
    content = working_copy.read(briefing.draft)
    return {
        name: tuple(each.model_copy(update=changes) if each.key == part else each for each in getattr(content, name))
        for name in ("blocks", "faq")
    }


PARTS = {
    "The headline": lambda briefing, word: {"headline": word},
    "The address": lambda briefing, word: {"slug": f"the-{word}"},
    "The lede": lambda briefing, word: {"lede": word},
    "The dateline": lambda briefing, word: {"dateline": word},
    "The list of topics": lambda briefing, word: {"topics": (TopicName(name=word, slug=word),)},
    "The list of sources": lambda briefing, word: {"sources": (SourceNote(title=word),)},
    "The section “now”": lambda briefing, word: with_part(briefing, SECTION, heading=word),
    "The section “What happened”": lambda briefing, word: with_part(
        briefing, SECTION, body=f"<p>“our pledge” {word}</p>"
    ),
    "The quote “our pledge”": lambda briefing, word: with_part(briefing, QUOTE, role=word),
    "The question “Who pays?”": lambda briefing, word: with_part(briefing, ANSWERED, answer=f"<p>{word}</p>"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_reads_differently_live_and_scheduled_is_not_changed_in_both(live, name):
    briefing = live
    save(briefing, **PARTS[name](briefing, "scheduled"))
    workflow.publish(briefing, by=None, live_from=LATER, **MAJOR)
    save(briefing, **PARTS[name](briefing, "now"))

    assert refused_beside(briefing) == differs(name)
    assert workflow.publish(briefing, by=None, change="minor", scheduled=Scheduled.CALL_OFF)


@pytest.mark.django_db
def test_a_quote_from_a_source_that_is_scheduled_only_waits_for_it():
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    save(briefing, sources=(SourceNote(title="The treaty"),))
    workflow.publish(briefing, by=None, live_from=LATER, **MAJOR)
    source = working_copy.read(briefing.draft).sources[0]
    save(briefing, **with_part(briefing, QUOTE, source=source.id))

    assert refused_beside(briefing) == [
        "The quote “our pledge” names a source that is in what is scheduled and not in what is live, so this change "
        "cannot be put into both.",
        INSTEAD,
    ]


@pytest.mark.django_db
def test_where_a_note_alone_is_scheduled_that_nothing_has_changed_is_told_once():
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    workflow.publish(briefing, by=None, live_from=LATER, **MAJOR)

    assert refused_beside(briefing) == ["Nothing has changed since the edition was scheduled."]


@pytest.mark.django_db
def test_where_nothing_is_live_the_scheduled_edition_is_not_issued_again_now():
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None, live_from=LATER)
    save(briefing, lede="Thirty-four states met.", faq=(FAQEntry(key=ANSWERED, question="Who?", open="shown"),))

    assert refused(briefing, Scheduled.REISSUE, change=None) == [
        "Nothing is live yet: give the moment, or call the scheduled one off and publish now."
    ]


def test_a_part_that_is_scheduled_only_is_not_changed_in_both(scheduled):
    briefing = scheduled.briefing
    save(briefing, **with_part(briefing, SCHEDULED_SECTION, heading="The count"))

    assert refused_beside(briefing) == differs("The section “The count”")


def test_a_part_that_was_deleted_since_and_reads_differently_is_named_as_it_is_live(scheduled):
    briefing = scheduled.briefing
    save(briefing, **with_part(briefing, SECTION, heading="What happened in Paris", body="<p>“our pledge”</p>"))
    workflow.publish(briefing, by=None, live_from=LATER, scheduled=Scheduled.CALL_OFF, **MAJOR)
    save(briefing, blocks=())

    assert differs("The section “What happened”")[0] in refused_beside(briefing)


def test_every_part_that_stands_against_it_is_named_at_once(scheduled):
    briefing = scheduled.briefing
    parts = with_part(briefing, SCHEDULED_SECTION, heading="")
    save(briefing, headline="Allies count", **parts)

    reasons = refused_beside(briefing, change="major")

    assert reasons == [
        differs("The headline")[0],
        differs("The section without a heading")[0],
        INSTEAD,
        "Write the note of this major change: what is new for readers.",
    ]


def test_a_quote_that_is_said_in_a_section_that_is_scheduled_only_waits_for_it(scheduled):
    briefing = scheduled.briefing
    content = working_copy.read(briefing.draft)
    quote = content.quotes[0].model_copy(
        update={"key": key("q"), "spans": (Span(text="They voted"),), "section": SCHEDULED_SECTION}
    )
    save(briefing, blocks=(*content.blocks, quote))

    assert refused_beside(briefing) == [
        "With this change, what is live would not be ready: “They voted” belongs to a section that is gone. Choose "
        "another, or set the quotation off.",
        INSTEAD,
    ]


@pytest.mark.parametrize("change", [{"change": "minor"}, MAJOR])
def test_nothing_is_published_beside_a_scheduled_edition_where_nothing_has_changed_since(scheduled, change):
    assert refused_beside(scheduled.briefing, **change) == ["Nothing has changed since the edition was scheduled."]


@pytest.mark.parametrize("choice", [Scheduled.REISSUE, Scheduled.KEEP])
def test_nothing_is_published_twice_beside_a_scheduled_edition(scheduled, choice):
    save(scheduled.briefing, lede="Thirty-four states met.")
    workflow.publish(scheduled.briefing, by=None, change="minor", scheduled=choice)

    expected = "since the edition was scheduled" if choice is Scheduled.REISSUE else "since the newest edition"
    assert refused(scheduled.briefing, choice, **MAJOR) == [f"Nothing has changed {expected}."]


def test_a_change_that_is_live_already_is_no_change_of_what_is_live(scheduled):
    live = Edition.objects.live().get(briefing=scheduled.briefing)
    save(scheduled.briefing, headline=live.summary.headline)

    assert refused_beside(scheduled.briefing) == ["Nothing has changed since the newest edition."]


def test_what_is_not_ready_is_told_in_readiness_own_words(scheduled):
    unconfirmed = QuoteBlock(key=key("q"), spans=(Span(text="Never"),))
    content = working_copy.read(scheduled.briefing.draft)
    save(scheduled.briefing, blocks=(*content.blocks, unconfirmed))

    for choice in (Scheduled.REISSUE, Scheduled.KEEP):
        with pytest.raises(NotReady) as refusal:
            workflow.publish(scheduled.briefing, by=None, change="minor", scheduled=choice)

        assert list(refusal.value.reasons) == ["Name the speaker of “Never”, or say that these words are no quotation."]


def test_a_picture_that_may_be_used_no_more_at_the_moment_of_the_scheduled_edition_is_refused(scheduled):
    day = timezone.localdate(LATER) - timedelta(days=1)
    image = put_on_file(credit="Ada", usable_until=day)
    content = working_copy.read(Draft.objects.get(briefing=scheduled.briefing))
    figure = FigureBlock(key=key("p"), image=image_name(image), alt="A boat")
    save(scheduled.briefing, blocks=(*content.blocks, figure))

    with pytest.raises(NotReady) as refusal:
        workflow.publish(scheduled.briefing, by=None, change="minor", scheduled=Scheduled.REISSUE)

    assert [finding.code for finding in refusal.value.findings] == ["picture-past-its-day"]
