"""What stands with a picture: changed by whoever may, never over somebody's newer words; and where it is used."""

import pytest

from briefings import policy
from briefings.models import AuditEntry, Image
from tests.desk.pictures.making import JSON, figure_of, make_image
from tests.desk.sheets import fields_of, messages, posted
from tests.making import LONG_AGO, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(staff):
    return staff("tom", "writer")


@pytest.fixture
def image(tom):
    return make_image(tom, credit="Ada", people="Bo")


def page_of(image):
    return f"/admin/briefings/image/{image.pk}/change/"


def test_everything_that_stands_with_a_picture_is_saved_and_on_record(desk, image):
    fields = fields_of(desk.get(page_of(image)), "") | {
        "credit": "Ada Byron / Agency",
        "caption": "A quokka.\nIn two lines.",
        "people": "Bo Lindt",
        "rights": "Agency, one year",
        "usable_until": "2030-01-31",
        "focal_x": "62",
        "focal_y": "0",
    }

    answer = posted(desk, page_of(image), fields)

    assert messages(answer) == ["Saved."]
    image.refresh_from_db()
    assert (image.credit, image.caption, image.people) == ("Ada Byron / Agency", "A quokka.\nIn two lines.", "Bo Lindt")
    assert (image.rights, str(image.usable_until)) == ("Agency, one year", "2030-01-31")
    assert (image.focal_x, image.focal_y, image.version) == (62, 0, 2)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.about) == ("changed", f"image:{image.uuid}")
    assert "credit" in entry.detail
    assert "Ada" not in entry.detail
    assert "changed" in desk.get(f"/admin/briefings/image/{image.pk}/history/").content.decode()


def test_nothing_changed_is_nothing_saved(desk, image):
    answer = posted(desk, page_of(image), fields_of(desk.get(page_of(image)), ""))

    assert messages(answer) == ["Nothing was changed, so nothing new was saved."]
    assert Image.objects.get().version == 1


def test_whoever_saves_over_newer_words_is_told_what_they_are_and_overwrites_nothing(desk, at_desk, image):
    mine = fields_of(desk.get(page_of(image)), "") | {"credit": "Mine"}
    tom = at_desk("tom")
    tom.post(page_of(image), fields_of(tom.get(page_of(image)), "") | {"credit": "Theirs"})

    answer = desk.post(page_of(image), mine)

    page = answer.content.decode()
    assert "Somebody changed this picture meanwhile." in page
    assert "Credit line: Theirs" in page
    assert 'value="Mine"' in page
    assert Image.objects.get().credit == "Theirs"
    desk.post(page_of(image), fields_of(answer, ""))  # having seen it
    assert Image.objects.get().credit == "Mine"


def test_the_script_may_send_the_essentials_alone_and_the_rest_stays(desk, image):
    answer = desk.post(page_of(image), {"version": "1", "credit": "New"}, headers=JSON)

    assert answer.json()["picture"]["credit"] == "New"
    image.refresh_from_db()
    assert (image.credit, image.people, image.version) == ("New", "Bo", 2)
    late = desk.post(page_of(image), {"version": "1", "credit": "Late"}, headers=JSON)
    assert (late.status_code, late.json()["version"]) == (409, 2)
    assert "Credit line: “New”." in late.json()["error"]


UNSAVED = [
    *(("focal_x", value) for value in ("-1", "101", "x", "", "1e2")),
    ("usable_until", "soon"),
    ("usable_until", "2026-02-30"),
    ("credit", "x" * 301),
    ("caption", "a\u202eb"),
    ("version", "x"),
    ("version", "9" * 30),
]


def test_what_cannot_be_saved_is_said_at_its_field_and_what_was_typed_stays(desk, image):
    fields = fields_of(desk.get(page_of(image)), "") | {"people": "Typed"}

    for name, value in UNSAVED:
        answer = desk.post(page_of(image), fields | {name: value})
        assert answer.status_code == 200, (name, value)
        assert name in answer.context["form"].errors, (name, value)
        assert 'value="Typed"' in answer.content.decode(), (name, value)

    assert Image.objects.get().version == 1


def test_a_digit_in_another_script_is_a_digit(desk, image):
    desk.post(page_of(image), fields_of(desk.get(page_of(image)), "") | {"focal_x": "٣"})

    assert Image.objects.get().focal_x == 3


def test_writers_describe_what_they_uploaded_and_editors_all(at_desk, staff, tom, image):
    make_edition("quokka", live_from=LONG_AGO, blocks=(figure_of(image),))  # so that every writer sees it

    assert policy.may_describe(tom, image)
    assert policy.may_describe(staff("mira", "editor"), image)
    sam = at_desk("sam", "writer")
    page = sam.get(page_of(image))
    assert "Editors change this, and whoever uploaded the picture." in page.content.decode()
    assert 'name="credit"' not in page.content.decode()
    assert sam.post(page_of(image), {"version": "1", "credit": "Forged"}).status_code == 403
    assert Image.objects.get().credit == "Ada"


def test_the_focal_point_shows_in_the_page_without_javascript(desk, image):
    Image.objects.update(focal_x=20, focal_y=80)

    page = desk.get(page_of(image)).content.decode()

    assert '<svg x="20%" y="80%"' in page
    assert 'class="crop square x20 y80"' in page
    assert 'name="focal_x" value="20"' in page
    assert " style=" not in page


def test_a_page_tells_where_the_picture_is_used_of_what_one_may_know(desk, at_desk, image):
    make_edition("quokka", live_from=LONG_AGO, blocks=(figure_of(image),))
    make_draft("wombat", blocks=(figure_of(image),))

    whole, part = (client.get(page_of(image)).content.decode() for client in (desk, at_desk("sam", "writer")))

    assert [page.count("The wombat headline") for page in (whole, part)] == [1, 0]
    assert all("Readers see it in" in page and "The quokka headline" in page for page in (whole, part))


@pytest.mark.parametrize("number", [1, 6])
def test_a_page_costs_the_same_however_often_the_picture_is_used(desk, image, number, django_assert_num_queries):
    for one in range(number):
        make_edition(f"word-{one}", live_from=LONG_AGO, blocks=(figure_of(image),))
    desk.get(page_of(image))

    with django_assert_num_queries(8):
        desk.get(page_of(image))
