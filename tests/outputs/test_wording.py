from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from briefings.outputs import wording
from briefings.outputs.facts import notices
from tests.outputs.makers import CORRECTION, make_edition


@pytest.mark.parametrize("language", ["ar", "fa-IR", "he", "ur", "uz-Arab"])
def test_these_languages_run_from_right_to_left(language):
    assert wording.direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "de-CH", "ku", "ur-Latn", "az-Cyrl"])
def test_these_languages_run_from_left_to_right(language):
    assert wording.direction(language) == "ltr"


def test_days_and_moments_read_as_a_newsroom_writes_them():
    assert wording.day(date(2026, 11, 24)) == "24 November 2026"
    assert (
        wording.moment(datetime(2026, 11, 24, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))) == "24 November 2026, 14:05 CET"
    )
    assert wording.moment(datetime(2026, 11, 24, 14, 5, tzinfo=UTC)) == "24 November 2026, 14:05 UTC"


@pytest.mark.parametrize("language", ["fa", "ku", "zh-Hant", "en"])
def test_dates_stay_in_the_language_of_their_labels_where_a_page_is_not_translated(language):
    with override(wording.furniture_language(language)):
        assert wording.day(date(2026, 1, 6)) == "6 January 2026"


def test_words_stand_in_the_marks_of_their_language():
    marks = {"en": "“x”", "de-AT": "„x“", "uk": "«x»", "ar": "«x»", "fr": "«\u202fx\u202f»", "pl": "„x”", "xx": "“x”"}

    assert {language: wording.quoted("x", language) for language in marks} == marks


def test_an_unknown_language_is_named_by_its_code():
    assert wording.language_name("fr") == "French"
    assert wording.language_name("xx") == "xx"


def test_a_correction_stays_told_under_every_later_edition():
    first, corrected = make_edition(), make_edition(2, kind="correction", correction=CORRECTION)
    older = make_edition(3, kind="major", note="More.")
    newer = make_edition(4, kind="major", note="Still more.")
    minor = make_edition(5, kind="minor", note="A comma.")

    assert notices([first, corrected, older, newer, minor]) == (newer, corrected)


def test_every_kind_of_edition_has_a_label():
    kinds = ["first", "minor", "major", "correction", "withdrawn", "removed", "merged"]

    assert len({wording.label(make_edition(kind=kind)) for kind in kinds}) == len(kinds)
    clarified = CORRECTION.model_copy(update={"kind": "clarification"})
    assert wording.label(make_edition(kind="correction", correction=clarified)) == "Clarification"
