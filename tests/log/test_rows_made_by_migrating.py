"""An upgrade ends with the rows of today, made by today's code on today's tables, wherever it began."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from briefings import workflow
from briefings.backup import schemas
from briefings.content import FAQEntry
from briefings.models import AuditEntry, Briefing, DraftWords, ListedDraft, PublicMoment, PublishedName, PublishedWords
from briefings.working_copy import listed_drafts
from faq.models import PublishedQuestion
from tests.workflow.making import DAY, OPEN, make_draft, make_edition, save

BEFORE_THE_SEARCH = {"faq": "0001_questions", "briefings": "0022_fill_stories"}
ANSWERED = {"faq": (FAQEntry(key=OPEN, question="What happens next?", answer="<p>A vote.</p>"),)}


@pytest.fixture
def briefing(transactional_db: None) -> Iterator[Briefing]:
    """One in the tables of a release before the search: two editions, the second of which answers what the first left
    open.
    """
    briefing = make_draft().briefing
    make_edition(briefing, live_from=timezone.now() - 2 * DAY)
    save(briefing, **ANSWERED)
    make_edition(briefing, live_from=timezone.now() - DAY, kind="major")
    schemas.migrate(BEFORE_THE_SEARCH)
    yield briefing
    call_command("migrate", verbosity=0)


def test_rows_that_an_earlier_release_did_not_have_are_there_after_migrating(briefing):
    call_command("migrate", verbosity=0)

    assert list(workflow.stale_read_rows()) == []
    assert PublishedWords.objects.count() == 1
    assert DraftWords.objects.count() == 2
    assert PublishedName.objects.get(name="Emmanuel Macron").letter == "M"
    first, second = PublishedQuestion.objects.filter(key=OPEN).order_by("edition")
    assert (first.opened, second.opened) == (first.live_from, first.live_from)
    assert second.answered == second.live_from


def test_a_migration_that_was_interrupted_before_the_rows_were_made_makes_them_the_next_time(briefing):
    call_command("migrate", verbosity=0)
    PublicMoment.objects.all().delete()
    PublishedWords.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert list(workflow.stale_read_rows()) == []


def test_a_site_of_drafts_alone_gets_the_index_of_drafts(transactional_db):
    make_draft()
    DraftWords.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert DraftWords.objects.count() == 2
    assert not AuditEntry.objects.filter(action="rebuilt").exists()


def test_rows_of_lists_that_were_half_made_when_the_power_went_are_all_there_the_next_time(
    transactional_db, monkeypatch
):
    monkeypatch.setattr(listed_drafts, "AT_ONCE", 1)
    for _number in range(2):
        make_draft()
    ListedDraft.objects.all().delete()
    written = []

    def end_at_the_second(execute, sql, *rest):
        if sql.startswith('INSERT INTO "briefings_listeddraft"'):
            written.append(sql)
            if len(written) == 2:
                raise KeyboardInterrupt
        return execute(sql, *rest)

    with pytest.raises(KeyboardInterrupt), connection.execute_wrapper(end_at_the_second):
        call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)

    assert list(workflow.stale_read_rows()) == []
    assert ListedDraft.objects.count() == 2


def test_where_nothing_is_missing_migrating_is_no_public_act(transactional_db):
    make_edition(make_draft().briefing, live_from=timezone.now() - DAY)

    call_command("migrate", verbosity=0)

    assert not AuditEntry.objects.filter(action="rebuilt").exists()
