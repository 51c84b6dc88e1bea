"""The block editor's own way of copying rows, `_clone`, asks nobody: the desk has no part of it."""

import pytest

from briefings.models import Draft, Quote, Section
from faq.models import FAQItem
from tests.desk.roles.rows import undone
from tests.desk.roles.table import LINES

pytestmark = pytest.mark.django_db


def copying(draft: Draft) -> dict[str, object]:
    """The fields by which the block editor copies the parts of a draft."""
    rows = {
        "briefings.section": Section.objects.filter(parent=draft),
        "briefings.quote": Quote.objects.filter(parent=draft),
        "faq.faqitem": FAQItem.objects.filter(parent=draft),
    }
    parts = [f"{model}:{row.pk}" for model, of_model in rows.items() for row in of_model]
    return {"_clone": parts, "_clone_region": "body", "_clone_ordering": "10"}


def test_wherever_it_is_sent_no_part_is_copied(knocks):
    things = knocks("superuser")
    fields = copying(things.drafts["other"])

    for line in LINES:
        if line.form and "superuser" in line.may:
            form = things.filled_in(line.form, line.thing)
            assert parts_after(things, line, form | fields) == parts_after(things, line, form), line


def parts_after(things, line, form) -> tuple[int, int, int]:
    with undone():
        things.asker.client.post(line.address(things), form)
        return Section.objects.count(), Quote.objects.count(), FAQItem.objects.count()
