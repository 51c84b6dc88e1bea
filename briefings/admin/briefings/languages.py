"""The field of a briefing's language: a list of names, and a code for what is not in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf.locale import LANG_INFO
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from briefings.models import Draft
from briefings.public.one_of_each import OneOfEach

CODE = "language-code"
"""The field below the list, in the page's template: a code that is typed there counts."""


class LanguageSelect(forms.Select):
    """Languages by their names in the language of the desk. What the briefing has is in the list in any case."""

    def get_context(self, name: str, value: Any, attrs: Mapping[str, Any] | None) -> dict[str, Any]:
        value = str(value or "")
        self.choices = _listed(value)
        return super().get_context(name, value, attrs)

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> Any:
        return (data.get(CODE) or "").strip() or data.get(name)


def _listed(value: str) -> list[tuple[str, str]]:
    named = {_code(code): name_of(code) for code, facts in LANG_INFO.items() if "name" in facts}
    if value not in named:
        named[value] = value or "—"
    return sorted(named.items(), key=lambda pair: pair[1].casefold())


def name_of(code: str) -> str:
    """As in “German (de)”."""
    return _("%(language)s (%(code)s)") % {
        "language": capfirst(get_language_info(code)["name_translated"]),
        "code": _code(code),
    }


def name_or_code(code: str) -> str:
    """The name of a language; its code where Django knows no name."""
    try:
        return name_of(code)
    except KeyError:
        return code


def one_of_each_language() -> OneOfEach:
    """For `pk__in`: the key of a draft in each language that any is in, found from one to the next by the index."""
    return OneOfEach(Draft, "language", where="trashed_at IS NULL")


def _code(code: str) -> str:
    """As the text has it: “pt-BR”, “zh-Hant”."""
    language, _sep, rest = code.partition("-")
    return f"{language}-{rest.upper() if len(rest) == 2 else rest.capitalize()}" if rest else language
