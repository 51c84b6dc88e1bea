"""The parts of the writing page: their forms in sets, and the kinds that stand in the text."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.admin.briefings.forms import FigureForm, QuestionForm, QuoteForm, SectionForm, SourceForm
from briefings.content import keys

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

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """A form that was added and left empty is cleaned like the others; the template (no index) is Django's."""
        kwargs = super().get_form_kwargs(index)
        return kwargs if index is None else kwargs | {"empty_permitted": False}

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def kept(self) -> Iterator[forms.Form]:
        """The forms that are not marked for deletion, as sent."""
        return (form for form in self.forms if not form.cleaned_data[DELETION_FIELD_NAME])


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


@dataclass(frozen=True)
class PartKind:
    """A kind of part that stands in a region of the text; `sign` is what its button shows."""

    prefix: str
    name: Any
    plural: Any
    region: str
    sign: str


KINDS = (
    PartKind("section", gettext_lazy("section"), gettext_lazy("sections"), "body", "¶"),
    PartKind("quote", gettext_lazy("quote"), gettext_lazy("quotes"), "body", "“"),
    PartKind("figure", gettext_lazy("picture"), gettext_lazy("pictures"), "body", "▣"),
    PartKind("question", gettext_lazy("question"), gettext_lazy("questions"), "faq", "?"),
)


@dataclass(frozen=True)
class PartGroup:
    """The parts of one kind, with what Django's script that adds forms needs of them."""

    kind: PartKind
    formset: PartSet

    @cached_property
    def inline_formset_data(self) -> str:
        prefix = self.formset.prefix
        return json.dumps({"name": f"#{prefix}", "options": {"prefix": prefix, "addText": _("Add"), "deleteText": ""}})

    @property
    def media(self) -> forms.Media:
        return self.formset.empty_form.media


def groups(part_sets: Mapping[str, PartSet]) -> list[PartGroup]:
    """The sets that stand in regions."""
    return [PartGroup(kind, part_sets[kind.prefix]) for kind in KINDS]
