"""The site's identity: what stands, what is refused and in which words, and that the log stays whole."""

from datetime import date

import pytest

from briefings import workflow, working_copy
from briefings.content import SiteRecord
from briefings.content.public_values import record_from
from briefings.log import verify_log
from briefings.models import AuditEntry, Image, LogHead, PublicRecord
from briefings.workflow import Refused
from briefings.workflow.pages import site
from tests.log.test_rebuild import empty, read_rows
from tests.workflow.making import everything, make_user
from tests.workflow.site_and_pages import set_site

pytestmark = pytest.mark.django_db
READABLE = "#1d4f91"


def current():
    return site.current_site()[0]


def refused(**values):
    before = everything()
    with pytest.raises(Refused) as refusal:
        set_site(**values)
    assert everything() == before
    return list(refusal.value.reasons)


def make_image(**values):
    number = Image.objects.count()
    facts = {"token": f"{number:022}", "sha256": f"{number:064}", "width": 400, "height": 200, "widths": [320]}
    return Image.objects.create(**facts | {"fallback": "png"} | values)


def test_the_first_identity_stands_from_now_on_and_is_on_record():
    chief = make_user()

    row = set_site(by=chief, tagline="News, briefly", footer="© The Harbour Desk", accent_light=READABLE)

    assert current().name == "The Harbour Desk"
    assert row.by == chief
    entry = AuditEntry.objects.get(action="site changed")
    assert (entry.by, entry.about, entry.detail) == (
        chief,
        site.ABOUT,
        "name, tagline, footer, accent light",
    )
    assert entry.head_hash == LogHead.objects.get().hash


def test_a_record_from_before_there_was_an_address_for_errors_is_read_without_one():
    text = (
        '{"accent_dark":null,"accent_light":null,"footer":"","logo":null,"name":"The Desk","schema_version":1,'
        '"tagline":"News"}'
    )

    assert record_from("site", text) == SiteRecord(name="The Desk", tagline="News", error_address="")


def test_a_change_closes_what_stood_before_at_its_own_moment():
    first = set_site()
    second = set_site(name="The Harbour")

    first.refresh_from_db()
    assert (first.live_until, second.live_until) == (second.live_from, None)
    assert PublicRecord.objects.count() == 2


@pytest.mark.parametrize("accents", [(READABLE, None), (None, "#8ab4f8")])
def test_an_accent_for_one_scheme_leaves_the_other_to_the_look(accents):
    set_site(**dict(zip(("accent_light", "accent_dark"), accents, strict=True)))

    assert (current().accent_light, current().accent_dark) == accents


def test_without_an_accent_the_look_keeps_its_own():
    set_site()

    assert (current().accent_light, current().accent_dark) == (None, None)


def test_colours_that_cannot_be_read_are_refused_for_both_schemes_at_once():
    assert refused(accent_light="#ffcc00", accent_dark="#000080") == [
        "#ffcc00 has 1.3:1 on the light page, and 4.5:1 is the least. Choose a darker colour.",
        "#000080 has 1.0:1 on the dark page, and 4.5:1 is the least. Choose a lighter colour.",
    ]


def test_every_reason_comes_at_once():
    ending = working_copy.image_name(make_image(usable_until=date(2030, 5, 3)))
    content = SiteRecord(name="x", logo=ending, accent_light="#ffff00", accent_dark="#101010")

    with pytest.raises(Refused) as refusal:
        workflow.set_site(content.model_copy(update={"name": ""}), by=None, expected="another")

    reasons = refusal.value.reasons
    assert len(reasons) == 5
    assert reasons[0] == "Somebody changed this meanwhile. Look at what stands there now, then save."
    assert reasons[1] == "Write the name of the site."
    assert reasons[2].startswith("That picture may be used until 3 May 2030 only, and a logo stays.")


def test_a_picture_that_is_not_on_file_is_no_logo():
    image = make_image()
    logo = working_copy.image_name(image)
    image.delete()

    assert refused(logo=logo) == ["That picture is not on file. Choose another logo."]


def test_a_picture_of_which_they_may_not_know_is_as_one_that_never_was():
    logo, admin = working_copy.image_name(make_image()), make_user(role="admin")

    assert refused(by=admin, logo=logo) == ["That picture is not on file. Choose another logo."]
    assert set_site(by=make_user("Cleo", role="chief"), logo=logo).published_name.token == logo.token


def test_a_logo_stands_with_its_token_for_the_door_of_pictures():
    image = make_image()

    row = set_site(logo=working_copy.image_name(image))

    assert row.published_name.token == image.token


def test_whoever_looked_at_something_older_is_told_and_writes_nothing():
    set_site()
    looked_at = site.current_site()[1]
    set_site(name="The Harbour")

    assert refused(name="Mine", expected=looked_at) == [
        "Somebody changed this meanwhile. Look at what stands there now, then save."
    ]
    assert refused(name="Mine", expected="") != []


def test_nothing_changed_is_said_and_appends_nothing():
    set_site(accent_light=READABLE)

    assert refused(accent_light=READABLE) == ["Nothing was changed."]


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_who_may_not_is_told_whom_to_ask(role):
    assert refused(by=make_user(role=role)) == [
        "You may not change the site’s name, look and pages. Ask a chief editor or a site admin."
    ]


@pytest.mark.parametrize("role", ["chief", "admin"])
def test_chief_editors_and_site_admins_may(role):
    assert set_site(by=make_user(role=role)).seq == 1


def test_the_log_stays_whole_and_rebuild_makes_the_same_rows():
    set_site(accent_light=READABLE, logo=working_copy.image_name(make_image()))
    set_site(name="The Harbour")
    before = read_rows()

    empty()
    workflow.rebuild()

    assert read_rows() == before
    assert verify_log().problems == []
