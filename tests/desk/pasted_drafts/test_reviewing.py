"""The review page: the draft line by line, the briefing as understood, and what it costs."""

import pytest

from briefings.models import Original
from tests.desk.pasted_drafts.pasting import DRAFT, HEADLINE, WORDS, paste, review
from tests.documented import queries

pytestmark = pytest.mark.django_db
COST = queries("review of a pasted draft")


def long_draft(sections):
    parts = [
        f"## Heading {n}\n\nThe minister, Mara Lind, said “words number {n} of many” on the day {n}.\n\n"
        f"Plain text number {n} stands here and goes on for a while.\n\n"
        for n in range(sections)
    ]
    return f"# {HEADLINE}\n\nA lede of some length stands here.\n\n" + "".join(parts)


def test_every_word_of_the_draft_stands_in_one_of_its_lines(desk):
    pasted = paste(desk)

    shown = "".join(text for row in pasted.page.rows for text, _words in row.segments)

    for words in ("Ferry crews will return", "won the one thing we came for", "Will tickets be refunded?"):
        assert words in shown


def test_each_line_says_what_it_is_and_whether_that_is_a_guess(desk):
    pasted = paste(desk)

    roles = {row.placed.line.text[:12]: row.placed.role for row in pasted.page.rows}

    assert roles[HEADLINE[:12]] == "headline"
    assert roles["Ferry crews "] == "lede"
    assert roles["What happene"] == "heading"
    assert roles["FAQ"] == "label"
    assert roles["When do the "] == "question"
    assert roles["From Thursda"] == "answer"
    assert all(row.placed.reason for row in pasted.page.rows)


def test_guesses_and_what_is_sure_are_told_apart_by_words_and_not_by_colour_alone(desk):
    pasted = paste(desk)

    assert pasted.words("We won the one").state == "sure"
    assert pasted.words(WORDS).state == "guess"
    assert '<span class="tag doubt">guess</span>' in pasted.text
    assert '<mark class="marked is-guess">' in pasted.text


def test_the_understood_side_leads_to_the_places_in_the_draft(desk):
    pasted = paste(desk)
    heading, guess = pasted.line("What happened"), pasted.words(WORDS)

    assert f'<a href="#{heading.anchor}">What happened</a>' in pasted.text
    assert f'<a href="#{guess.anchor}">“{WORDS}' in pasted.text
    assert f'id="{guess.anchor}"' in pasted.text
    assert "Open: no answer yet" in pasted.text


@pytest.mark.parametrize("sections", [1, 20])
def test_it_costs_the_same_however_long_the_draft_is(desk, django_assert_num_queries, sections):
    pasted = paste(desk, long_draft(sections))

    with django_assert_num_queries(COST):
        review(desk, pasted.original)


def test_a_long_draft_comes_in_pages_with_the_parts_that_stand_on_each(desk):
    pasted = paste(desk, long_draft(150))
    assert len(pasted.page.pages) == 2

    second = pasted.again(page="2")

    assert not {row.address for row in pasted.page.rows} & {row.address for row in second.page.rows}
    assert "Heading 149" in second.text
    assert "Heading 3<" not in second.text


def test_a_page_that_there_is_not_is_answered_all_the_same(desk):
    pasted = paste(desk)

    for page in ("0", "-1", "99", "x", "9" * 30):
        assert pasted.again(page=page).response.status_code == 200, page


def test_a_line_without_end_is_cut_on_the_page(desk):
    pasted = paste(desk, f"# {HEADLINE}\n\nA lede.\n\n## Heading\n\n" + "word " * 20_000)

    assert len(pasted.text) < 400_000
    assert "more characters" in pasted.text


@pytest.mark.slow
def test_a_draft_that_is_one_line_without_end_leaves_the_page_readable(desk):
    pasted = paste(desk, f"# {HEADLINE}\n\nA lede.\n\n## Heading\n\n" + "word " * 400_000)

    assert len(pasted.page.as_briefing.sections) == 1
    assert pasted.page.as_briefing.more_sections == len(pasted.content.sections) - 1
    assert "more sections" in pasted.text
    assert len(pasted.text) < 1_000_000


@pytest.mark.slow
def test_a_thousand_quotation_marks_do_not_fill_the_page_without_end(desk):
    pasted = paste(desk, "He said “a word”, " * 1_000)

    assert len(pasted.text) < 2_000_000


def test_an_erased_draft_is_as_unknown_as_any(desk):
    pasted = paste(desk)
    Original.objects.update(data=None)

    page = review(desk, pasted.original)

    assert page.response.status_code == 302 or "doesn’t exist" in " ".join(page.messages)


def test_what_cannot_be_read_any_more_is_said_on_the_list(desk):
    pasted = paste(desk)
    Original.objects.update(data=b"%PDF-1.4", name="draft.pdf")

    answer = desk.get(f"/admin/briefings/original/{pasted.original.pk}/change/", follow=True)

    assert answer.request["PATH_INFO"] == "/admin/briefings/original/"
    assert "PDF" in str(next(iter(answer.context["messages"])))


@pytest.mark.slow
def test_a_list_of_sources_without_end_leaves_the_page_readable(desk):
    sources = "\n".join(f"- Source {number} https://a.example/{number}" for number in range(1_000))
    pasted = paste(desk, f"{DRAFT}\nSources\n\n{sources}\n")

    assert len(pasted.content.sources) == 1_000
    assert pasted.page.as_briefing.more_sources == 800
    assert "… and 800 more" in pasted.text
