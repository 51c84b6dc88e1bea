"""`verify_log` says whether the log is whole, and what was done to it where it is not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.log.chain import START, link_hash
from briefings.models import AuditEntry, CallOff, Edition, Erasure, LogHead, StoredText
from briefings.models.read_rows import LOG_ROWS, READ_ROWS
from faq.models import PublishedQuestion
from tests.log import sql
from tests.workflow.making import DAY, LATER, make_draft, make_user, save

LOG = [model._meta.db_table for model in LOG_ROWS]


def verify(**options: str) -> str:
    out = StringIO()
    call_command("verify_log", stdout=out, **options)
    return out.getvalue()


def problems() -> str:
    with pytest.raises(CommandError) as refusal:
        verify()
    assert refusal.value.returncode == 1
    return str(refusal.value)


def test_a_log_with_rows_of_every_kind_is_whole(log):
    head = LogHead.objects.get()

    told = verify()

    assert told.endswith(f"The log is whole: {head.seq} rows, ending in {head.hash}.\n")
    assert head.seq == sum(model.objects.count() for model in LOG_ROWS)
    assert all(model.objects.exists() for model in LOG_ROWS)


@pytest.mark.django_db
def test_a_log_that_nothing_was_written_to_is_whole():
    assert verify() == f"The log is whole: 0 rows, ending in {'0' * 64}.\n"


def test_a_text_erased_by_order_is_told_and_is_no_tampering(log):
    told = verify().splitlines()

    assert sum("was erased by order: Order 7/26." in line for line in told) == Erasure.objects.count()
    assert "tampered" not in "".join(told)


FORGED = [
    ("UPDATE briefings_edition SET kind = 'minor' WHERE kind = 'first'", "was tampered with"),
    ("UPDATE briefings_edition SET kind = 'major' WHERE kind = 'minor'", "was tampered with"),
    ("UPDATE briefings_edition SET approved_by_id = {user} WHERE seq = 1", "Row 1 (edition) was tampered with"),
    ("UPDATE briefings_edition SET by_id = {user} WHERE seq = 1", "Row 1 (edition) was tampered with"),
    ("UPDATE briefings_edition SET recorded_at = '2020-01-01 00:00:00+00:00'", "was tampered with"),
    ("UPDATE briefings_edition SET live_from = '2020-01-01 00:00:00+00:00' WHERE seq = 1", "Row 1 (edition) was tamp"),
    ("UPDATE briefings_edition SET text_id = '{other}' WHERE seq = 1", "Row 1 (edition) was tampered with"),
    ("UPDATE briefings_edition SET revision_id = NULL WHERE seq = 1", "Row 1 (edition) was tampered with"),
    ("UPDATE briefings_edition SET row_hash = '{zeros}' WHERE seq = 1", "Row 1 (edition) was tampered with"),
    ("UPDATE briefings_edition SET live_until = '2190-01-01 00:00:00+00:00' WHERE kind = 'minor'", "Row"),
    ("UPDATE briefings_edition SET live_until = live_from WHERE kind = 'minor'", "tampered with"),
    (
        "UPDATE briefings_edition SET live_until = '2199-01-02 12:00:00+00:00' WHERE live_until IS NULL; "
        "UPDATE briefings_edition SET live_until = NULL WHERE seq IN (SELECT edition_id FROM briefings_calloff)",
        "was called off, but its interval is not empty.",
    ),
    ("UPDATE briefings_edition SET live_until = '2199-01-05 00:00:00+00:00' WHERE live_until IS NULL", "tampered with"),
    ("UPDATE briefings_publicrecord SET live_from = '2020-01-01 00:00:00+00:00'", "(public record) was tampered with"),
    ("UPDATE briefings_erasure SET reason = 'Nothing happened.'", "(erasure) was tampered with"),
    ("UPDATE briefings_calloff SET recorded_at = '2020-01-01 00:00:00+00:00'", "(call off) was tampered with"),
    ("UPDATE briefings_storedtext SET text = replace(text, 'Thirty', 'Forty')", "was tampered with"),
    ("UPDATE briefings_storedtext SET text = NULL", "is gone without an order: tampered with"),
    ("UPDATE briefings_storedtext SET text = '' WHERE text IS NULL", "was tampered with"),
    ("UPDATE briefings_loghead SET hash = '{zeros}'", "The head says"),
    ("UPDATE briefings_loghead SET seq = seq - 1", "The head says"),
    ("DELETE FROM briefings_loghead", "The head says"),
    ("DELETE FROM briefings_storedtext WHERE hash = (SELECT text_id FROM briefings_edition WHERE seq = 1)", "text"),
    ("DELETE FROM briefings_edition WHERE seq = 1", "Rows 1 to 1 are missing"),
    ("DELETE FROM briefings_calloff", "are missing"),
    ("DELETE FROM briefings_erasure", "are missing"),
]


@pytest.mark.parametrize(("forgery", "said"), FORGED)
def test_a_log_that_was_tampered_with_says_so(committed_log, forgery, said):
    other = StoredText.objects.exclude(editions=1).first().hash
    statement = forgery.format(user=make_user().pk, other=other, zeros="0" * 64)

    with sql.unguarded():
        for each in statement.split("; "):
            assert sql.run(each)

    assert said in problems()


def test_a_row_deleted_from_the_middle_says_which(committed_log):
    with sql.unguarded():
        sql.run("DELETE FROM briefings_edition WHERE seq = %s", committed_log.live.pk)

    assert f"Rows {committed_log.live.pk} to {committed_log.live.pk} are missing." in problems()


def test_a_row_forged_together_with_its_own_hash_is_given_away_by_the_row_after_it(committed_log):
    row = Edition.objects.get(seq=1)
    row.kind = "minor"
    forged = link_hash(row, previous=START)

    with sql.unguarded():
        sql.run("UPDATE briefings_edition SET kind = 'minor', row_hash = %s WHERE seq = 1", forged)

    assert "Row 1 " not in problems()
    assert "Row 2 (public record) was tampered with, or the row before it." in problems()


def test_every_problem_is_told_at_once(committed_log):
    with sql.unguarded():
        sql.run("UPDATE briefings_edition SET kind = 'major' WHERE seq = 1")
        sql.run("UPDATE briefings_loghead SET hash = %s", "0" * 64)

    assert len(problems().splitlines()) == 2


def cut_tail(keep: int) -> None:
    """Cut the log after the row `keep`, and cover it up: head, intervals, read rows and audit log."""
    last = {model: model.objects.filter(seq=keep).first() for model in LOG_ROWS}
    end = next(row.row_hash for row in last.values() if row)
    with sql.unguarded():
        for model in (*READ_ROWS, PublishedQuestion):
            model.objects.all().delete()
        for table in LOG:
            sql.run(f"DELETE FROM {table} WHERE seq > %s", keep)
        sql.run("UPDATE briefings_loghead SET seq = %s, hash = %s", keep, end)
        for edition in Edition.objects.order_by("live_from"):
            after = Edition.objects.filter(live_from__gt=edition.live_from).order_by("live_from").first()
            sql.run(
                "UPDATE briefings_edition SET live_until = %s WHERE seq = %s", after and after.live_from, edition.pk
            )


def two_editions() -> str:
    """A log whose newest act is an edition; the hash of that link."""
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    workflow.publish(briefing, by=None, change="major", note="A vote.")
    assert CallOff.objects.count() == 0
    return LogHead.objects.get().hash


@pytest.mark.django_db(transaction=True)
def test_a_cut_tail_is_found_by_the_link_noted_elsewhere_and_by_nothing_else():
    noted = two_editions()
    cut_tail(keep=3)
    with sql.unguarded():
        AuditEntry.objects.filter(head_hash=noted).delete()

    assert verify().startswith("The log is whole: 3 rows")
    with pytest.raises(CommandError) as refusal:
        verify(expect=noted)
    assert str(refusal.value) == (
        f"The expected link {noted} is not in the log: its tail was cut, or it was rewritten."
    )


@pytest.mark.django_db(transaction=True)
def test_a_cut_tail_is_found_by_the_audit_log_where_that_was_left():
    noted = two_editions()
    cut_tail(keep=3)

    said = problems()

    assert "The audit log noted row 4 on" in said
    assert "the tail was cut, or it was rewritten." in said
    assert noted


def test_the_expected_link_may_be_any_link_of_the_log(log):
    for model in LOG_ROWS:
        assert "The log is whole" in verify(expect=model.objects.first().row_hash)


@pytest.mark.django_db
def test_the_log_is_whole_after_every_act():
    user, briefing = make_user(), make_draft().briefing
    later = {"change": "major", "note": "A vote.", "by": user, "live_from": LATER}
    lede = iter(["Thirty-four states met.", "Thirty-three states met."])

    def changed():
        return save(briefing, lede=next(lede)).briefing

    acts = [
        lambda: workflow.publish(briefing, by=user),
        lambda: workflow.publish(briefing, **later),
        lambda: workflow.publish(changed(), by=user, change="major", note="B", scheduled=workflow.Scheduled.KEEP),
        lambda: workflow.publish(changed(), by=user, change="minor", scheduled=workflow.Scheduled.REISSUE),
        lambda: workflow.publish(
            briefing, **later | {"scheduled": workflow.Scheduled.CALL_OFF, "live_from": LATER + DAY}
        ),
        lambda: workflow.call_off(Edition.objects.get(live_from=LATER + DAY), by=user),
        lambda: workflow.withdraw(briefing, by=user, notice="Withdrawn."),
        lambda: workflow.publish(briefing, by=user, change="major", note="It is back."),
        lambda: workflow.withdraw(briefing, by=user, notice="Withdrawn again."),
        lambda: workflow.erase(briefing, number=2, reason="Order.", by=user),
    ]
    for act in acts:
        act()
        assert verify_log().problems == []
    assert LogHead.objects.get().seq > len(acts)
    assert timezone.now() < LATER
