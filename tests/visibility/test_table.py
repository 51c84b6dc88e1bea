"""The table itself: complete, and its guard bites."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from briefings.models import Draft, LogHead
from briefings.public import lists
from tests.making import DAY, HOUR, NOON, make_draft
from tests.visibility.feed_addresses import OF_MANY_AND_JSON, feeds_of
from tests.visibility.list_addresses import other_letters
from tests.visibility.surfaces import TABLE
from tests.visibility.tables import OF_READYZ, TouchedHiddenTable, only_public_tables, tables_in


def public_patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if str(entry.pattern).startswith("admin/"):
            continue
        if isinstance(entry, URLResolver):
            yield from public_patterns(entry)
        else:
            yield entry


def test_every_public_url_pattern_stands_in_the_table():
    patterns = list(public_patterns(get_resolver()))

    assert {pattern.name for pattern in patterns} == set(TABLE) - {""}


def test_the_tables_addresses_reach_the_patterns_they_stand_for(surfaces, make_edition):
    make_edition("quokka", topics=("marmots",))

    for surface in surfaces:
        match = get_resolver().resolve(surface.path.partition("?")[0]) if surface.pattern else None
        assert match is None or match.url_name == surface.pattern, surface


def test_a_live_briefing_shows_everywhere_it_should(surfaces, make_edition):
    make_edition("quokka", topics=("marmots",))

    texts = {
        "/",
        "/archive/2040/06/",
        "/briefings/quokka/",
        "/briefings/quokka/v/1/",
        *feeds_of("/feeds/", "/en/feeds/"),
    }
    of_topic = {"/topics/marmots/"} | feeds_of("/topics/marmots/")
    feeds_of_people = feeds_of("/people/quokka-speaker/", "/authors/quokka-author/")
    of_quotes = {"/quotes/", "/quotes/?topic=marmots", "/quotes/?month=2040-06", "/quotes/?person=quokka-speaker"}
    of_people = {"/people/quokka-speaker/", "/authors/quokka-author/"}
    of_questions = {"/faq/", "/faq/open/"} | feeds_of("/faq/")
    shown = texts | of_topic | of_people | feeds_of_people | of_quotes | of_questions
    assert surfaces.showing("the quokka headline", NOON) == shown | {
        "/briefings/quokka/history/",
        "/news-sitemap.xml",
    }
    assert surfaces.showing("the quokka lede", NOON) == texts | of_topic | feeds_of_people | {"/authors/quokka-author/"}
    assert surfaces.showing("/briefings/quokka/", NOON) == shown | {
        "/stories/quokka/",  # one briefing is no story: it leads there
        "/briefings/quokka/history/",
        "/news-sitemap.xml",
        "/sitemaps/2040-06.xml",
    }
    whole = texts - {"/", "/archive/2040/06/"} | of_topic - {"/topics/marmots/"} | feeds_of_people
    assert surfaces.showing("the quokka answer", NOON) == whole | {"/faq/"}
    assert surfaces.showing("the quokka wording", NOON) == whole | of_questions
    for words in ("quokka words", "quokka aside"):
        assert surfaces.showing(words, NOON) == whole | of_quotes | {"/people/quokka-speaker/"}, words
    indexes = {"/people/", "/people/?letter=S"}
    page_of_topic = {"/topics/marmots/"}
    assert surfaces.showing("quokka speaker", NOON) == whole | of_quotes | indexes | page_of_topic | {
        "/people/quokka-speaker/"
    }


def test_the_home_page_and_the_feeds_hold_the_newest_and_no_more(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(lists, "LATEST", 2)
    for number, word in enumerate(("oldest", "newer", "newest")):
        make_edition(word, live_from=NOON + number * 2 * DAY)

    for path in ("/", *feeds_of("/feeds/", "/en/feeds/")):
        text = surfaces[path].at(NOON + 9 * DAY)
        assert ["newest headline" in text, "newer headline" in text, "oldest headline" in text] == [True, True, False]


def test_an_address_that_is_live_answers_200_at_every_later_moment(surfaces, make_edition):
    make_edition("quokka", topics=("marmots",))

    answers = surfaces.seen(NOON + 400 * DAY)

    live = {path for path, answer in answers.items() if answer.status == 200}
    missing = {path for path, answer in answers.items() if answer.status == 404}
    leading = {"/en/", "/stories/quokka/"}  # home, and to the one briefing of that story
    assert live | missing == set(answers) - leading
    assert {path for path in missing if "no-such-thing" not in path} == {
        "/briefings/quokka/v/2/",
        "/briefings/quokka/changes/1/2/",
        "/people/quokka-author/",
        "/authors/quokka-speaker/",
        f"/media/{'x' * 22}/320.webp",
        f"/media/{'x' * 22}/master.jpg",
        "/archive/2001/01/",
        "/sitemaps/2001-01.xml",
        "/zxx/",
        "/quotes/?person=quokka-author",
        "/quotes/?month=2001-01",
        *other_letters("people"),
        *other_letters("topics"),
        *feeds_of("/people/quokka-author/", "/authors/quokka-speaker/", "/zxx/feeds/"),
        *(f"/feeds/archive/{day}/{name}" for day in ("2001-01-31", "2040-06-01") for name in OF_MANY_AND_JSON),
    }


@pytest.mark.django_db
def test_the_guard_refuses_a_query_on_a_table_of_the_editors():
    with only_public_tables(), pytest.raises(TouchedHiddenTable, match="briefings_draft"):
        Draft.objects.count()


def test_the_guard_refuses_what_a_template_reaches_through_a_relation(make_edition):
    edition = make_edition()
    edition.refresh_from_db()

    with only_public_tables(), pytest.raises(TouchedHiddenTable, match="briefings_briefing"):
        _ = edition.briefing.draft


@pytest.mark.django_db
def test_the_guard_refuses_raw_sql_and_tables_that_are_joined_or_written():
    make_draft()

    for sql in (
        "SELECT 1 FROM briefings_edition, briefings_draft",
        "SELECT 1 FROM briefings_edition e JOIN briefings_draft d ON d.id = e.briefing_id",
        "UPDATE briefings_draft SET state = state",
        "SELECT 1 FROM pg_catalog.pg_class",
        "SELECT 1 FROM django_session",
    ):
        with only_public_tables(), connection.cursor() as cursor, pytest.raises(TouchedHiddenTable):
            cursor.execute(sql)


@pytest.mark.django_db
def test_the_guard_lets_the_publics_tables_pass_and_counts():
    with only_public_tables() as ran:
        assert LogHead.objects.count() == 0

    assert len(ran) == 1
    assert tables_in(ran[0]) == {"briefings_loghead"}


def test_the_catalogs_are_readable_for_readyz_alone(surfaces):
    assert surfaces["/readyz"].answer(NOON + HOUR).body.startswith(b"ready\n")
    assert not OF_READYZ.fullmatch("briefings_draft")
