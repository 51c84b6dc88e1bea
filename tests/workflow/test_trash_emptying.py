"""The trash is emptied after its time: every word goes, the record stays, and nothing that readers had goes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, Draft, EditBuffer, Edition, Original, Revision, StoredText
from briefings.workflow import trash_emptying
from tests.log.erasure_orders import rows_holding
from tests.making import NOON, make_draft
from tests.workflow.making import everything, make_user

pytestmark = pytest.mark.django_db
WORD = "wombat"


def trashed(word: str = WORD, *, days: int = 31) -> Briefing:
    briefing = make_draft(word, by=None).briefing
    workflow.trash(briefing, by=None)
    Draft.objects.filter(briefing=briefing).update(trashed_at=timezone.now() - timedelta(days=days))
    return briefing


def empty() -> int:
    return workflow.empty_trash(before=timezone.now() - timedelta(days=30))


def test_of_a_draft_that_waited_long_enough_no_word_is_left(db):
    briefing = make_draft(WORD, by=None).briefing
    workflow.submit(briefing, by=None, note=f"Read of the {WORD}.")
    workflow.comment(briefing, text=f"Which {WORD}?", by=None)
    make_draft(WORD, briefing=briefing, lede=f"A second {WORD} lede.")
    workflow.trash(briefing, by=None)
    Draft.objects.update(trashed_at=timezone.now() - timedelta(days=31))
    user = make_user("mira")
    Revision.objects.update(name=f"The {WORD} version")
    EditBuffer.objects.create(
        form=uuid4(), user=user, briefing_uuid=briefing.uuid, version=1, fields=f"lede={WORD}", seen_at=timezone.now()
    )
    Original.objects.create(data=WORD.encode(), beginning=WORD, format="txt", by=user, briefing=briefing)

    assert empty() == 1

    # Topics, people and sources' names on file are no draft's.
    assert set(rows_holding(WORD)) <= {"Person", "Topic"}
    assert not Draft.objects.exists()
    assert not Original.objects.exists()


def test_it_stays_on_record_that_there_was_one_and_who_saved_it(db):
    briefing = trashed()

    empty()

    assert Revision.objects.filter(briefing=briefing).count() == 1
    newest = AuditEntry.objects.latest("id")
    assert (newest.action, newest.briefing, newest.by, newest.detail) == ("deleted", briefing, None, "version 1")


def test_the_log_is_whole_after_it(db):
    workflow.publish(make_draft("quokka").briefing, by=None)
    trashed()

    empty()

    assert verify_log().problems == []
    assert list(workflow.stale_read_rows()) == []
    call_command("rebuild", verbosity=0)


def test_before_its_time_everything_stays(db):
    trashed(days=29)
    before = everything()

    assert empty() == 0
    assert everything() == before


def test_what_was_brought_back_stays(db):
    briefing = trashed()
    workflow.bring_back(briefing, by=None)

    assert empty() == 0
    assert Draft.objects.filter(briefing=briefing).exists()


def test_what_was_scheduled_once_stays_in_the_trash(db):
    briefing = make_draft(WORD).briefing
    edition = workflow.publish(briefing, by=None, live_from=NOON)
    workflow.call_off(edition, by=None)
    workflow.trash(briefing, by=None)
    Draft.objects.update(trashed_at=timezone.now() - timedelta(days=31))

    assert empty() == 0
    assert StoredText.objects.filter(text=None).count() == 0
    assert Edition.objects.get().text.text


def test_a_pasted_draft_that_was_given_up_goes_and_one_that_became_a_briefing_stays(db):
    user = make_user("mira")
    past = timezone.now() - timedelta(days=31)
    draft = make_draft(WORD)
    became = {"briefing": draft.briefing, "revision": Revision.objects.get()}
    Original.objects.create(data=b"one", format="txt", by=user, trashed_at=past)
    Original.objects.create(data=b"two", format="txt", by=user, trashed_at=past, **became)
    Original.objects.create(data=b"three", format="txt", by=user)

    assert empty() == 1
    assert sorted(bytes(one.data) for one in Original.objects.all()) == [b"three", b"two"]
    assert AuditEntry.objects.latest("id").about.startswith("original:")


def test_what_went_to_the_trash_anew_meanwhile_stays(db):
    """As it stands when its turn comes, and not as it was when they were looked for."""
    draft = Draft.objects.select_related("briefing").get(briefing=trashed())
    workflow.bring_back(draft.briefing, by=None)
    workflow.trash(draft.briefing, by=None)

    assert not trash_emptying._delete_draft(draft, before=timezone.now() - timedelta(days=30))
    assert Draft.objects.exists()
