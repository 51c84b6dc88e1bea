"""Two texts of one part combined by hand: with the editor of rich text, and in a browser that runs no script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings import working_copy
from briefings.models import Draft
from tests.desk.browser.judging import faults
from tests.desk.browser.samples import of_parts, saved
from tests.desk.browser.sheet import Sheet
from tests.desk.browser.test_two_people import difference, reword

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME = "Section “Heading 0”"


def both_changed(sits):
    draft = of_parts(2)
    mira, tom = Sheet(sits("mira", "editor")).open(draft), Sheet(sits("tom", "editor")).open(draft)
    reword(tom, "Heading 0", "Tom’s words.")
    tom.save()
    reword(mira, "Heading 0", "Mira’s words.")
    mira.save()
    return mira


def test_both_texts_words_stand_in_one_field_and_become_one_text(sits):
    mira = both_changed(sits)
    part = difference(mira.page, NAME)
    by_hand = part.get_by_label("Combine by hand")
    expect(part.locator(".combined .fields")).to_be_hidden()
    assert faults(mira.page) == []

    by_hand.check()
    surface = part.locator(".ProseMirror")
    expect(surface).to_contain_text("Mira’s words.")
    expect(surface).to_contain_text("Tom’s words.")
    assert faults(mira.page) == []
    surface.click()
    mira.page.keyboard.press("Control+a")
    mira.page.keyboard.type("The words of both.")
    said = mira.sends(mira.page.get_by_role("button", name="Save what is chosen"))

    assert said.startswith("Saved, with what you chose of both texts.")
    assert saved().sections[0].body == "<p>The words of both.</p>"
    assert mira.page.complaints == []


@pytest.mark.slow
def test_without_a_script_the_same_field_holds_both(sits):
    draft = of_parts(2)
    page = sits("mira", "editor", java_script_enabled=False)
    page.goto(reverse("admin:briefings_draft_change", args=[draft.pk]))
    content = working_copy.read(draft)
    theirs = content.sections[0].model_copy(update={"body": "<p>Tom’s words.</p>"})
    blocks = tuple(theirs if block.key == theirs.key else block for block in content.blocks)
    working_copy.write(draft, content.model_copy(update={"blocks": blocks}), expected=draft.version, by=None)
    page.locator("[name=section-0-body]").fill("Mira’s words.")
    page.locator(".bar").get_by_role("button", name="Save", exact=True).click()

    part = difference(page, NAME)
    part.get_by_label("Combine by hand").check()
    field = part.locator("textarea")
    assert field.input_value() == "<p>Mira’s words.</p><p>Tom’s words.</p>"
    field.fill("The words of both.")
    page.get_by_role("button", name="Save what is chosen").click()

    expect(page.locator(".messagelist")).to_contain_text("Saved, with what you chose of both texts.")
    assert saved().sections[0].body == "<p>The words of both.</p>"
    assert Draft.objects.get().version == 3
