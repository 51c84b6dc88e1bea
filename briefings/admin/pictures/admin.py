"""Pictures on the desk: the list, who may look at which, and their addresses."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.desk import Address, DeskAdmin
from briefings.admin.pictures import details, picture_facts, search, views
from briefings.models import Image
from briefings.outputs import wording


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    """A picture. Whoever may begin a briefing may upload one. A writer sees others' pictures once readers do."""

    sees = "create"
    list_display = ("named", "credit_line", "people", "usable", "uploaded")
    search_fields = ("credit",)  # that there is a search; what it looks through stands in `search`
    search_help_text = gettext_lazy("Words of the credit line, of captions and of who is in it")
    ordering = ("-uploaded_at", "-pk")
    list_per_page = 50
    actions = None
    change_list_template = "admin/briefings/image/change_list.html"
    addresses = (
        Address("upload/", "upload", views.upload, action="create"),
        Address("choose/", "choose", views.choose, action="create"),
        Address("<str:image>/file/<str:name>", "file", views.file, is_cacheable=True),
        Address("<path:object_id>/change/", "change", details.page),
    )

    @admin.display(description=gettext_lazy("picture"), ordering="caption")
    def named(self, image: Image) -> str:
        frame = '<img src="{}" alt="" width="{}" height="{}" loading="lazy"><span>{}</span>'
        return format_html(
            frame, picture_facts.address(image), image.width, image.height, image.caption or _("(no caption)")
        )

    @admin.display(description=gettext_lazy("credit line"), ordering="credit")
    def credit_line(self, image: Image) -> str:
        return image.credit

    @admin.display(description=gettext_lazy("usable until"), ordering="usable_until")
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
