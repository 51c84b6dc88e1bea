"""Every string that editors get is in the desk's catalogues, and every refusal goes through them."""

import ast
import copy
import gettext
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.utils.translation import override

from briefings.desk_words import said
from briefings.importing.findings import named
from briefings.messages import Message, numbered
from tests.languages.catalogues import (
    DESK_LOCALES,
    ROOT,
    SCRIPTS_DOMAIN,
    catalogue,
    compiled,
    desk_strings,
    folder,
    languages,
    public_strings,
    script_strings,
    wanting,
)
from tests.test_conventions import ours

UNREAD = {"management", "demo", "cards", "serving"}
"""What these say, no editor reads."""
CATALOGUES = [
    (language, domain, strings)
    for language in languages(DESK_LOCALES)
    for domain, strings in (("django", desk_strings), (SCRIPTS_DOMAIN, script_strings))
]
TELLING = {"Refused", "Unreadable", "PictureRefused", "NotKept", "NotDiscarded", "NotTaken", "ChangedMeanwhile"}
LAST = {"success", "warning", "error", "add_error", "ValidationError", "Finding", "say", "_say", "tell", "tell_once"}
"""Calls whose last argument, or the one called `sentence`, an editor reads."""


@pytest.mark.parametrize(("language", "domain", "strings"), CATALOGUES)
def test_every_string_that_editors_get_is_translated(language, domain, strings):
    catalog = catalogue(language, locales=DESK_LOCALES, domain=domain)
    wants = [(message.id, wanting(catalog, message)) for message in strings() if message.id]

    assert [f"{language}: “{words}” {what}" for words, what in wants if what] == []


@pytest.mark.parametrize(("language", "domain", "strings"), CATALOGUES)
def test_a_catalogue_of_the_desk_holds_nothing_that_nobody_says(language, domain, strings):
    said_by_us = {(message.context, message.id) for message in strings()}
    catalog = catalogue(language, locales=DESK_LOCALES, domain=domain)

    assert [message.id for message in catalog if (message.context, message.id) not in said_by_us] == []
    assert not catalog.obsolete


@pytest.mark.parametrize(("language", "domain", "strings"), CATALOGUES)
def test_what_is_compiled_for_the_desk_says_what_the_catalogue_says(language, domain, strings):
    file = folder(language, DESK_LOCALES) / f"{domain}.mo"
    with file.open("rb") as opened:
        in_use = gettext.GNUTranslations(opened)
    wanted = gettext.GNUTranslations(BytesIO(compiled(catalogue(language, locales=DESK_LOCALES, domain=domain))))

    assert in_use._catalog == wanted._catalog
    assert file in ours(".mo")


def test_the_desk_speaks_german():
    assert languages(DESK_LOCALES) == ["de"]


def test_no_string_is_both_the_readers_and_the_desks():
    """The desk's would win, on public pages too."""
    public = {(message.context, message.id) for message in public_strings() if message.id}

    assert {(message.context, message.id) for message in desk_strings()} & public == set()


@pytest.mark.parametrize(
    "file", sorted((ROOT / "briefings").rglob("*.py")), ids=lambda file: str(file.relative_to(ROOT))
)
def test_what_an_editor_is_told_is_no_bare_string(file):
    if UNREAD & set(file.parts):
        return
    assert [f"line {line}: {words}" for line, words in bare_sentences(file)] == []


def bare_sentences(file: Path) -> Iterator[tuple[int, str]]:
    for call in (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        told = [*call.args] if name in TELLING else [*call.args[-1:]] if name in LAST else []
        told += [word.value for word in call.keywords if name in TELLING | LAST and word.arg in ("sentence", "reason")]
        for node in told:
            if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and _is_a_sentence(node.value)):
                yield node.lineno, ast.unparse(node)


def _is_a_sentence(value: object) -> bool:
    return isinstance(value, str) and " " in value


def test_a_bare_sentence_is_found(tmp_path):
    file = tmp_path / "refusing.py"
    file.write_text(
        'raise Refused("Write it.")\nmessages.error(request, f"No {name}.")\nraise Refused(_("Write it."))\n'
    )

    assert [line for line, _words in bare_sentences(file)] == [1, 2]


def test_a_message_is_english_for_whoever_keeps_it_and_german_for_whoever_reads_it():
    found = Message(
        "The page is made of more than %(count)s elements, far more than a draft. Copy its words, and paste "
        "them instead.",
        count=100_000,
    )
    missed = Message("Found no place for %(words)s. Add it where it belongs.", words=named("50% mehr"))

    assert "100,000 elements" in found
    assert missed == "Found no place for “50% mehr”. Add it where it belongs."
    with override("de"):
        assert "mehr als 100.000 Elementen" in said(found)
        assert said(missed) == "Für „50% mehr“ fand sich kein Platz. Fügen Sie es dort ein, wo es hingehört."
        assert said(ValueError(missed)) == said(missed)
    with override("en"):
        assert (said(found), said(missed)) == (found, missed)


def test_a_message_that_counts_has_the_form_of_its_number():
    one, many = "One revision that was kept still holds passages of the erased text.", "%(count)s revisions"

    assert [numbered(one, many, count=count) for count in (1, 1_200)] == [one, "1,200 revisions"]


def test_a_message_is_the_same_after_it_was_copied():
    message = Message("line %(line)s", line=3)
    again = copy.deepcopy(message)

    assert (again, again.template, again.places) == (message, message.template, message.places)
