"""People on file: whom we quote and who writes. They are made by naming them in a briefing, and put right here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from briefings.admin.desk import DeskAdmin
from briefings.admin.fields import LineField
from briefings.content import fields as kinds
from briefings.models import Person


class PersonForm(forms.ModelForm):
    """Knows what stood there when it was opened: nobody's change is written over unseen."""

    name = LineField(kinds.Line, label="Name")
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Person
        fields = ("name", "kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["was"] = _as_stands(self.instance)

    def clean_name(self) -> str:
        if not self.cleaned_data["name"]:
            raise ValidationError(_("Write the name: quotations on file are theirs."))
        return self.cleaned_data["name"]

    def clean(self) -> dict[str, Any]:
        stands = _as_stands(Person.objects.get(pk=self.instance.pk))
        if self.cleaned_data.get("was") != stands:
            name, kind = stands.rsplit(" / ", 1)
            raise ValidationError(
                _("Somebody changed this meanwhile: it is “%(name)s”, %(kind)s now. Look again, then save.")
                % {"name": name, "kind": Person.Kind(kind).label}
            )
        return self.cleaned_data


def _as_stands(person: Person) -> str:
    return f"{person.name} / {person.kind}"


@admin.register(Person)
class PersonAdmin(DeskAdmin):
    sees = changes = "file"
    form = PersonForm
    fields = ("name", "kind", "was")
    list_display = ("name", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)

    def told(self, obj: Person) -> str:
        return f"{obj.name}, {obj.kind}"
