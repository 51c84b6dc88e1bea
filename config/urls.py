"""Addresses of the whole site."""

from django.contrib import admin
from django.urls import include, path

from briefings.admin.javascript import ScriptWords
from briefings.admin.logins.password_page import change_password
from briefings.admin.site_at import views as site_at
from briefings.admin.start import page as start
from briefings.views.answers import unknown
from briefings.views.login import StaffLogin, come_from_provider, go_to_provider
from briefings.views.password_link import set_password
from briefings.views.second_step import show_second_factor

urlpatterns = [
    # Before the desk's own addresses: nothing may reach the login of Django's admin, which no throttle guards.
    path("admin/login/", StaffLogin.as_view(), name="account_login"),
    path("admin/login/second-step/", show_second_factor, name="mfa_authenticate"),
    path("admin/login/provider/", go_to_provider, name="provider_login"),
    path("admin/login/provider/back/", come_from_provider, name="provider_callback"),
    path("admin/password/<str:token>/", set_password, name="password_link"),
    # Instead of Django's own, where nobody counts wrong passwords.
    path("admin/password_change/", admin.site.admin_view(change_password, cacheable=True), name="password_change"),
    # Instead of Django's own, which has the words of its own scripts alone.
    path("admin/jsi18n/", admin.site.admin_view(ScriptWords.as_view(), cacheable=True), name="jsi18n"),
    # No object of the desk has a page to be redirected to, and Django's view for that fails on some numbers.
    path("admin/r/<path:rest>", admin.site.admin_view(unknown), name="view_on_site"),
    # Instead of Django's list of tables, which stands behind “All tables”.
    path("admin/", admin.site.admin_view(start.page), name="index"),
    path("admin/site-at/", admin.site.admin_view(site_at.choose), name="site_at_choose"),
    path("admin/site-at/<str:moment>/", admin.site.admin_view(site_at.show), name="site_at"),
    path("admin/site-at/<str:moment>/<path:path>", admin.site.admin_view(site_at.show), name="site_at_page"),
    path("admin/", admin.site.urls),
    path("", include("briefings.urls")),
]

handler400 = "briefings.views.answers.bad_request"
handler403 = "briefings.views.answers.forbidden"
handler404 = "briefings.views.answers.not_found"
handler500 = "briefings.views.failures.failed"
