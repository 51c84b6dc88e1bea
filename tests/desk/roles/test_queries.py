"""Whatever stands behind the question mark or in the place of an id, a page answers: never a 500, never a trace."""

from collections.abc import Iterable
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.desk.roles.rows import undone
from tests.desk.roles.table import TABLE
from tests.desk.roles.things import Things

pytestmark = pytest.mark.django_db
LARGE = "9" * 20
LISTS = [name for name in TABLE if name.endswith("_changelist")]
OF_LISTS = [
    f"id__in={LARGE}",
    f"id__exact={LARGE}",
    "id__in=a,b,%00",
    "p=abc",
    "p=-1",
    f"p={LARGE}",
    "p=%00",
    "p=1&p=abc",
    "o=abc",
    "o=-99.1.%00",
    f"o={LARGE}.-{LARGE}",
    "o=---1..",
    "q=%00",
    "q=%22%27%5C",
    "q=%ED%A0%80",
    "q=" + "%20a" * 60,
    "all=",
    "all=%00",
    "e=1",
    "_facets=1",
    "_popup=1",
    "_to_field=password",
    "state__exact=%00",
    "state__exact=nonsense",
    "state__exact=draft&state__exact=approved",
    "action__exact=%00",
    "kind__exact=nonsense",
    "owner__password__startswith=a",
    "by__password__startswith=a",
    "password__startswith=a",
    "briefing__draft__headline__startswith=a",
    "quotes__parent__headline__startswith=a",
    "pk__isnull=maybe",
    "saved_at__gte=never",
    "=",
    "%00=%00",
    "q=" + "x" * 10_000,
    "x" * 10_000,
    "&".join(f"a{number}=1" for number in range(2_000)),
]
OF_EVERY_KIND = [f"id__in={LARGE}", "p=abc", "q=%00", "o=-99.1.%00", "state__exact=nonsense", "=", "x" * 10_000]
OF_PAGES = [
    urlencode({"_changelist_filters": "\0&p=abc", "p": "abc", "q": "\0", "id__in": LARGE, "next": "//evil.example"}),
    "_popup=1&%00",
    "_to_field=" + "x" * 10_000,
]
NONSENSE = [
    "0",
    "-1",
    "1%00",
    "abc",
    "__",
    "_00",
    "None",
    LARGE,
    "9" * 5_000,
    "%F0%9F%A6%98",
    "%ED%A0%80",
    "1.0",
    "%2F",
]


@pytest.fixture
def things(knocks):
    things = knocks("superuser")
    things.asker.client.raise_request_exception = False
    return things


def answered(client: Client, address: str) -> HttpResponse:
    """The answer at the end of its redirects; a query that the database refuses spoils none that comes after it."""
    with undone():
        return client.get(address, follow=True)


def is_fault(answer: HttpResponse) -> bool:
    return answer.status_code >= 500 or "Traceback" in answer.content.decode()


def failing(client: Client, addresses: Iterable[str]) -> list[str]:
    """Those that answer with an error of ours."""
    return [address[:120] for address in addresses if is_fault(answered(client, address))]


@pytest.mark.slow
def test_a_list_answers_every_question_with_itself(things):
    for name in LISTS:
        answers_with_itself(things, name, OF_LISTS)


def test_a_list_answers_a_question_of_every_kind_with_itself(things):
    for at, name in enumerate(LISTS):
        answers_with_itself(things, name, OF_EVERY_KIND if at == 0 else OF_EVERY_KIND[:3])


def answers_with_itself(things: Things, name: str, queries: list[str]) -> None:
    listing = f"/admin/{TABLE[name][0].path}"

    answers = {query: answered(things.asker.client, f"{listing}?{query}") for query in queries}

    assert {query[:60]: answer.status_code for query, answer in answers.items() if answer.status_code != 200} == {}
    assert {answer.request["PATH_INFO"] for answer in answers.values()} == {listing}


def test_a_question_that_is_not_known_to_a_list_is_told_so_and_shows_the_whole_of_it(things):
    page = answered(things.asker.client, "/admin/briefings/draft/?owner__password__startswith=a")

    assert "That filter is not known here. This is the whole list." in page.content.decode()
    assert len(page.context["page"].drafts) == len(things.drafts)


def test_a_writer_finds_no_draft_of_others_by_any_question(knocks):
    things = knocks("writer")

    for query in ("q=wombat", "all=", "state__exact=in-review", "owner__username=noor", "o=2"):
        page = answered(things.asker.client, f"/admin/briefings/draft/?{query}")
        assert "wombat headline" not in page.content.decode(), query


def test_a_page_of_one_thing_answers_whatever_stands_in_the_place_of_its_id(things):
    assert failing(things.asker.client, (f"/admin/briefings/draft/{one}/change/" for one in NONSENSE)) == []


def test_every_other_page_answers_whatever_stands_behind_its_address(things):
    pages = [lines[0].address(things) for name, lines in TABLE.items() if lines and name not in LISTS]

    queries = ["&".join(OF_PAGES)]
    assert failing(things.asker.client, (f"{page}?{query}" for page in pages for query in queries)) == []


@pytest.mark.parametrize(
    "nonsense", [NONSENSE[2:4], pytest.param(NONSENSE, marks=pytest.mark.slow)], ids=("two", "all")
)
def test_every_page_answers_whatever_stands_in_the_place_of_an_id(things, nonsense):
    pages = {line.path.replace("{own}", "{}") for lines in TABLE.values() for line in lines if "{own}" in line.path}
    models = ("person", "topic", "auditentry", "user")
    pages |= {f"briefings/{model}/{{}}/{tail}/" for model in models for tail in ("change", "history", "delete")}
    pages |= {f"briefings/{model}/{{}}/merge/" for model in ("person", "topic")}

    assert failing(things.asker.client, (f"/admin/{page.format(one)}" for page in pages for one in nonsense)) == []
