"""The forms of people and topics on file. Whether their values will do is for the workflow to say."""

from typing import Any, Self

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.fields import LineField
from briefings.content import fields as kinds
from briefings.models import Person, Topic, User
from briefings.workflow.names.reference_names import as_filed


class RecordForm(forms.Form):
    """`was` is what the form was opened with. Each kind has its `save(row, by=user)`, which raises Refused."""

    name = LineField(kinds.Line, label=_("Name"), widget=AdminTextInputWidget)
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, row: Person | Topic) -> Self:
        values = {name: getattr(row, name) for name in cls.base_fields if name != "was"}
        return cls(initial={**values, "was": as_filed(row)})

    @property
    def lines(self) -> list[tuple[BoundField, Any]]:
        """The fields that are shown, each with its value in words."""
        return [
            (field, dict(getattr(field.field, "choices", ())).get(field.value(), field.value()))
            for field in self.visible_fields()
        ]


class PersonForm(RecordForm):
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=Person.Kind.choices,
        help_text=_(
            "Public figures, bodies and documents have a page with all their quotations, once an edition quotes "
            "them. Private and unnamed people never have one: who becomes private loses it at once."
        ),
    )

    def save(self, row: Person, *, by: User) -> None:
        values = self.cleaned_data
        workflow.file_person(row, name=values["name"], kind=values["kind"], by=by, expected=values["was"])


class TopicForm(RecordForm):
    slug = LineField(
        kinds.Line,
        label=_("Address"),
        widget=AdminTextInputWidget,
        help_text=_("The last part of the topic’s address. Former ones lead to it. Empty: made from the name."),
    )

    def save(self, row: Topic, *, by: User) -> None:
        values = self.cleaned_data
        workflow.rename_topic(row, name=values["name"], slug=values["slug"], by=by, expected=values["was"])


class ApartForm(forms.Form):
    """Names both as they were looked at, and where the button stood."""

    other = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    was = forms.CharField(required=False, strip=False)
    looked = forms.CharField(required=False, strip=False)
    do = forms.CharField(required=False)
    back = forms.CharField(required=False)
    after = forms.CharField(required=False)


class MergeForm(forms.Form):
    """Names both as they were looked at."""

    into = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    was = forms.CharField(required=False, strip=False)
    looked = forms.CharField(required=False, strip=False)
