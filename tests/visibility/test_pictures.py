"""Pictures: their files go out while an edition that may be read shows them, and until the last day of their rights."""

from datetime import datetime, time

import pytest
from django.utils import timezone

from briefings import pictures
from tests.desk.pictures.making import figure_of, put_on_file
from tests.making import DAY, NOON, SECOND, TICK

MIDNIGHT = datetime.combine(timezone.localdate(NOON) + DAY, time(), tzinfo=timezone.get_default_timezone())


@pytest.fixture
def put(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return put_on_file


def file_of(image):
    return f"/media/{image.token}/{image.widths[0]}.webp"


def test_a_file_goes_out_from_the_moment_of_its_edition_until_its_briefing_ends(surfaces, make_edition, put):
    image = put()
    first = make_edition("one", blocks=(figure_of(image),))
    make_edition("two", briefing=first.briefing, live_from=NOON + DAY)
    make_edition("gone", briefing=first.briefing, live_from=NOON + 2 * DAY, kind="withdrawn")
    moments = (NOON - TICK, NOON, NOON + DAY + SECOND, NOON + 2 * DAY - TICK, NOON + 2 * DAY)

    statuses = [surfaces[file_of(image)].answer(at).status for at in moments]

    assert statuses == [404, 200, 200, 200, 404]


def test_after_the_last_day_of_its_rights_neither_a_file_nor_a_list_shows_a_picture(surfaces, make_edition, put):
    image = put(usable_until=timezone.localdate(NOON))
    make_edition("one", blocks=(figure_of(image),))

    shown = [
        (surfaces[file_of(image)].answer(at).status, image.token in surfaces["/"].at(at)) for at in (NOON, MIDNIGHT)
    ]

    assert shown == [(200, True), (404, False)]


def test_a_browser_shows_a_picture_that_was_withdrawn_for_an_hour_at_most(surfaces, make_edition, put):
    image = put()
    make_edition("one", blocks=(figure_of(image),))

    assert surfaces[file_of(image)].answer(NOON)["Cache-Control"] == "public, max-age=3600"


def test_a_file_that_the_disk_has_damaged_is_as_unknown_as_any(surfaces, make_edition, put, settings):
    image = put()
    make_edition("one", blocks=(figure_of(image),))
    file = pictures.files(settings.MEDIA_ROOT, image.token)[0]
    address = f"/media/{image.token}/{file.name}"
    assert surfaces[address].answer(NOON).status == 200

    file.write_bytes(file.read_bytes()[:-1])

    assert surfaces[address].answer(NOON) == surfaces.unknown(NOON)
