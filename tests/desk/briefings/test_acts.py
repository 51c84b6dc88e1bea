"""Acts with a page of their own, such as to call off and to withdraw; and the decision of a review."""

from datetime import UTC, datetime

import pytest

from briefings import workflow
from briefings.models import AuditEntry, Draft, Edition
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.making import DAY, make_draft

pytestmark = pytest.mark.django_db
LATER = datetime(2199, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def draft():
    return make_draft("quokka")


def where(draft, act):
    return f"/admin/briefings/draft/{draft.pk}/act/{act}/"


def done(client, draft, act, **fields):
    form = fields_of(client.get(where(draft, act)), "")
    return posted(client, where(draft, act), form | fields)


def decided(client, draft, button, **fields):
    page = f"/admin/briefings/draft/{draft.pk}"
    form = fields_of(client.get(f"{page}/changes/"), "")
    return posted(client, f"{page}/decide/", form | {button: "1", "expected": str(draft.version)} | fields)


def test_a_text_goes_through_review_and_is_published_as_approved(at_desk, settings):
    settings.SECOND_PERSON = "always"
    writer, editor = at_desk("wil", "writer"), at_desk("tom", "editor")
    fields = opened(writer, None)
    sent(writer, None, fields | {"headline": "Begun", "lede": "Words.", "section-0-body": "<p>W.</p>"}, _submit="1")
    draft = Draft.objects.get()
    assert draft.state == "in-review"

    assert messages(decided(editor, draft, "_send_back", note="Say when.")) == ["Sent back, with your note: “Begun”."]
    assert "Say when." in writer.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    assert not AuditEntry.objects.filter(detail__contains="Say when.").exists()
    answer = sent(writer, draft, opened(writer, draft) | {"publish-submit_note": "Said when."}, _submit="1")
    assert 'id="review"' not in answer.content.decode()
    assert "Said when." in editor.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    assert "Said when." in editor.get(f"/admin/briefings/draft/{draft.pk}/changes/").content.decode()
    assert not AuditEntry.objects.filter(detail__contains="Said when.").exists()
    assert messages(decided(editor, draft, "_approve")) == ["Approved."]
    assert "Say when." not in writer.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    sent(editor, draft, opened(editor, draft), _publish="1")

    edition = Edition.objects.get()
    assert (edition.approved_by.username, edition.by.username) == ("tom", "tom")


def test_nobody_approves_their_own_words(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"lede": "Mine."})

    draft.refresh_from_db()

    answer = decided(desk, draft, "_approve")

    assert "You saved version 2 of this text" in answer.context["decision"].reasons[0]
    assert Draft.objects.get().state == "draft"


def test_what_was_saved_after_the_page_was_opened_is_not_approved(desk, at_desk, draft):
    tom = at_desk("tom", "editor")
    sent(tom, draft, opened(tom, draft) | {"lede": "Newer."})

    answer = decided(desk, draft, "_approve")

    assert "tom saved a newer text at" in answer.context["decision"].reasons[0]
    assert [part.name for part in answer.context["parts"]] == ["Lede"]
    assert Draft.objects.get().state == "draft"


def test_an_approval_ends_with_the_next_save(desk, at_desk, draft):
    tom = at_desk("tom", "editor")
    sent(tom, draft, opened(tom, draft) | {"lede": "Tom’s."})
    draft.refresh_from_db()
    decided(desk, draft, "_approve")
    assert Draft.objects.get().state == "approved"

    sent(tom, draft, opened(tom, draft) | {"lede": "Tom’s again."})

    assert Draft.objects.get().state == "draft"


def test_what_is_scheduled_is_called_off(desk, draft):
    workflow.publish(draft.briefing, by=None, live_from=LATER)

    assert messages(done(desk, draft, "call-off")) == ["Called off."]
    assert not Edition.objects.live(LATER).exists()


def test_only_the_scheduled_edition_that_was_looked_at_is_called_off(desk, draft):
    workflow.publish(draft.briefing, by=None, live_from=LATER)
    form = fields_of(desk.get(where(draft, "call-off")), "")
    workflow.publish(draft.briefing, by=None, live_from=LATER + DAY, scheduled=workflow.Scheduled.CALL_OFF)

    answer = desk.post(where(draft, "call-off"), form)

    assert answer.context["reasons"] == ("Something else is scheduled since this page was opened. Look at it first.",)
    assert Edition.objects.live(LATER + DAY).exists()
    assert "2 January 2199, 12:00" in answer.content.decode()


def test_a_briefing_is_withdrawn_with_its_notice_and_no_sooner(desk, draft):
    workflow.publish(draft.briefing, by=None)

    refused = done(desk, draft, "withdraw", notice=" ")
    assert refused.context["reasons"] == ("Write the notice: what readers find in place of the briefing.",)
    assert messages(done(desk, draft, "withdraw", notice="It was not so.", headline="Withdrawn piece")) == [
        "Withdrawn. The address shows the notice."
    ]
    page = desk.get("/briefings/quokka/").content.decode()
    assert "It was not so." in page
    assert "The quokka lede." not in page


