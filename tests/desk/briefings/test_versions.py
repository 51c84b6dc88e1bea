"""Versions of a briefing: every save with who, when and its name; any two compared, any restored, whole or in part."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from briefings import workflow, working_copy
from briefings.admin.briefings import versions
from briefings.content import new_key
from briefings.models import AuditEntry, Draft, Revision
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_content, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


def where(draft, name, *more):
    return reverse(f"admin:briefings_draft_{name}", args=[draft.pk, *more])


def saved():
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get())


def write(draft, by=None, **values):
    draft.refresh_from_db()
    content = working_copy.read(draft).model_copy(update=values)
    return working_copy.write(draft, content, expected=draft.version, by=by)


def shown(answer):
    return {part.name: part for part in answer.context["parts"]}


def restore(client, draft, name, **more):
    draft.refresh_from_db()
    given = {"expected": str(draft.version), "save_id": str(uuid4()), **more}
    return posted(client, where(draft, "restore", name), given)


def test_every_save_is_listed_newest_first_with_who_and_when(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"lede": "A second lede."})

    page = desk.get(where(draft, "versions"))

    assert [row.number for row in page.context["rows"]] == [2, 1]
    assert re.findall(r'class="who">\s*(\w[\w ]*),', page.content.decode()) == ["mira", "the command line"]


def test_the_list_names_what_is_live_scheduled_approved_and_sent_back(desk, draft):
    workflow.publish(draft.briefing, by=None)
    write(draft, lede="Sent back.")
    workflow.submit(draft.briefing, by=None)
    workflow.request_changes(draft.briefing, by=None, note="Not yet.")
    write(draft, lede="Approved.")
    workflow.approve(draft.briefing, by=None, expected=3)

    rows = desk.get(where(draft, "versions")).context["rows"]

    assert [(row.number, row.marks) for row in rows] == [(3, ("approved last",)), (2, ("sent back last",)), (1, ("live",))]


def test_a_long_list_comes_in_pages(desk, draft, monkeypatch):
    monkeypatch.setattr(versions, "PAGE", 2)
    for number in range(4):
        write(draft, lede=f"Lede {number}.")

    first = desk.get(where(draft, "versions"))
    second = desk.get(where(draft, "versions"), {"before": first.context["further"]})
    third = desk.get(where(draft, "versions"), {"before": second.context["further"]})

    assert [[row.number for row in page.context["rows"]] for page in (first, second, third)] == [[5, 4], [3, 2], [1]]
    assert third.context["further"] is None


@pytest.mark.parametrize("saves", [1, 6])
def test_the_list_costs_the_same_for_few_and_many_saves(desk, draft, saves, django_assert_num_queries):
    for number in range(saves):
        write(draft, lede=f"Lede {number}.")

    with django_assert_num_queries(queries("versions of a briefing")):
        desk.get(where(draft, "versions"))


def test_a_comparison_costs_what_is_documented(desk, draft, django_assert_num_queries):
    write(draft, lede="Another.")

    with django_assert_num_queries(queries("two versions compared")):
        desk.get(where(draft, "compare", 1, "draft"))


def test_two_versions_that_were_chosen_are_compared(desk, draft):
    write(draft, lede="Second.")
    write(draft, lede="Third.")

    answer = desk.get(where(draft, "versions"), {"from": "1", "to": "2"})
    page = desk.get(answer.url)

    assert answer.url == where(draft, "compare", 1, 2)
    assert [(field.before, field.after) for field in shown(page)["Lede"].fields] == [("The quokka lede.", "Second.")]
    assert "Restore" not in page.content.decode()


@pytest.mark.parametrize("name", ["live", "scheduled", "approved", "sent-back"])
def test_what_has_a_name_is_compared_by_it(desk, name):
    edition = make_edition("quokka", live_from=NOON if name == "scheduled" else LONG_AGO)
    draft = edition.briefing.draft
    workflow.submit(draft.briefing, by=None)
    if name == "sent-back":
        workflow.request_changes(draft.briefing, by=None, note="Not yet.")
    workflow.approve(draft.briefing, by=None, expected=1) if name == "approved" else None
    write(draft, lede="Changed since.")

    page = desk.get(where(draft, "compare", name, "draft"))

    assert list(shown(page)) == ["Lede"]


def test_what_is_held_back_is_no_difference_from_what_is_live(desk):
    draft = make_edition("quokka", live_from=LONG_AGO).briefing.draft
    content = saved()
    held = content.faq[1].model_copy(update={"open": "held", "key": new_key("f")})
    write(draft, faq=(*content.faq, held))

    assert shown(desk.get(where(draft, "compare", "live", "draft"))) == {}


@pytest.mark.parametrize("names", [("7", "draft"), ("live", "draft"), ("1", "nobody"), ("99999999999", "1")])
def test_a_version_that_is_not_there_leads_to_the_list(desk, draft, names):
    answer = desk.get(where(draft, "compare", *names))

    assert answer.url == where(draft, "versions")


def test_a_version_is_restored_whole_as_a_new_one(desk, draft):
    before = saved()
    write(draft, lede="Second.", blocks=())

    answer = restore(desk, draft, "1")

    assert messages(answer) == ["Restored, as version 3. Nothing that was saved is lost."]
    assert saved() == before
    assert list(Revision.objects.values_list("version", "name")) == [
        (1, ""),
        (2, ""),
        (3, "restored from version 1"),
    ]
    assert AuditEntry.objects.latest("id").detail == "restored from version 1"


def test_a_quote_that_was_deleted_and_saved_comes_back_where_it_stood_and_all_else_stays(desk, draft):
    quote = saved().quotes[1]
    sent(desk, draft, opened(desk, draft) | {"quote-1-DELETE": "on", "lede": "Since then."})
    assert quote.key not in [block.key for block in saved().blocks]
    page = desk.get(where(draft, "compare", 1, "draft"))
    assert "Bring this part back" in page.content.decode()

    restore(desk, draft, "1", part=quote.key)

    assert saved().blocks[2] == quote
    assert saved().lede == "Since then."


def test_a_part_that_came_since_is_taken_out_again_and_a_fact_is_as_it_was(desk, draft):
    first = saved()
    added = make_content("wombat").sections[0]
    write(draft, lede="Second.", headline="Kept", blocks=(*first.blocks, added))

    restore(desk, draft, "1", part=added.key)
    restore(desk, draft, "1", part="lede")

    assert (saved().blocks, saved().lede, saved().headline) == (first.blocks, first.lede, "Kept")


def test_restoring_changes_no_state_but_what_a_save_does(desk, draft):
    write(draft, lede="Second.")
    workflow.submit(draft.briefing, by=None)

    restore(desk, draft, "1")

    assert Draft.objects.get().state == "in-review"
    workflow.approve(draft.briefing, by=None, expected=3)
    restore(desk, draft, "2")
    assert Draft.objects.get().state == "draft"


def test_what_somebody_saved_meanwhile_is_not_restored_over(desk, draft):
    write(draft, lede="Second.")
    write(draft, lede="Third.")

    answer = restore(desk, draft, "1", expected="2")

    assert "saved a newer text at" in answer.content.decode()
    assert saved().lede == "Third."
    merged = {"choose-lede": "mine"}
    posted(desk, where(draft, "merge"), fields_of(answer, "") | merged)
    assert saved().lede == "The quokka lede."


def test_a_restoring_that_comes_twice_is_one(desk, draft):
    write(draft, lede="Second.")
    save_id = str(uuid4())

    restore(desk, draft, "1", save_id=save_id)
    second = restore(desk, draft, "2", save_id=save_id)

    assert messages(second) == ["This came twice. It is restored once."]
    assert Draft.objects.get().version == 3


def test_what_the_draft_says_already_is_not_saved_again(desk, draft):
    assert messages(restore(desk, draft, "1")) == ["The draft says this already, so nothing new was saved."]
    assert Draft.objects.get().version == 1


def test_what_is_live_is_restored_without_its_note_to_readers(desk):
    make_edition("quokka", live_from=LONG_AGO)
    draft = Draft.objects.get()
    live = saved()
    write(draft, lede="Second.")

    restore(desk, draft, "live")

    assert saved() == live


def test_a_version_gets_a_name_and_loses_it(desk, draft):
    for name in ("As sent to the lawyers", ""):
        posted(desk, where(draft, "rename", 1), {"name": name})
        assert Revision.objects.get().name == name

    long = posted(desk, where(draft, "rename", 1), {"name": "x" * 101})
    assert "101" in messages(long)[0]
    assert Revision.objects.get().name == ""


def test_an_erased_text_is_said_to_be_erased_with_its_name_gone_and_cannot_be_restored(desk):
    edition = make_edition("secret", live_from=LONG_AGO)
    draft = edition.briefing.draft
    Revision.objects.update(name="The secret one")
    write(draft, headline="Another")
    workflow.publish(draft.briefing, by=None, change="major", note="New.")
    workflow.erase(edition.briefing, number=1, reason="By order.", by=None)

    listed = desk.get(where(draft, "versions")).content.decode()
    compared = desk.get(where(draft, "compare", 1, "draft"))
    restored = restore(desk, draft, "1")

    assert "Its text was erased by order" in listed
    assert "The secret one" not in listed
    assert "its text was erased by order" in compared.content.decode()
    assert (compared.context["parts"], compared.status_code) == ([], 200)
    assert messages(restored) == ["That text is not on file any more, so nothing was restored."]
    assert "Version 1 has its name." not in str(messages(posted(desk, where(draft, "rename", 1), {"name": "secret"})))
    assert Revision.objects.get(version=1).name == ""


def test_the_writing_page_and_the_history_lead_to_versions_and_to_what_changed(desk, draft):
    page = desk.get(where(draft, "change")).content.decode()

    assert where(draft, "versions") in page
    assert where(draft, "changes") in page
    assert where(draft, "versions") in desk.get(where(draft, "history")).content.decode()


def test_a_reviewer_sees_what_changed_since_the_last_round_with_both_notes_and_the_acts(desk, draft):
    workflow.publish(draft.briefing, by=None)
    write(draft, lede="First try.")
    workflow.submit(draft.briefing, by=None)
    workflow.request_changes(draft.briefing, by=None, note="The lede is long.")
    write(draft, lede="Short.")
    act = where(draft, "act", "submit")
    posted(desk, act, fields_of(desk.get(act), "") | {"note": "Shortened, as you said."})

    answer = desk.get(where(draft, "changes"))

    page = answer.content.decode()
    assert [(field.before, field.after) for field in shown(answer)["Lede"].fields] == [("First try.", "Short.")]
    assert "The lede is long." in page
    assert "Shortened, as you said." in page
    assert where(draft, "act", "approve") in page
    assert where(draft, "act", "request-changes") in page
    assert where(draft, "compare", "live", "draft") in page


def test_before_any_round_a_reviewer_sees_what_changed_since_what_is_live_and_before_that_the_whole_text(desk, draft):
    assert "Headline" in shown(desk.get(where(draft, "changes")))
    workflow.publish(draft.briefing, by=None)
    write(draft, lede="Since then.")

    assert list(shown(desk.get(where(draft, "changes")))) == ["Lede"]


def test_an_approved_text_needs_its_notes_no_more(draft):
    workflow.submit(draft.briefing, by=None, note="Look at the lede.")
    assert Draft.objects.get().submit_note == "Look at the lede."

    workflow.approve(draft.briefing, by=None, expected=1)

    assert Draft.objects.get().submit_note == ""
