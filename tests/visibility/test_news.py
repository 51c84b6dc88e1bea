"""The news sitemap: what was first published in the last 48 hours, to the microsecond, and nothing else."""

from briefings.public import archive
from briefings.public.moments import next_moment
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK

NEWS = "/news-sitemap.xml"


def test_a_briefing_is_news_from_its_moment_on_and_for_48_hours_whatever_changes_it(surfaces, make_edition):
    first = make_edition("quokka")
    make_edition("quokka", briefing=first.briefing, live_from=NOON + 47 * HOUR)

    news = surfaces[NEWS]
    assert "quokka" not in news.at(NOON - TICK)
    assert "<loc>https://news.example/briefings/quokka/</loc>" in news.at(NOON)
    assert "quokka" in news.at(NOON + 48 * HOUR - TICK)
    assert "quokka" not in news.at(NOON + 48 * HOUR)
    assert next_moment(NOON + 47 * HOUR) == NOON + 48 * HOUR


def test_with_it_no_page_changes_and_no_copy_of_the_sitemap_is_taken_for_fresh(surfaces, make_edition):
    make_edition("quokka")

    before, then = (surfaces.seen(NOON + 48 * HOUR - passed) for passed in (TICK, 0 * TICK))
    assert [path for path in before if before[path] != then[path]] == [NEWS]
    assert before[NEWS]["Last-Modified"] == ""
    assert surfaces[NEWS].answer(NOON + 48 * HOUR, HTTP_IF_NONE_MATCH=before[NEWS]["ETag"]).status == 200


def test_what_has_ended_is_no_news_and_its_48th_hour_no_moment(surfaces, make_edition):
    first = make_edition("quokka")
    make_edition("quokka", briefing=first.briefing, live_from=NOON + HOUR, kind="withdrawn")

    assert "quokka" not in surfaces[NEWS].at(NOON + HOUR)
    assert next_moment(NOON + DAY) == NOON + HOUR + 30 * DAY


def test_a_new_edition_of_something_old_is_no_news(surfaces, make_edition):
    first = make_edition("ordinary", live_from=LONG_AGO).briefing
    make_edition("quokka", briefing=first, live_from=NOON)

    assert "quokka" not in surfaces[NEWS].at(NOON)


def test_it_holds_the_newest_first_and_no_more_than_a_crawler_takes(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(archive, "MOST_IN_NEWS", 2)
    for number, word in enumerate(("oldest", "newer", "newest")):
        make_edition(word, live_from=NOON + number * HOUR)

    text = surfaces[NEWS].at(NOON + DAY)
    assert text.index("The newest headline") < text.index("The newer headline")
    assert "oldest" not in text
