"""Pictures without JavaScript: uploaded on a page of their own, and named in the text by the name they have there."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.models import Image
from tests.desk.browser.samples import saved
from tests.desk.pictures.making import bytes_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.slow
def test_a_picture_is_uploaded_described_pointed_at_and_used(sits, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    page = sits(java_script_enabled=False)

    def press(name):
        with page.expect_navigation():
            page.get_by_role("button", name=name, exact=True).click()

    page.goto(reverse("admin:briefings_image_changelist"))
    page.get_by_role("link", name="Upload a picture").click()
    picture = {"name": "quokka.jpg", "mimeType": "image/jpeg", "buffer": bytes_of(size=(500, 300))}
    page.get_by_label("File", exact=True).set_input_files(picture)
    press("Upload")
    page.get_by_label("Credit line").fill("Ada Byron")
    page.get_by_label("From the left, in %").fill("20")
    press("Save")
    expect(page.locator(".messagelist")).to_have_text("Saved.")
    name = page.locator("code").inner_text()
    image = Image.objects.get()
    assert (image.credit, image.focal_x, str(image.uuid)) == ("Ada Byron", 20, name)

    page.goto(reverse("admin:briefings_draft_add"))
    page.get_by_label("Headline", exact=True).fill("A quokka is seen")
    press("Add picture")
    part = page.locator(".part-figure:not(.empty-form)")
    part.get_by_label("Picture", exact=True).fill(name)
    part.get_by_label("What it shows").fill("A quokka")
    press("Save")

    assert [(figure.image.id, figure.alt) for figure in saved().figures] == [(name, "A quokka")]
    expect(part.locator(".frame img")).to_be_visible()
    expect(page.locator("#chooser")).to_be_hidden()
    expect(part.locator("[data-picture=choose]")).to_be_hidden()
    assert page.complaints == []
