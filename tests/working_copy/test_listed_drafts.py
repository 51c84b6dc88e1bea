"""What the desk's list knows of a draft beside it: the same as the draft and the log say, at any moment."""

import pytest

from briefings import workflow, working_copy
from briefings.models import Draft, ListedDraft, Topic
from briefings.models.listed_drafts import changed_at, readers_at
from briefings.working_copy import listed_drafts
from tests.making import HOUR, LONG_AGO, NOON, SECOND, make_draft, make_edition

pytestmark = pytest.mark.django_db


def listed(draft: Draft) -> ListedDraft:
    return ListedDraft.objects.get(draft=draft)


def change(draft: Draft, **values) -> None:
    draft.refresh_from_db()
    text = working_copy.read(draft).model_copy(update=values)
    working_copy.write(draft, text, expected=draft.version, by=None)


def at(draft: Draft, moment):
    """What readers have at that moment, and whether the draft differs from it."""
    row = Draft.objects.annotate(has=readers_at(moment)).get(pk=draft.pk)
    return row.has, Draft.objects.filter(changed_at(moment), pk=draft.pk).exists()


def test_each_act_leaves_what_a_new_row_would_say():
    live, coming, gone = (make_draft(word, topics=("marmots",)) for word in ("live", "coming", "gone"))
    for draft in (live, gone):
        workflow.publish(draft.briefing, by=None)
    change(live, lede="Another lede.")
    workflow.publish(live.briefing, by=None, change="major", note="New.", live_from=NOON)
    change(live, lede="A third lede.")
    workflow.publish(coming.briefing, by=None, live_from=NOON)
    workflow.withdraw(gone.briefing, by=None, notice="Gone.")
    called_off = make_edition("called off", live_from=NOON)
    workflow.call_off(called_off, by=None)
    workflow.rename_topic(Topic.objects.get(name="marmots"), name="Wombats", by=None)

    assert list(listed_drafts.stale()) == []
    before = {row.pk: vars(row) for row in ListedDraft.objects.order_by("pk")}
    ListedDraft.objects.filter(draft=live).delete()
    ListedDraft.objects.exclude(draft=live).update(readers="merged", topics_key="", headline_key="zz")
    assert len(list(listed_drafts.stale())) == 4
    assert len([sentence for sentence in workflow.stale_read_rows() if "What the desk lists" in sentence]) == 4

    workflow.rebuild()

    after = {row.pk: vars(row) for row in ListedDraft.objects.order_by("pk")}
    assert [{**row, "_state": None} for row in after.values()] == [{**row, "_state": None} for row in before.values()]
    assert list(listed_drafts.stale()) == []


def test_what_is_scheduled_is_live_from_its_moment_on_without_anybody_writing():
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None, live_from=NOON)
    assert at(draft, NOON - SECOND) == ("nothing", False)
    assert at(draft, NOON) == ("live", False)

    change(draft, lede="Another lede.")

    assert at(draft, NOON - SECOND) == ("nothing", False)
    assert at(draft, NOON) == ("live", True)


def test_a_change_that_is_scheduled_is_unpublished_until_then():
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None)
    change(draft, lede="Another lede.")
    workflow.publish(draft.briefing, by=None, change="major", note="New.", live_from=NOON)

    assert at(draft, NOON - SECOND) == ("live", True)
    assert at(draft, NOON) == ("live", False)


def test_first_publication_is_that_of_the_log_and_goes_with_what_was_called_off():
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka", briefing=edition.briefing, live_from=LONG_AGO + HOUR)
    assert listed(edition.briefing.draft).published == LONG_AGO

    coming = make_edition("wombat", live_from=NOON)
    assert listed(coming.briefing.draft).published == NOON
    workflow.call_off(coming, by=None)

    row = listed(coming.briefing.draft)
    assert (row.published, row.scheduled_for, row.readers) == (None, None, "nothing")


def test_lists_by_topic_follow_a_topic_that_is_renamed_or_merged():
    one, other = make_draft("one", topics=("aardvarks",)), make_draft("other", topics=("bears",))
    rows = ListedDraft.objects.order_by("topics_key").values_list("draft", flat=True)
    assert list(rows.all()) == [one.pk, other.pk]

    workflow.rename_topic(Topic.objects.get(name="aardvarks"), name="Zebras", by=None)
    assert list(rows.all()) == [other.pk, one.pk]

    workflow.unite_topics(Topic.objects.get(name="Zebras"), into=Topic.objects.get(name="bears"), by=None)
    assert listed(one).topics_key == listed(other).topics_key
