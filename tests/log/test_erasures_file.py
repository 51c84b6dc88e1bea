"""The file of erasures, and what a restored backup has brought back."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from briefings import workflow
from briefings.models import Edition, PublishedSummary
from briefings.workflow import Refused
from briefings.workflow.erasure import orders
from tests.log.erasure_orders import SECRET, erase, make_order, rows_holding
from tests.workflow.making import everything

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def file(settings, tmp_path):
    settings.BACKUP_DIR = tmp_path / "backups"
    return settings.BACKUP_DIR / orders.FILE


def order(edition: Edition) -> orders.Order:
    return orders.Order(at="2026-01-31T12:00:00+00:00", edition=edition.row_hash, texts=(), order="Order 7/26.")


def test_an_erasure_is_noted_with_its_order_and_hashes_and_no_word(ordered, file):
    first = Edition.objects.get(seq=1)

    erase()

    (noted,) = orders.read(file)
    assert (noted.edition, noted.order) == (first.row_hash, "Order 7/26.")
    assert first.text_id in noted.texts
    assert len(noted.texts) == 3
    assert SECRET not in file.read_text()


def test_what_cannot_be_noted_is_not_erased(ordered, file):
    file.parent.mkdir()
    file.mkdir()
    before = everything()

    with pytest.raises(Refused, match="Nothing was erased, because it could not be noted"):
        workflow.erase(ordered, number=1, reason="Order 7/26.", by=None)

    assert everything() == before


def test_the_same_order_is_noted_once_and_another_file_is_refused(ordered, file):
    noted = order(Edition.objects.get(seq=1))
    for _ in range(2):
        orders.note(file.parent, [noted])
    assert orders.read(file) == [noted]

    file.write_text('{"at": "now"}\n')
    with pytest.raises(ValueError, match="is no file of erasures"):
        orders.note(file.parent, [noted])


def test_what_a_backup_has_brought_back_is_erased_again(ordered):
    said = workflow.erase_again(order(Edition.objects.get(seq=1)))

    assert said == "Erased again: 3 texts of the briefing “a” (Order 7/26.)."
    assert rows_holding(SECRET) == []
    assert PublishedSummary.objects.live().get(briefing=ordered).kind == Edition.Kind.MAJOR
    call_command("verify_log", stdout=StringIO())


def test_what_readers_would_get_again_is_withdrawn_first():
    briefing = make_order("live")
    live = PublishedSummary.objects.live().get(briefing=briefing).edition

    said = workflow.erase_again(order(live))

    assert said.endswith("(Order 7/26.). Readers had it, so the briefing is withdrawn.")
    now = PublishedSummary.objects.live().get(briefing=briefing)
    assert (now.kind, now.note) == (Edition.Kind.WITHDRAWN, "This briefing was withdrawn.")
    live.text.refresh_from_db()
    assert live.text.text is None
    call_command("verify_log", stdout=StringIO())


def test_what_is_scheduled_is_called_off_first():
    briefing = make_order("planned")
    workflow.publish(briefing, by=None, change="major", note="Soon.", live_from=timezone.now() + timedelta(hours=2))
    scheduled = PublishedSummary.objects.scheduled().get(briefing=briefing).edition

    assert workflow.erase_again(order(scheduled)).startswith("Erased again")

    scheduled.refresh_from_db()
    assert scheduled.live_until == scheduled.live_from
    assert scheduled.text.text is None


def test_an_order_about_a_later_edition_or_one_that_is_erased_changes_nothing(ordered):
    erase()
    before = everything()
    unknown = orders.Order(at="", edition="f" * 64, texts=(), order="Order 8/26.")

    assert workflow.erase_again(order(Edition.objects.get(seq=1))) == ""
    assert workflow.erase_again(unknown) == ""
    assert everything() == before
