"""The page of open questions: what readers have without an answer, the oldest first, and where to answer it."""

import re

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import FAQEntry
from briefings.models import Briefing, Draft
from tests.desk.sheets import opened
from tests.documented import queries
from tests.making import DAY, HOUR, LONG_AGO, make_draft, make_edition, make_question

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/draft/open-questions/"


def asked(words: str) -> FAQEntry:
    return make_question(words, open="shown")


def publish(word: str, *faq: FAQEntry, since=2 * DAY, by=None, briefing: Briefing | None = None):
    live_from = timezone.now() - since
    return make_edition(word, faq=faq, live_from=live_from, by=by, briefing=briefing)


def links(client) -> dict[str, str]:
    """By each question in order, where it leads."""
    text = client.get(PAGE).content.decode()
    return {words: path for path, words in re.findall(r'<h2[^>]*><a href="([^"]*)">([^<]*)</a>', text)}


def test_the_oldest_stands_first_and_leads_to_its_part(desk):
    publish("newer", asked("Newer?"))
    older = publish("older", make_question("Known?", answer="<p>Yes.</p>"), asked("Older?"), since=9 * DAY)
    draft = Draft.objects.get(briefing=older.briefing)

    found = links(desk)

    assert list(found) == ["Older?", "Newer?"]
    assert found["Older?"] == f"/admin/briefings/draft/{draft.pk}/change/#question-1"
    fields = opened(desk, draft)
    assert fields["question-1-question"] == "Older?"
    assert 'id="question-1"' in desk.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    assert "Open for 9 days, since" in desk.get(PAGE).content.decode()


def test_what_is_answered_held_back_scheduled_or_gone_is_not_there(desk):
    publish("answered", make_question("Answered?", answer="<p>Yes.</p>"))
    publish("held", make_question("Held?", open="held"))
    publish("ahead", asked("Ahead?"), since=-DAY)
    gone = publish("gone", asked("Gone?"))
    workflow.withdraw(gone.briefing, by=None, notice="Withdrawn.")
    make_draft("draft", faq=(asked("Draft?"),))

    assert links(desk) == {}
    assert "No question is open at the moment." in desk.get(PAGE).content.decode()


def test_what_is_open_until_a_scheduled_edition_is_there(desk):
    question = asked("Still?")
    first = publish("one", question)
    answered = question.model_copy(update={"answer": "<p>Yes.</p>"})
    publish("one", answered, briefing=first.briefing, since=-DAY)

    assert list(links(desk)) == ["Still?"]


def test_it_says_what_the_draft_has_in_its_place(desk):
    question, other = asked("Answered by now?"), asked("Dropped?")
    first = publish("one", question, other)
    make_draft("one", briefing=first.briefing, faq=(question.model_copy(update={"answer": "<p>Yes.</p>"}),))

    text = desk.get(PAGE).content.decode()

    assert "The draft has an answer, which is not published yet." in text
    assert "The draft has this question no more" in text
    assert links(desk)["Dropped?"].endswith("/change/")


def test_a_writer_finds_those_of_their_own_briefings_alone(at_desk, staff):
    writer = staff("nora", "writer")
    publish("own", asked("Own?"), by=writer)
    publish("other", asked("Other?"))

    assert list(links(at_desk("nora"))) == ["Own?"]


def test_it_costs_the_same_for_one_and_for_many(desk, django_assert_num_queries):
    for number in range(12):
        publish(f"one-{number}", asked(f"No. {number}?"), asked(f"And {number}?"), since=number * HOUR + DAY)
        with django_assert_num_queries(queries("open questions ")):
            assert len(links(desk)) == 2 * number + 2


def test_more_than_the_page_holds_are_the_oldest(desk, monkeypatch):
    monkeypatch.setattr("briefings.admin.briefings.open_questions.MOST", 2)
    for number in range(3):
        make_edition(f"one-{number}", faq=(asked(f"No. {number}?"),), live_from=LONG_AGO + number * DAY)

    assert list(links(desk)) == ["No. 0?", "No. 1?"]
