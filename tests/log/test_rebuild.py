"""Read rows are derived: `rebuild` makes exactly the same ones anew from the log."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from briefings import workflow
from briefings.content import Change, Correction, FigureBlock, PersonName, TopicName
from briefings.log import verify_log
from briefings.models import (
    AuditEntry,
    Edition,
    Image,
    LogHead,
    PublicMoment,
    PublishedSummary,
    PublishedTopic,
    SlugReservation,
    Topic,
)
from briefings.models.read_rows import READ_ROWS
from briefings.working_copy import image_name
from faq.models import PublishedQuestion
from tests.log.making import Log
from tests.log.sql import assert_has_statistics, only_on_postgresql
from tests.workflow.making import DAY, LATER, key, make_draft, make_edition, save


def read_rows() -> dict[str, list[tuple]]:
    """Every value of every read row but the automatic ids, which say nothing."""
    return {
        model.__name__: sorted(
            model.objects.values_list(*(field.attname for field in model._meta.local_fields if field.name != "id")),
            key=repr,
        )
        for model in READ_ROWS
    }


def empty() -> None:
    for model in READ_ROWS:
        model.objects.all().delete()


def test_rebuild_makes_the_same_rows_of_editions_of_every_kind(log):
    make_more(log)
    before = read_rows()
    assert all(before.values())
    assert set(Edition.objects.values_list("kind", flat=True)) == set(Edition.Kind)
    out = StringIO()

    empty()
    call_command("rebuild", stdout=out)

    assert read_rows() == before
    assert out.getvalue() == f"Rebuilt the read rows of {Edition.objects.count()} editions.\n"


def test_rebuild_twice_is_rebuild_once(log):
    make_more(log)

    workflow.rebuild()
    once = read_rows()
    workflow.rebuild()

    assert read_rows() == once


@pytest.mark.django_db
def test_after_an_erasure_the_read_rows_are_what_rebuild_makes_with_the_names_that_only_the_text_had():
    marmots, voles = (TopicName(name=name, slug=name) for name in ("marmots", "voles"))
    briefing = make_draft(slug="a", topics=(marmots,), authors=(PersonName(name="Ann Author"),)).briefing
    workflow.publish(briefing, by=None)
    workflow.rename_topic(Topic.objects.get(slug="marmots"), name="Whistlers", by=None)
    save(briefing, topics=(voles,), authors=(), lede="Another.")
    workflow.publish(briefing, by=None, change="minor")
    assert list(workflow.stale_read_rows()) == []

    workflow.erase(briefing, number=1, reason="Order 7/26.", by=None)

    assert list(workflow.stale_read_rows()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["minor", "major"])
def test_rebuild_leaves_the_row_of_a_called_off_edition_as_it_was(kind):
    briefing = make_draft().briefing
    make_edition(briefing, live_from=timezone.now() - DAY)
    scheduled = make_edition(briefing, live_from=LATER, kind=kind, lede="Other.")
    workflow.call_off(scheduled, by=None)
    before = read_rows()

    workflow.rebuild()

    assert read_rows() == before


def test_rebuild_drops_what_no_log_row_says(log):
    before = read_rows()
    PublishedSummary.objects.filter(edition=log.past).update(headline="Forged", slug="forged")
    PublishedQuestion.objects.filter(edition=log.past).update(question="Forged?")

    workflow.rebuild()

    assert read_rows() == before


def test_rebuild_brings_back_whom_an_address_belongs_to(log):
    before = set(SlugReservation.objects.values_list())
    SlugReservation.objects.all().delete()

    workflow.rebuild()

    assert set(SlugReservation.objects.values_list()) == before


def test_rebuild_writes_nothing_to_the_log(log):
    before = Edition.objects.count(), verify_log().last_hash

    workflow.rebuild()

    assert (Edition.objects.count(), verify_log().last_hash) == before


def test_rebuild_is_a_public_act_for_it_may_change_what_readers_get(log):
    before = LogHead.objects.get()

    workflow.rebuild()

    head, entry = LogHead.objects.get(), AuditEntry.objects.last()
    assert head.site_version == before.site_version + 1
    assert (entry.action, entry.detail) == ("rebuilt", f"{Edition.objects.count()} editions")
    assert (entry.head_seq, entry.head_hash) == (before.seq, before.hash)


def test_the_cost_of_rebuild_is_the_same_for_each_edition(log, django_assert_max_num_queries):
    with django_assert_max_num_queries(16 * Edition.objects.count() + 40):
        workflow.rebuild()


def make_more(log: Log) -> None:
    """What the log has not yet: a correction, one that was withdrawn and came back, ends of every kind."""
    other = make_draft(headline="Another").briefing
    now = timezone.now()
    make_edition(other, live_from=now - 5 * DAY)
    save(other, headline="Another headline")
    correction = Correction(key=key("c"), was_wrong="35", is_right="26")
    make_edition(
        other,
        live_from=now - 4 * DAY,
        kind=Edition.Kind.CORRECTION,
        change=Change(note="Sorry.", correction=correction),
    )
    make_edition(other, live_from=now - 3 * DAY, kind=Edition.Kind.MINOR, lede="A comma.")
    workflow.withdraw(other, by=None, notice="Withdrawn.")
    workflow.publish(other, by=None, change="major", note="It is back.")
    imported = make_draft(headline="From the archive").briefing
    then = "2019-05-01T08:30:00Z"
    make_edition(imported, live_from=now - DAY, kind=Edition.Kind.IMPORTED, first_published=then)
    workflow.withdraw(log.briefing, by=None, notice="Withdrawn.")
    image = Image.objects.create(
        token="t" * 22, sha256="a" * 64, width=640, height=480, widths=[320, 640], fallback="jpg", credit="Ada"
    )
    figure = FigureBlock(key=key("p"), image=image_name(image), alt="A boat")
    ends = [
        make_draft(headline=name, authors=(PersonName(name="Mira Novak", kind="public"),), blocks=(figure,)).briefing
        for name in ("To be removed", "To be merged")
    ]
    for briefing in ends:
        workflow.publish(briefing, by=None)
    workflow.remove(ends[0], by=None, notice="By order of a court.")
    workflow.merge_into(ends[1], into=other, by=None)


def test_verify_log_says_which_read_rows_are_not_what_the_log_says(log):
    make_more(log)
    assert list(workflow.stale_read_rows()) == []
    PublishedSummary.objects.filter(edition=log.past).update(live_until=None)
    PublishedTopic.objects.first().delete()
    PublicMoment.objects.first().delete()

    with pytest.raises(CommandError) as told:
        call_command("verify_log")

    sentences = str(told.value).splitlines()
    assert f"The read rows of row {log.past.seq} are not what the log says. Run `manage.py rebuild`." in sentences
    assert "The public moments are not what the log says. Run `manage.py rebuild`." in sentences
    workflow.rebuild()
    assert list(workflow.stale_read_rows()) == []


@only_on_postgresql
@pytest.mark.django_db
def test_the_database_plans_by_statistics_of_the_new_rows():
    for _ in range(3):
        make_edition(make_draft().briefing, live_from=timezone.now())

    workflow.rebuild()

    assert_has_statistics(connection)
