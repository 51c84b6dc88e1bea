"""What was on file twice is one: for editors on file, for readers at one address, and in no edition's words."""

import pytest

from briefings import workflow, working_copy
from briefings.content import PersonName, TopicName
from briefings.log import verify_log
from briefings.models import Draft, Edition, Person, PublishedName, Topic
from briefings.workflow import Refused, rename_topic, unite_people, unite_topics
from briefings.workflow.names.reference_names import as_filed
from tests.making import LONG_AGO, SECOND, make_draft, make_edition, make_quote
from tests.workflow.making import everything, text_of
from tests.workflow.making import make_edition as append
from tests.workflow.public_names import leads_to, said_by, text

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing_topics(module_db: None) -> None:
    """Made once for the whole module: the test that begins with nothing is its first."""
    for word in ("one", "two", "three"):
        make_edition(word, live_from=LONG_AGO, topics=(f"Topic {word}",))
    make_edition("both", live_from=LONG_AGO, topics=("Topic one", "Topic two"))


@pytest.fixture
def topics(db: None, standing_topics: None) -> list[Topic]:
    """Three, each of an edition of its own, and the first two together in one more."""
    return [Topic.objects.get(name=f"Topic {word}") for word in ("one", "two", "three")]


def test_a_text_that_still_names_what_was_merged_is_saved_with_the_one_that_stays():
    draft = make_draft("quokka", topics=("Marmots",))
    opened = working_copy.read(draft)
    topic, person = Topic.objects.get(), Person.objects.get(name="quokka speaker")
    unite_topics(topic, into=Topic.objects.create(name="Groundhogs"), by=None)
    unite_people(person, into=Person.objects.create(name="Kim Doe", kind="public"), by=None)

    working_copy.write(draft, opened.model_copy(update={"lede": "Other."}), expected=1, by=None)

    saved = working_copy.read(Draft.objects.get())
    assert [topic.name for topic in saved.topics] == ["Groundhogs"]
    assert {quote.person.name for quote in saved.quotes} == {"Kim Doe"}
    assert text_of(workflow.publish(draft.briefing, by=None)).topics == saved.topics


def test_the_address_of_a_merged_topic_leads_on_and_so_do_its_feeds(client, topics):
    unite_topics(topics[0], into=topics[1], by=None)

    for tail in ("", "rss.xml", "atom.xml"):
        assert leads_to(client, f"/topics/topic-one/{tail}") == f"/topics/topic-two/{tail}"
    for tail in ("", "rss.xml"):
        page = text(client, f"/topics/topic-two/{tail}")
        assert all(f"The {word} headline" in page for word in ("one", "two", "both")), tail


def test_a_topic_shows_once_in_lists_where_both_stood_on_one_edition(client, topics):
    unite_topics(topics[0], into=topics[1], by=None)

    page = text(client, "/topics/topic-two/")

    # The newest of the three stands above the list, where no topics are named.
    assert page.partition("<main")[2].count('<a href="/topics/topic-two/">Topic two</a>') == 2
    assert "Topic one" not in page


def test_chains_of_merges_stay_one_hop(client, topics):
    one, two, three = topics
    unite_topics(one, into=two, by=None)
    unite_topics(two, into=three, by=None)

    assert [leads_to(client, f"/topics/{slug}/") for slug in ("topic-one", "topic-two")] == ["/topics/topic-three/"] * 2
    assert set(Topic.objects.values_list("merged_into", flat=True)) == {None, three.pk}
    assert 'href="/topics/topic-three/"' in text(client, "/briefings/one/")
    rename_topic(three, name="Renamed", by=None)
    assert leads_to(client, "/topics/topic-one/") == "/topics/renamed/"


def test_a_public_topic_merged_into_one_that_no_reader_knows_leads_there(client, topics):
    new = Topic.objects.create(name="Unheard")

    unite_topics(topics[0], into=new, by=None)

    assert leads_to(client, "/topics/topic-one/") == "/topics/unheard/"
    assert "The one headline" in text(client, "/topics/unheard/")


