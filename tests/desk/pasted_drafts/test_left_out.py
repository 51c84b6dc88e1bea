"""What a draft does not show: listed above it, taken in by one click, and seen before a briefing is made of it."""

import pytest
from django.urls import reverse

from briefings import originals, working_copy
from briefings.importing import Decisions, left_out
from briefings.models import AuditEntry, Draft, Original
from briefings.originals import Change
from briefings.workflow import Refused
from tests.desk.pasted_drafts.pasting import paste

pytestmark = pytest.mark.django_db

DRAFT = """<h1>Second berth for Lindmoor</h1>
<p>The harbour board of Lindmoor approved a second ferry berth on Tuesday.</p>
<h2>What was decided</h2>
<p>Work begins in May. <s>The chairman took money.</s> It costs <s>40</s> 14 million crowns.</p>
<p>Nothing else was said.</p>
"""
SHOWN_ALL = DRAFT.replace("<s>", "").replace("</s>", "")
SHOWN = "Work begins in May. It costs 14 million crowns."


@pytest.fixture(scope="module")
def pasted(chief):
    return paste(chief, DRAFT)


def decisions():
    return Decisions.model_validate_json(Original.objects.get().decisions)


def body(review):
    return review.content.sections[0].body


def test_the_list_stands_above_the_draft_and_each_passage_at_its_place(pasted):
    assert [one.left_out.words for one in pasted.page.left_out] == ["The chairman took money.", "40"]
    assert "The draft does not show 2 passages" in pasted.text
    line = pasted.line("The chairman")
    assert pasted.page.left_out[0].href == f"#{line.anchor}"
    assert (line.is_hidden, line.placed.role, line.placed.reason) == (True, "unplaced", "Struck out in the draft")
    assert f"<p>{SHOWN}</p>" in body(pasted)


def test_taken_in_it_stands_where_it_stood_and_the_list_is_shorter(pasted):
    address = pasted.line("The chairman").address

    after = pasted.sends(do=f"take {address}")

    assert "<p>Work begins in May. The chairman took money. It costs 14 million crowns.</p>" in body(after)
    assert [one.left_out.words for one in after.page.left_out] == ["40"]
    assert after.messages == ["Taken in: “The chairman took money.”."]


def test_what_was_taken_in_can_be_left_out_again(pasted):
    address = pasted.line("The chairman").address
    taken = pasted.sends(do=f"take {address}")
    assert taken.line("Work begins").taken == [address]

    after = taken.sends(do=f"leave {address}")

    assert f"<p>{SHOWN}</p>" in body(after)
    assert decisions().roles == {}


def test_no_briefing_is_made_before_somebody_has_seen_the_list(pasted):
    refused = pasted.sends("make")

    assert refused.messages == [
        "Look at what is left out of this draft, and say that you have seen it. Nothing was written before that."
    ]
    assert not Draft.objects.exists()


def test_after_the_list_was_seen_the_briefing_is_made_without_what_it_names(pasted):
    seen = pasted.sends(do="seen")
    assert seen.messages == ["You have seen what is left out."]

    seen.sends("make")

    assert SHOWN in str(working_copy.read(Draft.objects.select_related("briefing", "follows").get()))


def test_a_list_that_this_page_did_not_show_has_not_been_seen(pasted):
    refused = pasted.sends(do="seen", left_out="0" * 64)

    assert refused.messages == ["What is left out is not what this page showed. Look at it again."]
    assert decisions().left_out_seen == ""


def test_that_the_list_was_seen_stays_when_something_is_taken_in_later(pasted):
    seen = pasted.sends(do="seen")

    after = seen.sends(do=f"take {pasted.line('The chairman').address}")

    assert after.page.understood.is_seen


def test_what_stands_in_the_text_is_no_passage_that_can_be_taken_in(pasted):
    pasted.sends(do=f"take {pasted.line('Nothing else').address}")

    assert decisions().roles == {}


def test_an_update_is_refused_as_well_and_nothing_is_written(desk):
    first = paste(desk, SHOWN_ALL)
    first.sends("make")
    draft = Draft.objects.select_related("briefing", "follows").get()
    newer = paste(desk, DRAFT.replace("May", "June"), query=f"?of={draft.pk}")
    compared = originals.begin_update(newer.original, draft.briefing)

    with pytest.raises(Refused, match="Look at what is left out"):
        originals.update_briefing(
            newer.original,
            draft,
            base=compared.base,
            new=compared.new,
            chosen={},
            expected=draft.version,
            by=newer.original.by,
            save_id=newer.page.save_id,
        )

    assert Draft.objects.get().version == draft.version
    page = desk.get(reverse("admin:briefings_original_update", args=[newer.original.pk, draft.pk]), follow=True)
    assert page.redirect_chain[0][0].endswith("#left-out")


def test_a_draft_that_hides_nothing_asks_for_nothing(desk):
    pasted = paste(desk, SHOWN_ALL)

    assert "left-out" not in pasted.text.partition("<body")[2]
    pasted.sends("make")
    assert Draft.objects.count() == 1


def test_that_the_list_was_seen_is_on_record(pasted):
    original = Original.objects.get()

    originals.decide(original, Change(seen=left_out.fingerprint(pasted.page.understood.reading.lines)), by=original.by)

    assert decisions().left_out_seen
    assert AuditEntry.objects.filter(action="decided").get().detail == "left out seen"
