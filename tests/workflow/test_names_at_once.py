"""Names given, changed and merged by several at once: one public name each, no deadlock, the log one chain."""

import pytest

from briefings import workflow, working_copy
from briefings.content import PersonName, TopicName
from briefings.models import Draft, Person, PublishedName, Topic
from briefings.workflow.names.reference_names import as_filed
from tests.workflow.making import make_draft
from tests.workflow.test_at_once import assert_whole, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_renames_at_once_both_happen_or_one_is_told():
    workflow.publish(make_draft().briefing, by=None)
    topic = Topic.objects.get()
    looked = as_filed(topic)

    outcomes = at_once(
        *[lambda name=name: workflow.rename_topic(topic, name=name, by=None, expected=looked) for name in ("A", "B")]
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Topic"]
    assert_whole()


def test_two_topics_renamed_to_one_name_at_once_do_not_share_it():
    names = ("Ukraine", "Europe")
    workflow.publish(make_draft(topics=tuple(TopicName(name=n, slug=n.lower()) for n in names)).briefing, by=None)

    outcomes = at_once(
        *[lambda name=name: workflow.rename_topic(Topic.objects.get(name=name), name="One", by=None) for name in names]
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Topic"]
    assert_whole()


def test_a_rename_and_publishing_at_once_leave_one_public_name_that_is_the_one_on_file():
    for number in range(3):
        briefing = make_draft(topics=(TopicName(name=f"Topic {number}", slug=f"topic-{number}"),)).briefing
        topic, person = Topic.objects.get(name=f"Topic {number}"), Person.objects.get(name="Emmanuel Macron")

        at_once(
            lambda topic=topic, number=number: workflow.rename_topic(topic, name=f"Renamed {number}", by=None),
            lambda person=person: workflow.file_person(person, name=person.name, kind="private", by=None),
            lambda briefing=briefing: workflow.publish(briefing, by=None),
        )

        assert PublishedName.objects.live().get(subject_uuid=topic.uuid).name == f"Renamed {number}"
        named = PublishedName.objects.live().filter(subject_uuid=person.uuid).values_list("person_kind", flat=True)
        assert set(named) <= {"private"}
    assert_whole()


def test_a_merge_and_a_save_at_once_leave_no_draft_with_what_was_merged():
    for number in range(5):
        draft = make_draft(topics=(TopicName(name=f"Old {number}", slug=f"old-{number}"),))
        old, new = Topic.objects.get(name=f"Old {number}"), Topic.objects.create(name=f"New {number}")
        person, other = Person.objects.create(name=f"P {number}"), Person.objects.create(name=f"Q {number}")
        content = working_copy.read(draft)
        quote = content.quotes[0].model_copy(update={"person": PersonName(id=str(person.uuid), name=person.name)})
        typed = content.model_copy(update={"lede": "New.", "blocks": (content.sections[0], quote)})

        outcomes = at_once(
            lambda old=old, new=new: workflow.unite_topics(old, into=new, by=None),
            lambda person=person, other=other: workflow.unite_people(person, into=other, by=None),
            lambda draft=draft, typed=typed: working_copy.write(
                Draft.objects.get(pk=draft.pk), typed, expected=1, by=None
            ),
        )

        assert [type(outcome).__name__ for outcome in outcomes] == ["Topic", "Person", "Revision"]
        assert [use.tag for use in Draft.objects.get(pk=draft.pk).topic_uses.all()] == [new]
        assert [quote.person for quote in Draft.objects.get(pk=draft.pk).quotes.all()] == [other]


def test_merges_that_cross_make_one_of_the_two_stand():
    workflow.publish(
        make_draft(topics=(TopicName(name="A", slug="a"), TopicName(name="B", slug="b"))).briefing, by=None
    )
    a, b = Topic.objects.order_by("name")

    outcomes = at_once(
        lambda: workflow.unite_topics(a, into=b, by=None), lambda: workflow.unite_topics(b, into=a, by=None)
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Topic"]
    assert Topic.objects.filter(merged_into=None).count() == 1
    assert_whole()
