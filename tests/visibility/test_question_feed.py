"""The feed of questions: what was opened or answered last, each question one entry."""

from briefings.models import Edition
from tests.making import DAY, NOON
from tests.visibility.asking import ANSWERED, OTHER, asked, in_feed

MINOR = Edition.Kind.MINOR


def test_the_feed_tells_of_an_answer_as_an_update_of_its_entry(surfaces, publish):
    publish(asked(wording="Nobody says."), live_from=NOON)
    publish(ANSWERED, live_from=NOON + 2 * DAY)

    [before], [after] = in_feed(surfaces, NOON + DAY), in_feed(surfaces, NOON + 2 * DAY)

    assert before["id"] == after["id"]
    assert before["id"].startswith("urn:uuid:")
    assert (before["title"], after["title"]) == ("Who pays?", "Answered: Who pays?")
    assert (before["summary"], after["summary"]) == ("Nobody says.", "Each state.")
    assert before["published"] == before["updated"] == after["published"] == "2040-06-01T12:00:00+00:00"
    assert after["updated"] == "2040-06-03T12:00:00+00:00"
    assert "Open from 1 June 2040 to 3 June 2040" in after["content"]


def test_a_minor_change_moves_nothing_in_the_feed_even_where_it_answers(surfaces, publish):
    publish(asked(), asked("What else?", key=OTHER, wording="Nobody says."), live_from=NOON)
    before = in_feed(surfaces, NOON)
    publish(ANSWERED, asked("What else?", key=OTHER, wording="Nobody says."), live_from=NOON + DAY, kind=MINOR)

    after = in_feed(surfaces, NOON + DAY)

    assert [(one["id"], one["updated"]) for one in after] == [(one["id"], one["updated"]) for one in before]
    assert after[1] == before[1]
    assert "Open from 1 June 2040 to 2 June 2040" in after[0]["content"]


def test_a_question_that_a_minor_change_brings_is_published_no_later_than_it_was_updated(surfaces, publish):
    publish(live_from=NOON)
    publish(asked(), live_from=NOON + DAY, kind=MINOR)

    [told] = in_feed(surfaces, NOON + DAY)

    assert told["published"] == told["updated"] == "2040-06-01T12:00:00+00:00"
    assert "Open since 2 June 2040" in told["content"]
