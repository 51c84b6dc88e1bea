"""Who works here, for site admins."""

from django.contrib import admin

from briefings.admin.desk import DeskAdmin
from briefings.models import User


@admin.register(User)
class StaffAdmin(DeskAdmin):
    """Reading only: people come by `add_staff`, and passwords are changed by their owners."""

    sees = "staff"
    list_display = ("username", "roles", "is_active", "last_login")
    fields = ("username", "first_name", "last_name", "email", "roles", "is_active", "last_login", "date_joined")
    search_fields = ("username", "first_name", "last_name")
    ordering = ("username",)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())
