"""The list of languages: by their names, in the language of the desk, with whatever the briefing has."""

import pytest
from django.utils import translation

from briefings.admin.briefings.forms import FactsForm
from tests.desk.sheets import opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


def shown(code):
    field = FactsForm(initial={"language": code})["language"]
    str(field)
    return dict(field.field.widget.choices)


def test_it_has_names_in_the_language_of_the_desk_in_their_order():
    assert shown("en")["pt-BR"] == "Brazilian Portuguese (pt-BR)"
    assert shown("en")["zh-Hant"] == "Traditional Chinese (zh-Hant)"
    with translation.override("de"):
        names = shown("en")
        assert names["uk"] == "Ukrainisch (uk)"
        assert list(names.values()) == sorted(names.values(), key=str.casefold)


def test_a_code_without_a_name_is_in_it_while_the_briefing_has_it():
    assert shown("gsw")["gsw"] == "gsw"
    assert "gsw" not in shown("en")


def test_a_code_that_is_typed_counts_and_is_judged_as_ever(desk):
    draft = make_draft("quokka")
    sent(desk, draft, opened(desk, draft) | {"language-code": "gsw"})
    draft.refresh_from_db()
    assert draft.language == "gsw"

    answer = sent(desk, draft, opened(desk, draft) | {"language-code": "Klingon"})
    assert "is no language code" in str(answer.page.content.decode())
