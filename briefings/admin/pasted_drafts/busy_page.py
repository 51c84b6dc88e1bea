"""The answer while another draft is being read: a sentence, and the form as it was sent, to be sent again."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from briefings.admin.desk import View, answer_json, show_page, wants_json
from briefings.originals import Busy

SOON = {"Retry-After": "5"}


def or_busy(view: View) -> View:
    """`view`, or 503 with a sentence: for the script, or on a page with a button that sends the same again."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Busy as busy:
            response = answer_json({"error": str(busy)}, status=503) if wants_json(request) else _page(request, busy)
            for name, value in SOON.items():
                response[name] = value
            return response

    return answer


def _page(request: HttpRequest, busy: Busy) -> HttpResponse:
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    return show_page(
        request,
        "original/busy.html",
        title=_("Another draft is being read"),
        status_code=503,
        sentence=str(busy),
        sent=[(name, value) for name, value in sent if name != "csrfmiddlewaretoken"],
        address=request.get_full_path(),
    )
