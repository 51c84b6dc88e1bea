"""Publishing beside a scheduled edition: the change goes live, the embargo holds, and Monday's text has it too."""

import pytest
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.content import Correction, SectionBlock
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, Edition, PublishedCorrection, PublishedSummary
from briefings.workflow import Scheduled
from tests.visibility.surfaces import walked
from tests.workflow.conftest import EMBARGOED
from tests.workflow.making import DAY, LATER, key, make_draft, make_user, save, text_of

REISSUE, KEEP, CALL_OFF = Scheduled.REISSUE, Scheduled.KEEP, Scheduled.CALL_OFF
NEW = {"lede": "Thirty-four states met in Paris."}
MAJOR = {"change": "major", "note": "Adds the vote."}
BESIDE = pytest.mark.parametrize("choice", [REISSUE, KEEP])


def publish(briefing: Briefing, choice: Scheduled = REISSUE, **options: object) -> Edition:
    return workflow.publish(briefing, **{"by": None, "change": "minor", "scheduled": choice, **options})


def live_at_once_and_later() -> tuple[Edition, Edition]:
    assert verify_log().problems == []
    return Edition.objects.live().get(), Edition.objects.live(LATER).get()


@pytest.mark.django_db
@pytest.mark.parametrize("moment", [LATER - DAY, LATER, LATER + DAY])
def test_a_first_edition_that_is_scheduled_is_issued_again_as_the_first(moment):
    briefing = make_draft().briefing
    scheduled = workflow.publish(briefing, by=None, live_from=LATER)
    save(briefing, **NEW)

    again = publish(briefing, change=None, live_from=moment)

    assert not Edition.objects.live().exists()
    assert Edition.objects.live(LATER + DAY).get() == again
    assert (again.kind, text_of(again).change, text_of(again).lede) == ("first", None, NEW["lede"])
    assert Edition.objects.get(pk=scheduled.pk).call_off
    assert verify_log().problems == []


@BESIDE
def test_the_live_text_gets_the_change_and_nothing_of_what_is_scheduled(scheduled, choice):
    before = text_of(Edition.objects.live().get())
    save(scheduled.briefing, **NEW)

    edition = publish(scheduled.briefing, choice)

    assert Edition.objects.live().get() == edition
    assert text_of(edition) == before.model_copy(update=NEW)


@pytest.mark.parametrize("choice", [REISSUE, KEEP])
def test_no_reader_sees_a_word_under_embargo_before_its_moment(scheduled, choice):
    save(scheduled.briefing, **NEW)
    publish(scheduled.briefing, choice)

    at = timezone.now()
    with walked() as surfaces:
        assert surfaces.showing("Thirty-four states", at)
        assert surfaces.showing(EMBARGOED, at) == set()
        assert EMBARGOED in surfaces["/briefings/allies-pledge-guarantees/"].at(LATER)


def test_the_scheduled_edition_is_issued_again_with_the_change(scheduled):
    briefing, user = scheduled.briefing, make_user()
    save(briefing, **NEW)
    first = Edition.objects.live().get()

    edition = publish(briefing, by=user)

    now, later = live_at_once_and_later()
    assert (now, later.by, later.kind, later.live_from) == (edition, user, "major", LATER)
    assert text_of(later) == text_of(scheduled).model_copy(update=NEW)
    assert text_of(later).change.note == "Adds the quokka vote."
    scheduled.refresh_from_db()
    assert scheduled.call_off.by == user
    assert list(Edition.objects.order_by("seq").values_list("live_from", "live_until")) == [
        (first.live_from, now.live_from),
        (LATER, LATER),
        (now.live_from, LATER),
        (LATER, None),
    ]
    assert later.revision == now.revision == briefing.revisions.get(version=3)


def test_a_scheduled_edition_that_is_kept_goes_live_as_it_was(scheduled):
    save(scheduled.briefing, **NEW)

    edition = publish(scheduled.briefing, KEEP)

    assert live_at_once_and_later() == (edition, scheduled)
    assert text_of(scheduled).lede == "Thirty-five states met in Paris."


def test_where_the_scheduled_edition_is_called_off_the_draft_goes_live_whole(scheduled):
    draft = save(scheduled.briefing, **NEW)

    edition = publish(scheduled.briefing, CALL_OFF)

    assert live_at_once_and_later() == (edition, edition)
    assert text_of(edition).headline == draft.headline
    assert EMBARGOED in draft.headline


