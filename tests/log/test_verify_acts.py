"""The log is whole after every act, and a tail that was cut off it is missed."""

import pytest
from django.core.management import CommandError
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, CallOff, Edition, LogHead
from briefings.models.read_rows import LOG_ROWS, READ_ROWS
from briefings.workflow.publishing.read_rows import insert
from briefings.workflow.publishing.rebuild import rows_of_the_log
from tests.log import sql
from tests.log.log_verdicts import problems, verify
from tests.workflow.making import DAY, LATER, make_draft, make_user, save


@pytest.mark.django_db
def test_a_log_that_nothing_was_written_to_is_whole():
    assert verify() == f"The log is whole: 0 rows, ending in {'0' * 64}.\n"


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


def cut_tail(keep: int) -> None:
    """Cut the log after the row `keep`, and cover it up: head, intervals, read rows and audit log."""
    last = {model: model.objects.filter(seq=keep).first() for model in LOG_ROWS}
    end = next(row.row_hash for row in last.values() if row)
    with sql.unguarded():
        for model in READ_ROWS:
            model.objects.all().delete()
        for model in LOG_ROWS:
            sql.run(f"DELETE FROM {model._meta.db_table} WHERE seq > %s", keep)
        sql.run("UPDATE briefings_loghead SET seq = %s, hash = %s", keep, end)
        for edition in Edition.objects.order_by("live_from"):
            after = Edition.objects.filter(live_from__gt=edition.live_from).order_by("live_from").first()
            sql.run(
                "UPDATE briefings_edition SET live_until = %s WHERE seq = %s", after and after.live_from, edition.pk
            )
        for rows in rows_of_the_log():
            insert(rows)


def two_editions() -> str:
    """A log whose newest act is an edition; the hash of that link."""
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    workflow.publish(briefing, by=None, change="major", note="A vote.")
    assert CallOff.objects.count() == 0
    return LogHead.objects.get().hash


def test_a_cut_tail_is_found_by_the_link_noted_elsewhere_and_by_nothing_else(forgery):
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


def test_a_cut_tail_is_found_by_the_audit_log_where_that_was_left(forgery):
    noted = two_editions()
    cut_tail(keep=3)

    output = problems()

    assert "The audit log noted row 4 on" in output
    assert "the tail was cut, or it was rewritten." in output
    assert noted
