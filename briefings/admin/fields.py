"""Form fields that hold what content may hold, and say what is wrong in its words."""

import re
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from pydantic import TypeAdapter
from pydantic import ValidationError as NotValid

from briefings.content import fields as kinds
from briefings.content.links import links_without_way, with_whole_addresses
from briefings.content.refusals import sentence_of
from briefings.content.richtext import plain_text
from briefings.content.text import is_blank
from briefings.desk_words import said

_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"], "openOnClick": False},
    "NoSpellCheck": False,
    "Menu": {"groups": [{"group": "marks"}, {"group": "link"}, {"group": "lists"}, {"group": "history"}]},
}
OF_RICH_TEXT = ("clipboard", "fragment", "linking", "places", "remark", "richtext")
"""Scripts of the desk that a page with rich text needs."""
_BLOCK = re.compile(r"<(p|ul|ol)\b", re.IGNORECASE)


class _ContentField(forms.CharField):
    """A string of one of the kinds in `content.fields`."""

    def __init__(self, kind: Any, **options: Any) -> None:
        self.kind = TypeAdapter(kind)
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> str:
        value = super().clean(value)
        return "" if is_blank(value) else self.in_content(value)

    def in_content(self, value: str) -> str:
        try:
            return self.kind.validate_python(value)
        except NotValid as refusal:
            raise forms.ValidationError([self._sentence(problem, value) for problem in refusal.errors()]) from refusal

    def _sentence(self, problem: Any, value: str) -> str:
        if problem["type"] in ("string_too_long", "too_long"):
            values = {"count": len(value), "most": problem["ctx"]["max_length"]}
            return _("This holds %(count)d characters; %(most)d is the most. Shorten it.") % values
        return _("This %(problem)s") % {"problem": said(sentence_of(problem))}


class LineField(_ContentField):
    """One line."""


class PassageField(_ContentField):
    """Plain text that may run over lines."""

    widget = forms.Textarea

    def __init__(self, kind: Any = kinds.Passage, *, rows: int = 3, **options: Any) -> None:
        super().__init__(kind, strip=False, widget=forms.Textarea(attrs={"rows": rows}), **options)


class RichField(ProseEditorFormField):
    """Rich text. Typed without the editor (no JavaScript), lines that an empty line parts become paragraphs."""

    def __init__(self, **options: Any) -> None:
        addresses = {
            "data-paste": reverse_lazy("admin:briefings_draft_paste"),
            "data-link-targets": reverse_lazy("admin:briefings_draft_link_targets"),
        }
        widget = AdminProseEditorWidget(attrs={"rows": 6, **addresses})
        super().__init__(required=False, strip=False, config={"extensions": _EXTENSIONS}, widget=widget, **options)

    def clean(self, value: Any) -> str:
        value = value or ""
        if value.strip() and not _BLOCK.search(value):
            value = "".join(
                f"<p>{'<br>'.join(part.strip().splitlines())}</p>"
                for part in re.split(r"(?:\r?\n[ \t]*){2,}", value.strip())
            )
        value = with_whole_addresses(value)
        if dropped := links_without_way(value):
            sentence = _(
                "“%(address)s” is no web or mail address, so no link can lead there. Correct it, or take it out."
            )
            raise forms.ValidationError([sentence % {"address": address[:200]} for address in dropped])
        text = _RICH.clean(value)
        return "" if is_blank(plain_text(text)) else text


_RICH = _ContentField(kinds.Rich, strip=False)