def test_a_hidden_topic_merged_into_a_public_one_shows_nothing(client, topics):
    make_draft("hidden", topics=("Hidden",))
    before = PublishedName.objects.count()

    unite_topics(Topic.objects.get(name="Hidden"), into=topics[0], by=None)

    assert client.get("/topics/hidden/").status_code == 404
    assert PublishedName.objects.count() == before


def test_drafts_use_the_other_and_none_gets_a_new_version(topics):
    only, both = (
        make_draft(word, topics=named) for word, named in (("a", ("Topic one",)), ("b", ("Topic one", "Topic two")))
    )
    unite_topics(topics[0], into=topics[1], by=None)

    for draft in (only, both):
        assert [use.tag for use in draft.topic_uses.all()] == [topics[1]]
        assert Draft.objects.get(pk=draft.pk).version == 1


def test_a_text_that_was_read_before_a_merge_goes_live_under_the_one_that_stays(client, topics):
    new, late = (Topic.objects.create(name=name) for name in ("New", "Late"))
    person, into = (Person.objects.create(name=name, kind="public") for name in ("K Doe", "Kim Doe"))
    quote = make_quote("Words.", speaker="K Doe").model_copy(
        update={"person": PersonName(id=str(person.uuid), name="K Doe", kind="public")}
    )
    read = {"topics": (TopicName(id=str(late.uuid), name="Late", slug="late"),), "blocks": (quote,), "slug": "four"}
    unite_topics(late, into=new, by=None)
    unite_people(person, into=into, by=None)

    append(make_draft("four").briefing, live_from=LONG_AGO, **read)

    page = text(client, "/briefings/four/")
    assert '<a href="/people/kim-doe/">K Doe</a>' in page
    assert 'href="/topics/new/"' in page
    assert (client.get("/topics/late/").status_code, client.get("/people/k-doe/").status_code) == (404, 404)


def test_what_cannot_be_merged_is_refused_and_nothing_changes(topics):
    one, two, three = topics
    unite_topics(one, into=two, by=None)
    expected = (as_filed(two), as_filed(three))
    rename_topic(three, name="Renamed", by=None)
    before = everything()

    for pair, sentence, more in (
        ((two, two), "These are one already. Choose another to merge it into.", {}),
        ((one, three), "One of the two was merged into another already. Choose that one.", {}),
        ((three, one), "One of the two was merged into another already. Choose that one.", {}),
        ((two, three), "One of the two was changed since this page was opened.", {"expected": expected}),
    ):
        with pytest.raises(Refused, match=sentence):
            unite_topics(pair[0], into=pair[1], by=None, **more)

    assert everything() == before


def test_no_edition_changes_a_word_the_log_stays_whole_and_rebuild_makes_the_same_names(topics):
    one, two = said_by("Kim Doe"), said_by("K Doe", kind="private")
    before = {edition.seq: edition.text.text for edition in Edition.objects.select_related("text")}
    unite_topics(topics[0], into=topics[1], by=None)
    unite_people(two, into=one, by=None)
    names = sorted(PublishedName.objects.values_list())

    workflow.rebuild()

    assert {edition.seq: edition.text.text for edition in Edition.objects.select_related("text")} == before
    assert sorted(PublishedName.objects.values_list(), key=repr) == sorted(names, key=repr)
    assert verify_log().problems == []


def test_an_edition_as_published_leads_nowhere_that_is_of_today(client):
    one, two = said_by("Kim Doe"), said_by("K Doe")
    make_edition("k-doe", briefing=Edition.objects.latest("seq").briefing, live_from=LONG_AGO + SECOND, slug="k-doe")
    unite_people(two, into=one, by=None)

    assert "/people/k" not in text(client, "/briefings/k-doe/v/1/")
