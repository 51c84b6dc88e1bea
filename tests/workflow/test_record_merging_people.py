"""Two entries of one person are one: the quotations and the bylines of both, at one address."""

import pytest

from briefings import working_copy
from briefings.content import PersonName
from briefings.models import Draft, Person, PublishedName
from briefings.workflow import file_person, unite_people
from tests.making import make_draft, make_quote
from tests.workflow.public_names import leads_to, said_by, text

pytestmark = pytest.mark.django_db


def test_the_quotations_and_briefings_of_both_stand_on_one_page(client):
    one, two = said_by("Kim Doe"), said_by("K Doe")

    unite_people(two, into=one, by=None)

    page = text(client, "/people/kim-doe/")
    assert "Words of Kim Doe" in page
    assert "Words of K Doe" in page
    assert leads_to(client, "/people/k-doe/") == "/people/kim-doe/"
    assert leads_to(client, "/authors/k-doe/") == "/authors/kim-doe/"
    assert text(client, "/authors/kim-doe/").count("<article") == 2
    briefing = text(client, "/briefings/k-doe/")
    assert '<a href="/people/kim-doe/">K Doe</a>' in briefing
    assert '<a href="/authors/kim-doe/" rel="author">K Doe</a>' in briefing


def test_a_private_entry_merged_into_a_public_one_was_them_all_along(client):
    one, two = said_by("Kim Doe"), said_by("K Doe", kind="private")

    unite_people(two, into=one, by=None)

    assert "Words of K Doe" in text(client, "/people/kim-doe/")
    assert '<a href="/people/kim-doe/">K Doe</a>' in text(client, "/briefings/k-doe/")
    assert client.get("/people/k-doe/").status_code == 404  # never was an address


def test_whoever_is_private_keeps_no_page_of_somebody_public_who_was_merged_into_them(client):
    one, two = said_by("Kim Doe", kind="private"), said_by("K Doe")

    unite_people(two, into=one, by=None)

    assert {client.get(path).status_code for path in ("/people/k-doe/", "/people/kim-doe/", "/authors/k-doe/")} == {404}
    assert "/people/k" not in text(client, "/briefings/k-doe/")
    file_person(one, name="Kim Doe", kind="public", by=None)
    assert leads_to(client, "/people/k-doe/") == "/people/kim-doe/"
    assert "Words of K Doe" in text(client, "/people/kim-doe/")


def test_two_private_people_have_one_page_once_they_are_public(client):
    one, two = said_by("Kim Doe", kind="private"), said_by("K Doe", kind="private")
    unite_people(two, into=one, by=None)
    assert not PublishedName.objects.filter(kind="person").exists()

    file_person(one, name="Kim Doe", kind="public", by=None)

    page = text(client, "/people/kim-doe/")
    assert all(words in page for words in ("Words of Kim Doe", "Words of K Doe"))


def test_a_person_may_take_the_name_of_whoever_was_merged_into_them(client):
    one, two = said_by("Kim Doe"), said_by("K Doe")
    unite_people(two, into=one, by=None)

    file_person(one, name="K Doe", kind="public", by=None)

    assert "Words of K Doe" in text(client, "/people/k-doe/")
    assert leads_to(client, "/people/kim-doe/") == "/people/k-doe/"


def test_bylines_and_quotes_of_drafts_name_the_one_that_stays_once():
    names = [PersonName(name=name, kind="public") for name in ("Kim Doe", "K Doe")]
    quotes = tuple(make_quote(f"Words of {one.name}.", speaker=one.name) for one in names)
    draft = make_draft("quokka", authors=tuple(names), blocks=quotes)
    one, two = Person.objects.get(name="Kim Doe"), Person.objects.get(name="K Doe")

    unite_people(two, into=one, by=None)

    content = working_copy.read(Draft.objects.get())
    assert [author.name for author in content.authors] == ["Kim Doe"]
    assert {quote.person.id for quote in content.quotes} == {str(one.uuid)}
    assert Draft.objects.get().version == draft.version == 1
