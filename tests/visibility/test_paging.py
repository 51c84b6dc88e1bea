"""Older pages: whoever goes on to the end has met everything once, and an address stays right meanwhile."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest

from briefings import workflow
from briefings.content import PersonName
from briefings.models import Topic
from briefings.public import keyset, lists
from briefings.public.keyset import Cursor, NotACursor
from tests.documented import queries
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK
from tests.visibility.surfaces import UNKNOWN, Surface
from tests.visibility.walking import link, page, walked_back, walked_from

AT = NOON + 400 * DAY
AUTHOR = {"authors": (PersonName(name="an author", kind="public"),)}
PATHS = ("/", "/topics/marmots/", "/authors/an-author/")
ODD = ("", "x", "0", "20400601T120000.000000Z", "20400601T120000.000000Z-", "20400601T120000Z-" + "0" * 32)
ODD += ("20401301T120000.000000Z-" + "0" * 32, "00000101T000000.000000Z-" + "0" * 32, "9" * 5000)
ODD += ("20400601T120000.000000Z-" + "A" * 32, "20400601T120000.000000Z-" + "0" * 33, "%00")
ODD += ("20400601T120000.000000Z-" + "0" * 32 + "%0a", "２０400601T120000.000000Z-" + "0" * 32)
PLACE = "20400601T120000.000000Z-" + "0" * 32


@pytest.fixture(autouse=True)
def few_on_a_page(monkeypatch):
    monkeypatch.setattr(lists, "LATEST", 3)


@pytest.fixture
def published(make_edition):
    """Publishes a briefing for each number, an hour apart unless they are said to begin at one moment."""

    def publish(numbers, *, apart=HOUR):
        return {
            number: make_edition(f"no-{number}", live_from=NOON + number * apart, topics=("marmots",), **AUTHOR)
            for number in numbers
        }

    return publish


def numbers_on(text):
    return [int(number) for number in re.findall(r'<h2><a href="/briefings/no-(\d+)/"', text)]


def numbers_walked(pages):
    return [number for text in pages.values() for number in numbers_on(text)]


@pytest.mark.parametrize("path", PATHS)
def test_going_on_by_older_meets_every_briefing_once_and_newer_leads_back_the_same_way(client, published, path):
    published(range(11))

    pages = walked_from(path, client, AT)

    assert numbers_walked(pages) == list(range(10, -1, -1))
    assert [len(numbers_on(text)) for text in pages.values()] == [3, 3, 3, 2]
    assert list(map(numbers_on, walked_back(pages, client, AT))) == list(map(numbers_on, pages.values()))


@pytest.mark.parametrize("path", PATHS)
def test_those_of_one_moment_are_met_once_each(client, published, path):
    published(range(11), apart=0 * HOUR)

    assert sorted(numbers_walked(walked_from(path, client, AT))) == list(range(11))


@pytest.mark.parametrize("path", PATHS)
def test_what_was_changed_stands_on_the_first_page_and_what_it_displaced_is_not_lost(
    client, published, make_edition, path
):
    editions = published(range(9))
    for number in (0, 1, 4):
        briefing = editions[number].briefing
        make_edition(
            f"no-{number}", briefing=briefing, live_from=NOON + (20 + number) * HOUR, topics=("marmots",), **AUTHOR
        )

    first, *further = walked_from(path, client, AT).values()

    assert numbers_on(first) == [4, 1, 0]
    assert [number for text in further for number in numbers_on(text)] == [8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert set(numbers_on(further[0])) == {8, 7, 6}


def test_newer_leads_to_the_first_page_only_where_that_shows_all_that_is_newer(client, published, make_edition):
    editions = published(range(6))
    for number in (0, 1, 2):
        make_edition(f"no-{number}", briefing=editions[number].briefing, live_from=NOON + (20 + number) * HOUR)

    back = walked_back(walked_from("/", client, AT), client, AT)

    assert back[0] == page("/", client, AT)
    assert {number for text in back for number in numbers_on(text)} == set(range(6))


def test_an_address_shows_the_same_whatever_is_published_or_changed_between_two_clicks(client, published, make_edition):
    editions = published(range(11))
    second = link(page("/", client, AT), "next")
    before = numbers_on(page(second, client, AT))
    third = link(page(second, client, AT), "next")

    published(range(20, 25))
    make_edition("no-2", briefing=editions[2].briefing, live_from=NOON + 30 * HOUR, topics=("marmots",), **AUTHOR)

    assert numbers_on(page(second, client, AT)) == before == [7, 6, 5]
    assert numbers_on(page(third, client, AT)) == [4, 3, 2]
    assert numbers_walked(walked_from(third, client, AT)) == [4, 3, 2, 1, 0]


def test_a_page_goes_on_when_what_stood_at_its_place_is_withdrawn(client, make_edition):
    editions = [make_edition(f"no-{number}", live_from=LONG_AGO + number * HOUR) for number in range(9)]
    second = link(page("/", client, AT), "next")
    third = link(page(second, client, AT), "next")

    workflow.withdraw(editions[3].briefing, by=None, notice="Wrong.")

    assert numbers_on(page(third, client, AT)) == [2, 1, 0]


def test_a_merged_topics_briefings_stand_in_one_order_with_the_others(client, make_edition):
    for number in range(8):
        name = ("marmots", "wombats", "both")[number % 3]
        topics = ("marmots", "wombats") if name == "both" else (name,)
        make_edition(f"no-{number}", live_from=LONG_AGO + number * HOUR, topics=topics)
    workflow.unite_topics(Topic.objects.get(name="wombats"), into=Topic.objects.get(name="marmots"), by=None)

    pages = walked_from("/topics/marmots/", client, AT)

    assert numbers_walked(pages) == list(range(7, -1, -1))
    assert list(map(numbers_on, walked_back(pages, client, AT))) == list(map(numbers_on, pages.values()))


def test_a_former_address_of_a_topic_leads_to_the_same_page(client, make_edition):
    for number in range(5):
        make_edition(f"no-{number}", live_from=LONG_AGO + number * HOUR, topics=("marmots",))
    older = link(page("/topics/marmots/", client, AT), "next")
    workflow.rename_topic(Topic.objects.get(name="marmots"), name="Whistlers", slug="whistlers", by=None)

    answer = Surface("topic", older, client).answer(AT)

    assert (answer.status, answer["Location"]) == (301, older.replace("marmots", "whistlers"))


@pytest.mark.parametrize("path", [*PATHS, "/corrections/"])
@pytest.mark.parametrize("name", ["before", "after"])
def test_what_is_no_place_or_has_nothing_behind_it_is_as_unknown_as_any(surfaces, client, published, path, name):
    published(range(5))

    for text in (*ODD, PLACE + "-1"):
        answer = Surface("", f"{path}?{name}={text}", client).answer(AT)
        assert answer == surfaces.unknown(AT), text
    end = {"before": "00010101T000000.000000Z-", "after": "99991231T235959.999999Z-"}[name] + "0" * 32
    assert Surface("", f"{path}?{name}={end}", client).answer(AT) == surfaces.unknown(AT)
    assert Surface("", f"{path}?before={PLACE}&after={PLACE}", client).answer(AT) == surfaces.unknown(AT)


def test_an_older_page_says_so_in_its_title_and_is_its_own_canonical_address(client, published):
    published(range(5))
    older = link(page("/", client, AT), "next")

    text = page(older, client, AT)

    assert "<title>Older briefings · until 1 June 2040" in text
    assert f'<link rel="canonical" href="https://news.example{older}">' in text
    assert "Latest briefings" in text.partition("<footer")[2]
    assert "Older briefings" not in page("/", client, AT)
    assert '<nav class="more" aria-label="Pages">' in text


@pytest.mark.parametrize("path", PATHS)
def test_the_place_of_what_is_hidden_tells_nothing(client, published, make_edition, path):
    published(range(6))
    around = [NOON + 2 * HOUR + TICK, AT + DAY]
    places = [f"{path}?{name}={Cursor(moment, UUID(int=7))}" for moment in around for name in ("before", "after")]
    before = {place: Surface("", place, client).answer(AT) for place in places}

    hidden = make_edition("no-99", live_from=AT + DAY, topics=("marmots",), **AUTHOR)
    places_of_it = {
        f"{path}?{name}={Cursor(AT + DAY, hidden.briefing.uuid)}": f"{path}?{name}={Cursor(AT + DAY, UUID(int=7))}"
        for name in ("before", "after")
    }

    assert {place: Surface("", place, client).answer(AT) for place in places} == before
    for place, neighbour in places_of_it.items():
        answer = Surface("", place, client).answer(AT)
        assert (answer.status, numbers_on(answer.text)) == (
            before[neighbour].status,
            numbers_on(before[neighbour].text),
        )


def test_an_unknown_topic_and_a_hidden_one_cost_the_same_on_a_further_page(client, make_edition):
    make_edition("quokka", live_from=AT + DAY, topics=("quokka",))

    costs = {
        slug: Surface("topic", f"/topics/{slug}/?before={PLACE}", client).counted(AT)[1] for slug in ("quokka", UNKNOWN)
    }

    assert len(set(costs.values())) == 1, costs


@pytest.mark.parametrize("number", [8, pytest.param(30, marks=pytest.mark.slow)])
def test_a_further_page_costs_the_same_however_many_there_are(client, published, number):
    published(range(number))
    older = link(page("/", client, AT), "next")
    newer = f"/?after={Cursor(NOON + HOUR, UUID(int=0))}"

    costs = [Surface("home", path, client).counted(AT)[1] for path in (older, newer)]

    assert costs[0] == queries("`/?before=`")
    assert costs[1] <= queries("`/?before=`") + 1


@pytest.mark.parametrize("position", [None, 0, 7])
def test_a_cursor_is_read_as_it_is_written(position):
    order = keyset.FIRST_PUBLISHED if position is None else keyset.QUOTED
    cursor = Cursor(datetime(33, 1, 2, 3, 4, 5, 6, tzinfo=UTC), UUID(int=255), position)

    assert Cursor.read(str(cursor), order=order) == cursor
    assert str(cursor) == "00330102T030405.000006Z-" + f"{255:032x}" + ("" if position is None else f"-{position}")


def test_a_cursor_of_another_kind_of_list_is_none():
    with pytest.raises(NotACursor):
        Cursor.read(PLACE, order=keyset.QUOTED)
    with pytest.raises(NotACursor):
        Cursor.read(f"{PLACE}-01", order=keyset.QUOTED)
