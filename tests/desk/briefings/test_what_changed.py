"""What a reviewer opens first: what changed since the last round, with the notes of both."""

import pytest

from briefings import workflow
from briefings.models import Draft
from tests.desk.briefings.version_pages import shown, where, write
from tests.desk.sheets import fields_of, posted
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


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
    assert 'name="_approve"' in page
    assert 'name="_send_back"' in page
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
