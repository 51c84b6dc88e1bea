"""Without JavaScript the page's buttons bring the form back changed: nothing is saved, nothing typed is lost."""

import pytest

from briefings import working_copy
from briefings.models import Draft
from tests.desk.sheets import address, fields_of, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


def pressed(client, draft, fields, button):
    return fields_of(client.post(address(draft), {**fields, "_part": button}))


def saved():
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get())


def test_a_part_is_added_and_what_was_typed_is_still_there(desk, draft):
    fields = pressed(desk, draft, opened(desk, draft) | {"lede": "Typed, not saved."}, "add section")

    assert fields["section-TOTAL_FORMS"] == "2"
    assert fields["lede"] == "Typed, not saved."
    assert Draft.objects.get().version == 1
    sent(desk, draft, fields | {"section-1-heading": "Added", "section-1-body": "Words."})
    assert saved().blocks[-1].heading == "Added"


def test_every_kind_of_part_can_be_added(desk, draft):
    before = opened(desk, draft)

    for prefix in ("section", "quote", "figure", "question", "source"):
        after = pressed(desk, draft, before, f"add {prefix}")
        assert int(after[f"{prefix}-TOTAL_FORMS"]) == int(before[f"{prefix}-TOTAL_FORMS"]) + 1, prefix


def test_a_part_moves_up_and_down_among_all_parts_of_the_text(desk, draft):
    kinds = [block.type for block in saved().blocks]
    assert kinds == ["section", "quote", "quote"]

    sent(desk, draft, pressed(desk, draft, opened(desk, draft), "down section-0"))
    assert [block.type for block in saved().blocks] == ["quote", "section", "quote"]
    sent(desk, draft, pressed(desk, draft, opened(desk, draft), "up section-0"))
    assert [block.type for block in saved().blocks] == kinds


def test_the_first_part_does_not_move_up_nor_the_last_down(desk, draft):
    before = saved()

    for button in ("up section-0", "down quote-1", "up question-0", "down question-1"):
        sent(desk, draft, pressed(desk, draft, opened(desk, draft), button) | {"dateline": button})

    assert (saved().blocks, saved().faq) == (before.blocks, before.faq)


def test_a_copy_stands_after_its_part_and_has_a_key_of_its_own(desk, draft):
    sent(desk, draft, pressed(desk, draft, opened(desk, draft), "copy question-0"))

    first, copy, _last = saved().faq
    assert (copy.question, copy.answer) == (first.question, first.answer)
    assert copy.key != first.key


def test_what_is_wrong_in_the_form_does_not_stop_a_button(desk, draft):
    fields = pressed(desk, draft, opened(desk, draft) | {"slug": "No Slug!"}, "add quote")

    assert (fields["slug"], fields["quote-TOTAL_FORMS"]) == ("No Slug!", "3")


def test_what_was_chosen_in_the_publish_panel_stays_chosen(desk, draft):
    fields = pressed(desk, draft, opened(desk, draft) | {"publish-when": "later"}, "add quote")

    assert fields["publish-when"] == "later"


def test_a_button_that_is_none_changes_nothing(desk, draft):
    before = opened(desk, draft)
    anew = dict.fromkeys(("csrfmiddlewaretoken", "save_id"), "")

    for button in ("", "x", "up", "up section-99", "copy section--1", "add nothing", "add " * 99):
        assert pressed(desk, draft, before, button) | anew == before | anew, button

    assert Draft.objects.get().version == 1


def test_a_new_briefing_can_be_arranged_before_it_is_saved(desk):
    blank = opened(desk, None)

    fields = fields_of(desk.post("/admin/briefings/draft/add/", {**blank, "headline": "New", "_part": "add question"}))

    assert (fields["headline"], fields["question-TOTAL_FORMS"], fields["briefing"]) == ("New", "1", blank["briefing"])
    assert not Draft.objects.exists()
