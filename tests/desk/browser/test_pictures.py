"""Pictures in a real browser: chosen by mouse and by keyboard, uploaded, dropped, described, and pointed at."""

from base64 import b64encode

import pytest
from playwright.sync_api import expect

from briefings.models import Image, User
from tests.desk.browser.judging import COLOURS, faults
from tests.desk.browser.samples import saved
from tests.desk.browser.sheet import Sheet
from tests.desk.pictures.making import bytes_of, figure_of, make_image
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
DROP = """
(target, { data, name }) => {
  const bytes = Uint8Array.from(atob(data), sign => sign.charCodeAt(0))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([bytes], name))
  for (const kind of ["dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  }
}
"""


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def page(sits):
    return sits()


@pytest.fixture
def images(page):
    mira = User.objects.get(username="mira")
    return [make_image(mira, size=(400, 300), credit=f"Agency {n}", caption=f"Island {n}") for n in range(3)]


@pytest.fixture
def sheet(page, images):
    return Sheet(page).open(make_draft("quokka"))


def file_of(data, name="new.jpg"):
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def drop(target, data, name="new.jpg"):
    target.evaluate(DROP, {"data": b64encode(data).decode(), "name": name})


def dialog(sheet):
    return sheet.page.get_by_role("dialog")


def test_a_picture_is_added_chosen_by_mouse_and_saved(sheet, images):
    part = sheet.add("picture")
    part.get_by_role("button", name="Choose a picture…").click()
    expect(dialog(sheet).get_by_role("status")).to_have_text("3 pictures.")
    names = dialog(sheet).locator(".pick-name").all_inner_texts()
    dialog(sheet).get_by_role("button", name="Island 1").click()

    expect(dialog(sheet)).to_have_count(0)
    part = sheet.page.locator(".part-figure:not(.empty-form)")
    expect(part.locator(".chosen-name")).to_have_text("Island 1")
    part.get_by_label("What it shows").fill("An island at dusk")
    assert sheet.labels()[-1] == "An island at dusk"
    assert sheet.save() == "Saved."

    assert names == ["Island 2", "Island 1", "Island 0"]
    figure = saved().figures[0]
    assert (figure.image.id, figure.alt) == (str(images[1].uuid), "An island at dusk")
    expect(sheet.page.locator(".part-figure:not(.empty-form) .frame img")).to_be_visible()
    assert sheet.page.complaints == []


def test_a_picture_is_searched_for_and_chosen_by_keyboard_alone(sheet, images):
    keyboard = sheet.page.keyboard
    sheet.page.get_by_role("button", name="Add picture").focus()
    keyboard.press("Enter")
    expect(sheet.page.locator(".part-figure [data-picture=choose]:focus")).to_be_visible()  # the focus is there already
    keyboard.press("Enter")
    expect(dialog(sheet).get_by_role("searchbox")).to_be_focused()
    keyboard.type("agency 0")
    expect(dialog(sheet).get_by_role("status")).to_have_text("One picture.")
    for _ in range(10):
        if sheet.page.evaluate("document.activeElement.className") == "pick":
            break
        keyboard.press("Tab")
    keyboard.press("Enter")

    expect(sheet.page.locator(".part-figure [data-picture=choose]:focus")).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type("Palms")
    keyboard.press("Control+s")
    assert sheet.saved() == "Saved."
    assert [(figure.image.credit, figure.alt) for figure in saved().figures] == [("Agency 0", "Palms")]


@pytest.mark.slow
def test_the_dialog_keeps_the_focus_and_ends_by_escape_with_nothing_changed(sheet):
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    expect(dialog(sheet).get_by_role("status")).to_have_text("3 pictures.")

    for _ in range(12):
        sheet.page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"
        assert sheet.page.evaluate(inside)
    sheet.page.keyboard.press("Escape")

    expect(dialog(sheet)).to_have_count(0)
    expect(sheet.page.locator(".part-figure [data-picture=choose]:focus")).to_be_visible()


def test_a_file_is_uploaded_and_its_credit_written_without_leaving_the_page(sheet):
    sheet.fill("lede", "Typed and not saved.")
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    sheet.page.locator("#chooser-file").set_input_files(file_of(bytes_of(size=(500, 300))))
    expect(dialog(sheet).get_by_label("Credit line", exact=True)).to_be_focused()
    expect(dialog(sheet).get_by_role("status")).to_have_text("Uploaded.")
    dialog(sheet).get_by_label("Credit line", exact=True).fill("Ada Byron / Agency")
    dialog(sheet).get_by_label("Who is in it").fill("Bo Lindt")
    dialog(sheet).get_by_label("Usable until").fill("2030-01-31")
    assert faults(sheet.page, looks=COLOURS) == []
    sheet.page.keyboard.press("Control+s")  # within the dialog it saves what stands there

    expect(dialog(sheet)).to_have_count(0)
    part = sheet.page.locator(".part-figure:not(.empty-form)")
    expect(part.locator(".chosen-credit")).to_have_text("Ada Byron / Agency")
    expect(part.locator(".chosen-until")).to_have_text("usable until 31 January 2030")
    part.get_by_label("It is decorative: nothing to say of it").check()
    assert sheet.save() == "Saved."
    text = saved()
    assert text.lede == "Typed and not saved."
    assert (text.figures[0].image.credit, text.figures[0].decorative) == ("Ada Byron / Agency", True)
    assert Image.objects.get(credit="Ada Byron / Agency").people == "Bo Lindt"
    assert sheet.findings() == []


