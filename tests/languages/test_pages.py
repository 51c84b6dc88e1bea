"""A briefing's pages, its entry in a feed and its data speak its language; errors that stand alone the site's."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override, trans_real

from briefings.content import FAQEntry, PersonName, SourceNote
from briefings.outputs import wording
from briefings.outputs.facts import CorrectionEntry, QuotationEntry
from briefings.outputs.feed_items import briefing_item, item_of
from briefings.outputs.metadata import of_briefings
from briefings.outputs.original_languages import translated_from
from briefings.outputs.page import Author, parts
from briefings.public.share_cards import card_of
from briefings.templatetags.briefing_page import byline
from tests.languages.said import left_over
from tests.outputs.makers import CORRECTION, LATER, PATH, SITE, make_content, make_edition, make_entry, quote, section
from tests.outputs.makers import make_briefing as made
from tests.outputs.pages import EDITIONS, ERRORS, briefing_page

SOURCE = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b12"
MOMENT = datetime(2026, 11, 24, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))
NOTED = [
    make_edition(2, kind="major", note="Note 2"),
    *(
        make_edition(
            number, kind="correction", correction=CORRECTION.model_copy(update={"kind": kind, "key": f"c{number:08}"})
        )
        for number, kind in enumerate(["correction", "clarification", "editors-note"], start=3)
    ),
]
LANGUAGES = ["ar", "de", "es", "fr", "uk"]


def content_in(language):
    """One with all that has a label, in words of no language."""
    noted = {"source": SOURCE, "said_on": "2026-01-06"}
    return make_content(
        language=language,
        headline="Ohlo",
        lede="Lele",
        dateline="Dada",
        authors=(PersonName(name="Ada"), PersonName(name="Ben")),
        blocks=(
            section("<p>Kika “mumu” nono “rara”.</p>", heading="Bibi"),
            quote("qaaaaaaaa", "mumu", role="Roro"),
            quote("qbbbbbbbb", "rara", person=None, role="", translated_from="fr", **noted),
            quote("qcccccccc", "Zozo", section=None, role="", translated_from="ko"),
        ),
        faq=(
            FAQEntry(key="faaaaaaaa", question="Fifi", answer="<p>Gaga</p>"),
            FAQEntry(key="fbbbbbbbb", question="Fofo", open="shown"),
        ),
        sources=(
            SourceNote(id=SOURCE, title="Tete", publisher="Pupu", url="https://a.example/", read_on="2026-01-06"),
        ),
    )


def states(language):
    corrected = made(content=content_in(language), number=5, updated=LATER, editions=(make_edition(), *NOTED))
    withdrawn = replace(corrected, gone="withdrawn", notice="Notice")
    return {
        "briefing": briefing_page(corrected),
        "as published": briefing_page(replace(corrected, number=1, path=f"{PATH}v/1/", as_published=True)),
        "editions": briefing_page(replace(corrected, editions=EDITIONS), "briefings/editions.html"),
        "withdrawn": briefing_page(withdrawn, "briefings/gone.html"),
        "removed": briefing_page(replace(withdrawn, gone="removed", notice=""), "briefings/gone.html"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefings_pages_say_nothing_in_english_but_what_editors_wrote(language):
    editions = [edition.headline + edition.note for edition in (*EDITIONS, *NOTED)]
    corrected = CORRECTION.was_wrong, CORRECTION.is_right
    wrote = [content_in("en").model_dump_json(), SITE.name, SITE.tagline, *corrected, "Notice", *editions]
    english, pages = states("en"), states(language)

    left = {name: left_over(pages[name], english[name], language=language, wrote=wrote) for name in pages}
    assert left == {name: set() for name in pages}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*ERRORS, "413", "503"])
def test_an_error_says_nothing_in_english(language, name):
    with override(language):
        page = render_to_string(f"{name}.html", {"site": replace(SITE, language=language)})
    english = render_to_string(f"{name}.html", {"site": SITE})
    direction = "rtl" if language == "ar" else "ltr"

    assert left_over(page, english, language=language, wrote=[SITE.name, SITE.tagline]) == set()
    assert f'<html lang="{language}" dir="{direction}">' in page


def test_an_error_that_stands_alone_says_which_language_it_is_in_where_the_sites_has_no_words():
    with override("fi"):
        assert '<html lang="en" dir="ltr">' in render_to_string("500.html")


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


def test_marks_between_words_are_those_of_the_language():
    arabic, french = states("ar")["briefing"], states("fr")["briefing"]

    assert 'title="Steve Witkoff، Roro"' in arabic
    assert "<b>Steve Witkoff</b>، Roro" in arabic
    assert "(CET)\xa0:</strong>" in briefing_item(make_entry(content=content_in("fr"), editions=NOTED)).html
    assert "Lien vers «\u202f" in french


@pytest.mark.parametrize(("language", "label"), [("de", "Korrektur"), ("ar", "تصحيح"), ("fr", "Rectificatif")])
def test_feeds_and_data_call_a_correction_what_its_page_calls_it(language, label):
    content = content_in(language)
    facts = made(content=content, number=5, updated=LATER, editions=(make_edition(), *NOTED))
    with override(language):
        metadata = of_briefings.briefing(SITE, facts=facts, page=parts(content, as_of=LATER))
    correction = CorrectionEntry(
        id="urn:uuid:x",
        headline="H",
        path="/x/",
        kind="correction",
        moment=LATER,
        correction=CORRECTION,
        language=language,
    )

    assert f'"name":"{label}"' in metadata.script
    assert f"<strong>{label}" in briefing_item(make_entry(content=content, editions=NOTED)).html
    assert item_of(correction, SITE, page_url="").title.startswith(label)


def test_the_date_on_a_share_card_is_in_the_language_of_the_briefing():
    card = card_of(made(content=content_in("ar")), SITE)

    assert (card.date, card.direction) == ("6 يناير 2026", "rtl")


def test_labels_are_in_the_sites_language_where_the_briefings_has_no_words(settings, monkeypatch):
    monkeypatch.setattr(trans_real, "_translations", {})
    settings.LANGUAGE_CODE = "de"

    said = {language: wording.furniture_language(language) for language in ("fi", "en", "en-GB", "fr-CA", "de-AT")}
    assert said == {"fi": "de", "en": "en", "en-GB": "en", "fr-CA": "fr", "de-AT": "de"}


def test_the_description_of_an_edition_as_published_is_in_its_language():
    content = content_in("de")
    facts = made(content=content, number=1, as_published=True)
    with override("de"):
        metadata = of_briefings.briefing(SITE, facts=facts, page=parts(content, as_of=LATER))

    assert metadata.description.startswith("Fassung 1, veröffentlicht am 6. Januar 2026, 15:04 Uhr (CET).")
    assert metadata.name.endswith(" (Fassung 1)")


def test_a_line_of_an_entry_keeps_its_marks_in_a_list_of_another_language():
    said = QuotationEntry(
        words="w",
        language="en",
        role="Minister",
        said_on=date(2026, 11, 20),
        headline="H",
        path="/x/",
    )
    with override("ar"):
        line = " ".join(render_to_string("briefings/_quotation.html", {"entry": said}).split())

    day = '<time datetime="2026-11-20">20 نوفمبر 2026</time>'
    assert f'Minister, <span lang="ar" dir="rtl">{day}</span>, <a href="/x/">H</a>' in line
