"""Since when a question is open or answered, worked out over the editions and kept in step with them."""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import FAQEntry
from briefings.models import Edition
from briefings.workflow import Scheduled
from faq.models import PublishedQuestion
from tests.workflow.making import DAY, LATER, OPEN, make_draft, make_edition, save

pytestmark = pytest.mark.django_db
STILL_OPEN = {"faq": (FAQEntry(key=OPEN, question="What happens next?", open="shown"),)}
ANSWERED = {"faq": (FAQEntry(key=OPEN, question="What happens next?", answer="<p>A vote.</p>"),)}


@pytest.fixture
def first():
    """An edition with an open question, live since two days ago."""
    draft = make_draft(**STILL_OPEN)
    return make_edition(draft.briefing, live_from=timezone.now() - 2 * DAY)


def standing(edition):
    row = PublishedQuestion.objects.get(edition=edition)
    return row.is_open, row.opened, row.answered


def test_an_answer_that_is_scheduled_says_so_in_its_own_edition_alone(first):
    save(first.briefing, **ANSWERED)

    scheduled = workflow.publish(first.briefing, by=None, change="major", note="A vote.", live_from=LATER)

    assert standing(first) == (True, first.live_from, None)
    assert standing(scheduled) == (False, first.live_from, LATER)
    assert list(workflow.stale_read_rows()) == []


def test_an_answer_that_was_called_off_never_was_one(first):
    save(first.briefing, **ANSWERED)
    called_off = workflow.publish(first.briefing, by=None, change="major", note="A vote.", live_from=LATER)
    workflow.call_off(called_off, by=None)
    assert standing(called_off) == (False, None, LATER)
    assert list(workflow.stale_read_rows()) == []

    published = workflow.publish(first.briefing, by=None, change="major", note="A vote.")

    assert standing(published) == (False, first.live_from, published.live_from)
    assert list(workflow.stale_read_rows()) == []


def test_what_is_published_beside_a_scheduled_edition_moves_since_when_it_says_so(first):
    save(first.briefing, lede="For later.")
    scheduled = workflow.publish(first.briefing, by=None, change="major", note="Later.", live_from=LATER)
    assert standing(scheduled) == (True, first.live_from, None)
    save(first.briefing, **ANSWERED)

    now = workflow.publish(first.briefing, by=None, change="major", note="Now.", scheduled=Scheduled.KEEP)

    assert standing(now) == (False, first.live_from, now.live_from)
    assert standing(scheduled) == (True, LATER, None)
    assert list(workflow.stale_read_rows()) == []


def test_a_minor_change_moves_no_date_and_says_the_truth(first):
    save(first.briefing, **ANSWERED)
    minor = make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MINOR)

    assert standing(minor) == (False, first.live_from, minor.live_from)
    assert PublishedQuestion.objects.get(edition=minor).moved == first.live_from


def test_an_erased_text_tells_no_more_since_when(first):
    save(first.briefing, lede="Thirty-four.")
    second = make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MAJOR)
    assert standing(second) == (True, first.live_from, None)

    workflow.erase(first.briefing, number=1, reason="Order 7/26.", by=None)

    assert standing(second) == (True, second.live_from, None)
    assert list(workflow.stale_read_rows()) == []


def test_what_is_imported_is_open_since_readers_had_it_on_the_other_system():
    then = "2019-05-01T08:30:00Z"
    draft = make_draft(**STILL_OPEN)

    imported = make_edition(draft.briefing, live_from=timezone.now(), kind="imported", first_published=then)

    [row] = PublishedQuestion.objects.filter(edition=imported)
    assert row.opened.isoformat() == row.moved.isoformat() == "2019-05-01T08:30:00+00:00"


@pytest.mark.parametrize("column", ["opened", "answered", "moved", "answer", "first_topic", "live_until"])
def test_a_column_that_is_not_what_the_log_says_is_noticed(first, column):
    save(first.briefing, **ANSWERED)
    second = make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MAJOR)
    assert list(workflow.stale_read_rows()) == []
    other = {"answer": "<p>Forged.</p>", "first_topic": None, "live_until": LATER}

    PublishedQuestion.objects.filter(edition=second).update(**{column: other.get(column, LATER)})

    assert list(workflow.stale_read_rows()) == [
        f"The read rows of row {second.seq} are not what the log says. Run `manage.py rebuild`."
    ]


def test_a_question_that_was_taken_out_and_put_back_goes_on_as_it_stood(first):
    save(first.briefing, faq=())
    make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MAJOR)
    save(first.briefing, **STILL_OPEN)
    back = workflow.publish(first.briefing, by=None, change="major", note="Back.")
    save(first.briefing, **ANSWERED)

    answered = workflow.publish(first.briefing, by=None, change="major", note="A vote.")

    assert standing(back) == (True, first.live_from, None)
    assert PublishedQuestion.objects.get(edition=back).moved == first.live_from
    assert standing(answered) == (False, first.live_from, answered.live_from)
    assert list(workflow.stale_read_rows()) == []


def test_one_that_comes_back_with_its_answer_was_open_until_then(first):
    save(first.briefing, faq=())
    make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MAJOR)
    save(first.briefing, **ANSWERED)

    answered = workflow.publish(first.briefing, by=None, change="major", note="A vote.")

    assert standing(answered) == (False, first.live_from, answered.live_from)


def test_what_is_taken_out_beside_a_scheduled_edition_that_has_it_goes_on_there(first):
    save(first.briefing, lede="For later.")
    scheduled = workflow.publish(first.briefing, by=None, change="major", note="Later.", live_from=LATER)
    save(first.briefing, faq=())

    workflow.publish(first.briefing, by=None, change="major", note="Now.", scheduled=Scheduled.KEEP)

    assert standing(scheduled) == (True, first.live_from, None)
    assert list(workflow.stale_read_rows()) == []


def test_the_past_of_a_question_that_came_back_goes_with_the_text_that_held_it(first):
    save(first.briefing, faq=())
    make_edition(first.briefing, live_from=timezone.now() - DAY, kind=Edition.Kind.MAJOR)
    save(first.briefing, **STILL_OPEN)
    back = workflow.publish(first.briefing, by=None, change="major", note="Back.")

    workflow.erase(first.briefing, number=1, reason="Order 7/26.", by=None)

    assert standing(back) == (True, back.live_from, None)
    assert list(workflow.stale_read_rows()) == []


def test_after_a_withdrawal_a_briefing_asks_anew(first):
    workflow.withdraw(first.briefing, by=None, notice="It was not so.")

    again = workflow.publish(first.briefing, by=None, change="major", note="It is so.")

    assert standing(again) == (True, again.live_from, None)
    assert list(workflow.stale_read_rows()) == []
