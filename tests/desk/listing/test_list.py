"""The list of briefings: its orders, its filters and its pages, all in the address; the same queries at any length."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.admin.briefings.listing import pages
from briefings.models import Draft, Person, Topic, User
from tests.desk.sheets import next_messages
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"
UNKNOWN = "That filter is not known here. This is the whole list."


def words(client, address: str = "", **query: str) -> list[str]:
    """The headlines that the list shows, without what all have."""
    answer = client.get(f"{LIST}{address}" if address else LIST, query or None)
    assert answer.status_code == 200, (query, answer.headers)
    return [draft.headline.split()[1] for draft in answer.context["page"].drafts]


@pytest.fixture
def four(desk):
    """Drafts of every kind, the last saved first: `planned`, `gone`, `coming`, `live`."""
    mira = User.objects.get(username="mira")
    make_edition("live", live_from=LONG_AGO, topics=("aardvarks",), by=mira)
    make_edition("coming", live_from=NOON, topics=("bears",))
    gone = make_edition("gone", live_from=LONG_AGO + timedelta(days=1)).briefing
    workflow.withdraw(gone, by=None, notice="Gone.")
    draft = make_draft("planned", language="de", by=mira)
    Draft.objects.filter(pk=draft.pk).update(
        planned_for=timezone.now() + timedelta(days=1), embargo_until=NOON, state="in-review"
    )
    workflow.comment(Draft.objects.get(headline__contains="live").briefing, text="@mira whose?", by=None)


ORDERS = {
    "-saved": ["planned", "gone", "coming", "live"],
    "headline": ["coming", "gone", "live", "planned"],
    "-headline": ["planned", "live", "gone", "coming"],
    "readers": ["planned", "coming", "live", "gone"],
    "-readers": ["gone", "live", "coming", "planned"],
    "state": ["planned", "gone", "coming", "live"],
    "topics": ["planned", "gone", "live", "coming"],
    "owner": ["planned", "live", "gone", "coming"],
    "published": ["live", "gone", "coming", "planned"],
    "-published": ["coming", "gone", "live", "planned"],
    "next": ["planned", "coming", "gone", "live"],
}


@pytest.mark.parametrize("sort", ORDERS)
def test_a_list_is_in_order_of_any_column_page_by_page_and_back(desk, four, sort, monkeypatch):
    assert words(desk, sort=sort) == ORDERS[sort]
    monkeypatch.setattr(pages.page_of, "__kwdefaults__", {"size": 1})
    shown, address = [], f"?sort={sort}"
    while address:
        shown += words(desk, address)
        last, address = address, desk.get(LIST + address).context["page"].further
    back = []
    while last:
        back += words(desk, last)
        last = desk.get(LIST + last).context["page"].newer

    assert shown == ORDERS[sort]
    assert back == ORDERS[sort][::-1]


def test_filters_pick_and_go_together_and_each_can_be_taken_off(desk, four):
    speaker = str(Person.objects.get(name="live speaker").uuid)
    author = str(Person.objects.get(name="gone author").uuid)
    for query, found in {
        "owner=me": ["planned", "live"],
        "owner=mira": ["planned", "live"],
        "state=in-review": ["planned"],
        "readers=nothing": ["planned"],
        "readers=scheduled": ["coming"],
        "readers=live": ["live"],
        "readers=withdrawn": ["gone"],
        "readers=changed": [],
        "topic=bears": ["coming"],
        "topic=Bears": ["coming"],
        f"quoted={speaker}": ["live"],
        "quoted=live+speaker": ["live"],
        f"author={author}": ["gone"],
        "language=de": ["planned"],
        "week=2040-W22": ["coming"],
        "week=2020-W23": ["gone", "live"],
        "embargo=on": ["planned"],
        "comments=me": ["live"],
        "owner=me&readers=live": ["live"],
        "q=coming": ["coming"],
        "q=coming&owner=me": [],
    }.items():
        assert words(desk, f"?{query}") == found, query
    chips = desk.get(f"{LIST}?owner=me&readers=live&sort=headline").context["chips"]
    assert [chip.without for chip in chips] == ["?readers=live&sort=headline", "?owner=me&sort=headline"]


NONSENSE = """
sort=nothing sort=--saved after=abc after=1.x after=1.2026-01-01 owner=nobody state=live week=2026-W54 week=0001-W01
week=9999-W52 topic=none author=1 quoted=x language=a%27 x=1
embargo=off comments=mira
"""


@pytest.mark.parametrize("query", NONSENSE.split())
def test_what_no_list_has_leads_to_the_whole_list_with_a_warning(desk, query):
    answer = desk.get(f"{LIST}?{query}")

    assert answer.headers["Location"] == LIST
    assert next_messages(answer) == [UNKNOWN]


def test_a_writer_lists_their_own_and_learns_no_name_of_others(at_desk, four):
    writer = at_desk("wim", "writer")
    make_draft("own", by=User.objects.get(username="wim"), topics=("kelp",))
    Topic.objects.create(name="secrets")

    assert words(writer) == ["own"]
    assert words(writer, topic="kelp") == ["own"]
    for query in ({"topic": "secrets"}, {"topic": "bears"}, {"owner": "mira"}, {"quoted": "coming speaker"}):
        assert next_messages(writer.get(LIST, query)) == [UNKNOWN], query


@pytest.mark.parametrize("number", [2, 6])
def test_any_order_and_filter_costs_the_same_for_few_and_for_many(desk, number, django_assert_num_queries):
    for n in range(number):
        make_edition(f"word-{n}", live_from=LONG_AGO + timedelta(days=n), topics=(f"topic {n}", "kelp"))
    desk.get(LIST)
    for query, more in {"sort=next": 0, "sort=readers&language=en": 0, "q=word-1": 1, "topic=kelp": 1}.items():
        with django_assert_num_queries(queries("list of briefings") + more):
            desk.get(f"{LIST}?{query}")


def test_a_place_is_that_of_no_row_that_has_to_be_there(desk, four):
    last = Draft.objects.get(headline__contains="gone")
    place = urlencode({"after": f"{last.pk}.{last.saved_at.isoformat()}"})
    Draft.objects.filter(pk=last.pk).update(trashed_at=NOON)

    assert words(desk, f"?{place}") == ["coming", "live"]
