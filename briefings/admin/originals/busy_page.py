"""What somebody gets while another draft is being read: soon a sentence, and everything that they sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from briefings.admin.originals.door import Desk
from briefings.admin.pictures.views import told, wants_json
from briefings.originals import Busy

SOON = {"Retry-After": "5"}
View = Callable[..., HttpResponse]


def or_busy(view: View) -> View:
    """`view`, or 503 with a sentence: for the script, or on a page with a button that sends the same again."""

    @wraps(view)
    def answer(desk: Desk, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(desk, request, *args, **kwargs)
        except Busy as busy:
            response = told({"error": str(busy)}, status=503) if wants_json(request) else _page(desk, request, busy)
            for name, value in SOON.items():
                response[name] = value
            return response

    return answer


def _page(desk: Desk, request: HttpRequest, busy: Busy) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    context = desk.context(request) | {
        "title": _("Another draft is being read"),
        "sentence": str(busy),
        "sent": [(name, value) for name, value in sent if name != "csrfmiddlewaretoken"],
        "address": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/briefings/original/busy.html", context, status=503)
