"""What changed between two editions: readers have it while they may read both, and else it is as unknown as any."""

import pytest

from briefings import workflow
from briefings.models import Edition
from briefings.views import pages
from tests.making import DAY, LONG_AGO, NOON, SECOND

PAGE = "/briefings/quokka/"
AT = NOON + 9 * DAY


def changes(before, after):
    return f"{PAGE}changes/{before}/{after}/"


@pytest.fixture
def make_quokka(make_edition):
    """A briefing of three editions, a day apart from the moment that is given."""

    def made(live_from=NOON):
        first = make_edition("quokka", live_from=live_from)
        for day, word in enumerate(("wombat", "numbat"), start=1):
            make_edition(word, slug="quokka", briefing=first.briefing, live_from=live_from + day * DAY)
        return first.briefing

    return made


def test_two_editions_are_compared_word_by_word_with_what_readers_were_told(surfaces, make_quokka):
    make_quokka()

    page = surfaces[changes(1, 2)].at(AT)

    assert '<del><span class="visually-hidden">[taken out: </span>quokka<span' in page
    assert '<ins><span class="visually-hidden">[new: </span>wombat<span' in page
    assert "The wombat note." in page
    assert "numbat" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_from_edition_to_edition_whatever_lies_between(surfaces, make_quokka):
    make_quokka()

    page = surfaces[changes(1, 3)].at(AT)

    assert "The wombat note." in page
    assert "The numbat note." in page
    assert "The wombat lede." not in page


def test_a_change_leads_to_the_one_before_and_the_one_after(surfaces, make_quokka):
    make_quokka()

    first, last = surfaces[changes(1, 2)].at(AT), surfaces[changes(2, 3)].at(AT)

    assert f'rel="next" href="{changes(2, 3)}"' in first
    assert f'rel="prev" href="{changes(1, 2)}"' in last
    assert ['rel="prev"' in first, 'rel="next"' in last] == [False, False]


def test_a_scheduled_edition_is_compared_from_its_moment_on(surfaces, make_quokka):
    make_quokka()
    begins = NOON + DAY

    before, after = surfaces[changes(1, 2)].answer(begins - SECOND), surfaces[changes(1, 2)].answer(begins)

    assert before == surfaces.unknown(begins - SECOND)
    assert after.status == 200
    assert "changes/" not in surfaces[PAGE].at(begins - SECOND)
    assert changes(1, 2) in surfaces[PAGE].at(begins)


@pytest.mark.parametrize("numbers", [(1, 4), (4, 5), (2, 2), (9, 1), (3, 4)])
def test_what_there_is_not_is_unknown(surfaces, make_quokka, numbers):
    make_quokka()

    assert surfaces[changes(*numbers)].answer(AT) == surfaces.unknown(AT)


def test_the_later_one_first_leads_to_the_other_order(surfaces, make_quokka):
    make_quokka()

    answer = surfaces[changes(3, 1)].answer(AT)

    assert (answer.status, answer["Location"]) == (301, changes(1, 3))


def test_a_former_slug_leads_to_todays(surfaces, make_quokka, make_edition):
    make_edition("bilby", briefing=make_quokka(), live_from=NOON + 3 * DAY)

    answer = surfaces[changes(1, 3)].answer(AT)

    assert (answer.status, answer["Location"]) == (301, "/briefings/bilby/changes/1/3/")


def test_what_was_erased_is_compared_with_nothing_and_passed_over(surfaces, make_quokka):
    briefing = make_quokka(LONG_AGO)

    workflow.erase(briefing, number=2, reason="Order 7/26.", by=None)

    assert surfaces[changes(1, 2)].answer(AT) == surfaces[changes(2, 3)].answer(AT) == surfaces.unknown(AT)
    assert surfaces[changes(1, 3)].answer(AT).status == 200
    assert surfaces.showing("wombat", AT) == set()
    history = surfaces[f"{PAGE}history/"].at(AT)
    assert changes(1, 3) in history
    assert changes(2, 3) not in history


@pytest.mark.parametrize("end", ["withdraw", "remove"])
def test_of_what_has_ended_nothing_is_compared(surfaces, make_quokka, end):
    briefing = make_quokka(LONG_AGO)

    getattr(workflow, end)(briefing, by=None, notice="It was not so.")

    for numbers in ((1, 2), (1, 3), (3, 4), (1, 4)):
        assert surfaces[changes(*numbers)].answer(AT) == surfaces.unknown(AT), numbers
    assert surfaces.showing("/changes/", AT) == set()


def test_of_what_was_merged_every_comparison_leads_to_where_the_briefing_does(surfaces, make_quokka, make_edition):
    briefing, other = make_quokka(LONG_AGO), make_edition("bilby", live_from=LONG_AGO).briefing

    workflow.merge_into(briefing, into=other, by=None)

    answer = surfaces[changes(1, 2)].answer(AT)
    assert (answer.status, answer["Location"]) == (301, "/briefings/bilby/")


def test_after_a_withdrawal_a_notice_is_no_text_to_compare(surfaces, make_quokka, make_edition):
    briefing = make_quokka(LONG_AGO)
    workflow.withdraw(briefing, by=None, notice="It was not so.")
    make_edition("bilby", slug="quokka", briefing=briefing, live_from=NOON)

    assert surfaces[f"{PAGE}v/5/"].answer(AT).status == 200
    assert surfaces[changes(4, 5)].answer(AT) == surfaces.unknown(AT)


def test_the_list_of_editions_says_what_each_changed_and_leads_there(surfaces, make_quokka):
    make_quokka()

    page = surfaces[f"{PAGE}history/"].at(AT)

    said = "Headline changed, lede changed, sources changed, details changed, 1 section added"
    assert page.count(said) == 2
    assert [changes(1, 2) in page, changes(2, 3) in page, changes(1, 3) in page] == [True, True, False]


def test_the_briefing_leads_to_its_newest_change_that_matters(surfaces, make_quokka, make_edition):
    briefing = make_quokka()
    make_edition("bilby", slug="quokka", briefing=briefing, kind=Edition.Kind.MINOR, live_from=NOON + 3 * DAY)

    page = surfaces[PAGE].at(AT)

    assert page.count(f'href="{changes(2, 3)}"') == 2
    assert changes(3, 4) not in page


def test_an_edition_as_published_has_its_hash_and_leads_to_what_changed_since(surfaces, make_quokka):
    briefing = make_quokka()

    page = surfaces[f"{PAGE}v/1/"].at(AT)

    assert changes(1, 3) in page
    assert briefing.editions.first().text_id in page
    assert "/changes/" not in surfaces[f"{PAGE}v/3/"].at(AT).split("</section>")[0]


def test_the_list_of_editions_reads_so_many_texts_and_no_more(surfaces, make_quokka, monkeypatch):
    make_quokka()
    monkeypatch.setattr(pages, "MOST_COMPARED", 2)

    page = surfaces[f"{PAGE}history/"].at(AT)

    assert page.count("Headline changed") == 1
    assert page.count("What changed since edition") == 2
