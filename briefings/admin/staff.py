"""Who works here, for site admins; and the language that the desk speaks to whoever asks."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_lazy, override

from briefings import desk_language
from briefings.admin.colleagues import link_page
from briefings.admin.colleagues import views as colleagues
from briefings.admin.colleagues.forms import names_of_roles
from briefings.admin.desk import Address, DeskAdmin, about, show_page
from briefings.admin.logins import colleague_pages, logins_page, second_factor_pages
from briefings.admin.telling import choose_telling
from briefings.logins.second_factor import APP, PASSKEY
from briefings.models import AuditEntry, User


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
    """For site admins, but for the pages of what is one's own."""

    sees = changes = "staff"
    list_name = gettext_lazy("Staff")
    list_title = gettext_lazy("Who works here")
    add_words = gettext_lazy("Add a colleague")
    list_display = ("username", "full_name", "roles", "last_seen", "second_factor", "state")
    list_filter = ("is_active",)
    search_fields = ("username", "first_name", "last_name")
    ordering = ("username",)
    addresses = (
        Address("language/", "language", choose_language),
        Address("telling/", "telling", choose_telling),
        Address("logins/", "logins", logins_page.logins),
        Address("second-factor/", "second_factor", second_factor_pages.overview),
        Address("second-factor/app/", "app", second_factor_pages.set_up_app),
        Address("second-factor/passkey/", "passkey", second_factor_pages.add_passkey),
        Address("add/", "add", colleagues.add, "staff"),
        Address("<path:object_id>/change/", "change", colleagues.change, "staff"),
        Address("<path:object_id>/active/", "active", colleagues.decide_active, "staff"),
        Address("<path:object_id>/sessions/", "sessions", colleagues.end_sessions, "staff"),
        Address("<path:object_id>/password-link/", "password_link", link_page.password_link, "staff"),
        Address(
            "<object_id>/reset-second-factor/", "reset_second_factor", colleague_pages.reset_second_factor, "staff"
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=[APP, PASSKEY])
        return super().get_queryset(request).prefetch_related("groups").annotate(has_second_factor=Exists(factors))

    def history_of(self, obj: User) -> QuerySet[AuditEntry]:
        """Also as `add_staff` wrote it before it named users by their uuid, as everything else does."""
        return AuditEntry.objects.filter(Q(about=about(obj)) | Q(about=f"user:{obj.pk}"))

    @admin.display(description=gettext_lazy("name"))
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user: User) -> str:
        return names_of_roles(user)

    @admin.display(
        description=gettext_lazy("last login"), ordering="last_login", empty_value=gettext_lazy("never logged in")
    )
    def last_seen(self, user: User) -> datetime | None:
        return user.last_login

    @admin.display(description=gettext_lazy("second factor"))
    def second_factor(self, user: User) -> str:
        return gettext("with second factor") if user.has_second_factor else ""

    @admin.display(description=gettext_lazy("state"), ordering="is_active")
    def state(self, user: User) -> str:
        return gettext("active") if user.is_active else gettext("deactivated")
