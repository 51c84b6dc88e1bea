"""A part that both sides changed, combined by hand: its worded fields, with the words of both texts to go on from."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django_prose_editor.widgets import prose_editor_presets
from js_asset import ImportMap, Media, Script

from briefings import comparison
from briefings.admin.briefings.form_content import spans_of
from briefings.admin.briefings.forms import BETWEEN_SPANS, FactsForm, FigureForm, QuestionForm, QuoteForm, SectionForm
from briefings.admin.fields import OF_RICH_TEXT, RichField
from briefings.content import ComparedPart, FAQEntry, FigureBlock, QuoteBlock, SectionBlock, Span
from briefings.content.facts import FACTS

_OURS = ImportMap({f"desk/{name}": f"briefings/desk/{name}.js" for name in OF_RICH_TEXT})
_WORDED: Mapping[type, tuple[type[forms.Form], tuple[str, ...]]] = {
    SectionBlock: (SectionForm, ("heading", "body")),
    QuoteBlock: (QuoteForm, ("words", "role")),
    FigureBlock: (FigureForm, ("alt", "caption")),
    FAQEntry: (QuestionForm, ("question", "answer", "open_wording")),
}


class CombinedForm(forms.Form):
    """The worded fields of `part`. What else the part holds is mine, unless theirs alone changed it."""

    def __init__(self, part: ComparedPart, data: QueryDict | None = None) -> None:
        prefix = f"combined-{part.address}"
        is_sent = data is not None and any(name.startswith(f"{prefix}-") for name in data)
        super().__init__(data if is_sent else None, prefix=prefix)
        self.part = part
        for name, field in _fields(part).items():
            self.fields[name] = deepcopy(field)
            self.initial[name] = _both(field, *(_text(side, name) for side in (part.base, part.mine, part.theirs)))

    def clean(self) -> dict[str, Any]:
        if isinstance(self.part.mine, QuoteBlock) and not self.cleaned_data.get("words"):
            self.add_error("words", _("Write the words that were said, or delete this quotation."))
        return self.cleaned_data

    @property
    def value(self) -> Any:
        """The part that the form makes; the form is valid."""
        base, mine, theirs = self.part.base, self.part.mine, self.part.theirs
        words = self.cleaned_data
        if self.part.address in FACTS:
            return words[self.part.address]
        update = {
            name: getattr(theirs, name)
            for name in type(mine).model_fields
            if base is not None and getattr(mine, name) == getattr(base, name)
        } | words
        if isinstance(mine, QuoteBlock):
            spans = spans_of(update.pop("words"))
            update["spans"] = tuple(Span(text=text) for text in spans)
            if spans not in ([span.text for span in side.spans] for side in (mine, theirs) if side.confirmed):
                update["confirmed"] = False
        return mine.model_copy(update=update)


def combined_form(part: ComparedPart, data: QueryDict | None) -> CombinedForm | None:
    """The form for a part that both changed; None where one of them has none, or it holds no words."""
    if part.verdict != "conflict" or part.mine is None or part.theirs is None:
        return None
    return CombinedForm(part, data) if _fields(part) else None


def combining_media(request: HttpRequest, differences: Iterable[Any]) -> Media | str:
    """The scripts and styles for what is combined by hand; nothing where nothing can be."""
    forms_media = [one.combined.media for one in differences if one.combined]
    if not forms_media:
        return ""
    script = Script("briefings/desk/combining.js", type="module")
    ours = [Script("briefings/desk/styles.js", type="module"), *prose_editor_presets()["configurable"], script]
    return sum(forms_media, start=Media(importmap=_OURS, js=ours)).with_nonce(str(request.csp_nonce))


def _fields(part: ComparedPart) -> dict[str, forms.Field]:
    if part.address in FACTS:
        is_wording = FACTS[part.address].is_wording
        return {part.address: FactsForm.base_fields[part.address]} if is_wording else {}
    form, names = _WORDED[type(part.mine)]
    return {name: form.base_fields[name] for name in names}


def _text(side: Any, name: str) -> str:
    if isinstance(side, QuoteBlock) and name == "words":
        return f"\n{BETWEEN_SPANS}\n".join(span.text for span in side.spans)
    if side is None or isinstance(side, str):
        return side or ""
    return getattr(side, name)


def _both(field: forms.Field, base: str, mine: str, theirs: str) -> str:
    if isinstance(field, RichField):
        return comparison.combine_rich(base, mine, theirs)
    is_passage = isinstance(field.widget, forms.Textarea)
    return comparison.combine_words(base, mine, theirs, between="\n" if is_passage else " ")
