"""What a page says of itself: how long it takes, what is on it, what is open and who is quoted."""

import pytest

from briefings.outputs.page import parts
from briefings.outputs.reading_time import SIGNS, WORDS, minutes, word_count
from tests.outputs.makers import DRAFT, FIRST, make_briefing, make_content, quote, section
from tests.outputs.pages import Outline, briefing_page


@pytest.mark.parametrize(("count", "taken"), [(0, 1), (1, 1), (WORDS, 1), (WORDS + 1, 2), (WORDS * 5, 5)])
def test_minutes_are_counted_by_words_and_there_is_one_at_least(count, taken):
    assert minutes("word " * count, language="en") == taken
    assert word_count("word " * count, language="en") == count


def test_a_language_without_spaces_is_counted_by_signs():
    assert minutes("字" * (SIGNS + 1), language="zh-Hant") == 2
    assert word_count("字" * (SIGNS + 1), language="zh-Hant") is None


def test_all_that_is_to_be_read_counts():
    text = parts(make_content(), as_of=FIRST.date()).text

    for words in (DRAFT[1], DRAFT[6], DRAFT[-1], "Not known yet, as of 6 January 2026."):
        assert words in text


def test_everybody_who_is_quoted_stands_in_the_rail_once_by_their_first_words():
    content = make_content(
        blocks=(
            section("<p>“One.” “Two.”</p>", heading="Talks"),
            quote("qaaaaaaaa", "One.", section="saaaaaaaa"),
            quote("qbbbbbbbb", "Two.", section="saaaaaaaa"),
        )
    )

    assert [one.key for one in parts(content, as_of=FIRST.date()).speakers] == ["qaaaaaaaa"]


def test_the_rail_leads_to_headings_open_questions_and_speakers():
    rail = briefing_page(make_briefing()).split('<aside class="rail"')[1].split("</aside>")[0]
    links = {link["href"] for link in Outline(f"<aside {rail}</aside>").all("a")}

    assert {"#saaaaaaaa", "#sbbbbbbbb", "#faq", "#fdddddddd"} <= links
    assert "Emmanuel Macron" in rail


def test_the_facts_say_how_long_it_takes():
    assert "2 minutes to read" in briefing_page(make_briefing())
