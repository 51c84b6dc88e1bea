"""The block editor's own copying of rows, `_clone`, asks nobody: it is refused to everybody, at every door."""

import pytest

from briefings.models import Draft, Quote, Section
from faq.models import FAQItem
from tests.desk.roles.lines import Gets, got
from tests.desk.roles.rows import everything, undone
from tests.desk.roles.table import LINES, TABLE

pytestmark = pytest.mark.django_db
WRITING_PAGES = [
    line
    for line in [*TABLE["briefings_draft_add"], *TABLE["briefings_draft_change"]]
    if line.thing in ("", "own", "other")
]


def copying(draft: Draft) -> dict[str, object]:
    """The fields by which the block editor copies the parts of a draft."""
    rows = {
        "briefings.section": Section.objects.filter(parent=draft),
        "briefings.quote": Quote.objects.filter(parent=draft),
        "faq.faqitem": FAQItem.objects.filter(parent=draft),
    }
    parts = [f"{model}:{row.pk}" for model, found in rows.items() for row in found]
    return {"_clone": parts, "_clone_region": "body", "_clone_ordering": "10"}


@pytest.mark.parametrize("role", ["writer", "chief", "admin", "stranger"])
def test_no_role_copies_parts_by_it_and_whoever_may_write_is_refused(knocks, role):
    things = knocks(role)
    before = everything()

    for line in WRITING_PAGES:
        form, expected = things.filled_in(line.form, line.thing), line.expected("POST", role)
        for draft in (things.drafts["own"], things.drafts["other"]):
            answer = things.asker.client.post(line.address(things), form | copying(draft))
            assert got(answer) == (Gets.REFUSED if expected == Gets.DONE else expected), line

    assert everything() == before


def test_wherever_else_it_is_sent_no_part_is_copied(knocks):
    things = knocks("superuser")
    fields, before = copying(things.drafts["other"]), parts_on_file()

    for line in LINES:
        if line not in WRITING_PAGES and line.form and "superuser" in line.may:
            with undone():
                form = things.filled_in(line.form, line.thing) | fields
                things.asker.client.post(line.address(things), form)
                assert parts_on_file() == before, line


def parts_on_file() -> tuple[int, int, int]:
    return Section.objects.count(), Quote.objects.count(), FAQItem.objects.count()
