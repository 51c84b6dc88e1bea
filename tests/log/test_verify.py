"""`verify_log` says whether the log is whole, and what was done to it where it is not."""

import pytest

from briefings.log.chain import START, link_hash
from briefings.models import Edition, Erasure, LogHead, StoredText
from briefings.models.read_rows import LOG_ROWS
from tests.log import sql
from tests.log.log_verdicts import problems, verify
from tests.workflow.making import make_user


def test_a_log_with_rows_of_every_kind_is_whole(log):
    head = LogHead.objects.get()

    output = verify()

    assert output.endswith(f"The log is whole: {head.seq} rows, ending in {head.hash}.\n")
    assert head.seq == sum(model.objects.count() for model in LOG_ROWS)
    assert all(model.objects.exists() for model in LOG_ROWS)


def test_a_text_erased_by_order_is_told_and_is_no_tampering(log):
    lines = verify().splitlines()

    assert sum("was erased by order: Order 7/26." in line for line in lines) == Erasure.objects.count()
    assert "tampered" not in "".join(lines)


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


@pytest.mark.parametrize(("statement", "problem"), FORGED)
def test_a_log_that_was_tampered_with_says_so(log, forgery, statement, problem):
    other = StoredText.objects.exclude(editions=1).first().hash
    statement = statement.format(user=make_user().pk, other=other, zeros="0" * 64)

    with sql.unguarded():
        for each in statement.split("; "):
            assert sql.run(each)

    assert problem in problems()


def test_a_row_deleted_from_the_middle_says_which(log, forgery):
    with sql.unguarded():
        sql.run("DELETE FROM briefings_edition WHERE seq = %s", log.live.pk)

    assert f"Rows {log.live.pk} to {log.live.pk} are missing." in problems()


def test_a_row_forged_together_with_its_own_hash_is_given_away_by_the_row_after_it(log, forgery):
    row = Edition.objects.get(seq=1)
    row.kind = "minor"
    forged = link_hash(row, previous=START)

    with sql.unguarded():
        sql.run("UPDATE briefings_edition SET kind = 'minor', row_hash = %s WHERE seq = 1", forged)

    assert "Row 1 " not in problems()
    assert "Row 2 (public record) was tampered with, or the row before it." in problems()


def test_every_problem_is_told_at_once(log, forgery):
    with sql.unguarded():
        sql.run("UPDATE briefings_edition SET kind = 'major' WHERE seq = 1")
        sql.run("UPDATE briefings_loghead SET hash = %s", "0" * 64)

    assert len(problems().splitlines()) == 2


def test_the_expected_link_may_be_any_link_of_the_log(log):
    for model in LOG_ROWS:
        assert "The log is whole" in verify(expect=model.objects.first().row_hash)
