"""What is written is what is read: no word is lost between a content and the draft's rows."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings import working_copy
from briefings.content import BriefingContent, canonical_bytes, from_canonical
from briefings.models import Draft, Person, Topic
from tests.working_copy.contents import contents

FOREVER = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def filed(content: BriefingContent) -> dict[str, Any]:
    """What the rows have to say: the content located, with the ids that stand on file now."""
    people = {person.name: str(person.uuid) for person in Person.objects.all()}
    topics = {topic.name: topic for topic in Topic.objects.all()}
    values = content.with_quotes_located().model_dump()
    for person in [*values["authors"], *(block["person"] for block in values["blocks"] if block.get("person"))]:
        person["id"] = people[person["name"]]
    for topic in values["topics"]:
        topic["id"], topic["slug"] = str(topics[topic["name"]].uuid), topics[topic["name"]].slug
    return values


def said(draft: Draft) -> dict[str, Any]:
    return working_copy.read(Draft.objects.get(pk=draft.pk)).model_dump()


def anew(*written: BriefingContent) -> list[BriefingContent]:
    """The same for a briefing that is not on file yet: all examples share one database transaction."""
    briefing = str(uuid4())
    return [content.model_copy(update={"id": briefing}) for content in written]


def without_new_source_ids(values: dict[str, Any], content: BriefingContent) -> dict[str, Any]:
    for row, note in zip(values["sources"], content.sources, strict=True):
        assert row["id"]
        row["id"] = note.id or None
    return values


@pytest.mark.django_db
@FOREVER
@given(contents())
def test_a_new_draft_says_what_was_written(content):
    [content] = anew(content)
    draft = working_copy.create(content, by=None)

    assert without_new_source_ids(said(draft), content) == filed(content)


@pytest.mark.django_db
@FOREVER
@given(st.lists(contents(), min_size=2, max_size=3))
def test_a_draft_that_was_written_over_says_what_was_written_last(written):
    written = anew(*written)
    draft = working_copy.create(written[0], by=None)
    for content in written[1:]:
        working_copy.write(draft, content, expected=draft.version, by=None)

    assert without_new_source_ids(said(draft), written[-1]) == filed(written[-1])


@pytest.mark.django_db
@FOREVER
@given(contents())
def test_a_draft_that_is_read_and_written_back_keeps_every_row(content):
    [content] = anew(content)
    draft = working_copy.create(content, by=None)
    before = rows(draft)

    working_copy.write(draft, working_copy.read(draft), expected=draft.version, by=None)

    assert rows(draft) == before


@pytest.mark.django_db
@FOREVER
@given(contents())
def test_the_revision_is_the_draft_as_it_stood(content):
    [content] = anew(content)
    draft = working_copy.create(content, by=None)

    kept = draft.briefing.revisions.last()

    assert kept.version == 1
    assert from_canonical(kept.text.text) == working_copy.read(draft)
    assert kept.text.text.encode() == canonical_bytes(working_copy.read(draft))


def rows(draft: Draft) -> list[list[tuple]]:
    related = ["sections", "quotes", "faq_items", "sources"]
    return [list(getattr(draft, name).order_by("pk").values_list()) for name in related]
