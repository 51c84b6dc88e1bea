"""Who works here, for site admins; and the language that the desk speaks to whoever asks."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_lazy, override

from briefings import desk_language
from briefings.admin.desk import Address, DeskAdmin, show_page
from briefings.admin.logins import colleague_pages, logins_page, second_factor_pages
from briefings.admin.telling import choose_telling
from briefings.models import User

_ROLES = {
    "Writers": gettext_lazy("Writers"),
    "Editors": gettext_lazy("Editors"),
    "Chief editors": gettext_lazy("Chief editors"),
    "Site admins": gettext_lazy("Site admins"),
}
"""By the name of the group, as `roles.ROLES` has it."""


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the desk"),
        choices=lambda: desk_language.languages().items(),
        help_text=gettext_lazy("For you alone. What readers get has the language of its briefing."),
    )


def choose_language(request: HttpRequest) -> HttpResponse:
    """The page on which somebody chooses the language that the desk speaks to them."""
    form = LanguageForm(request.POST or None, initial={"language": desk_language.of_user(request.user)})
    if not form.is_valid():
        return show_page(request, "language.html", title=gettext("Language of the desk"), form=form)
    request.user.desk_language = form.cleaned_data["language"]
    request.user.save(update_fields=["desk_language"])
    with override(request.user.desk_language):
        messages.success(request, gettext("The desk speaks English to you from now on."))
    return redirect("admin:index")


@admin.register(User)
class StaffAdmin(DeskAdmin):
    """Reading only: people come by `add_staff`, and passwords are changed by their owners."""

    sees = "staff"
    list_display = ("username", "roles", "is_active", "last_login")
    fields = ("username", "first_name", "last_name", "email", "roles", "is_active", "last_login", "date_joined")
    search_fields = ("username", "first_name", "last_name")
    ordering = ("username",)
    addresses = (
        Address("language/", "language", choose_language),
        Address("telling/", "telling", choose_telling),
        Address("logins/", "logins", logins_page.logins),
        Address("second-factor/", "second_factor", second_factor_pages.overview),
        Address("second-factor/app/", "app", second_factor_pages.set_up_app),
        Address("second-factor/passkey/", "passkey", second_factor_pages.add_passkey),
        Address(
            "<object_id>/reset-second-factor/", "reset_second_factor", colleague_pages.reset_second_factor, "staff"
        ),
    )
    change_form_template = "admin/briefings/logins/colleague.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(str(_ROLES.get(group.name, group.name)) for group in user.groups.all())
