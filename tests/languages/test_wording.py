"""Dates, lists of names and names of languages, as the press of each language writes them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override, trans_real

from briefings.outputs import wording
from briefings.outputs.original_languages import translated_from
from briefings.outputs.page_parts import Author
from briefings.templatetags.briefing_page import byline

MOMENT = datetime(2026, 11, 24, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("language", "day", "moment", "short", "time", "month", "alone"),
    [
        (
            *("de", "24. November 2026", "24. November 2026, 14:05 Uhr (CET)", "24. Nov. 2026, 14:05 Uhr"),
            *("14:05 Uhr", "November 2026", "November"),
        ),
        (
            *("fr", "24 novembre 2026", "24 novembre 2026 à 14h05 (CET)", "24 nov. 2026 à 14h05"),
            *("14h05", "novembre 2026", "novembre"),
        ),
        (
            *("es", "24 de noviembre de 2026", "24 de noviembre de 2026, 14:05 (CET)", "24 nov 2026, 14:05"),
            *("14:05", "noviembre de 2026", "noviembre"),
        ),
        (
            *("uk", "24 листопада 2026", "24 листопада 2026, 14:05 (CET)", "24 листопада 2026, 14:05"),
            *("14:05", "Листопад 2026", "Листопад"),
        ),
        (
            *("ar", "24 نوفمبر 2026", "24 نوفمبر 2026، 14:05 (\u200eCET)", "24 نوفمبر 2026، 14:05"),
            *("14:05", "نوفمبر 2026", "نوفمبر"),
        ),
    ],
)
def test_dates_read_as_the_press_of_the_language_writes_them(language, day, moment, short, time, month, alone):
    with override(language):
        said = [wording.day(MOMENT), wording.moment(MOMENT), wording.short_moment(MOMENT), wording.time(MOMENT)]
        assert [*said, wording.month(MOMENT), wording.month_name(MOMENT)] == [day, moment, short, time, month, alone]


def test_french_writes_the_first_of_a_month_as_no_other_day():
    first = {}
    for language in ("en", "fr", "es"):
        with override(language):
            first[language] = wording.day(date(2026, 11, 1)), wording.short_moment(MOMENT.replace(day=1))
            assert wording.day(date(2026, 11, 11)).startswith("11 ")

    assert first == {
        "en": ("1 November 2026", "1 Nov 2026, 14:05"),
        "fr": ("1er novembre 2026", "1er nov. 2026 à 14h05"),
        "es": ("1 de noviembre de 2026", "1 nov 2026, 14:05"),
    }


@pytest.mark.parametrize(
    ("language", "names", "line"),
    [
        ("de", "Ada Ben Cy", "Von Ada, Ben und Cy"),
        ("fr", "Ada Ben", "Par Ada et Ben"),
        ("es", "Ada Ben", "Por Ada y Ben"),
        ("es", "Ada Inés", "Por Ada e Inés"),
        ("es", "Ada Íñigo", "Por Ada e Íñigo"),
        ("es", "Ada Hilda", "Por Ada e Hilda"),
        ("es", "Ada Hierro", "Por Ada y Hierro"),
        ("uk", "Ада Бен", "Текст: Ада та Бен"),
        ("ar", "سارة علي هدى", "بقلم سارة وعلي وهدى"),
        ("ar", "سارة", "بقلم سارة"),
    ],
)
def test_a_byline_joins_names_as_the_language_does(language, names, line):
    with override(language):
        assert byline([Author(name=name) for name in names.split()]) == line


def test_the_language_that_words_were_translated_from_is_inflected():
    said = {}
    for language in ("en", "de", "fr", "es", "uk", "ar"):
        with override(language):
            said[language] = translated_from("ar-EG"), translated_from("ko"), translated_from("xx")

    assert said == {
        "en": ("translated from Arabic", "translated from Korean", "translated from xx"),
        "de": ("aus dem Arabischen übersetzt", "im Original auf Koreanisch", "im Original auf xx"),
        "fr": ("traduit de l’arabe", "langue d’origine\xa0: coréen", "langue d’origine\xa0: xx"),
        "es": ("traducido del árabe", "idioma original: coreano", "idioma original: xx"),
        "uk": ("переклад з арабської", "мова оригіналу: корейська", "мова оригіналу: xx"),
        "ar": ("مترجم عن العربية", "اللغة الأصلية: الكوريّة", "اللغة الأصلية: xx"),
    }


def test_labels_are_in_the_sites_language_where_the_briefings_has_no_words(settings, monkeypatch):
    monkeypatch.setattr(trans_real, "_translations", {})
    settings.LANGUAGE_CODE = "de"

    said = {language: wording.furniture_language(language) for language in ("fi", "en", "en-GB", "fr-CA", "de-AT")}
    assert said == {"fi": "de", "en": "en", "en-GB": "en", "fr-CA": "fr", "de-AT": "de"}
