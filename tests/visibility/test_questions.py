"""The pages of questions: which are open and since when, which were answered and when."""

import re

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import PersonName
from briefings.content.briefing import SourceNote
from briefings.models import Edition, Topic
from briefings.public import questions
from tests.documented import queries
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK
from tests.outputs.page_tree import Element, tree
from tests.visibility.asking import ANSWERED, KEY, OTHER, asked, in_feed
from tests.visibility.walking import walked_from

ALL, OPEN = "/faq/", "/faq/open/"
MINOR, MAJOR = Edition.Kind.MINOR, Edition.Kind.MAJOR


def shown(surfaces, path, at) -> Element:
    return tree(surfaces[path].answer(at).body.decode())


def entries(page: Element) -> list[Element]:
    return list(page.all("section", **{"class": "question"}))


def entry(surfaces, path, at) -> str:
    """The words of the one question on a page."""
    [found] = entries(shown(surfaces, path, at))
    return found.text


def test_an_open_question_says_since_when_and_what_its_briefing_says_of_it(surfaces, publish):
    publish(asked(), live_from=NOON)
    publish(asked(), live_from=NOON + 2 * DAY, kind=MINOR)
    known = "Not known yet, as of 3 June 2040."
    assert known in surfaces["/briefings/quokka/"].at(NOON + 3 * DAY)

    for path in (ALL, OPEN):
        words = entry(surfaces, path, NOON + 3 * DAY)
        assert words == f"Who pays? {known} Open since 1 June 2040, in: The quokka headline"


def test_an_answer_ends_that_at_its_moment_and_the_interval_stays(surfaces, publish):
    publish(asked(), live_from=NOON)
    publish(ANSWERED, live_from=NOON + 2 * DAY)

    assert "Open since 1 June 2040" in entry(surfaces, OPEN, NOON + 2 * DAY - TICK)
    told = "Who pays? Each state. Open from 1 June 2040 to 3 June 2040, answered in: The quokka headline"
    for at in (NOON + 2 * DAY, NOON + 200 * DAY):
        assert entry(surfaces, ALL, at) == entry(surfaces, OPEN, at) == told
        assert "No question is open at the moment." in surfaces[OPEN].at(at)


def test_later_editions_move_neither_end(surfaces, publish):
    publish(asked(), live_from=NOON)
    publish(ANSWERED, live_from=NOON + 2 * DAY)
    publish(asked(answer="<p>Every state.</p>"), live_from=NOON + 4 * DAY)

    assert "Every state. Open from 1 June 2040 to 3 June 2040" in entry(surfaces, ALL, NOON + 5 * DAY)


def test_what_was_never_open_says_nothing_of_it_and_is_in_no_feed(surfaces, publish):
    publish(ANSWERED, live_from=NOON)

    assert entry(surfaces, ALL, NOON) == "Who pays? Each state. The quokka headline"
    assert in_feed(surfaces, NOON) == []
    assert "Answered since" not in surfaces[OPEN].at(NOON)


def test_what_is_opened_on_a_day_and_answered_on_it_says_so(surfaces, publish):
    publish(asked(), live_from=NOON)
    publish(ANSWERED, live_from=NOON + HOUR)

    assert "Open on 1 June 2040, answered the same day in:" in entry(surfaces, ALL, NOON + HOUR)


def test_what_loses_its_answer_is_open_since_then(surfaces, publish):
    publish(ANSWERED, live_from=NOON)
    publish(asked(), live_from=NOON + DAY)
    publish(ANSWERED, live_from=NOON + 3 * DAY)

    assert "Open since 2 June 2040" in entry(surfaces, ALL, NOON + 2 * DAY)
    assert "Open from 2 June 2040 to 4 June 2040" in entry(surfaces, ALL, NOON + 3 * DAY)


def test_what_readers_did_not_have_meanwhile_is_open_since_they_first_had_it(surfaces, publish):
    publish(asked(), live_from=NOON)
    publish(asked("What else?", key=OTHER), live_from=NOON + DAY)
    publish(asked(), live_from=NOON + 2 * DAY)

    assert "Open since 1 June 2040" in entry(surfaces, OPEN, NOON + 3 * DAY)


def test_what_is_withdrawn_takes_its_questions_along(surfaces, publish):
    edition = publish(asked(), ANSWERED.model_copy(update={"key": OTHER}), live_from=LONG_AGO)
    withdrawn = workflow.withdraw(edition.briefing, by=None, notice="Withdrawn.").live_from

    assert len(entries(shown(surfaces, ALL, withdrawn - TICK))) == 2
    for path in (ALL, OPEN):
        assert entries(shown(surfaces, path, withdrawn)) == []
    assert in_feed(surfaces, withdrawn) == []


