"""The language of a draft, and the words by which its lists are asked."""

import pytest

from briefings.importing.language import Language, language_of
from tests.importing.drafts import understood

TEXTS = {
    "en": "The allies met in Paris on Monday, and they talked for a long time about what comes next.",
    "de": "Die Verbündeten haben sich am Montag in Paris getroffen und lange über den Plan gesprochen.",
    "fr": "Les alliés se sont réunis lundi à Paris et ils ont longtemps parlé de la suite.",
    "es": "Los aliados se reunieron el lunes en París y hablaron durante mucho tiempo de lo que viene.",
    "uk": "Союзники зустрілися в понеділок у Парижі і довго говорили про те, що буде далі.",
    "ar": "اجتمع الحلفاء يوم الاثنين في باريس وتحدثوا طويلا عن الخطوة التالية.",
    "ru": "Союзники встретились в понедельник в Париже и долго говорили о том, что будет дальше.",
    "ja": "これはパリの話です。そして、それはまだ続きます。",
    "ko": "동맹국들은 월요일 파리에서 만나 오랫동안 이야기했다.",
    "he": "בעלות הברית נפגשו ביום שני בפריז ודיברו זמן רב.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_language_is_told_by_its_words_or_its_script(language, text):
    assert language_of([text]) == language
    assert understood(text).content.language == language


@pytest.mark.parametrize(
    "text", ["", "12 345 … — !", "Zzyzx qwrtp bvcxy mnbvc", "Mene tekel upharsin Lorelei Nibelung"]
)
def test_a_language_that_the_words_do_not_tell_is_the_one_given_otherwise(text):
    assert language_of([text]) is None
    assert understood(text).content.language == "en"
    assert understood(text, otherwise="sv").content.language == "sv"


def test_a_language_that_is_given_wins_over_the_words():
    assert understood(TEXTS["de"], language="fr").content.language == "fr"


def test_a_few_foreign_words_do_not_change_the_language():
    assert language_of([TEXTS["en"], "Der Spiegel", TEXTS["en"]]) == "en"


def test_the_words_of_a_language_count_however_its_lines_are_cut():
    assert language_of(TEXTS["es"].split()) == "es"


def test_a_region_of_a_language_has_its_words():
    imported = understood(f"{TEXTS['de']}\n\nAnna Weber zufolge war es „viel zu langsam“.", language="de-AT")
    assert imported.content.language == "de-AT"
    assert [(quote.person.name, quote.confirmed) for quote in imported.content.quotes] == [("Anna Weber", False)]


def test_an_unknown_language_keeps_its_structure():
    imported = understood(
        "Titolo zzyzx\nQwrtp bvcxy mnbvc lkjhg fdsaq wertz uiopü asdfg hjklö yxcvb nmqwe.\n"
        "Poiuz trewq\nLkjhg “fdsa mnbv cxyq wert zuio pasd”.\nFAQ\nQwrtp bvcxy?\nMnbvc.",
        otherwise="fi",
    )
    content = imported.content
    assert (content.headline, content.sections[0].heading) == ("Titolo zzyzx", "Poiuz trewq")
    assert [(entry.question, entry.answer) for entry in content.faq] == [("Qwrtp bvcxy?", "<p>Mnbvc.</p>")]
    assert [(quote.words, quote.person) for quote in content.quotes] == [("fdsa mnbv cxyq wert zuio pasd", None)]


def test_a_list_that_a_language_does_not_have_is_empty():
    assert Language("fi").words("saying_verbs") == frozenset()
    assert not Language("fi").has("saying_verbs", "said")
    assert Language("en").has("saying_verbs", "said")


@pytest.mark.parametrize(
    ("language", "word"), [("en", "ministers"), ("es", "ministros"), ("de", "hafenbehörde"), ("de", "cdu-chef")]
)
def test_plurals_and_compounds_count_as_the_nouns_that_they_end_with(language, word):
    tongue = Language(language)
    assert tongue.has("titles", word) or tongue.has("bodies", word)


def test_names_are_told_by_capitals_where_a_script_has_them():
    assert [Language(language).is_cased for language in ("en", "uk", "ar", "ja")] == [True, True, False, False]
    assert [Language(language).capitalises_nouns for language in ("de", "en")] == [True, False]
