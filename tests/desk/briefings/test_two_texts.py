"""Two people save one draft: neither text is overwritten, both are shown part by part, and a choice makes one text."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings import workflow, working_copy
from briefings.models import Draft, Revision
from tests.desk.sheets import added, address, fields_of, messages, opened, posted, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


def saved():
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get())


def stale(desk, tom, draft, *, mine, theirs):
    """Mira's answer when she saves `mine` after Tom saved `theirs`; both had opened the same text."""
    before = opened(desk, draft)
    sent(tom, draft, opened(tom, draft) | theirs)
    return sent(desk, draft, before | mine)


def parts(answer):
    return {part.name: part for part in answer.context["differences"]}


def texts(side):
    """What the fields of a side said before, and say now."""
    return [(field.before, field.after) for field in side.fields]


def merge(client, draft, answer, **choices):
    chosen = {f"choose-{part.address}": choices.get(part.name, part.chosen) for part in answer.context["differences"]}
    given = {name: value for name, value in chosen.items() if value}
    where = reverse("admin:briefings_draft_merge", args=[draft.pk])
    return posted(client, where, fields_of(answer, "") | given)


def test_a_stale_save_writes_nothing_and_shows_base_theirs_and_mine(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})

    (part,) = answer.context["differences"]
    assert (part.name, texts(part.theirs), texts(part.mine)) == (
        "Lede",
        [("The quokka lede.", "Theirs.")],
        [("The quokka lede.", "Mine.")],
    )
    assert part.chosen == ""
    page = answer.content.decode()
    assert "tom saved a newer text at" in page
    assert "nothing of yours is lost" in page
    assert saved().lede == "Theirs."


def test_what_only_one_side_changed_is_chosen_already(desk, tom, draft):
    answer = stale(
        desk, tom, draft, mine={"section-0-heading": "Mine"}, theirs={"lede": "Theirs.", "question-0-answer": "Theirs."}
    )

    assert {part.chosen for part in answer.context["differences"]} == {"mine", "theirs"}
    assert messages(merge(desk, draft, answer))[0].startswith("Saved, with what you chose of both texts.")
    text = saved()
    assert (text.sections[0].heading, text.lede, text.faq[0].answer) == ("Mine", "Theirs.", "<p>Theirs.</p>")


def test_nothing_is_saved_while_a_part_that_both_changed_is_undecided(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})

    again = merge(desk, draft, answer)

    assert "Choose one of the two, or combine them, wherever both changed." in again.content.decode()
    assert saved().lede == "Theirs."
    assert parts(again)["Lede"].mine.fields[0].after == "Mine."


@pytest.mark.parametrize(("choice", "lede"), [("mine", "Mine."), ("theirs", "Theirs.")])
def test_the_choice_is_saved_on_top_of_their_text(desk, tom, draft, choice, lede):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})

    merge(desk, draft, answer, Lede=choice)

    assert saved().lede == lede
    assert list(Revision.objects.values_list("version", flat=True)) == [1, 2, 3]


def test_a_part_that_a_colleague_deleted_does_not_swallow_my_words(desk, tom, draft):
    answer = stale(
        desk,
        tom,
        draft,
        mine={"quote-1-words": "My better words", "quote-1-role": "Mayor"},
        theirs={"quote-1-DELETE": "on"},
    )

    part = parts(answer)["Quote “My better words”"]
    assert part.theirs.change == "removed"
    assert "My better words" in str(texts(part.mine))
    merge(desk, draft, answer, **{part.name: "mine"})
    assert saved().quotes[1].words == "My better words"


def test_parts_that_both_added_are_both_kept(desk, tom, draft):
    before = opened(desk, draft)
    sent(tom, draft, added(opened(tom, draft), "section", heading="Theirs", body="<p>T.</p>", ordering="99"))
    answer = sent(desk, draft, added(before, "section", heading="Mine", body="<p>M.</p>", ordering="99"))

    merge(desk, draft, answer)

    assert {section.heading for section in saved().sections} == {"The quokka heading", "Theirs", "Mine"}


def test_whoever_saves_while_i_choose_is_not_overwritten_either(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})
    sent(tom, draft, opened(tom, draft) | {"headline": "Theirs again"})

    again = merge(desk, draft, answer, Lede="mine")

    assert "Somebody saved again meanwhile." in again.content.decode()
    assert parts(again)["Lede"].chosen == "mine"
    assert saved().headline == "Theirs again"
    assert messages(merge(desk, draft, again, Lede="mine"))[0].startswith("Saved")
    assert (saved().headline, saved().lede) == ("Theirs again", "Mine.")


