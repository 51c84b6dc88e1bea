"""Pasting into the field of a standing page, whose form is another: read as in a briefing."""

import pytest
from playwright.sync_api import expect

from tests.desk.browser.clipboard import html_of, paste

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_standing_page_takes_what_is_pasted_in_the_same_way(sits):
    page = sits()
    page.goto("/admin/briefings/standingpage/add/")
    surface = page.locator(".field-body .ProseMirror")
    surface.click()
    paste(surface, html_of("docs"))

    expect(surface.locator("strong")).to_have_text("31 million")
    expect(page.locator(".remark [role=status]")).to_contain_text("Struck out in the draft: The treasurer hid a loan.")
    assert page.complaints == []
