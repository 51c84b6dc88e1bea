"""What the list does in bulk: each briefing by itself, told by name where it is refused, and nothing half done."""

import pytest

from briefings import workflow, working_copy
from briefings.models import AuditEntry, Draft, Topic, User
from tests.desk.sheets import next_messages
from tests.making import make_draft

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"
BULK = f"{LIST}bulk/"


def row(draft: Draft) -> str:
    return f"{draft.pk}:{draft.version}"


def test_ticked_rows_are_shown_before_anything_changes(desk):
    one, other = make_draft("one", topics=("kelp",)), make_draft("other")

    answer = desk.post(BULK, {"do": "add-topics", "draft": [one.pk], "back": "?sort=headline"})
    whole = desk.post(BULK, {"do": "trash", "whole_page": "1", "page": f"{one.pk},{other.pk}"})

    assert answer.context["rows"] == [(one, "kelp", 1)]
    assert answer.context["back"] == f"{LIST}?sort=headline"
    assert [draft for draft, _has, _version in whole.context["rows"]] == [one, other]
    assert AuditEntry.objects.exclude(action__in=["saved", "staff added"]).count() == 0


def test_topics_owner_plan_and_trash_are_changed_of_each(desk, at_desk):
    at_desk("wim", "writer")
    Topic.objects.create(name="Otters")
    drafts = [make_draft("one", topics=("kelp",)), make_draft("other", topics=("kelp",))]
    sent = {"row": [row(draft) for draft in drafts]}
    later = {"row": [f"{draft.pk}:{draft.version + 1}" for draft in drafts]}

    told = next_messages(desk.post(BULK, {"do": "add-topics", "topics": "otters", **sent}))
    assert told[0].startswith("Add topics: done for 2 briefings. Each is a new version")
    wim = User.objects.get(username="wim")
    desk.post(BULK, {"do": "owner", "owner": wim.pk, **later})
    desk.post(BULK, {"do": "plan", "planned": "2039-05-01T09:30", **later})
    for draft in Draft.objects.all():
        assert [topic.name for topic in working_copy.read(draft).topics] == ["kelp", "Otters"]
        assert (draft.owner, f"{draft.planned_for:%Y-%m-%d %H:%M}") == (wim, "2039-05-01 09:30")
    desk.post(BULK, {"do": "remove-topics", "topics": "kelp", **later})
    assert {topic.name for draft in Draft.objects.all() for topic in working_copy.read(draft).topics} == {"Otters"}

    answer = desk.post(BULK, {"do": "trash", "row": [f"{draft.pk}:3" for draft in drafts], "back": "?owner=me"})
    assert answer.headers["Location"] == f"{LIST}?owner=me"
    assert Draft.objects.filter(trashed_at=None).count() == 0


def test_what_is_refused_is_told_by_name_and_the_others_are_done(desk):
    newer, live, plain = make_draft("newer"), make_draft("live"), make_draft("plain")
    workflow.publish(live.briefing, by=None)
    rows = [row(draft) for draft in (newer, live, plain)]
    make_draft("newest", briefing=newer.briefing)

    told = next_messages(desk.post(BULK, {"do": "trash", "row": rows}))

    assert told[0].startswith("Move to the trash: done for 1 briefing.")
    assert told[1].startswith("Not done for “The newest headline”: Cannot move “The newest headline” to the trash")
    assert told[2].startswith("Not done for “The live headline”: This briefing was published or is scheduled.")
    assert [draft.headline for draft in Draft.objects.exclude(trashed_at=None)] == ["The plain headline"]


def test_a_value_that_makes_no_sense_changes_nothing_and_is_asked_for_again(desk):
    draft = make_draft("one")
    silly = ({"do": "plan", "planned": moment} for moment in ("soon", "0001-01-01T00:00", "9999-12-31T23:59"))
    for fields in ({"do": "add-topics", "topics": "Unheard of"}, *silly, {"do": "owner"}):
        answer = desk.post(BULK, {**fields, "row": row(draft)})
        assert answer.context["form"].errors, fields
        assert answer.context["rows"][0][2] == 1
    assert not Topic.objects.filter(name="Unheard of").exists()
    assert AuditEntry.objects.filter(action="planned").count() == 0


def test_a_writer_is_not_told_which_topics_others_write_about(at_desk):
    writer = at_desk("wim", "writer")
    own = make_draft("own", by=User.objects.get(username="wim"))
    make_draft("other", topics=("kelp",))
    act = {"do": "add-topics", "row": row(own)}

    hidden = writer.post(BULK, act | {"topics": "kelp"}).context["form"].errors["topics"]
    unknown = writer.post(BULK, act | {"topics": "helm"}).context["form"].errors["topics"]

    assert str(hidden).replace("kelp", "helm") == str(unknown)


def test_a_writer_changes_none_of_others_and_no_address_leads_away(at_desk):
    other, own = make_draft("other"), make_draft("own", by=User.objects.create(username="noor"))
    writer = at_desk("wim", "writer")

    answer = writer.post(BULK, {"do": "plan", "planned": "2039-05-01T09:30", "row": [row(other), row(own)]})
    away = writer.post(BULK, {"do": "plan", "draft": "1", "back": "//evil.example"})

    assert next_messages(answer) == ["Tick the briefings first."]
    assert Draft.objects.filter(planned_for=None).count() == 2
    assert away.headers["Location"] == LIST


def test_the_new_owner_is_chosen_from_a_list_that_says_what_is_asked(desk):
    page = desk.post(BULK, {"do": "owner", "draft": [make_draft("one").pk]}).content.decode()

    assert "Choose whose they become" in page
    assert "---------" not in page