def test_an_act_that_makes_no_sense_now_is_not_offered_and_refused_in_a_sentence(desk, draft):
    page = desk.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    assert where(draft, "withdraw") not in page
    assert where(draft, "call-off") not in page

    for act in ("withdraw", "call-off"):
        answer = done(desk, draft, act, notice="N.", note="N.")
        assert answer.status_code == 200, act
        assert answer.context["reasons"], act
    assert not AuditEntry.objects.exclude(action__in=["saved", "staff added"]).exists()


def test_an_act_that_is_none_is_unknown(desk, draft):
    assert desk.get(where(draft, "delete")).status_code == 404


def test_a_form_of_an_act_that_came_incomplete_does_nothing(desk, draft):
    for expected in ("", "abc", "-1", "99999999999999999999"):
        answer = desk.post(f"/admin/briefings/draft/{draft.pk}/decide/", {"expected": expected, "_approve": "1"})
        assert answer.status_code == 200, expected

    assert Draft.objects.get().state == "draft"


def test_a_briefing_is_removed_with_or_without_a_ground(desk, draft):
    workflow.publish(draft.briefing, by=None)

    assert messages(done(desk, draft, "remove", notice="By order of a court.")) == [
        "Removed. The address says that it was removed for legal reasons."
    ]
    answer = desk.get("/briefings/quokka/")
    assert answer.status_code == 410
    assert "By order of a court." in answer.content.decode()
    assert "quokka headline" not in answer.content.decode()


@pytest.mark.parametrize("address", ["other", "/briefings/other/", "https://news.example/briefings/other/?x=1#y"])
def test_a_briefing_is_merged_into_another_by_its_address(desk, draft, address):
    workflow.publish(draft.briefing, by=None)
    workflow.publish(make_draft("other").briefing, by=None)

    answer = done(desk, draft, "merge-into", into=address)

    assert messages(answer) == ["Merged. The address leads to the other briefing."]
    assert desk.get("/briefings/quokka/").headers["Location"] == "/briefings/other/"


def test_a_briefing_is_merged_into_nothing_that_is_not_there(desk, draft):
    workflow.publish(draft.briefing, by=None)
    make_draft("hidden")

    for address in ("", "nothing", "/", "https://news.example/", "quokka", "\x00", "hidden"):
        answer = done(desk, draft, "merge-into", into=address)
        assert answer.status_code == 200, address
        assert answer.context["reasons"] or answer.context["form"].errors, address

    assert Edition.objects.get().kind == "first"


def test_a_text_is_erased_by_order_and_what_remains_is_told(desk, draft):
    workflow.publish(draft.briefing, by=None)
    sent(desk, draft, opened(desk, draft) | {"lede": "Newer.", "publish-change": "minor"}, _publish="1")

    assert "Say by what order" in done(desk, draft, "erase", number="1", reason="").context["reasons"][0]
    assert "There is no edition 7" in done(desk, draft, "erase", number="7", reason="R.").context["reasons"][0]
    sentences = messages(done(desk, draft, "erase", number="1", reason="Order 7/26."))

    assert sentences[0] == "Erased by order."
    assert "Edition 2 still holds passages of the erased text." in sentences
    assert Edition.objects.order_by("live_from").first().text.text is None


def test_a_note_to_the_reviewer_stays_in_the_form_until_the_text_is_submitted(desk, at_desk, draft):
    noted = opened(desk, draft) | {"lede": "Mine.", "publish-submit_note": "Look at the numbers."}

    kept = sent(desk, draft, noted)

    assert fields_of(kept)["publish-submit_note"] == "Look at the numbers."
    assert Draft.objects.get().submit_note == ""
    tom = at_desk("tom", "editor")
    late = noted | {"lede": "Mine again.", "version": "2"}
    sent(tom, draft, opened(tom, draft) | {"lede": "Tom’s."})
    two_texts = sent(desk, draft, late, _submit="1")
    chosen = posted(
        desk, f"/admin/briefings/draft/{draft.pk}/merge/", fields_of(two_texts, "") | {"choose-lede": "mine"}
    )
    assert fields_of(chosen)["publish-submit_note"] == "Look at the numbers."
    sent(desk, draft, fields_of(chosen), _submit="1")
    assert Draft.objects.get().submit_note == "Look at the numbers."


def test_a_note_that_cannot_be_kept_is_refused_and_stays(desk, draft):
    bad = opened(desk, draft) | {"publish-submit_note": "A note \u202e turned round."}

    answer = sent(desk, draft, bad, _submit="1")

    assert Draft.objects.get().state == "draft"
    assert answer.context["page"].reasons
    assert fields_of(answer)["publish-submit_note"] == bad["publish-submit_note"]
