"""What is erased by order takes its pictures along: those that nothing else shows."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from briefings import pictures
from briefings.content import ContentRefused
from briefings.models import Draft, Image
from briefings.workflow import erase
from tests.desk.pictures.making import figure_of, make_image
from tests.making import LONG_AGO, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(mira, media):
    return make_image(mira, credit="A credit", caption="A caption", people="Somebody", rights="Ours")


@pytest.fixture
def superseded(image):
    """A briefing whose first edition shows the picture, and whose second, with the draft, does not."""
    edition = make_edition("quokka", live_from=LONG_AGO, blocks=(figure_of(image),))
    make_edition("quokka", briefing=edition.briefing, live_from=LONG_AGO.replace(year=2021), blocks=())
    return edition.briefing


def is_there(image):
    return Client().get(f"/media/{image.token}/{image.widths[0]}.webp").status_code == 200


def test_a_picture_that_only_the_erased_text_shows_goes_with_its_words_and_its_files(
    superseded, image, media, django_capture_on_commit_callbacks
):
    assert is_there(image)

    with django_capture_on_commit_callbacks(execute=True):
        erased = erase(superseded, number=1, reason="An order", by=None)

    image.refresh_from_db()
    assert erased.pictures == 1
    assert image.erased_at
    assert {image.credit, image.caption, image.people, image.rights} == {""}
    assert not [path for path in media.rglob("*") if path.is_file()]
    assert not is_there(image)


def test_a_picture_that_another_text_shows_or_showed_stays(superseded, image, media):
    make_edition("numbat", live_from=LONG_AGO, blocks=(figure_of(image),))
    Draft.objects.exclude(briefing=superseded).get().figures.all().delete()

    erased = erase(superseded, number=1, reason="An order", by=None)

    image.refresh_from_db()
    assert (erased.pictures, image.erased_at, image.credit) == (0, None, "A credit")
    assert "The picture “A credit” stays: another text shows it." in erased.remaining
    assert is_there(image)


def test_a_picture_that_a_draft_shows_stays_and_is_named(superseded, image, media):
    make_draft("numbat", blocks=(figure_of(image),))

    erased = erase(superseded, number=1, reason="An order", by=None)

    assert erased.pictures == 0
    assert any("a draft shows it" in sentence for sentence in erased.remaining)


def test_an_order_that_is_taken_back_leaves_the_files(superseded, image, media):
    with transaction.atomic():
        erase(superseded, number=1, reason="An order", by=None)
        transaction.set_rollback(True)

    assert Image.objects.get().erased_at is None
    assert is_there(image)


def test_an_erased_picture_can_be_named_by_no_text_any_more(superseded, image, media):
    erase(superseded, number=1, reason="An order", by=None)

    with pytest.raises(ContentRefused, match="a picture"):
        make_draft("numbat", blocks=(figure_of(image),))


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_went_and_what_the_disk_kept(superseded, image, media, monkeypatch):
    output = StringIO()
    call_command("erase", "quokka", edition=1, reason="An order", stdout=output)
    assert "Pictures that nothing else shows, gone as well with their files: 1." in output.getvalue()


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_lets_nothing_go_is_told(superseded, image, media, monkeypatch):
    def kept(_root, _token):
        raise pictures.NotDiscarded("The disk keeps it.")

    monkeypatch.setattr(pictures, "discard", kept)

    with pytest.raises(CommandError, match=r"The text is erased\. The disk keeps it\. Then run"):
        call_command("erase", "quokka", edition=1, reason="An order", stdout=StringIO())
    assert Image.objects.get().erased_at
