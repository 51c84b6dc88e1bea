"""What a draft says is read from its last save as from its rows, with the names of today."""

from datetime import date

import pytest
from django.conf import settings as site

from briefings import workflow, working_copy
from briefings.content import PersonName, TopicName
from briefings.models import Draft, Image, Person, Topic
from briefings.workflow.names.record_merging import unite_people, unite_topics
from tests.desk.pictures.making import figure_of, put_on_file
from tests.workflow.making import make_content, make_draft, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(tmp_path, monkeypatch) -> Draft:
    """One that names whatever can be named."""
    monkeypatch.setattr(site, "MEDIA_ROOT", tmp_path)
    content = make_content(authors=(PersonName(name="Ada Ward"), PersonName(name="Bo Lindt")))
    return working_copy.create(
        content.model_copy(update={"blocks": (*content.blocks, figure_of(put_on_file(credit="Press")))}), by=None
    )


def assert_both_say_the_same(draft: Draft) -> None:
    fresh = Draft.objects.get(pk=draft.pk)
    assert working_copy.read_last_save(fresh)[0] == working_copy.read(fresh)


def test_it_is_one_text_in_the_place_of_all_rows(draft, django_assert_num_queries):
    fresh = Draft.objects.select_related("briefing").get(pk=draft.pk)

    with django_assert_num_queries(4):  # the save, and the people, topics and pictures that it names
        content, revision = working_copy.read_last_save(fresh)

    assert content == working_copy.read(fresh)
    assert revision == draft.briefing.revisions.get()


def test_names_are_those_on_file_today(draft):
    workflow.rename_topic(Topic.objects.get(), name="Renamed", by=None)
    workflow.file_person(Person.objects.get(name="Emmanuel Macron"), name="E. Macron", kind="body", by=None)
    workflow.file_person(Person.objects.get(name="Ada Ward"), name="A. Ward", kind="public", by=None)
    Image.objects.update(credit="Other", usable_until=date(2030, 1, 1))

    assert_both_say_the_same(draft)
    content, _revision = working_copy.read_last_save(Draft.objects.get())
    assert content.topics[0].name == "Renamed"
    assert content.quotes[0].person.name == "E. Macron"
    assert content.authors[0].name == "A. Ward"
    assert content.figures[0].image.credit == "Other"


def test_whoever_was_merged_is_no_more_in_it(draft):
    unite_topics(Topic.objects.get(), into=Topic.objects.create(name="Other"), by=None)
    assert_both_say_the_same(draft)

    unite_people(Person.objects.get(name="Ada Ward"), into=Person.objects.get(name="Bo Lindt"), by=None)
    assert_both_say_the_same(draft)
    assert [author.name for author in working_copy.read_last_save(Draft.objects.get())[0].authors] == ["Bo Lindt"]


def test_an_address_that_publishing_made_is_in_it(draft):
    save(draft.briefing, blocks=(), faq=())
    Draft.objects.update(slug="made-since")

    assert_both_say_the_same(draft)
    assert working_copy.read_last_save(Draft.objects.get())[0].slug == "made-since"


@pytest.mark.parametrize("topics", [(), (TopicName(name="One", slug="one"), TopicName(name="Two", slug="two"))])
def test_it_is_the_last_of_several_saves(draft, topics):
    save(draft.briefing, lede="Second.", topics=topics)

    assert_both_say_the_same(draft)
    assert working_copy.read_last_save(Draft.objects.get())[0].lede == "Second."


def test_where_its_text_was_erased_the_rows_are_read():
    draft = make_draft()
    workflow.publish(draft.briefing, by=None)
    workflow.withdraw(draft.briefing, by=None, notice="By order.")
    workflow.erase(draft.briefing, number=1, reason="By order.", by=None)

    assert draft.briefing.revisions.get().text.text is None
    assert_both_say_the_same(draft)
