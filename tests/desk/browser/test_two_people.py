"""Two people at one draft, each at a browser of their own: nothing is overwritten or lost, and one text comes of it."""

import pytest
from playwright.sync_api import expect

from briefings.models import Draft, Revision
from tests.desk.browser.judging import faults
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def both(sits):
    """Mira and Tom, with the same text open."""
    draft = of_parts(4)
    return Sheet(sits("mira", "editor")).open(draft), Sheet(sits("tom", "editor")).open(draft)


def difference(page, name):
    return page.locator("fieldset.difference").filter(has=page.locator("legend").get_by_text(name, exact=True))


def reword(sheet, label, text):
    sheet.into(label)
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.type(text)


@pytest.mark.slow
def test_a_part_deleted_by_a_colleague_swallows_nobodys_and_each_text_is_chosen_part_by_part(both):
    mira, tom = both
    tom.field("Heading 0", "DELETE").check()
    reword(tom, "Heading 1", "Tom on one.")
    reword(tom, "Heading 3", "Tom on three.")
    assert tom.save() == "Saved."

    reword(mira, "Heading 0", "Mira on nought.")
    reword(mira, "Heading 1", "Mira on one.")
    reword(mira, "Heading 2", "Mira on two.")
    page = mira.page
    assert "tom saved a newer text at" in mira.save()
    assert [section.body for section in saved().sections] == [
        "<p>Tom on one.</p>",
        "<p>Text 2.</p>",
        "<p>Tom on three.</p>",
    ]

    nought, one = difference(page, "Section “Heading 0”"), difference(page, "Section “Heading 1”")
    expect(nought).to_contain_text("Mira on nought")
    expect(nought).to_contain_text("Deleted.")
    expect(one).to_contain_text("Mira on one")
    expect(one).to_contain_text("Tom on one")
    # What only one of them changed is chosen; what both changed is not.
    expect(difference(page, "Section “Heading 2”").get_by_label("Yours")).to_be_checked()
    expect(difference(page, "Section “Heading 3”").get_by_label("Theirs, saved")).to_be_checked()
    assert nought.locator(":checked").count() == one.locator(":checked").count() == 0
    assert faults(page) == []

    save = page.get_by_role("button", name="Save what is chosen")
    mira.sends(save)
    assert Draft.objects.get().version == 2  # nothing is saved while a part is undecided
    difference(page, "Section “Heading 0”").get_by_label("Yours").check()
    difference(page, "Section “Heading 1”").get_by_label("Theirs, saved").check()
    assert mira.sends(save).startswith("Saved, with what you chose of both texts.")

    assert [(section.heading, section.body) for section in saved().sections] == [
        ("Heading 0", "<p>Mira on nought.</p>"),
        ("Heading 1", "<p>Tom on one.</p>"),
        ("Heading 2", "<p>Mira on two.</p>"),
        ("Heading 3", "<p>Tom on three.</p>"),
    ]
    assert mira.page.complaints == tom.page.complaints == []


@pytest.mark.slow
def test_what_two_people_add_and_move_is_all_there_in_the_end(both):
    mira, tom = both
    tom.press("Heading 3", "Move up")
    tom.add("section")
    tom.page.keyboard.type("By Tom")
    assert tom.save() == "Saved."

    mira.add("section")
    mira.page.keyboard.type("By Mira")
    mira.save()
    mira.sends(mira.page.get_by_role("button", name="Save what is chosen"))

    headings = [section.heading for section in saved().sections]
    assert sorted(headings) == ["By Mira", "By Tom", "Heading 0", "Heading 1", "Heading 2", "Heading 3"]
    assert headings.index("Heading 3") < headings.index("Heading 2")


@pytest.mark.slow
def test_a_third_save_while_one_chooses_is_not_written_over_either(both):
    mira, tom = both
    tom.fill("lede", "Tom’s lede.")
    tom.save()
    mira.fill("lede", "Mira’s lede.")
    mira.save()
    tom.fill("dateline", "Tom-on-Sea")
    tom.save()

    difference(mira.page, "Lede").get_by_label("Yours").check()
    mira.sends(mira.page.get_by_role("button", name="Save what is chosen"))
    assert saved().lede == "Tom’s lede."
    expect(difference(mira.page, "Lede").get_by_label("Yours")).to_be_checked()
    expect(difference(mira.page, "Dateline").get_by_label("Theirs, saved")).to_be_checked()
    mira.sends(mira.page.get_by_role("button", name="Save what is chosen"))

    text = saved()
    assert (text.lede, text.dateline) == ("Mira’s lede.", "Tom-on-Sea")
    assert Revision.objects.count() == 4
