"""Forms that come again, late or in part: each word is kept, each act is done once."""

import pytest

from briefings import workflow, working_copy
from briefings.models import Draft, Edition, Revision
from tests.desk.sheets import added, fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
TYPED = {"publish-change": "correction", "publish-was_wrong": "It was ten.", "publish-is_right": "It is eleven."}


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def live(draft):
    return workflow.publish(draft.briefing, by=None)


def read(draft):
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


def panel(answer):
    return {name: value for name, value in fields_of(answer).items() if name in TYPED}


def test_what_stands_in_the_publish_panel_survives_a_save(desk, draft, live):
    answer = sent(desk, draft, opened(desk, draft) | {"lede": "Other."} | TYPED)

    assert messages(answer) == ["Saved."]
    assert panel(answer) == TYPED
    assert messages(sent(desk, draft, fields_of(answer), _publish="1"))[0].startswith("Published.")


def test_what_stands_in_the_publish_panel_survives_the_page_of_two_texts(desk, at_desk, draft, live):
    fields = opened(desk, draft)
    tom = at_desk("tom", "editor")
    sent(tom, draft, opened(tom, draft) | {"headline": "Theirs"})
    both = sent(desk, draft, fields | {"lede": "Mine."} | TYPED, _publish="1")
    chosen = {f"choose-{part.address}": part.chosen for part in both.context["differences"]}

    answer = desk.post(f"/admin/briefings/draft/{draft.pk}/merge/", fields_of(both, "") | chosen)

    assert panel(answer) == TYPED
    assert read(draft).lede == "Mine."


def test_a_first_form_that_was_published_and_comes_again_with_a_change_is_an_edition_of_its_own(desk):
    fields = opened(desk, None) | {"headline": "Begun", "lede": "One.", "section-0-body": "<p>Words.</p>"}
    sent(desk, None, fields, _publish="1")

    answer = sent(desk, None, fields | {"lede": "Two.", "publish-change": "minor"}, _publish="1")

    assert messages(answer) == ["Published. Readers have it at /briefings/begun/."]
    assert Edition.objects.count() == 2


def test_saved_and_gone_back_to_the_form_can_still_be_published(desk, draft, live):
    fields = opened(desk, draft) | {"lede": "Other.", "publish-change": "minor"}
    sent(desk, draft, fields)

    answer = sent(desk, draft, fields, _publish="1")

    assert messages(answer) == ["Published. Readers have it at /briefings/quokka/."]
    assert Edition.objects.count() == 2
    assert messages(sent(desk, draft, fields, _publish="1"))[0].startswith("This form came twice.")
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("is_saved", [True, False])
def test_half_of_an_older_form_deletes_nothing(desk, at_desk, draft, is_saved):
    fields = opened(desk, draft) | {"lede": "Mine."}
    tom = at_desk("tom", "editor")
    sent(*((desk, draft, fields) if is_saved else (tom, draft, opened(tom, draft) | {"headline": "Theirs"})))
    half = {name: value for name, value in fields.items() if not name.startswith("question-")}

    answer = sent(desk, draft, half | {"question-TOTAL_FORMS": "0", "question-INITIAL_FORMS": "0"})

    assert "Parts of the text did not arrive, so nothing was saved. Send it again." in answer.context["page"].faults
    assert len(read(draft).faq) == 2


def test_a_source_that_a_colleague_deleted_stays_whole_with_my_text(desk, at_desk, draft):
    source = read(draft).sources[0].id
    sent(desk, draft, opened(desk, draft) | {"quote-0-source": source})
    fields = opened(desk, draft) | {"source-0-title": "A better title"}
    tom = at_desk("tom", "editor")
    sent(tom, draft, opened(tom, draft) | {"source-0-DELETE": "on"})

    both = sent(desk, draft, fields)
    mine = {f"choose-{part.address}": "mine" for part in both.context["differences"]}
    desk.post(f"/admin/briefings/draft/{draft.pk}/merge/", fields_of(both, "") | mine)

    text = read(draft)
    assert [(one.id, one.title) for one in text.sources] == [(source, "A better title")]
    assert text.quotes[0].source == source


def test_the_twin_of_a_form_that_was_saved_in_the_same_moment_is_no_conflict(desk, draft, monkeypatch):
    fields = opened(desk, draft) | {"lede": "Mine."}
    write = working_copy.write

    def late(*args, **kwargs):
        monkeypatch.setattr(working_copy, "write", write)
        sent(desk, draft, fields)  # the twin is through first
        return write(*args, **kwargs)

    monkeypatch.setattr(working_copy, "write", late)
    answer = sent(desk, draft, fields)

    assert messages(answer)[-1].startswith("This form came twice.")
    assert Revision.objects.count() == 2


def test_a_notice_sent_after_the_login_ended_comes_back(client, draft, live):
    where = f"/admin/briefings/draft/{draft.pk}/act/withdraw/"

    answer = client.post(where, {"expected": "1", "notice": "It was not so."}, HTTP_ORIGIN="http://testserver")

    assert answer.status_code == 403
    assert fields_of(answer, "")["notice"] == "It was not so."


def test_a_quotation_in_the_text_does_not_change_its_place_unseen_when_its_section_goes(desk, draft):
    answer = sent(desk, draft, opened(desk, draft) | {"section-0-DELETE": "on"})

    (form, *_others) = answer.context["page"].parts["quote"].forms
    assert form.errors["placement"] == ["No section is left for these words to stand in. Set them off, or add one."]
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize("words", ["…", "\n…\n", " \n ... \n "])
def test_marks_of_a_split_without_words_are_no_quotation(desk, draft, words):
    answer = sent(desk, draft, added(opened(desk, draft), "quote", words=words, placement="apart", speaker="Ada"))

    assert answer.status_code == 200
    assert Draft.objects.get().version == 1 or read(draft).quotes[-1].words == "…"


def test_a_moment_beyond_all_calendars_is_refused_at_its_field(desk, draft):
    later = {"publish-when": "later", "publish-moment": "9999-12-31T23:59"}

    answer = sent(desk, draft, opened(desk, draft) | later, _publish="1")

    assert answer.context["page"].publish.errors["moment"] == ["This is too far ahead: 2200 is the last year."]
