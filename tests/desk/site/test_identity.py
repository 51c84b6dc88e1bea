"""The site's identity on the desk: one page, whose refusals come at once and lose nothing."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from briefings import working_copy
from briefings.admin.site.identity_form import OWN_ACCENTS
from briefings.models import AuditEntry, Image, PublicRecord
from briefings.workflow.pages import site
from tests.desk.sheets import fields_of, messages, posted
from tests.making import LONG_AGO, make_edition
from tests.workflow.site_and_pages import set_site
from tests.workflow.test_site import make_image

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/siteidentity/"


def opened(client):
    return fields_of(client.get(PAGE), "identity_form")


def sent(client, **values):
    return posted(client, PAGE, opened(client) | {"_save": "1"} | values)


def test_the_address_for_errors_stands_at_every_briefing_from_then_on(desk, client):
    make_edition("quokka", live_from=LONG_AGO)
    page = "/briefings/quokka/"
    assert "mailto:" not in client.get(page).content.decode()

    sent(desk, error_address="errors@news.example")

    assert 'href="mailto:errors@news.example?subject=' in client.get(page).content.decode()
    sent(desk, error_address="")
    assert "mailto:" not in client.get(page).content.decode()


@pytest.mark.parametrize(
    "address", ["errors", "errors@news", "a b@news.example", "a@b.example?cc=c@d.example", "a@b.example, c@d.example"]
)
def test_what_is_no_mail_address_is_refused_at_its_field(desk, address):
    answer = sent(desk, error_address=address)

    assert "This is no mail address. Write it as in errors@news.example." in answer.content.decode()
    assert not PublicRecord.objects.exists()


def current():
    return site.current_site()[0]


def test_the_form_begins_with_the_settings_and_a_save_stands_in_their_place(desk, client):
    assert opened(desk)["name"] == settings.SITE_NAME

    answer = sent(desk, name="The Harbour Desk", tagline="News, briefly", footer="© us", accent_light="#1D4F91")

    assert messages(answer) == ["Saved. Readers see it from now on."]
    assert (current().name, current().accent_light) == ("The Harbour Desk", "#1d4f91")
    home = client.get("/").content.decode()
    for words in ("The Harbour Desk", "News, briefly", "© us", "--accent:#1d4f91"):
        assert words in home
    assert opened(desk)["accent_dark"] == ""


def test_everything_that_is_wrong_stands_at_its_field_at_once(desk):
    answer = sent(desk, name=" ", accent_light="#ffcc00", accent_dark="#000080", logo="other", logo_id="nothing")

    page = answer.content.decode()
    assert "Not saved yet: 4 fields need a look. They are marked below." in page
    for words in (
        "Write the name of the site.",
        "#ffcc00 has 1.3:1 on the light page, and 4.5:1 is the least.",
        "on the dark page, and 4.5:1 is the least. Choose a lighter colour.",
        "There is no picture of that name on file.",
    ):
        assert words in page
    assert fields_of(answer, "identity_form")["accent_light"] == "#ffcc00"
    assert not PublicRecord.objects.exists()


@pytest.mark.parametrize("typed", ["#1d4f91", "1D4F91", " #1d4f91 "])
def test_a_colour_may_be_written_as_people_write_it(desk, typed):
    sent(desk, accent_light=typed)

    assert current().accent_light == "#1d4f91"


def test_what_is_no_colour_is_told_how_one_is_written(desk):
    for typed in ("red", "#12", "#1d4f9", "rgb(0,0,0)", "#1d4f91;}", "</style>", "\0"):
        sent(desk, accent_light=typed)
        assert not PublicRecord.objects.exists(), typed


def test_whoever_saves_over_a_newer_one_sees_it_first_and_loses_nothing(desk):
    mine = opened(desk) | {"name": "Mine", "_save": "1"}
    set_site(name="Theirs")

    answer = desk.post(PAGE, mine)

    page = answer.content.decode()
    assert "Somebody changed this meanwhile." in page
    assert "<dd>Theirs</dd>" in page
    assert current().name == "Theirs"
    desk.post(PAGE, fields_of(answer, "identity_form") | {"_save": "1"})
    assert current().name == "Mine"


def test_nothing_changed_is_told(desk):
    set_site()

    assert "Nothing was changed." in sent(desk).content.decode()


def test_a_logo_is_one_of_the_newest_pictures_or_one_named_and_never_one_whose_use_ends(desk):
    image, other = make_image(caption="A lighthouse"), make_image()
    ending = make_image(caption="A tender", usable_until="2030-05-03")
    page = desk.get(PAGE).content.decode()
    assert "A lighthouse" in page
    assert "A tender" not in page

    sent(desk, logo=str(image.uuid))
    assert current().logo == working_copy.image_name(image)
    sent(desk, logo="other", logo_id=str(other.uuid))
    assert current().logo.token == other.token
    assert "a logo stays" in sent(desk, logo=str(ending.uuid)).content.decode()
    sent(desk, logo="")
    assert current().logo is None


def test_a_logo_that_stands_keeps_the_facts_it_was_chosen_with(desk):
    image = make_image()
    sent(desk, logo=str(image.uuid))
    before = current().logo
    Image.objects.update(credit="Somebody else", usable_until="2030-05-03")

    sent(desk, name="Another name")

    assert (current().name, current().logo) == ("Another name", before)


def test_a_site_admin_who_reads_no_drafts_makes_no_hidden_picture_public(at_desk):
    image = make_image(caption="Under embargo")
    admin = at_desk("adam", "admin")

    assert "Under embargo" not in admin.get(PAGE).content.decode()
    answer = sent(admin, logo=str(image.uuid)).content.decode()
    unknown = sent(admin, logo=str(make_image().uuid)).content.decode()

    sentence = "There is no picture of that name on file. Choose another."
    assert sentence in answer
    assert sentence in unknown
    assert not PublicRecord.objects.exists()


def test_the_page_tells_who_changed_what(desk):
    sent(desk, tagline="News, briefly")

    page = desk.get(PAGE).content.decode()

    assert "<td>mira</td><td>name, tagline</td>" in page
    assert AuditEntry.objects.filter(about=site.ABOUT).count() == 1


def test_the_page_tells_the_contrast_of_each_accent_or_of_the_looks_own(desk):
    set_site(accent_dark="#8ab4f8")

    page = desk.get(PAGE).content.decode()

    assert "#8c1d24 has 8.1:1." in page
    assert "#8ab4f8 has 7.6:1." in page


def test_the_accents_named_here_are_those_of_the_look():
    sheet = (Path(settings.BASE_DIR) / "briefings/static/briefings/site.css").read_text(encoding="utf-8")

    assert re.findall(r"--accent: (#[0-9a-f]{6})", sheet)[:2] == list(OWN_ACCENTS.values())


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_who_may_not_change_the_site_is_refused(at_desk, role):
    client = at_desk("tom", role)

    assert client.get(PAGE).status_code == client.post(PAGE, {"name": "Forged", "_save": "1"}).status_code == 403
    assert not PublicRecord.objects.exists()
