"""The parts of the writing page: their forms in sets, and how they are announced to the block editor."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from content_editor.admin import ContentEditorInline
from django import forms
from django.contrib.admin import site
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.drafts.forms import FigureForm, QuestionForm, QuoteForm, SectionForm, SourceForm
from briefings.content import keys
from briefings.models import Draft, Figure, Quote, Section
from faq.models import FAQItem

MOST = 500


class PartSet(forms.BaseFormSet):
    """Forms of one kind. They come from what was sent or from content, never from rows."""

    letter: ClassVar[str] = ""
    error_messages_of_ours = {
        "too_many_forms": gettext_lazy("These are more than %(num)d parts of one kind. Make two briefings of it."),
        "missing_management_form": gettext_lazy("This form came incomplete. Load the page again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, error_messages={k: str(v) for k, v in self.error_messages_of_ours.items()}, **kwargs)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.Form:
        return super()._construct_form(i, **kwargs, empty_permitted=False)

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def kept(self) -> Iterator[forms.Form]:
        """The forms that are not marked for deletion, as sent."""
        return (form for form in self.forms if not self._should_delete_form(form))


def _set_of(form: type[forms.Form], letter: str) -> type[PartSet]:
    made = forms.formset_factory(form, formset=PartSet, extra=0, can_delete=True, max_num=MOST, absolute_max=MOST)
    made.letter = letter
    return made


SETS: dict[str, type[PartSet]] = {
    "section": _set_of(SectionForm, keys.SECTION),
    "quote": _set_of(QuoteForm, keys.QUOTE),
    "figure": _set_of(FigureForm, keys.FIGURE),
    "question": _set_of(QuestionForm, keys.FAQ),
    "source": _set_of(SourceForm, ""),
}
"""By the prefix of their fields."""

Initial = Mapping[str, Sequence[Mapping[str, Any]]]


def sets(data: Any = None, *, initial: Initial | None = None) -> dict[str, PartSet]:
    """Every set, from what was sent or from the values to begin with."""
    return {
        prefix: made(data, prefix=prefix, initial=list((initial or {}).get(prefix, ())))
        for prefix, made in SETS.items()
    }


class _PartInline(ContentEditorInline):
    """Announces a kind of part to the block editor; who may write the draft may add to it."""

    def has_add_permission(self, request: HttpRequest, obj: Draft | None) -> bool:
        return policy.may(request.user, "write", obj.briefing if obj and obj.pk else None)

    has_change_permission = has_view_permission = has_add_permission

    def has_delete_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return False


class SectionInline(_PartInline):
    model = Section
    fields = ("heading", "body")
    regions: ClassVar = {"body"}
    prefix = "section"
    button = '<span class="sign" aria-hidden="true">¶</span>'


class QuoteInline(_PartInline):
    model = Quote
    fields = ("spans",)
    regions: ClassVar = {"body"}
    prefix = "quote"
    button = '<span class="sign" aria-hidden="true">“</span>'


class FigureInline(_PartInline):
    model = Figure
    fields = ("image", "alt", "decorative", "caption")
    regions: ClassVar = {"body"}
    prefix = "figure"
    button = '<span class="sign" aria-hidden="true">▣</span>'
    verbose_name = gettext_lazy("picture")
    verbose_name_plural = gettext_lazy("pictures")


class QuestionInline(_PartInline):
    model = FAQItem
    fields = ("question", "answer")
    regions: ClassVar = {"faq"}
    prefix = "question"
    button = '<span class="sign" aria-hidden="true">?</span>'
    verbose_name = gettext_lazy("question")


INLINES = (SectionInline, QuoteInline, FigureInline, QuestionInline)


@dataclass(frozen=True)
class PartGroup:
    """A set with its announcement: what the block editor and the template need of an inline."""

    opts: _PartInline
    formset: PartSet

    @cached_property
    def inline_formset_data(self) -> str:
        prefix = self.formset.prefix
        return json.dumps({"name": f"#{prefix}", "options": {"prefix": prefix, "addText": _("Add"), "deleteText": ""}})

    @property
    def media(self) -> forms.Media:
        return self.formset.empty_form.media


def groups(found: Mapping[str, PartSet]) -> list[PartGroup]:
    """The sets that stand in regions, with their inlines."""
    return [PartGroup(inline(Draft, site), found[inline.prefix]) for inline in INLINES]
