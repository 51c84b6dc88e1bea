"""The first page: its sections in order."""

from collections.abc import Callable

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.start import ahead, colleagues_waiting, kept_watch, running, waiting
from briefings.admin.start.section import Desk, Section
from briefings.deliveries import told

Make = Callable[[Desk], Section]
WAITING: tuple[Make, ...] = (
    waiting.to_review,
    waiting.sent_back,
    waiting.comments,
    waiting.published_alone,
    waiting.approved,
    waiting.pasted,
)
"""What waits for the user; one line says so where nothing does."""
BELOW: tuple[Make, ...] = (ahead.mine, ahead.unpublished_changes)
"""What the user may go on with."""
BESIDE: tuple[Make, ...] = (
    ahead.this_week,
    ahead.embargoed,
    ahead.published,
    kept_watch.questions,
    kept_watch.pictures,
)
"""Everything else of the desk of whoever may read briefings. A section that is empty is not there."""
OF_THE_SITE: tuple[Make, ...] = (
    colleagues_waiting.colleagues,
    running.state_of_the_site,
    running.acts_on_the_site,
)


def page(request: HttpRequest) -> HttpResponse:
    """What the user finds after the login. The number of queries is the same however much there is."""
    desk = Desk(request.user, timezone.now())
    reads = policy.may(request.user, "read")
    waits = _shown(WAITING, desk) if reads else []
    matters = [line.matter for section in waits for line in section.lines if line.matter]
    context = {
        **admin.site.each_context(request),
        "title": _("Desk"),
        "reads": reads,
        "waiting": waits,
        "told": told(request.user, besides=matters) if reads else [],
        "below": _shown(BELOW, desk) if reads else [],
        "beside": _shown(BESIDE, desk) if reads else [],
        "may_add": policy.may(request.user, "staff"),
        "of_the_site": _shown(OF_THE_SITE, desk),
    }
    return TemplateResponse(request, "admin/index.html", context)


def _shown(makes: tuple[Make, ...], desk: Desk) -> list[Section]:
    return [section for section in (make(desk) for make in makes) if section.is_shown]
