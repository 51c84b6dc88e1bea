"""Pictures on a slow network: an answer that comes late goes where it was meant, and undoes nothing newer."""

import pytest
from playwright.sync_api import expect

from briefings.models import User
from tests.desk.browser.late import Held
from tests.desk.browser.sheet import Sheet
from tests.desk.pictures.making import bytes_of, figure_of, make_image
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sheet(sits, settings, tmp_path):
    """Two parts with a picture each, “Ears” and “Tail”."""
    settings.MEDIA_ROOT = tmp_path / "media"
    page = sits()
    mira = User.objects.get(username="mira")
    images = [make_image(mira, size=(400, 300), credit=f"Agency {n}", caption=f"Island {n}") for n in range(2)]
    figures = (figure_of(images[0], "Ears"), figure_of(images[1], "Tail"))
    return Sheet(page).open(make_draft("quokka", blocks=figures))


def dialog(sheet):
    return sheet.page.get_by_role("dialog")


def choose(sheet, label):
    sheet.press(label, "Choose a picture…")


def upload(sheet):
    picture = {"name": "new.jpg", "mimeType": "image/jpeg", "buffer": bytes_of(size=(500, 300))}
    sheet.page.locator("#chooser-file").set_input_files(picture)


def name_in(sheet, label):
    return sheet.part(label).locator(".chosen-name")


@pytest.mark.slow
def test_a_credit_that_is_kept_late_brings_its_picture_into_no_other_part(sheet):
    sheet.press("Ears", "Credit and more…")
    dialog(sheet).get_by_label("Credit line", exact=True).fill("Mine")
    held = Held(sheet.page, "**/image/*/change/")
    with held.one_more():
        dialog(sheet).get_by_role("button", name="Save").click()
    sheet.page.keyboard.press("Escape")
    choose(sheet, "Tail")
    expect(dialog(sheet).locator(".chooser-grid li")).to_have_count(2)
    held.let_go()

    expect(sheet.part("Ears").locator(".chosen-credit")).to_have_text("Mine")
    expect(name_in(sheet, "Tail")).to_have_text("Island 1")
    expect(dialog(sheet)).to_be_visible()


@pytest.mark.slow
def test_a_picture_picked_while_another_is_uploaded_stays_picked(sheet):
    held = Held(sheet.page, "**/upload/")
    choose(sheet, "Ears")
    with held.one_more():
        upload(sheet)
    dialog(sheet).get_by_role("button", name="Island 1").click()
    expect(name_in(sheet, "Ears")).to_have_text("Island 1")
    held.let_go()

    expect(sheet.page.locator("dialog .chooser-status")).to_have_text("Uploaded.")
    expect(name_in(sheet, "Ears")).to_have_text("Island 1")


def test_a_second_picture_given_while_the_first_is_uploaded_is_told_to_wait(sheet):
    held = Held(sheet.page, "**/upload/")
    choose(sheet, "Ears")
    with held.one_more():
        upload(sheet)
    upload(sheet)

    expect(dialog(sheet).get_by_role("alert")).to_have_text(
        "Another picture is being uploaded. Give this one when it is there."
    )
    held.let_go()
    expect(dialog(sheet).get_by_label("Credit line", exact=True)).to_be_focused()


@pytest.mark.slow
def test_the_list_of_pictures_says_nothing_where_a_new_one_is_described_by_now(sheet):
    held = Held(sheet.page, "**/choose/**")
    with held.one_more():
        choose(sheet, "Ears")
    upload(sheet)
    expect(dialog(sheet).get_by_role("status")).to_have_text("Uploaded.")
    held.let_go()

    expect(sheet.page.locator(".chooser-grid li")).to_have_count(3)
    expect(dialog(sheet).get_by_role("status")).to_have_text("Uploaded.")
