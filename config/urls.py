"""Addresses of the whole site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("briefings.urls")),
]

handler400 = "briefings.views.answers.bad_request"
handler403 = "briefings.views.answers.forbidden"
handler404 = "briefings.views.answers.not_found"
