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

PATIENTLY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


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
@PATIENTLY
@given(contents())
def test_a_new_draft_and_its_revision_say_what_was_written_and_written_back_it_keeps_every_row(content):
    [content] = anew(content)
    draft = working_copy.create(content, by=None)
    kept, before = draft.briefing.revisions.get(), rows(draft)

    read = working_copy.read(Draft.objects.get(pk=draft.pk))

    assert without_new_source_ids(read.model_dump(), content) == filed(content)
    assert (kept.version, from_canonical(kept.text.text)) == (1, read)
    assert kept.text.text.encode() == canonical_bytes(read)
    assert working_copy.read_last_save(Draft.objects.get(pk=draft.pk)) == (read, kept)
    working_copy.write(draft, read, expected=draft.version, by=None)
    assert rows(draft) == before


@pytest.mark.django_db
@PATIENTLY
@given(st.lists(contents(), min_size=2, max_size=3))
def test_a_draft_that_was_written_over_says_what_was_written_last(written):
    written = anew(*written)
    draft = working_copy.create(written[0], by=None)
    for content in written[1:]:
        working_copy.write(draft, content, expected=draft.version, by=None)

    read = working_copy.read(Draft.objects.get(pk=draft.pk))
    assert without_new_source_ids(read.model_dump(), written[-1]) == filed(written[-1])


def rows(draft: Draft) -> list[list[tuple]]:
    related = ["sections", "quotes", "faq_items", "sources"]
    return [list(getattr(draft, name).order_by("pk").values_list()) for name in related]
