"""Pictures on the desk: the list, and their doors."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.desk import DeskAdmin, with_object
from briefings.admin.pictures import details, picture_facts, search, views
from briefings.models import Image
from briefings.outputs import wording


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    """A picture. Whoever may begin a briefing may upload one; of others', a writer knows what readers see."""

    sees = "create"
    list_display = ("named", "credit_line", "people", "usable", "uploaded")
    search_fields = ("credit",)  # that there is a search; what it looks through stands in `search`
    search_help_text = gettext_lazy("Words of the credit line, of captions and of who is in it")
    ordering = ("-uploaded_at", "-pk")
    list_per_page = 50
    actions = None
    change_list_template = "admin/briefings/image/change_list.html"

    @admin.display(description=gettext_lazy("picture"), ordering="caption")
    def named(self, image: Image) -> str:
        frame = '<img src="{}" alt="" width="{}" height="{}" loading="lazy"><span>{}</span>'
        return format_html(
            frame, picture_facts.address(image), image.width, image.height, image.caption or _("(no caption)")
        )

    @admin.display(description=gettext_lazy("credit line"), ordering="credit", empty_value="—")
    def credit_line(self, image: Image) -> str:
        return image.credit

    @admin.display(description=gettext_lazy("usable until"), ordering="usable_until", empty_value="—")
    def usable(self, image: Image) -> str:
        return picture_facts.until(image.usable_until)

    @admin.display(description=gettext_lazy("uploaded"), ordering="uploaded_at")
    def uploaded(self, image: Image) -> str:
        when = wording.moment(timezone.localtime(image.uploaded_at))
        return f"{when}, {image.uploaded_by}" if image.uploaded_by else when

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Image]:
        """The pictures of which the user may know: any other is as unknown as one that never was."""
        return policy.images(request.user).select_related("uploaded_by").order_by(*self.ordering)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Image], search_term: str
    ) -> tuple[QuerySet[Image], bool]:
        return search.with_words(queryset, search_term, by=request.user), False

    def has_change_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        return obj is not None and policy.may_describe(request.user, obj)

    # The doors

    def get_urls(self) -> list:
        name = "briefings_image"
        return [
            path("upload/", self.admin_site.admin_view(self.upload), name=f"{name}_upload"),
            path("choose/", self.admin_site.admin_view(views.choose), name=f"{name}_choose"),
            path(
                "<str:image>/file/<str:name>",
                self.admin_site.admin_view(views.file, cacheable=True),
                name=f"{name}_file",
            ),
            *super().get_urls(),
        ]

    def upload(self, request: HttpRequest) -> HttpResponse:
        """A file becomes a picture."""
        return views.take(request, self._context(request) | {"title": _("Upload a picture")})

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, under its own name."""
        return super().changelist_view(request, {"title": _("Pictures"), **(extra_context or {})})

    @with_object
    def changeform_view(
        self,
        request: HttpRequest,
        image: Image | None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A picture's own page. None is added here: a picture comes as a file."""
        if image is None or not self.has_view_permission(request, image):
            raise PermissionDenied
        return details.page(request, image, self._context(request))

    def _context(self, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts}
