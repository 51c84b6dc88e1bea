"""The point that every crop of a picture keeps: set by pointing, by dragging and by arrow keys."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.models import Image, User
from tests.desk.browser.judging import faults
from tests.desk.pictures.making import make_image

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(sits, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    page = sits()
    image = make_image(User.objects.get(username="mira"), size=(400, 300), credit="Agency", caption="An island")
    page.goto(reverse("admin:briefings_image_change", args=[image.pk]))
    return page


def test_the_focal_point_is_set_by_pointing_by_dragging_and_by_arrow_keys(page):
    control = page.get_by_role("button", name="Point that every crop keeps: 50 % from the left, 50 % from the top")
    box = control.bounding_box()
    control.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.1})
    assert focal(page) == ["25", "10"]
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 2, steps=4)
    page.mouse.up()
    assert focal(page) == ["90", "100"]

    for key in ("ArrowLeft", "Shift+ArrowLeft", "ArrowUp", "Shift+ArrowUp", "ArrowRight", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert focal(page) == ["80", "91"]
    expect(page.get_by_role("status")).to_have_text("80 % from the left, 91 % from the top")
    expect(page.locator(".crop.square")).to_have_class("crop square x80 y90")
    assert faults(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()

    assert Image.objects.values_list("focal_x", "focal_y").get() == (80, 91)
    assert page.locator(".focal-mark > svg").get_attribute("x") == "80%"


def focal(page):
    return [page.locator(f"[name=focal_{axis}]").input_value() for axis in "xy"]
