"""The form of a colleague. Whether its values will do is for the workflow to say."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.models import User
from briefings.roles import ROLES
from briefings.workflow.staff_acts import as_on_staff, roles_of

ROLE_NAMES = {
    "Writers": _("Writers"),
    "Editors": _("Editors"),
    "Chief editors": _("Chief editors"),
    "Site admins": _("Site admins"),
}
"""By the name of the group, as `roles.ROLES` has it."""


def names_of_roles(user: User) -> str:
    return ", ".join(str(ROLE_NAMES[ROLES[role]]) for role in roles_of(user))


class ColleagueForm(forms.Form):
    """`was` is what the form was opened with. `save` raises Refused."""

    first_name = forms.CharField(label=_("First name"), required=False, max_length=150)
    last_name = forms.CharField(label=_("Last name"), required=False, max_length=150)
    mail = forms.EmailField(
        label=_("Mail address"),
        required=False,
        max_length=254,
        help_text=_("Where they are told what happens to texts, and get links to set a password."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        required=False,
        choices=[(role, ROLE_NAMES[group]) for role, group in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Site admins see no texts: somebody who does both jobs has both roles."),
    )
    was = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, user: User, data: QueryDict | None, *, by: User) -> Self:
        initial = {"first_name": user.first_name, "last_name": user.last_name, "mail": user.email}
        form = cls(data, initial={**initial, "roles": roles_of(user), "was": as_on_staff(user)})
        if user == by:
            form.fields["roles"].disabled = True
            form.fields["roles"].help_text = _("Nobody changes their own roles. Another site admin can.")
        return form

    def save(self, user: User, *, by: User) -> None:
        values = self.cleaned_data
        workflow.change_colleague(user, **self._facts(), by=by, expected=values["was"])

    def _facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        names = {name: values[name] for name in ("first_name", "last_name", "mail")}
        return {**names, "new_roles": values["roles"]}


class NewColleagueForm(ColleagueForm):
    was = None
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("By which they log in. It stays as it is: the record of their work names it."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    field_order = ("username", "first_name", "last_name", "mail", "roles")

    def add(self, *, by: User) -> User:
        return workflow.add_colleague(self.cleaned_data["username"], **self._facts(), by=by)
