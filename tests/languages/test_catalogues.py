"""Every string that readers get is in every catalogue, and the catalogues say what they are."""

import ast
import gettext
import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from django.utils.translation import gettext as gettext_of_django
from django.utils.translation import ngettext, override, pgettext

from tests.languages.catalogues import (
    DESK,
    PUBLIC,
    ROOT,
    catalogue,
    compiled,
    folder,
    languages,
    public_strings,
    wanting,
)
from tests.languages.said import pieces
from tests.test_conventions import ours

STRINGS = [message for message in public_strings() if message.id]
TEMPLATES = sorted(file for pattern in PUBLIC if pattern.endswith(".html") for file in ROOT.glob(pattern))
CODE = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
TRANSLATING = {"gettext", "gettext_lazy", "gettext_noop", "ngettext", "pgettext", "npgettext", "_"}


def test_readers_have_these_languages():
    assert {"ar", "de", "es", "fr", "uk"} <= set(languages())


def test_the_strings_of_templates_and_of_code_are_found():
    found = {(message.context, message.id) for message in STRINGS}

    assert {
        (None, "There is no page at this address"),  # {% translate %}
        (None, "Edition %(number)s"),  # {% blocktranslate %}
        (None, "Speaker not named"),  # a filter's _("…")
        (None, "Briefings that quote {name}"),  # gettext_lazy
        (None, "translated from Ukrainian"),  # gettext_noop
        (None, ("with %(count)s earlier correction", "with %(count)s earlier corrections")),
        ("format of a month, as in November 2026", "F Y"),
    } <= found


@pytest.mark.parametrize("language", languages())
def test_every_string_that_readers_get_is_translated(language):
    catalog = catalogue(language)
    wants = [(message.id, wanting(catalog, message)) for message in STRINGS]

    assert [f"{language}: “{words}” {what}" for words, what in wants if what] == []


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_holds_nothing_that_nobody_says(language):
    catalog = catalogue(language)
    said = {(message.context, message.id) for message in STRINGS}

    assert [message.id for message in catalog if message.id and (message.context, message.id) not in said] == []
    assert not catalog.obsolete


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (None, "is not there"),
        (Message("%(day)s, {name}", ""), "is not translated"),
        (Message("%(day)s, {name}", " "), "is not translated"),
        (Message("%(day)s, {name}", "%(day)s — {name}", flags=["fuzzy"]), "is not translated"),
        (Message("%(day)s, {name}", "%(days)s — {name}"), "has other placeholders"),
        (Message("%(day)s, {name}", "%(day)s"), "has other placeholders"),
        (Message("%(day)s, {name}", "{name} — %(day)s"), ""),
    ],
)
def test_what_a_catalogue_lacks_is_said(message, what):
    catalog = Catalog("de")
    if message:
        catalog[message.id] = message

    assert wanting(catalog, Message("%(day)s, {name}")) == what


@pytest.mark.parametrize(
    ("forms", "what"),
    [
        (("eine", "%(count)s von %(day)s"), "has other placeholders"),
        (("eine von %(day)s", ""), "is not translated"),
        (("eine von %(day)s",), "has 1 plural forms and not 2"),
        (("eine von %(day)s", "%(count)s von %(day)s"), ""),
    ],
)
def test_what_a_catalogue_lacks_of_a_plural_is_said(forms, what):
    words = ("%(count)s of %(day)s", "%(count)s of %(day)s")
    catalog = Catalog("de")
    catalog[words] = Message(words, forms)

    assert wanting(catalog, Message(words)) == what


@pytest.mark.parametrize("language", languages())
def test_what_is_compiled_says_what_the_catalogue_says(language):
    with (folder(language) / "django.mo").open("rb") as file:
        in_use = gettext.GNUTranslations(file)
    wanted = gettext.GNUTranslations(BytesIO(compiled(catalogue(language))))

    assert in_use._catalog == wanted._catalog


def test_a_release_carries_what_is_compiled():
    assert {folder(language) / "django.mo" for language in languages()} <= set(ours(".mo"))


@pytest.mark.parametrize("language", languages())
def test_readers_get_what_the_catalogue_says(language):
    """Other apps translate some of the same words, for the desk. These have a context here."""
    catalog, others = catalogue(language), {}
    with override(language):
        for message in STRINGS:
            if not message.pluralizable:
                words = pgettext(message.context, message.id) if message.context else gettext_of_django(message.id)
                others |= {message.id: words} if words != catalog.get(message.id, message.context).string else {}

    assert others == {}


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_names_its_language(language):
    with override(language):
        assert pgettext("the code of the language that this file translates into", "en") == language


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("de", ["davor eine weitere Korrektur", "davor 2 weitere Korrekturen"]),
        ("uk", ["до того 1 виправлення", "до того 2 виправлення", "до того 5 виправлень", "до того 21 виправлення"]),
        ("ar", ["بعد تصحيح سابق", "بعد تصحيحين سابقين", "بعد 3 تصحيحات سابقة", "بعد 11 تصحيحًا سابقًا"]),
    ],
)
def test_numbers_have_the_forms_that_their_language_gives_them(language, counted):
    numbers = {"de": (1, 2), "uk": (1, 2, 5, 21), "ar": (1, 2, 3, 11)}[language]
    with override(language):
        said = [
            ngettext("with %(count)s earlier correction", "with %(count)s earlier corrections", number)
            % {"count": number}
            for number in numbers
        ]

    assert said == counted


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_says_nothing_that_is_not_translated(file):
    """Names of formats are the same in every language."""
    said = pieces(CODE.sub("", file.read_text(encoding="utf-8")), saying={"alt", "title", "aria-label"})

    assert said <= {"RSS", "Atom", "JSON Feed"}


def test_no_string_is_translated_inside_an_f_string():
    """There it would not be found."""
    files = {file for pattern in PUBLIC if pattern.endswith(".py") for file in ROOT.glob(pattern)}
    inside = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted(files)
        if str(file.relative_to(ROOT)) not in DESK
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TRANSLATING
    ]

    assert inside == []
