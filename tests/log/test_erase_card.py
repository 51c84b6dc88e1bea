"""The words of an erased text stand in a picture too: the share card goes with them."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from briefings.models import Edition
from briefings.pictures import NotDiscarded
from tests.log.erasure_orders import erase
from tests.visibility.card_addresses import card_path
from tests.workflow.making import DAY


@pytest.fixture
def cards(settings, tmp_path):
    """What is kept of cards."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return lambda: [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*.png")]


@pytest.fixture
def card_of_the_erased(ordered, cards):
    """Somebody shared the first edition, and nobody has shared the briefing since."""
    first = Edition.objects.order_by("seq").first()
    at = first.live_from + DAY / 2
    path = card_path(first, at)
    assert Client().get(path, **{"briefings.at": at}).status_code == 200
    assert len(cards()) == 1
    return path


def test_the_share_card_of_an_erased_edition_is_gone_from_the_disk(
    card_of_the_erased, cards, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erase()

    assert cards() == []
    assert Client().get(card_of_the_erased).status_code == 404


def test_what_readers_have_by_now_is_drawn_again(card_of_the_erased, cards, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase()

    path = card_path(Edition.objects.order_by("seq").last(), timezone.now())
    assert Client().get(path).status_code == 200
    assert len(cards()) == 1


def test_a_card_that_the_disk_does_not_let_go_is_said_and_a_sweep_takes_it(
    card_of_the_erased, cards, django_capture_on_commit_callbacks, monkeypatch, capsys
):
    def refuse(*_):
        raise PermissionError

    with monkeypatch.context() as disk:
        disk.setattr("pathlib.Path.unlink", refuse)
        with (
            pytest.raises(NotDiscarded, match="share card of this briefing could not be taken off its disk"),
            django_capture_on_commit_callbacks(execute=True),
        ):
            erase()
    assert len(cards()) == 1

    call_command("sweep_pictures")

    assert cards() == []
    assert "Share cards, removed (the next that is asked for is drawn again): 1." in capsys.readouterr().out
