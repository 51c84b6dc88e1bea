"""The topics in the masthead: those of most of the newest briefings that readers have."""

import re

from tests.making import DAY, HOUR, NOON

AT = NOON + DAY


def topics(page: str) -> list[str]:
    ways = re.search(r'<nav class="ways".*?</nav>', page, re.DOTALL)[0]
    return re.findall(r'<a href="/topics/[^"]+/">([^<]*)</a>', ways)


def test_the_topics_of_most_of_the_newest_briefings_stand_there_by_name(surfaces, make_edition):
    for number, named in enumerate([("wombats", "marmots"), ("wombats",), ("apes",)]):
        make_edition(f"one-{number}", live_from=NOON + number * HOUR, topics=named)

    for path in ("/", "/briefings/one-0/", "/corrections/", "/nothing/"):
        assert topics(surfaces[path].at(AT)) == ["apes", "marmots", "wombats"], path


def test_no_more_than_five_stand_there(surfaces, make_edition):
    for number in range(8):
        make_edition(f"one-{number}", topics=tuple(f"topic {name}" for name in range(number, 8)))

    assert topics(surfaces["/"].at(AT)) == [f"topic {name}" for name in range(3, 8)]


def test_a_topic_of_what_is_hidden_does_not(surfaces, make_edition):
    make_edition("one", topics=("marmots",))
    make_edition("two", live_from=AT + HOUR, topics=("wombats",))

    assert topics(surfaces["/"].at(AT)) == ["marmots"]
    assert topics(surfaces["/"].at(AT + HOUR)) == ["marmots", "wombats"]


def test_the_index_of_all_topics_stands_behind_them_where_there_are_any(surfaces, make_edition):
    index = '<a href="/topics/">All topics</a></li>\n        <li><a href="/faq/">'
    make_edition("one")
    assert index not in surfaces["/"].at(AT)

    make_edition("two", topics=("marmots",))

    assert index in surfaces["/"].at(AT)


def test_archive_and_corrections_stand_on_every_page(surfaces, make_edition):
    make_edition("one")

    for path in ("/", "/briefings/one/", "/archive/", "/nothing/"):
        ways = re.search(r'<nav class="ways".*?</nav>', surfaces[path].at(AT), re.DOTALL)[0]
        assert 'href="/archive/"' in ways
        assert 'href="/corrections/"' in ways
