"""Lists, errors and feeds speak the site's language, whatever the briefings in them do."""

import pytest

from briefings.models import StoredText
from tests.languages.said import left_over
from tests.visibility.changing_site import BACK, CORRECTED, make_site
from tests.visibility.surfaces import walked

pytestmark = pytest.mark.django_db
MOMENTS = (CORRECTED, BACK)


@pytest.fixture(scope="module")
def english(module_db):
    """Every public address of a site on which all happens, as it is in English, and what editors wrote there."""
    make_site()
    with walked() as surfaces:
        answers = {(surface.path, at): surface.answer(at) for at in MOMENTS for surface in surfaces}
        yield surfaces, answers, ["Test Briefings", *filter(None, StoredText.objects.values_list("text", flat=True))]


@pytest.fixture
def speaking(settings):
    def speaks(language):
        settings.SITE_LANGUAGE = settings.LANGUAGE_CODE = language

    return speaks


def is_page_in(language, answer):
    return answer["Content-Type"].startswith("text/html") and f'<html lang="{language}"' in answer.body.decode()


OTHERS = [pytest.param(language, marks=pytest.mark.slow) for language in ("de", "es", "fr", "uk")]


@pytest.mark.parametrize("language", ["ar", *OTHERS])
def test_every_page_that_is_no_briefing_speaks_the_sites_language(english, speaking, language):
    surfaces, before, wrote = english
    speaking(language)
    answers = {(surface.path, at): surface.answer(at) for at in MOMENTS for surface in surfaces}
    pages = {key: answer.body.decode() for key, answer in answers.items() if is_page_in(language, answer)}

    assert {path for path, _at in pages} >= {"/", "/archive/", "/corrections/", "/feeds/", "/no-such-thing/"}
    left = {
        key: left_over(page, before[key].body.decode(), language=language, wrote=wrote) for key, page in pages.items()
    }
    assert left == {key: set() for key in pages}


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
