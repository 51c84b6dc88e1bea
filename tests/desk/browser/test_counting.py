"""How long the text is, by the rule of readers' pages; and what was last said of a picture, proposed for this one."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from briefings.models import User
from briefings.outputs import page
from briefings.working_copy import read
from tests.desk.browser.samples import long_briefing
from tests.desk.browser.sheet import Sheet
from tests.desk.pictures.making import figure_of, make_image
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def test_words_and_minutes_are_those_that_readers_are_told(sits):
    draft = long_briefing()
    parts = page.parts(read(draft).for_readers(), as_of=timezone.localdate(), media="/{id}/")
    sheet = Sheet(sits()).open(draft)
    length = sheet.bar.locator(".length")
    expect(length).to_have_text(f"{parts.word_count} words · {parts.minutes} minute to read")

    sheet.into("Heading 0 of the quokka")
    sheet.page.keyboard.press("Control+End")
    sheet.page.keyboard.type(" and three more")
    expect(length).to_contain_text(f"{parts.word_count + 3} words")
    sheet.fill("lede", "word " * 500)
    expect(length).to_contain_text("3 minutes to read")
    sheet.fill("language", "ja")
    expect(length).not_to_contain_text("words")


@pytest.mark.slow
def test_last_words_of_a_picture_are_taken_by_enter_and_never_over_typed_ones(sits):
    seat = sits()
    image = make_image(User.objects.get(username="mira"), credit="Somebody", caption="Island")
    make_draft("wombat", blocks=(figure_of(image, "Ears in the grass", caption="At dusk."),))
    sheet = Sheet(seat).open(make_draft("quokka"))

    def choose():
        sheet.add("picture")
        seat.keyboard.press("Enter")
        seat.get_by_role("dialog").get_by_role("button", name="Island").click()
        return seat.locator(".part-figure:not(.empty-form)").last

    part = choose()
    alt, caption = part.get_by_label("What it shows"), part.get_by_label("Caption")
    expect(part.locator(".proposal")).to_have_count(2)
    expect(alt).to_have_value("")
    alt.press("Enter")
    expect(alt).to_have_value("Ears in the grass")
    caption.press_sequentially("My own.")
    expect(part.locator(".proposal")).to_have_count(0)
    caption.press("Enter")
    expect(caption).to_have_value("My own.\n")

    sheet.add("picture")
    part = seat.locator(".part-figure:not(.empty-form)").last
    part.get_by_label("Caption").fill("Typed before.")
    part.get_by_role("button", name="Choose a picture…").click()
    seat.get_by_role("dialog").get_by_role("button", name="Island").click()
    expect(part.locator(".field-alt .proposal")).to_have_count(1)
    expect(part.locator(".field-caption .proposal")).to_have_count(0)
