"""The trash, for a topic or a person made by a half-typed word: offered nowhere, and back when it is named again."""

import pytest

from briefings import workflow, working_copy
from briefings.models import AuditEntry, Person, Topic
from tests.desk.sheets import messages
from tests.making import NOON, make_draft

pytestmark = pytest.mark.django_db
TRASH = "/admin/briefings/draft/trash/"
SUGGESTIONS = "/admin/briefings/draft/suggest/{}/?q=wom"


@pytest.fixture
def draft(desk):
    """A draft that names no topic and nobody any more: it did in its version before."""
    draft = make_draft("wombat", topics=("Wombat matt",))
    plain = working_copy.read(draft).model_copy(update={"topics": (), "authors": (), "blocks": ()})
    working_copy.write(draft, plain, expected=1, by=None)
    return draft


@pytest.fixture(params=[Topic, Person])
def thing(draft, request):
    return request.param.objects.exclude(name="wombat author").get()


def address(thing, page):
    return f"/admin/briefings/{thing._meta.model_name}/{thing.pk}/{page}/"


def suggested(client) -> list[str]:
    return [
        one["name"] for kind in ("topics", "people") for one in client.get(SUGGESTIONS.format(kind)).json()["names"]
    ]


def text(client, where) -> str:
    return client.get(where).content.decode()


def test_it_is_offered_and_listed_no_more_and_comes_back_as_it_went(desk, thing):
    before, other = type(thing).objects.values().get(pk=thing.pk), type(thing).objects.create(name="Numbats")
    where = f"/admin/briefings/{thing._meta.model_name}/"
    assert thing.name in text(desk, where)

    desk.post(address(thing, "trash"))

    assert thing.name not in text(desk, where)
    assert thing.name not in suggested(desk)
    assert thing.name not in text(desk, address(other, "merge") + "?name=wom")
    assert f"{thing.name}</h2>" in text(desk, TRASH)
    back = desk.post(TRASH, {"back": f"{thing._meta.model_name} {thing.pk}"})
    assert back.url == address(thing, "change")
    assert type(thing).objects.values().get(pk=thing.pk) == before
    assert thing.name in suggested(desk)
    about = f"{thing._meta.model_name}:{thing.uuid}"
    acts = AuditEntry.objects.filter(about=about).order_by("pk").values_list("action", flat=True)
    assert list(acts) == ["trashed", "brought back"]


def test_naming_it_in_a_draft_brings_it_back(thing):
    workflow.trash_filed(thing, by=None)

    again = make_draft("wombat", topics=("Wombat matt",))

    thing.refresh_from_db()
    assert thing.trashed_at is None
    named = working_copy.read(again)
    assert str(thing.uuid) in {*(topic.id for topic in named.topics), *(quote.person.id for quote in named.quotes)}


def test_a_draft_that_comes_back_from_the_trash_brings_what_it_names(draft, thing):
    other = make_draft("wombat", topics=("Wombat matt",))
    workflow.trash(other.briefing, by=None)
    workflow.trash_filed(thing, by=None)

    workflow.bring_back(other.briefing, by=None)

    thing.refresh_from_db()
    assert thing.trashed_at is None


def test_somebody_of_the_same_name_who_is_not_in_the_trash_is_meant(draft):
    trashed = Person.objects.get(name="wombat speaker")
    other = Person.objects.create(name="wombat speaker")
    workflow.trash_filed(trashed, by=None)

    make_draft("wombat")

    assert [other.quotes.count(), trashed.quotes.count()] == [2, 0]
    trashed.refresh_from_db()
    assert trashed.trashed_at is not None


def test_what_a_draft_names_does_not_go_there_and_no_button_offers_it(desk, thing):
    assert "trash_form" in text(desk, address(thing, "change"))
    make_draft("wombat", topics=("Wombat matt",))

    answer = desk.post(address(thing, "trash"), follow=True)

    assert messages(answer) == [f"A draft names “{thing.name}”. Only what no draft names goes to the trash."]
    assert "trash_form" not in answer.content.decode()
    assert type(thing).objects.get(pk=thing.pk).trashed_at is None


def test_what_stands_in_the_log_does_not_go_there_even_where_it_never_began(draft, thing):
    other = make_draft("wombat", topics=("Wombat matt",))
    workflow.call_off(workflow.publish(other.briefing, by=None, live_from=NOON), by=None)
    workflow.trash(other.briefing, by=None)

    with pytest.raises(workflow.Refused, match="stands in the publish log"):
        workflow.trash_filed(thing, by=None)


def test_what_is_one_with_another_does_not_go_there(draft):
    one, into = Topic.objects.get(), Topic.objects.create(name="Wombats")
    workflow.unite_topics(one, into=into, by=None)

    for topic in (one, into):
        with pytest.raises(workflow.Refused, match="is one with another"):
            workflow.trash_filed(topic, by=None)


def test_nothing_is_done_with_it_there_but_bringing_it_back(desk, thing):
    other = type(thing).objects.create(name="Wombats")
    workflow.trash_filed(thing, by=None)
    unite = workflow.unite_topics if isinstance(thing, Topic) else workflow.unite_people

    for one, into in ((thing, other), (other, thing)):
        with pytest.raises(workflow.Refused, match="in the trash"):
            unite(one, into=into, by=None)

    page = text(desk, address(thing, "change"))
    assert "In the trash since" in page
    assert 'name="_save"' not in page
    assert desk.post(address(thing, "change"), {"name": "Forged", "was": ""}).status_code == 403


def test_a_topic_cannot_be_given_the_name_of_one_there(draft):
    workflow.trash_filed(Topic.objects.get(), by=None)
    other = Topic.objects.create(name="Wombats")

    with pytest.raises(workflow.Refused, match="“Wombat matt” is in the trash"):
        workflow.rename_topic(other, name="wombat matt", by=None)


def test_a_writer_finds_none_of_them_there(at_desk, thing):
    workflow.trash_filed(thing, by=None)
    tom = at_desk("tom", "writer")

    assert thing.name not in text(tom, TRASH)
    tom.post(TRASH, {"back": f"{thing._meta.model_name} {thing.pk}"})

    assert type(thing).objects.get(pk=thing.pk).trashed_at is not None
