"""The forms of the writing page. None is bound to a row: what was sent is read first, rows come after."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from briefings.admin.briefings import name_lookup
from briefings.admin.briefings.confirmation import ConfirmedField
from briefings.admin.briefings.languages import LanguageSelect
from briefings.admin.fields import LineField, PassageField, RichField
from briefings.content import fields as kinds
from briefings.models import Person
from faq.models import FAQItem

BETWEEN_SPANS = "…"
"""A line with this alone separates the spans of a quotation that its attribution splits."""


def _suggesting(kind: str) -> forms.TextInput:
    """A field in which names of that kind are offered while one is typed."""
    address = reverse_lazy("admin:briefings_draft_suggest", args=[kind])
    return forms.TextInput({"data-suggest": address, "autocomplete": "off"})


class FactsForm(forms.Form):
    """What a briefing says before its parts."""

    headline = LineField(kinds.Line, label=_("Headline"))
    lede = PassageField(label=_("Lede"), help_text=_("What happened, in a sentence or two."))
    topics = LineField(
        kinds.Passage, label=_("Topics"), help_text=_("With commas between them."), widget=_suggesting("topics")
    )
    authors = LineField(
        kinds.Passage,
        label=_("Authors"),
        help_text=_("With commas between them, in order."),
        widget=_suggesting("people"),
    )
    dateline = LineField(kinds.Line, label=_("Dateline"))
    slug = LineField(
        kinds.Slug,
        label=_("Address"),
        help_text=_("Empty: made from the headline when it is first published."),
        widget=forms.TextInput({"spellcheck": "false", "autocapitalize": "off"}),
    )
    language = LineField(kinds.Language, label=_("Language"), widget=LanguageSelect)
    translation_of = LineField(
        kinds.Line,
        label=_("Translation of"),
        help_text=_("The address of the original, where this is a briefing of ours in another language."),
        widget=forms.TextInput({"spellcheck": "false", "autocapitalize": "off"}),
    )

    def clean_topics(self) -> str:
        return self._names_that_fit("topics", most=100)

    def clean_authors(self) -> str:
        return self._names_that_fit("authors", most=300)

    def _names_that_fit(self, field: str, *, most: int) -> str:
        if refusals := name_lookup.too_long(name_lookup.listed(self.cleaned_data[field]), most=most):
            raise forms.ValidationError(refusals)
        return self.cleaned_data[field]

    def clean_language(self) -> str:
        if not self.cleaned_data["language"]:
            raise forms.ValidationError(_("Say in which language the briefing is written, such as en."))
        return self.cleaned_data["language"]


class PartForm(forms.Form):
    """A part in the one order of its region."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    region = forms.CharField(required=False, widget=forms.HiddenInput)
    ordering = forms.IntegerField(required=False, widget=forms.HiddenInput)
    rare: tuple[str, ...] = ()
    """Fields that are folded away until they hold something."""

    def has_changed(self) -> bool:
        """Each part that came counts. A set asks all its forms, and would compare every field for it."""
        return True


class SectionForm(PartForm):
    heading = LineField(kinds.Line, label=_("Heading"))
    body = RichField(label=_("Text"))


class QuoteForm(PartForm):
    """Words and who said them. Their place in the text is found by the words themselves."""

    words = PassageField(
        label=_("Words"),
        rows=2,
        help_text=_(
            "As in the text, without the outer quotation marks. Split by its attribution: “…” on a line between."
        ),
    )
    placement = forms.ChoiceField(
        label=_("Where"),
        required=False,
        choices=[("text", _("In the text, found by its words")), ("apart", _("Set off, as a block of its own"))],
    )
    speaker = LineField(kinds.Line, label=_("Speaker"), widget=_suggesting("people"))
    person = forms.CharField(label=_("Which one"), required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("New on file, as"), required=False, choices=Person.Kind.choices, initial=Person.Kind.PRIVATE
    )
    role = LineField(kinds.Line, label=_("Role, as held then"))
    confirmed = ConfirmedField(label=_("Speaker confirmed"), required=False)
    said_on = forms.DateField(label=_("Said on"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    translated_from = LineField(kinds.Language, label=_("Translated from (code)"))
    source = forms.CharField(label=_("Source"), required=False, widget=forms.Select(choices=[("", "—")]))
    section = forms.CharField(required=False, widget=forms.HiddenInput)
    rare = ("said_on", "translated_from", "source")

    @property
    def uses_rare(self) -> bool:
        """Whether one of the fields that are folded away holds something, right or wrong."""
        return any(self[name].value() or self[name].errors for name in self.rare)


class FigureForm(PartForm):
    """A picture on file, and what this text says of it. `shown` is what the page shows of the picture, where it may."""

    image = forms.CharField(
        label=_("Picture"), required=False, widget=forms.TextInput({"spellcheck": "false", "autocomplete": "off"})
    )
    alt = LineField(kinds.Line, label=_("What it shows"), help_text=_("For readers who do not see it."))
    decorative = forms.BooleanField(label=_("It is decorative: nothing to say of it"), required=False)
    caption = PassageField(label=_("Caption"), rows=2, help_text=_("Stands under the picture, before its credit line."))
    shown: dict[str, Any] | None = None


class QuestionForm(PartForm):
    question = LineField(kinds.Line, label=_("Question"))
    answer = RichField(label=_("Answer"))
    open = forms.ChoiceField(
        label=_("While there is no answer"),
        required=False,
        choices=[
            (FAQItem.Open.UNDECIDED, _("Not decided yet")),
            (FAQItem.Open.SHOWN, _("Show it as an open question")),
            (FAQItem.Open.HELD, _("Hold it back")),
        ],
    )
    open_wording = LineField(
        kinds.Line, label=_("Wording while open"), help_text=_("Empty: “Not known yet, as of” and the day.")
    )


class SourceForm(forms.Form):
    """What the briefing relied on; `uuid` is empty for a new one."""

    uuid = forms.CharField(required=False, widget=forms.HiddenInput)
    title = LineField(kinds.Line, label=_("Title"))
    publisher = LineField(kinds.Line, label=_("Publisher"))
    url = LineField(kinds.WebAddress, label=_("Web address"))
    read_on = forms.DateField(label=_("Read on"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    excerpt = PassageField(
        label=_("Words kept of it"),
        rows=2,
        help_text=_("A quotation that names this source has to stand in them word for word."),
    )

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if not values.get("title") and any(values.get(name) for name in ("publisher", "url", "read_on", "excerpt")):
            self.add_error("title", _("Say what this source is called, or take it out."))
        return values