@pytest.mark.slow
def test_a_file_dropped_onto_a_part_is_uploaded_for_it_and_one_dropped_beside_it_opens_nothing(sheet):
    sheet.add("picture")
    drop(sheet.page.locator(".facts"), bytes_of())
    assert Image.objects.count() == 3
    drop(sheet.page.locator(".part-figure:not(.empty-form) .chosen"), bytes_of(size=(300, 200)))
    expect(dialog(sheet).get_by_label("Credit line", exact=True)).to_be_focused()
    sheet.page.keyboard.press("Escape")

    sheet.page.locator(".part-figure:not(.empty-form)").get_by_label("What it shows").fill("Dropped")
    assert sheet.save() == "Saved."
    assert saved().figures[0].image.width == 300


@pytest.mark.slow
def test_a_file_dropped_onto_the_dialog_is_uploaded_as_well(sheet):
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    expect(dialog(sheet).get_by_role("status")).to_have_text("3 pictures.")

    drop(dialog(sheet).locator(".chooser-grid"), bytes_of())

    expect(dialog(sheet).get_by_label("Credit line", exact=True)).to_be_focused()
    assert Image.objects.count() == 4


@pytest.mark.slow
def test_a_refusal_stands_in_the_dialog_and_nothing_is_lost(sheet, tmp_path):
    too_large = tmp_path / "large.jpg"
    too_large.write_bytes(bytes(10_000_001))
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    files = sheet.page.locator("#chooser-file")
    files.set_input_files(file_of(SVG, "picture.jpg"))
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("of the kind SVG")
    assert faults(sheet.page, answer="400") == []
    files.set_input_files(too_large)
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("at most 10 MB")
    sheet.page.context.set_offline(True)
    files.set_input_files(file_of(bytes_of()))
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("The desk cannot be reached.")
    sheet.page.context.set_offline(False)
    sheet.page.complaints.clear()
    sheet.page.context.clear_cookies(name="sessionid")
    files.set_input_files(file_of(bytes_of()))
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("Your login has ended.")

    assert Image.objects.count() == 3


@pytest.mark.slow
def test_a_refusal_stays_though_the_list_of_pictures_comes_after_it(sheet):
    held = []
    sheet.page.route("**/choose/**", lambda route: held.append(route))
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    sheet.page.locator("#chooser-file").set_input_files(file_of(SVG, "picture.jpg"))
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("of the kind SVG")

    for one in held:
        one.continue_()

    expect(dialog(sheet).locator(".chooser-grid li")).to_have_count(3)
    expect(dialog(sheet).get_by_role("alert")).to_contain_text("of the kind SVG")
    expect(dialog(sheet).get_by_role("status")).to_be_empty()


@pytest.mark.slow
def test_words_that_a_colleague_changed_meanwhile_are_shown_and_not_overwritten(page, images):
    sheet = Sheet(page).open(make_draft("quokka", blocks=(figure_of(images[0]),)))
    part = sheet.page.locator(".part-figure:not(.empty-form)")
    part.get_by_role("button", name="Credit and more…").click()
    Image.objects.filter(pk=images[0].pk).update(credit="Theirs", version=2)
    dialog(sheet).get_by_label("Credit line", exact=True).fill("Mine")
    dialog(sheet).get_by_role("button", name="Save").click()

    expect(dialog(sheet).get_by_role("alert")).to_contain_text("Credit line: “Theirs”.")
    assert dialog(sheet).get_by_label("Credit line", exact=True).input_value() == "Mine"
    assert faults(page, answer="409") == []
    dialog(sheet).get_by_role("button", name="Save").click()
    expect(part.locator(".chosen-credit")).to_have_text("Mine")


@pytest.mark.slow
def test_a_duplicate_has_the_same_picture_and_a_finding_leads_to_what_is_missing(page, images):
    sheet = Sheet(page).open(make_draft("quokka", blocks=(figure_of(images[0], "Ears"), figure_of(None, "To come"))))
    page.get_by_role("link", name="Choose the picture, or delete this part.").click()
    expect(sheet.part("To come").locator("[data-picture=choose]:focus")).to_be_visible()
    sheet.press("Ears", "Duplicate")
    expect(page.locator(".part-figure:not(.empty-form) .frame img")).to_have_count(2)

    assert sheet.save() == "Saved."
    assert [figure.image and figure.image.id for figure in saved().figures] == [str(images[0].uuid)] * 2 + [None]


@pytest.mark.slow
def test_the_dialog_is_accessible_and_fits_in_every_look(sheet):
    sheet.add("picture")
    sheet.page.keyboard.press("Enter")
    expect(dialog(sheet).get_by_role("status")).to_have_text("3 pictures.")

    assert faults(sheet.page, looks=COLOURS) == []