def test_what_readers_are_told_now_is_not_told_again_by_the_scheduled_edition(scheduled):
    correction = Correction(key="caaaaaaaa", was_wrong="Thirty-five", is_right="Thirty-four")
    save(scheduled.briefing, **NEW)

    edition = publish(scheduled.briefing, change="correction", correction=correction)

    now, later = live_at_once_and_later()
    assert PublishedCorrection.objects.get().edition == now == edition
    assert text_of(later).change.correction is None
    assert PublishedSummary.objects.get(edition=now).updated == now.live_from
    assert PublishedSummary.objects.get(edition=later).updated == LATER


def test_each_act_of_issuing_again_goes_on_record(scheduled):
    already = AuditEntry.objects.count()
    save(scheduled.briefing, **NEW)

    publish(scheduled.briefing)

    assert list(AuditEntry.objects.values_list("action", flat=True))[already:] == [
        "saved",
        "called off",
        "minor",
        "major",
    ]


def test_parts_that_were_added_deleted_and_moved_since_are_so_in_both(scheduled):
    content = working_copy.read(scheduled.briefing.draft)
    section, quote, vote = content.blocks
    save(scheduled.briefing, blocks=(quote, section, vote), faq=content.faq[:1])

    publish(scheduled.briefing)

    now, later = (text_of(edition) for edition in live_at_once_and_later())
    assert [block.key for block in now.blocks] == [quote.key, section.key]
    assert [block.key for block in later.blocks] == [quote.key, section.key, vote.key]
    assert len(now.faq) == len(later.faq) == 1


def test_a_section_that_was_added_since_goes_live_at_once(scheduled):
    content = working_copy.read(scheduled.briefing.draft)
    added = SectionBlock(key=key("s"), heading="What is new")
    save(scheduled.briefing, blocks=(*content.blocks, added))

    edition = publish(scheduled.briefing)

    assert text_of(edition).sections[-1] == added
    assert EMBARGOED not in edition.text.text


@BESIDE
def test_one_change_after_another_goes_live_beside_the_scheduled_edition(scheduled, choice):
    for lede in ("Thirty-four states met.", "Thirty-three states met.", "Thirty-five states met in Paris."):
        save(scheduled.briefing, lede=lede)
        edition = publish(scheduled.briefing, choice)
        assert text_of(edition).lede == lede
        assert EMBARGOED not in text_of(edition).headline

    now, later = (text_of(edition) for edition in live_at_once_and_later())
    assert now.lede == later.lede == "Thirty-five states met in Paris."
    assert later.headline == "Allies pledge a quokka"


def test_what_was_kept_apart_so_far_is_in_the_scheduled_edition_once_it_is_issued_again(scheduled):
    save(scheduled.briefing, **NEW)
    publish(scheduled.briefing, KEEP)
    save(scheduled.briefing, dateline="Paris")

    publish(scheduled.briefing, REISSUE)

    for edition in live_at_once_and_later():
        assert (text_of(edition).lede, text_of(edition).dateline) == (NEW["lede"], "Paris")


@BESIDE
def test_a_new_address_is_the_scheduled_editions_alone_until_its_moment(scheduled, choice):
    save(scheduled.briefing, slug="quokka-vote")
    publish(scheduled.briefing, live_from=LATER, **MAJOR)
    save(scheduled.briefing, **NEW)

    publish(scheduled.briefing, choice)

    assert [edition.summary.slug for edition in live_at_once_and_later()] == ["allies-pledge-guarantees", "quokka-vote"]


@BESIDE
def test_a_draft_that_names_no_address_moves_none(scheduled, choice):
    save(scheduled.briefing, slug="quokka-vote")
    publish(scheduled.briefing, live_from=LATER, **MAJOR)
    save(scheduled.briefing, slug=None, **NEW)

    publish(scheduled.briefing, choice)

    assert [edition.summary.slug for edition in live_at_once_and_later()] == ["allies-pledge-guarantees", "quokka-vote"]


@pytest.mark.parametrize("moment", [LATER - DAY, LATER, LATER + DAY])
def test_the_scheduled_edition_alone_is_issued_again_at_the_moment_that_is_given(scheduled, moment):
    before = Edition.objects.live().get()
    save(scheduled.briefing, **NEW)

    again = publish(scheduled.briefing, live_from=moment, **MAJOR)

    assert Edition.objects.live().get() == before
    assert Edition.objects.live(moment - DAY / 24).get() == before
    assert Edition.objects.live(moment).get() == Edition.objects.live(LATER + DAY).get() == again
    assert (again.kind, text_of(again).change.note, text_of(again).lede) == ("major", MAJOR["note"], NEW["lede"])
    assert text_of(again).headline == "Allies pledge a quokka"
    assert verify_log().problems == []