def test_answered_questions_stand_under_todays_name_of_their_first_topic_the_newest_first(surfaces, make_edition):
    for number, topics in enumerate((("marmots",), ("wombats", "marmots"), (), ("marmots",))):
        question = asked(f"No. {number}?", answer="<p>Yes.</p>")
        make_edition(f"one-{number}", topics=topics, faq=(question,), live_from=LONG_AGO + number * DAY)
    workflow.rename_topic(Topic.objects.get(slug="marmots"), name="Whistlers", by=None)

    page = shown(surfaces, ALL, timezone.now())

    groups = [
        (one.first("h2").text, [h3.text for h3 in one.all("h3")]) for one in page.all("section", **{"class": "faq"})
    ]
    assert groups == [
        ("Whistlers", ["No. 3?", "No. 0?"]),
        ("wombats", ["No. 1?"]),
        ("Other questions", ["No. 2?"]),
    ]


def test_what_others_make_of_the_page_is_its_answered_questions_word_for_word(surfaces, publish):
    answer = '<p>Each <em>state</em> &amp; city, see <a href="#s">there</a>.</p>'
    publish(asked(answer=answer), asked("What else?", key=OTHER), live_from=NOON)

    page = shown(surfaces, ALL, NOON)

    [faq] = page.things("FAQPage")
    [question] = faq["mainEntity"]
    entry = entries(page)[1]
    assert question["name"] == entry.first("h3").text == "Who pays?"
    assert question["acceptedAnswer"]["text"] == entry.first("p").text == "Each state & city, see there."
    assert question["url"] == f"https://news.example/briefings/quokka/#{KEY}"
    assert not shown(surfaces, OPEN, NOON).things("FAQPage")


def test_links_and_marks_of_an_answer_lead_to_its_briefing(surfaces, publish):
    source = "11111111-1111-4111-8111-111111111111"
    answer = f'<p>See <a href="#{OTHER}">below</a> and <a href="#source-{source}">1</a>.</p>'
    cited = SourceNote(id=source, title="The treaty", url="https://source.example/")
    publish(asked(answer=answer), live_from=NOON, sources=(cited,))

    [found] = entries(shown(surfaces, ALL, NOON))

    links = [link["href"] for link in found.first("p").all("a")]
    assert links == [f"/briefings/quokka/#{OTHER}", f"/briefings/quokka/#source-{source}"]
    assert 'href="https://news.example/briefings/quokka/#source-' in in_a_feed(surfaces, publish, answer)


def in_a_feed(surfaces, publish, answer: str) -> str:
    publish(asked(), live_from=NOON + DAY)
    publish(asked(answer=answer), live_from=NOON + 2 * DAY)
    return in_feed(surfaces, NOON + 2 * DAY)[0]["content"]


@pytest.mark.parametrize(("path", "answer"), [(ALL, "<p>Yes.</p>"), (OPEN, "")])
def test_going_on_by_older_meets_every_question_once(client, monkeypatch, make_edition, path, answer):
    monkeypatch.setattr(questions, "ON_A_PAGE", 3)
    for number in range(4):
        faq = tuple(asked(f"No. {number}-{n}?", answer=answer, key=f"faaaaaaa{n + 2}") for n in range(2))
        first = make_edition(f"one-{number}", faq=faq, live_from=NOON + number * HOUR)
        make_edition(f"one-{number}", faq=faq, briefing=first.briefing, live_from=NOON + (2 + number) * DAY, kind=MINOR)

    pages = walked_from(path, client, NOON + 4 * DAY + HOUR)  # of the last briefing the next edition is scheduled

    met = [number for text in pages.values() for number in re.findall(r">No\. (\d-\d)\?<", text)]
    assert met == [f"{number}-{n}" for number in (3, 2, 1, 0) for n in (0, 1)]
    assert len(pages) == 3


def test_ten_open_questions_stand_above_and_lead_to_all(surfaces, make_edition):
    for number in range(11):
        make_edition(f"one-{number}", faq=(asked(f"No. {number}?"),), live_from=NOON + number * HOUR)

    page = surfaces[ALL].at(NOON + DAY)

    assert len(entries(shown(surfaces, ALL, NOON + DAY))) == 10
    assert "All open questions" in page
    assert "All open questions" not in surfaces[ALL].at(NOON + 9 * HOUR)
    assert len(entries(shown(surfaces, OPEN, NOON + DAY))) == 11


@pytest.mark.parametrize(
    "path", [f"{ALL}?before=x", f"{OPEN}?after=", f"{ALL}?before=20400601T120000.000000Z-{'0' * 32}"]
)
def test_what_names_no_place_is_unknown(surfaces, publish, path):
    publish(ANSWERED, live_from=NOON)

    assert surfaces[path].answer(NOON).status == 404


def test_a_page_costs_as_much_with_a_hundred_questions_of_many_topics_as_with_one(surfaces, make_edition):
    make_edition("one", topics=("marmots",))
    for path in (ALL, OPEN):
        assert surfaces[path].counted(NOON + DAY)[1] == queries(f"`{path}` ")

    author = PersonName(name="an author", kind="public")
    for number in range(12):
        faq = tuple(
            asked(f"{sign}?", answer="<p>Yes.</p>" * (sign > "e"), key=f"faaaaaaa{sign}") for sign in "abcdefghij"
        )
        make_edition(f"more-{number}", faq=faq, topics=(f"topic {number}",), authors=(author,))

    for path in (ALL, OPEN):
        assert surfaces[path].counted(NOON + DAY)[1] == queries(f"`{path}` ")
