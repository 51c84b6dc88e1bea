"""A save over rows that were read before it: nothing is read twice, and what changed meanwhile is not lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefings import workflow, working_copy
from briefings.content import BriefingContent, PersonName, from_canonical
from briefings.models import Draft, Person, Revision, Section, Topic
from briefings.workflow.names.record_merging import unite_people, unite_topics
from tests.workflow.making import make_draft

pytestmark = pytest.mark.django_db


def changed(draft: Draft, **differences: object) -> BriefingContent:
    return BriefingContent.offered(**dict(working_copy.read(draft)) | differences)


def reworded(draft: Draft) -> BriefingContent:
    section, *others = working_copy.read(draft).blocks
    return changed(draft, blocks=(section.model_copy(update={"heading": "Reworded"}), *others))


def write(draft: Draft, content: BriefingContent, **options: object) -> Revision:
    return working_copy.write(draft, content, **{"expected": draft.version, "by": None, **options})


def rows_of(draft: Draft) -> working_copy.DraftRows:
    return working_copy.DraftRows.of(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


def assert_kept_is_what_the_rows_say(draft: Draft) -> None:
    fresh = Draft.objects.get(pk=draft.pk)
    assert from_canonical(Revision.objects.get(version=fresh.version).text.text) == working_copy.read(fresh)


def test_a_save_over_rows_that_were_read_before_changes_what_differs_and_no_other_row():
    draft = make_draft(authors=(PersonName(name="Ada Ward"),))
    rows = rows_of(draft)
    content = reworded(draft)

    with CaptureQueriesContext(connection) as captured:
        write(rows.draft, content, rows=rows)

    written = [query["sql"] for query in captured if re.match("INSERT|UPDATE|DELETE", query["sql"])]
    tables = [re.search(r'"briefings_(\w+)"', statement)[1] for statement in written]
    assert tables == ["draft", "section", "draftwords", "storedtext", "auditentry", "revision", "listeddraft"]
    assert_kept_is_what_the_rows_say(draft)


def test_rows_that_were_read_at_another_version_are_read_again():
    draft = make_draft()
    rows, first = rows_of(draft), working_copy.read(draft)
    write(Draft.objects.get(), reworded(draft))

    write(Draft.objects.get(), first, rows=rows)

    assert Section.objects.get().heading == first.sections[0].heading
    assert_kept_is_what_the_rows_say(draft)


def test_the_rows_of_another_draft_are_not_written_over():
    draft, other = make_draft(), make_draft()

    write(draft, reworded(draft), rows=rows_of(other))

    assert Section.objects.get(parent=draft).heading == "Reworded"
    assert Section.objects.get(parent=other).heading == "What happened"


def test_who_was_merged_or_renamed_since_the_rows_were_read_is_saved_as_on_file():
    draft = make_draft(authors=(PersonName(name="Ada Ward"), PersonName(name="Bo Lindt")))
    rows, content = rows_of(draft), changed(draft, lede="Second.")
    ada, bo, speaker = (Person.objects.get(name=name) for name in ("Ada Ward", "Bo Lindt", "Emmanuel Macron"))
    unite_people(ada, into=bo, by=None)
    unite_people(speaker, into=Person.objects.create(name="E. Macron", kind="public"), by=None)
    unite_topics(Topic.objects.get(), into=Topic.objects.create(name="Other"), by=None)
    workflow.file_person(bo, name="Bo L.", kind="private", by=None)

    write(rows.draft, content, rows=rows)

    saved = working_copy.read(Draft.objects.get())
    assert [author.name for author in saved.authors] == ["Bo L."]
    assert saved.quotes[0].person.name == "E. Macron"
    assert [topic.name for topic in saved.topics] == ["Other"]
    assert_kept_is_what_the_rows_say(draft)
