"""Where a briefing stands, in words: what readers have and will have beside the draft, on its page and in the list."""

import json

import pytest
from django.urls import reverse

from briefings import workflow, working_copy
from briefings.models import Draft, Edition
from tests.desk.sheets import messages, opened, posted, sent
from tests.making import NOON, make_draft

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"


@pytest.fixture
def draft():
    return make_draft("quokka")


def changed(draft, **values):
    draft.refresh_from_db()
    content = working_copy.read(draft).model_copy(update=values)
    working_copy.write(draft, content, expected=draft.version, by=None)


def compared(draft, name):
    return reverse("admin:briefings_draft_compare", args=[draft.pk, name, "draft"])


def page(desk, draft):
    return desk.get(reverse("admin:briefings_draft_change", args=[draft.pk])).content.decode()


def coming():
    return Edition.objects.scheduled().get()


def test_what_is_published_as_it_stands_is_live_and_each_part_changed_since_is_counted(desk, draft):
    workflow.publish(draft.briefing, by=None)
    assert "Live, as this draft stands" in page(desk, draft)

    changed(draft, lede="Another lede.")
    assert f'<a href="{compared(draft, "live")}">Live, with one unpublished change</a>' in page(desk, draft)

    changed(draft, headline="Another headline")
    assert "Live, with 2 unpublished changes" in page(desk, draft)
    assert len(desk.get(compared(draft, "live")).context["parts"]) == 2


def test_what_is_scheduled_is_said_to_be_older_once_the_draft_changes(desk, draft):
    workflow.publish(draft.briefing, by=None, live_from=NOON)
    assert "Scheduled for 1 Jun 2040, 12:00, as this draft stands" in page(desk, draft)

    changed(draft, lede="Another lede.")

    assert (
        f'<a href="{compared(draft, "scheduled")}">Scheduled for 1 Jun 2040, 12:00, older than this draft</a>'
        in page(desk, draft)
    )


def test_the_list_says_the_same_in_words_that_lead_to_the_difference(desk, draft):
    workflow.publish(draft.briefing, by=None)
    assert "with unpublished changes" not in desk.get(LIST).content.decode()
    changed(draft, lede="Another lede.")
    workflow.publish(draft.briefing, by=None, change="major", note="New.", live_from=NOON)
    changed(draft, lede="A third lede.")

    answer = desk.get(LIST).content.decode()

    assert f'<a href="{compared(draft, "live")}">live, with unpublished changes</a>; ' in answer
    assert (
        f'<a href="{compared(draft, "scheduled")}">scheduled for 1 Jun 2040, 12:00, older than this draft</a>' in answer
    )


def test_a_text_that_is_brought_back_is_no_unpublished_change_in_the_list(desk, draft):
    before = working_copy.read(draft)
    workflow.publish(draft.briefing, by=None)
    changed(draft, lede="Another lede.")
    changed(draft, **{name: getattr(before, name) for name in ("lede",)})

    assert "with unpublished changes" not in desk.get(LIST).content.decode()


def test_a_briefing_in_review_leads_from_the_list_to_what_changed(desk, draft):
    where = reverse("admin:briefings_draft_changes", args=[draft.pk])
    assert where not in desk.get(LIST).content.decode()

    workflow.submit(draft.briefing, by=None)

    page = desk.get(LIST).content.decode()
    assert f'<a href="{where}">See what changed</a>' in page
    assert page.count(where) == 2  # whoever may review begins there, by the headline too


def test_after_a_save_beside_a_schedule_one_button_issues_it_again_with_its_moment_its_kind_and_its_note(desk, draft):
    workflow.publish(draft.briefing, by=None)
    changed(draft, lede="Scheduled lede.")
    before = workflow.publish(draft.briefing, by=None, change="major", note="What is new.", live_from=NOON)
    answer = sent(desk, draft, opened(desk, draft) | {"lede": "A better lede."})
    assert "at 1 Jun 2040, 12:00. Issue it again with this change?" in answer.content.decode()
    assert coming() == before

    again = sent(desk, draft, opened(desk, draft), _reissue=str(before.seq))

    assert messages(again) == ["Scheduled for Fri 1 Jun 2040, 12:00 UTC."]
    edition = coming()
    assert edition.seq != before.seq
    assert (edition.kind, edition.live_from) == ("major", NOON)
    assert json.loads(edition.text.text)["lede"] == "A better lede."
    assert json.loads(edition.text.text)["change"]["note"] == "What is new."
    assert "_reissue" not in page(desk, draft)


def test_what_is_typed_and_not_saved_yet_is_saved_and_issued_with_it(desk, draft):
    before = workflow.publish(draft.briefing, by=None, live_from=NOON)

    sent(desk, draft, opened(desk, draft) | {"lede": "Typed just now."}, _reissue=str(before.seq))

    assert Draft.objects.get().lede == "Typed just now."
    assert json.loads(coming().text.text)["lede"] == "Typed just now."


def test_a_background_save_brings_the_question_and_its_button(desk, draft):
    before = workflow.publish(draft.briefing, by=None, live_from=NOON)
    fields = opened(desk, draft) | {"lede": "A better lede.", "_save": "1"}
    where = reverse("admin:briefings_draft_change", args=[draft.pk])

    standing = desk.post(where, fields, headers={"Accept": "application/json"}).json()["standing"]

    assert f'name="_reissue" value="{before.seq}"' in standing


def test_another_edition_than_the_one_on_the_page_is_not_issued_again(desk, draft):
    first = workflow.publish(draft.briefing, by=None, live_from=NOON)
    workflow.call_off(first, by=None)
    second = workflow.publish(draft.briefing, by=None, live_from=NOON)

    answer = sent(desk, draft, opened(desk, draft) | {"lede": "A better lede."}, _reissue=str(first.seq))

    assert "Something else is scheduled since this page was opened." in answer.content.decode()
    assert coming() == second


def test_whoever_may_not_publish_is_not_asked_and_cannot(at_desk, draft):
    writer = at_desk("wim", "writer")
    Draft.objects.update(owner=writer.session["_auth_user_id"])
    before = workflow.publish(draft.briefing, by=None, live_from=NOON)
    changed(draft, lede="Another lede.")
    assert "older than this draft" in page(writer, draft)
    assert "_reissue" not in page(writer, draft)

    where = reverse("admin:briefings_draft_change", args=[draft.pk])
    posted(writer, where, opened(writer, draft) | {"_reissue": str(before.seq)})

    assert coming() == before
