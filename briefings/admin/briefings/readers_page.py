"""Why readers see what they see of a briefing, and why not: for whoever may read its draft."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from briefings import clock
from briefings.admin.desk import show_page
from briefings.explanation import explain_briefing
from briefings.models import Draft


def show(request: HttpRequest, draft: Draft) -> HttpResponse:
    return show_page(
        request,
        "draft/readers.html",
        title=_("What readers get, and why"),
        draft=draft,
        opts=draft._meta,
        explanations=explain_briefing(draft.briefing, clock.moment()),
    )
