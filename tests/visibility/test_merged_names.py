"""Whom others were merged into, and who is named only by way of them: addresses, validators, older pages."""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.models import Person, PublicRecord, Topic
from briefings.public import sites
from tests.making import DAY, HOUR, LONG_AGO, NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged(make_edition):
    """A topic and a person that are public by way of those that were merged into them alone."""
    make_edition("badger", live_from=LONG_AGO, topics=("Old",))
    topic, person = Topic.objects.create(name="New"), Person.objects.create(name="Newby", kind="public")
    workflow.unite_topics(Topic.objects.get(name="Old"), into=topic, by=None)
    workflow.unite_people(Person.objects.get(name="badger speaker"), into=person, by=None)
    return topic, person


def test_their_former_addresses_lead_on_like_any(client, merged):
    topic, person = merged
    assert [client.get(path).status_code for path in ("/topics/new/", "/people/newby/")] == [200, 200]

    workflow.rename_topic(topic, name="Zebra", by=None)
    workflow.file_person(person, name="Zed", kind="public", by=None)

    for path in ("/topics/new/", "/topics/old/"):
        assert client.get(path).headers["Location"] == "/topics/zebra/", path
    for path in ("/people/newby/", "/people/badger-speaker/"):
        assert client.get(path).headers["Location"] == "/people/zed/", path


def test_no_304_hides_their_rename_or_that_they_are_private_by_now(surfaces, merged):
    _topic, person = merged
    before = surfaces["/briefings/badger/"].answer(timezone.now() + HOUR)

    workflow.file_person(person, name="Newby", kind="private", by=None)

    changed = PublicRecord.objects.latest("live_from").live_from
    after = surfaces["/briefings/badger/"].answer(changed + HOUR)
    assert ("/people/newby/" in before.text, "/people/newby/" in after.text) == (True, False)
    assert sites.frame(changed + HOUR).changed == changed


def test_a_page_as_published_leads_to_its_own_topic_whatever_that_is_called_today(client, surfaces, make_edition):
    make_edition("badger", live_from=LONG_AGO, topics=("Ukraine",))
    workflow.rename_topic(Topic.objects.get(name="Ukraine"), name="Kyiv", by=None)
    make_edition("civet", live_from=LONG_AGO, topics=("Ukraine",))

    slug = Topic.objects.get(name="Ukraine").slug
    assert slug != "ukraine"
    for path in ("/briefings/civet/", "/briefings/civet/v/1/"):
        assert f'href="/topics/{slug}/"' in client.get(path).content.decode(), path
    assert 'href="/topics/kyiv/"' in client.get("/briefings/badger/v/1/").content.decode()


def test_whoever_only_a_scheduled_edition_names_has_no_page(client, make_edition):
    make_edition("badger", live_from=LONG_AGO)
    make_edition("quokka", live_from=NOON + DAY)

    assert client.get("/people/badger-speaker/").status_code == 200
    assert client.get("/people/quokka-speaker/").status_code == 404


def test_hidden_costs_as_much_as_unknown(surfaces, make_edition):
    make_edition("quokka", live_from=NOON + DAY, topics=("Quokkas",))

    for kind, hidden in (("topics", "quokkas"), ("people", "quokka-speaker"), ("authors", "quokka-author")):
        costs = [surfaces[f"/{kind}/{slug}/"].counted(NOON)[1] for slug in (hidden, "no-such-thing")]
        assert costs[0] == costs[1], kind
