"""People on file: of another name, of another kind. Whoever is private has no page, whatever they had before."""

import pytest

from briefings import workflow
from briefings.content import TopicName
from briefings.log import verify_log
from briefings.models import Person, PublishedName
from briefings.workflow import file_person, rename_topic
from tests.making import LONG_AGO, make_edition, make_quote
from tests.workflow.making import text_of
from tests.workflow.public_names import refused

pytestmark = pytest.mark.django_db


def test_a_private_person_who_becomes_public_gets_a_page_with_what_they_said_before(client):
    make_edition("quokka", live_from=LONG_AGO, blocks=(make_quote("Mine.", speaker="Kim Doe", kind="private"),))
    person = Person.objects.get(name="Kim Doe")
    assert client.get("/people/kim-doe/").status_code == 404

    file_person(person, name="Kim Doe", kind="public", by=None)

    assert "Mine" in client.get("/people/kim-doe/").content.decode()


def test_a_person_of_another_name_has_another_address_and_the_old_one_leads_there(client, person):
    author = Person.objects.get(name="quokka author")
    file_person(person, name="Kim Doe", kind="public", by=None)
    file_person(author, name="Ann Author", kind="public", by=None)

    assert client.get("/people/quokka-speaker/").headers["Location"] == "/people/kim-doe/"
    assert client.get("/authors/quokka-author/").headers["Location"] == "/authors/ann-author/"
    assert '<h1 dir="auto">Kim Doe</h1>' in client.get("/people/kim-doe/").content.decode()
    page = client.get("/briefings/quokka/").content.decode()
    assert '<a href="/people/kim-doe/">quokka speaker</a>' in page
    assert '<a href="/authors/ann-author/" rel="author">quokka author</a>' in page


def test_whoever_is_private_by_now_loses_page_address_and_links_at_once_and_gets_the_address_back(client, person):
    unknown = client.get("/people/no-such-thing/")
    for kind in ("private", "unnamed"):
        file_person(person, name=person.name, kind=kind, by=None)
        answer = client.get("/people/quokka-speaker/")
        assert (answer.status_code, answer.content, answer.headers) == (404, unknown.content, unknown.headers)
        assert "/people/quokka-speaker/" not in client.get("/briefings/quokka/").content.decode()

    file_person(person, name=person.name, kind="body", by=None)

    assert client.get("/people/quokka-speaker/").status_code == 200
    assert "/people/quokka-speaker/" in client.get("/briefings/quokka/").content.decode()


def test_former_addresses_of_whoever_is_private_are_unknown_too(client, person):
    file_person(person, name="Kim Doe", kind="public", by=None)
    file_person(person, name="Kim Roe", kind="private", by=None)

    assert {client.get(f"/people/{slug}/").status_code for slug in ("quokka-speaker", "kim-doe", "kim-roe")} == {404}


def test_whoever_was_merged_or_has_no_name_is_refused(person):
    assert refused(file_person, person, name=" ", kind="public") == ["Write the name: quotations on file are theirs."]
    workflow.unite_people(person, into=Person.objects.create(name="Kim Doe"), by=None)
    assert refused(file_person, person, name="X", kind="public")[0].startswith("This entry was merged into another.")


def test_a_rename_disturbs_no_draft_and_the_next_edition_has_the_new_name(edition, topic, person):
    draft = edition.briefing.draft
    version = draft.version
    rename_topic(topic, name="Groundhogs", by=None)
    file_person(person, name="Kim Doe", kind="public", by=None)
    draft.refresh_from_db()
    assert draft.version == version

    content = text_of(workflow.publish(edition.briefing, by=None, change="minor"))

    assert TopicName(id=str(topic.uuid), name="Groundhogs", slug="groundhogs") in content.topics
    assert {quote.person.name for quote in content.quotes} == {"Kim Doe"}


def test_the_log_stays_whole_and_rebuild_makes_the_same_names(topic, person):
    rename_topic(topic, name="Groundhogs", by=None)
    file_person(person, name="Kim Doe", kind="private", by=None)
    before = sorted(PublishedName.objects.values_list())

    workflow.rebuild()

    assert sorted(PublishedName.objects.values_list()) == before
    assert verify_log().problems == []
