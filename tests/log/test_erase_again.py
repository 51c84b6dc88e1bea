"""After an erasure: where the same words still stand, and that they do not come back."""

import pytest
from django.db import transaction
from django.utils import timezone

from briefings import workflow
from briefings.content import ContentRefused, FAQEntry, SectionBlock, from_canonical
from briefings.workflow.publishing.editions import append_edition, lock
from tests.log.erasure_orders import PARTS, SECRET, erase
from tests.workflow.making import SECTION, key, save


@pytest.mark.parametrize("part", ["lede", "blocks", "faq"])
def test_passages_that_remain_elsewhere_are_told(ordered, part):
    save(ordered, **{part: PARTS[part]})
    workflow.publish(ordered, by=None, change="minor")

    lines = erase().splitlines()

    assert lines[1:-1] == [
        "Edition 3 still holds passages of the erased text.",
        "One revision that was kept still holds passages of the erased text.",
        "The draft still holds passages of the erased text. Edit it before it is published again.",
    ]


@pytest.mark.parametrize("part", ["headline", "heading", "question"])
def test_shorter_words_that_remain_elsewhere_are_told_too(ordered, part):
    shorter = {
        "headline": {"headline": PARTS["headline"]},
        "heading": {"blocks": (SectionBlock(key=SECTION, heading=f"{SECRET} three", body="<p>Clean</p>"),)},
        "question": {"faq": (FAQEntry(key=key("f"), question=f"{SECRET} five?", open="shown"),)},
    }[part]
    save(ordered, **shorter)

    assert "The draft still holds passages of the erased text." in erase()


def test_an_erased_text_is_neither_saved_nor_published_again(ordered):
    erased = from_canonical(ordered.editions.order_by("live_from").first().text.text)
    erase()

    with pytest.raises(ContentRefused, match="erased by order"):
        save(ordered, **PARTS)
    with pytest.raises(workflow.Refused) as refusal, transaction.atomic():
        append_edition(lock(ordered), erased, kind="minor", live_from=timezone.now(), by=None)

    assert str(refusal.value) == "This text was erased by order. It cannot be published again."
    assert all(revision.text.text is not None for revision in ordered.revisions.order_by("-version")[:1])
