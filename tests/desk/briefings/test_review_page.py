"""The review of a draft on one page: what changed, and the decision on it."""

import pytest
from django.urls import reverse

from briefings import workflow
from briefings.models import AuditEntry, Draft, User
from tests.desk.briefings.test_embargo import promised
from tests.desk.briefings.version_pages import shown, where, write
from tests.desk.sheets import fields_of, messages, posted
from tests.documented import queries
from tests.making import make_draft

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


@pytest.fixture
def wil(at_desk):
    return at_desk("wil", "writer")


@pytest.fixture
def draft(wil):
    draft = make_draft("quokka", by=staff_named("wil"))
    workflow.submit(draft.briefing, by=draft.owner, note="Have a look.")
    return Draft.objects.get()


def sent(client, draft, button, *, form=None, **fields):
    form = form or fields_of(client.get(where(draft, "changes")), "")
    return posted(client, where(draft, "decide"), form | {button: "1"} | fields)


def staff_named(name):
    return User.objects.get(username=name)


def decision(client, draft):
    return client.get(where(draft, "changes")).context["decision"]


def test_whoever_may_review_opens_a_text_in_review_on_what_changed_and_its_owner_on_the_text(tom, wil, draft):
    assert where(draft, "changes") in tom.get(LIST).content.decode().split('class="field-readers"')[0]
    assert where(draft, "change") in wil.get(LIST).content.decode().split('class="field-readers"')[0]


def test_a_reviewer_approves_on_the_page_itself(tom, draft):
    answer = sent(tom, draft, "_approve")

    assert answer.first.url == where(draft, "change")
    assert messages(answer) == ["Approved."]
    assert Draft.objects.get().state == "approved"


def test_a_reviewer_sends_back_on_the_page_itself_with_a_note_that_has_to_be_written(tom, draft):
    refused = sent(tom, draft, "_send_back", note=" ")
    assert refused.context["decision"].reasons == ("Write what has to be changed.",)
    assert Draft.objects.get().state == "in-review"

    answer = sent(tom, draft, "_send_back", note="Say when.")

    assert answer.first.url == reverse("admin:index")
    assert (Draft.objects.get().state, Draft.objects.get().review_note) == ("changes-requested", "Say when.")


def test_a_text_that_was_saved_meanwhile_is_refused_with_what_changed_since(tom, draft):
    form = fields_of(tom.get(where(draft, "changes")), "")
    write(draft, lede="Newer.")

    answer = sent(tom, draft, "_send_back", form=form, note="Say when.")

    page = answer.content.decode()
    assert "saved a newer text at" in answer.context["decision"].reasons[0]
    assert list(shown(answer)) == ["Lede"]
    assert "Below stands what changed since the text that you read." in page
    assert fields_of(answer.page, "")["note"] == "Say when."
    assert Draft.objects.get().state == "in-review"
    sent(tom, draft, "_send_back", form=fields_of(answer.page, ""))
    assert Draft.objects.get().state == "changes-requested"


def test_of_two_reviewers_the_second_is_told_what_the_first_decided(tom, at_desk, draft):
    form = fields_of(tom.get(where(draft, "changes")), "")
    sent(at_desk("jon"), draft, "_approve")

    answer = sent(tom, draft, "_send_back", form=form, note="Say when.")

    assert answer.context["decision"].reasons == (
        "Somebody else decided meanwhile: this text is in the state “approved” by now. Look at it again.",
    )
    assert Draft.objects.get().state == "approved"


def test_nobody_is_offered_what_they_may_not_decide(tom, wil, draft):
    assert not decision(wil, draft).is_any
    assert "decide/" not in wil.get(where(draft, "changes")).content.decode()
    assert wil.post(where(draft, "decide"), {"expected": "1", "_approve": "1"}).status_code == 403
    offered = decision(tom, draft)
    assert (offered.may_approve, offered.may_send_back, offered.may_approve_corrected) == (True, True, False)
    workflow.trash(draft.briefing, by=None)
    assert not decision(tom, draft).is_any


def test_what_was_corrected_is_approved_on_the_page_where_that_is_allowed(tom, staff, draft, settings):
    settings.REVIEWER_CORRECTIONS = "all"
    write(draft, by=staff_named("tom"), lede="Corrected.")
    offered = decision(tom, draft)
    assert (offered.may_approve, offered.may_approve_corrected, offered.against) == (False, True, [])

    sent(tom, draft, "_approve_corrected")

    assert AuditEntry.objects.last().action == "corrected and approved"
    settings.REVIEWER_CORRECTIONS = "off"


def test_where_it_is_not_allowed_a_reviewer_is_told_why_they_may_not_approve(tom, draft):
    write(draft, by=staff_named("tom"), lede="Corrected.")

    offered = decision(tom, draft)

    assert (offered.may_approve, offered.may_approve_corrected, offered.may_send_back) == (False, False, True)
    assert offered.against[0].startswith("You saved version 2 of this text")
    assert sent(tom, draft, "_approve_corrected").context["decision"].reasons
    assert Draft.objects.get().state == "in-review"


def test_what_was_corrected_before_is_handed_on_to_whoever_may_approve_it(tom, staff, draft):
    write(draft, by=staff_named("tom"), lede="Corrected.")
    assert decision(tom, draft).hands_on_to == ""
    staff("uma", "editor")
    assert list(shown(tom.get(where(draft, "changes")))) == ["Lede"]
    assert "Hand on, for uma to approve" in tom.get(where(draft, "changes")).content.decode()

    sent(tom, draft, "_hand_on")

    assert (AuditEntry.objects.last().action, Draft.objects.get().state) == ("corrected in review", "in-review")
    assert decision(tom, draft).hands_on_to == ""


def test_a_first_text_is_read_and_not_marked_as_new(tom, draft):
    page = tom.get(where(draft, "changes")).content.decode()

    assert "Nothing of this was published before" in page
    assert "The quokka lede." in page
    assert "<ins>" not in page
    assert "badge added" not in page


def test_beside_approving_stands_what_keeps_the_text_from_readers(tom, draft):
    words = "It may then be published."
    assert words in tom.get(where(draft, "changes")).content.decode()
    promised(draft)
    write(draft, by=draft.owner, headline="")

    page = tom.get(where(draft, "changes")).content.decode()

    assert words not in page
    assert "This stands in the way of publishing it" in page
    assert "promised to NATO press office" in page
    assert f'href="{where(draft, "change")}"' in page


def test_a_form_without_a_button_decides_nothing(tom, draft):
    posted(tom, where(draft, "decide"), fields_of(tom.get(where(draft, "changes")), ""))

    assert Draft.objects.get().state == "in-review"


def test_a_review_costs_what_is_documented(tom, draft, django_assert_num_queries):
    with django_assert_num_queries(queries("review |")):
        tom.get(where(draft, "changes"))


def test_the_history_tells_the_words_of_every_note(tom, wil, draft):
    sent(tom, draft, "_send_back", note="Say when.")
    workflow.hand_over(draft.briefing, to=staff_named("tom"), by=staff_named("wil"), note="Yours now.")
    workflow.comment(draft.briefing, text="@tom who said so?", by=None)

    page = tom.get(where(draft, "history")).content.decode()

    for words in ("Have a look.", "Say when.", "Yours now.", "@tom who said so?"):
        assert f'<q class="told" dir="auto">{words}</q>' in page
    assert "wil → tom" in page
