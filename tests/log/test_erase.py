"""Erasing by order: the text goes from everywhere, the row, its date and the ground remain."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from briefings import workflow
from briefings.content import Correction
from briefings.models import AuditEntry, Edition, Erasure, PublishedSummary, Revision
from tests.log.erasure_orders import PARTS, SECRET, columns, erase, refused, rows_holding
from tests.log.making import READERS_ROWS
from tests.workflow.making import DAY, LATER, key, make_edition, save


def test_the_text_is_gone_from_every_row_and_its_date_and_ground_remain(ordered):
    before = columns(Edition.objects.get(seq=1))
    assert {"StoredText", "PublishedSummary", "PublishedQuestion"} <= set(rows_holding(SECRET))

    output = erase()

    assert rows_holding(SECRET) == []
    assert columns(Edition.objects.get(seq=1)) == before
    assert set(Erasure.objects.values_list("reason", flat=True)) == {"Order 7/26."}
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.briefing, entry.detail) == ("erased by order", ordered, "edition 1: Order 7/26.")
    assert output.splitlines() == [
        "Erased edition 1 of “a”: 3 stored texts are gone.",
        "Backups made before still hold the text. Replace them.",
    ]


def test_verify_log_says_erased_by_order_and_that_the_log_is_whole(ordered):
    erase()
    out = StringIO()

    call_command("verify_log", stdout=out)

    assert out.getvalue().count("was erased by order: Order 7/26.") == 3
    assert "The log is whole" in out.getvalue()


def test_revisions_that_led_to_the_edition_lose_their_text_and_stay_as_rows(ordered):
    erase()

    assert [revision.text.text is None for revision in Revision.objects.order_by("version")] == [True] * 3 + [False]


def test_other_editions_keep_their_text_their_dates_and_their_feed_entry(ordered):
    make_edition(ordered, live_from=timezone.now() - DAY, kind=Edition.Kind.MINOR, lede="A comma.")
    before = {row.pk: columns(row) for row in PublishedSummary.objects.all()}

    erase()

    after = {row.pk: columns(row) for row in PublishedSummary.objects.all()}
    first, *others = sorted(before)
    assert {pk: after[pk] for pk in others} == {pk: before[pk] for pk in others}
    assert after[first] == {
        **before[first],
        "slug": None,
        "headline": "",
        "lede": "",
        "language": "",
        "front_language": "",
        "listed": False,
    }
    for model in READERS_ROWS:
        assert not model.objects.filter(edition=first).exists()


def test_of_an_earlier_edition_that_no_order_names_the_text_stays(ordered):
    make_edition(ordered, live_from=timezone.now() - DAY, kind=Edition.Kind.MINOR, lede="A comma.")

    erase(edition=2)

    assert [edition.text.text is None for edition in Edition.objects.order_by("live_from")] == [False, True, False]


def test_the_feed_entry_of_a_minor_change_never_shows_an_erased_text(ordered):
    minor = make_edition(ordered, live_from=timezone.now() - DAY, kind=Edition.Kind.MINOR, lede="A comma.")
    updated = PublishedSummary.objects.get(edition=minor).updated

    erase(edition=2)

    after = PublishedSummary.objects.get(edition=minor)
    assert after.entry == minor
    assert after.updated == updated


def test_the_correction_that_an_erased_edition_made_is_gone_from_the_list(ordered):
    correction = Correction(key=key("c"), was_wrong=SECRET, is_right=f"not {SECRET}")
    workflow.publish(ordered, by=None, change="correction", correction=correction)
    workflow.publish(ordered, by=None, change="major", note="Anew.")

    erase()
    erase(edition=3)

    assert rows_holding(SECRET) == []


def test_what_readers_get_or_will_get_is_not_erased(ordered):
    sentence = (
        "Readers get the text of edition {}, now or at a scheduled time. Withdraw the briefing or publish "
        "another edition, call off what is scheduled, then erase."
    )

    assert refused(edition=2) == sentence.format(2)

    make_edition(ordered, live_from=LATER, kind=Edition.Kind.MINOR, **PARTS)
    assert refused(edition=1) == sentence.format(1)


def test_a_text_that_a_later_live_edition_shows_again_is_not_erased(ordered):
    make_edition(ordered, live_from=timezone.now() - DAY, kind=Edition.Kind.MINOR, **PARTS)

    assert refused(edition=1).startswith("Readers get the text of edition 1, now")
    assert "edition 2" in erase(edition=2)


@pytest.mark.parametrize("number", [0, -1, 3, 99])
def test_an_edition_that_there_is_not_is_not_erased(ordered, number):
    assert refused(edition=number) == f"There is no edition {number}: this briefing has 2."


def test_an_edition_is_erased_once_on_a_ground_and_at_an_address(ordered):
    assert refused(reason="  ") == "Say by what order or on what ground the text is erased."
    assert refused("nowhere") == "No briefing has the address “nowhere”."
    erase()
    assert refused() == "Edition 1 was erased before."


def test_a_former_address_finds_the_briefing_too(ordered):
    save(ordered, slug="b")
    workflow.publish(ordered, by=None, change="minor")

    assert "Erased edition 1 of “b”" in erase("b")
    assert refused("a") == "Edition 1 was erased before."


def test_an_edition_never_live_has_no_number_to_erase_it_by(ordered):
    called_off = make_edition(ordered, live_from=LATER, kind=Edition.Kind.MINOR, headline="Never")
    workflow.call_off(called_off, by=None)

    assert refused(edition=3) == "There is no edition 3: this briefing has 2."