def test_choices_sent_twice_are_saved_once(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})

    merge(desk, draft, answer, Lede="mine")
    second = merge(desk, draft, answer, Lede="mine")

    assert messages(second) == ["These choices came twice. They are saved once."]
    assert Draft.objects.get().version == 3


def test_a_text_that_was_changed_on_its_way_through_the_browser_is_not_saved(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})
    where = reverse("admin:briefings_draft_merge", args=[draft.pk])

    for text in ("", "{}", "not signed", '{"id":"x"}:abc'):
        refused = posted(desk, where, fields_of(answer, "") | {"mine": text, "choose-lede": "mine"})
        assert messages(refused) == ["This page came back incomplete, so nothing was saved. Go back and send it again."]

    assert saved().lede == "Theirs."


def test_the_text_of_another_briefing_is_not_merged_into_this_one(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"lede": "Theirs."})
    other = make_draft("wombat")
    where = reverse("admin:briefings_draft_merge", args=[other.pk])

    refused = posted(desk, where, fields_of(answer, "") | {"choose-lede": "mine"})

    assert messages(refused) == ["This page came back incomplete, so nothing was saved. Go back and send it again."]
    assert Draft.objects.get(pk=other.pk).lede == "The wombat lede."


def test_a_stale_form_with_a_fault_says_both_and_keeps_everything(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine.", "slug": "No Slug!"}, theirs={"lede": "Theirs."})

    page = answer.content.decode()
    assert "tom saved a newer text at" in page
    assert fields_of(answer)["lede"] == "Mine."
    mended = sent(desk, draft, fields_of(answer) | {"slug": "a-slug"})
    assert parts(mended)["Lede"].mine.fields[0].after == "Mine."


def test_a_stale_form_publishes_nothing(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine.", "_publish": "1"}, theirs={"lede": "Theirs."})

    assert parts(answer)["Lede"].mine.fields[0].after == "Mine."
    assert not draft.briefing.editions.exists()


def test_a_stale_save_whose_base_is_not_kept_makes_every_difference_a_choice(desk, tom, draft):
    answer = sent(desk, draft, opened(desk, draft) | {"version": "77", "lede": "Mine."})

    assert parts(answer)["Lede"].chosen == ""
    assert saved().lede == "The quokka lede."


def test_each_side_is_marked_against_the_text_that_both_began_with(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "The quokka story."}, theirs={"lede": "The koala lede."})

    page = answer.content.decode()
    assert re.search(r"<del>.{,60}lede.{,60}</del>\s*<ins>.{,60}story", page)
    assert re.search(r"<del>.{,60}quokka.{,60}</del>\s*<ins>.{,60}koala", page)


def test_what_one_side_left_alone_is_said_to_be_as_it_was(desk, tom, draft):
    answer = stale(desk, tom, draft, mine={"lede": "Mine."}, theirs={"dateline": "Theirs-on-Sea"})

    assert texts(parts(answer)["Lede"].theirs) == texts(parts(answer)["Dateline"].mine) == []
    assert answer.content.decode().count("As it was, not changed.") == 2


def test_the_kind_of_change_that_was_chosen_comes_back_after_the_choice(desk, tom, draft):
    workflow.publish(draft.briefing, by=None)
    panel = {"publish-change": "clarification", "publish-is_right": "What is right", "_publish": "1"}
    answer = stale(desk, tom, draft, mine={"lede": "Mine.", **panel}, theirs={"dateline": "Theirs-on-Sea"})

    page = merge(desk, draft, answer)

    assert fields_of(page)["publish-change"] == "clarification"
    assert fields_of(page)["publish-is_right"] == "What is right"
    answer = stale(desk, tom, draft, mine={"lede": "Again.", "publish-change": "minor"}, theirs={"dateline": "More"})
    assert fields_of(merge(desk, draft, answer))["publish-change"] == "minor"


def test_the_version_is_compared_before_a_row_of_a_part_is_touched(desk, tom, draft):
    fields = opened(desk, draft)
    sent(tom, draft, opened(tom, draft) | {"quote-0-DELETE": "on"})

    with CaptureQueriesContext(
        connection,
    ) as ran:
        desk.post(address(draft), fields | {"quote-0-role": "Mine", "_save": "1"})

    written = [query["sql"] for query in ran if query["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert [sql for sql in written if "briefings_" in sql] == []
