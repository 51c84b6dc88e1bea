"""The form in which rows are hashed is final: nothing in it is one database's own, so that a log can be carried."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import Correction
from briefings.content.canonical import sha256_hex
from briefings.log import verify_log
from briefings.log.chain import START, link_hash
from briefings.models import Briefing, CallOff, Edition, Erasure, PublicRecord, Revision, Subject, User
from briefings.public.corrections import corrections
from tests.log import sql
from tests.workflow.making import key, make_draft, make_user

NOON = datetime(2026, 1, 6, 12, tzinfo=UTC)
MIRA, OLA = (User(pk=pk, uuid=UUID(int=pk)) for pk in (7, 8))
BRIEFING = Briefing(pk=9, uuid=UUID(int=9))
COMMON = {"seq": 3, "recorded_at": NOON, "by": MIRA}

HASHED = [
    (
        Edition(
            **COMMON,
            briefing=BRIEFING,
            kind=Edition.Kind.IMPORTED,
            live_from=NOON,
            text_id="a" * 64,
            revision=Revision(briefing=BRIEFING, version=4),
            approved_by=OLA,
        ),
        '{"approved_by":"00000000-0000-0000-0000-000000000008","briefing":"00000000-0000-0000-0000-000000000009",'
        '"by":"00000000-0000-0000-0000-000000000007","content":"' + "a" * 64 + '","kind":"imported",'
        '"live_from":"2026-01-06T12:00:00.000000Z","previous":"' + START + '",'
        '"recorded_at":"2026-01-06T12:00:00.000000Z","row":"edition","seq":3,"version":4}',
    ),
    (
        PublicRecord(
            **COMMON, subject=Subject(kind=Subject.Kind.TOPIC, uuid=UUID(int=5)), live_from=NOON, text_id="a" * 64
        ),
        '{"by":"00000000-0000-0000-0000-000000000007","content":"' + "a" * 64 + '",'
        '"live_from":"2026-01-06T12:00:00.000000Z","previous":"' + START + '",'
        '"recorded_at":"2026-01-06T12:00:00.000000Z","row":"public-record","seq":3,'
        '"subject":"topic:00000000-0000-0000-0000-000000000005"}',
    ),
    (
        CallOff(**COMMON | {"by": None}, edition_id=2),
        '{"by":null,"edition":2,"previous":"' + START + '",'
        '"recorded_at":"2026-01-06T12:00:00.000000Z","row":"call-off","seq":3}',
    ),
    (
        Erasure(**COMMON, text_id="a" * 64, edition_id=2, reason="Order 7/26."),
        '{"by":"00000000-0000-0000-0000-000000000007","content":"' + "a" * 64 + '","edition":2,'
        '"previous":"' + START + '","reason":"Order 7/26.",'
        '"recorded_at":"2026-01-06T12:00:00.000000Z","row":"erasure","seq":3}',
    ),
]


@pytest.mark.parametrize(("row", "spelled"), HASHED, ids=lambda value: type(value).__name__)
def test_a_row_is_hashed_in_the_words_that_it_has_for_ever(row, spelled):
    assert link_hash(row, previous=START) == sha256_hex(spelled.encode())


def a_log_with_users() -> Briefing:
    """Published as approved, withdrawn and brought back twice, corrected, by two users."""
    writer, chief = make_user("Ola Tkach"), make_user()
    briefing = make_draft(by=writer).briefing
    workflow.submit(briefing, by=writer)
    workflow.approve(briefing, by=chief, expected=briefing.draft.version)
    workflow.publish(briefing, by=writer)
    for notice in ("Withdrawn.", "Withdrawn again."):
        workflow.withdraw(briefing, by=chief, notice=notice)
        workflow.publish(briefing, by=writer, change="major", note="It is back.")
    correction = Correction(key=key("c"), was_wrong="35", is_right="26")
    workflow.publish(briefing, by=writer, change="correction", correction=correction)
    assert Edition.objects.filter(approved_by=chief).exists()
    return briefing


def feed_ids() -> dict[str, str]:
    """The ids in the feed of corrections, by what each entry says."""
    entries, _ = corrections(timezone.now())
    return {entry.correction.is_right if entry.correction else entry.moment.isoformat(): entry.id for entry in entries}


def test_a_log_is_whole_in_a_database_that_numbers_its_users_otherwise(forgery):
    a_log_with_users()
    before = verify_log()

    with sql.unguarded():
        sql.run("UPDATE briefings_user SET id = id + 1000")
        for table in ("edition", "publicrecord"):
            assert sql.run(f"UPDATE briefings_{table} SET by_id = by_id + 1000")
        sql.run("UPDATE briefings_edition SET approved_by_id = approved_by_id + 1000")
        sql.run("UPDATE briefings_user SET username = 'renamed ' || id")

    assert before.problems == []
    assert verify_log() == before


def test_the_feed_of_corrections_keeps_its_ids_where_every_link_has_another_hash(forgery):
    briefing = a_log_with_users()
    before = feed_ids()

    with sql.unguarded():
        sql.run("UPDATE briefings_edition SET row_hash = substr(row_hash, 2) || 'x'")
    workflow.rebuild()

    assert feed_ids() == before
    made = Edition.objects.get(kind="correction").correction
    assert before["26"] == f"urn:uuid:{uuid5(UUID(str(briefing.uuid)), made.key)}"
    assert len(set(before.values())) == len(before) == 3
