"""A briefing's pages, its entry in a feed and its data speak its language; errors that stand alone the site's."""

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from briefings.content import FAQEntry, PersonName, SourceNote
from briefings.outputs.facts import CorrectionEntry, QuotationEntry
from briefings.outputs.feed_items import briefing_item, item_of
from briefings.outputs.metadata import of_briefings
from briefings.outputs.page import parts
from briefings.public.share_cards import card_of
from tests.languages.said import left_over
from tests.outputs.makers import CORRECTION, LATER, PATH, SITE, make_content, make_edition, make_entry, quote, section
from tests.outputs.makers import make_briefing as made
from tests.outputs.pages import EDITIONS, ERRORS, briefing_page, changes_page, story_page

SOURCE = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b12"
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
        "changes": changes_page(content_in(language).model_copy(update={"headline": "Ohla", "faq": ()}), corrected),
        "story": story_page(language),
        "withdrawn": briefing_page(withdrawn, "briefings/gone.html"),
        "removed": briefing_page(replace(withdrawn, gone="removed", notice=""), "briefings/gone.html"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefings_pages_say_nothing_in_english_but_what_editors_wrote(language):
    editions = [edition.headline + edition.note for edition in (*EDITIONS, *NOTED)]
    corrected = CORRECTION.was_wrong, CORRECTION.is_right
    wrote = [
        content_in("en").model_dump_json(),
        SITE.name,
        SITE.tagline,
        *corrected,
        "Notice",
        "Ohla",
        "Older Newer When They met",
        *editions,
    ]
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
