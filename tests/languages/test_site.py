"""Lists, errors and feeds speak the site's language, whatever the briefings in them do."""

import json

import pytest

from briefings.models import StoredText
from tests.languages.said import left_over
from tests.languages.test_pages import written
from tests.visibility.changing_site import BACK, CORRECTED, make_site
from tests.visibility.surfaces import walked

MOMENTS = (CORRECTED, BACK)
# What the site of the tests is made of beside its texts.
NAMES = {"Test Briefings", "Briefings", "Home"}


@pytest.fixture(scope="module")
def english(module_db):
    """Every public address of a site on which all happens, as it is in English, and what editors wrote there."""
    make_site()
    with walked() as surfaces:
        answers = {(surface.path, at): surface.answer(at) for at in MOMENTS for surface in surfaces}
        yield (
            surfaces,
            answers,
            written([json.loads(text) for text in StoredText.objects.values_list("text", flat=True) if text]),
        )


@pytest.fixture
def speaking(settings):
    def speaks(language):
        settings.SITE_LANGUAGE = settings.LANGUAGE_CODE = language

    return speaks


def is_page_in(language, answer):
    return answer["Content-Type"].startswith("text/html") and f'<html lang="{language}"' in answer.body.decode()


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "uk"])
def test_every_page_that_is_no_briefing_speaks_the_sites_language(english, speaking, language):
    surfaces, before, content = english
    speaking(language)
    answers = {(surface.path, at): surface.answer(at) for at in MOMENTS for surface in surfaces}
    pages = {key for key, answer in answers.items() if is_page_in(language, answer)}
    same = {"Pages", "source"} if language == "fr" else set()

    assert {path for path, _at in pages} >= {"/", "/archive/", "/corrections/", "/feeds/", "/no-such-thing/"}
    left = {
        key: words
        for key in pages
        if (words := left_over(answers[key].body.decode(), before[key].body.decode(), content=content | same | NAMES))
    }
    assert left == {}


def test_the_feeds_of_the_site_are_called_in_its_language(english, speaking):
    surfaces, _before, _content = english
    speaking("de")

    assert "Korrekturen · " in surfaces["/corrections/atom.xml"].at(BACK)


def test_a_label_in_an_entry_of_another_language_says_which_it_is_in(english, speaking):
    """The site's briefings are in English."""
    surfaces, before, _content = english
    speaking("ar")
    corrections, home = surfaces["/corrections/"].at(BACK), surfaces["/"].at(BACK)

    assert '<li lang="en" dir="ltr">\n  <p class="label"><span lang="ar" dir="rtl">' in corrections
    assert '<p class="when"><span lang="ar" dir="rtl">' in home
    assert "<span lang=" not in before["/", BACK].text
