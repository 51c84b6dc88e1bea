"""The view: a public page at a moment below a banner, and the page on which a moment is chosen."""

from datetime import UTC, datetime
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.desk import View, show_page
from briefings.admin.site_at import answers, coming_changes
from briefings.admin.site_at.moments import NoMoment, address, of_stamp, typed
from briefings.admin.site_at.rewriting import links_inside, rewrite
from briefings.public import addresses, moments
from briefings.views.answers import HTML, not_allowed

AHEAD = 10
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


def _for_editors(view: View) -> View:
    """A view for those who may read every draft, since what is scheduled is under embargo; nobody keeps its answers."""

    @wraps(view)
    def wrapper(request: HttpRequest, **named: str) -> HttpResponse:
        if not policy.may_to_all(request.user, "read"):
            raise PermissionDenied
        response = view(request, **named) if request.method in ("GET", "HEAD") else not_allowed(request)
        for name, value in _HEADERS.items():
            response[name] = value
        return response

    return wrapper


@_for_editors
def choose(request: HttpRequest) -> HttpResponse:
    """On to the moment that was written; without one, or where it is none, the page that asks for it."""
    path, text = _path(request.GET.get("path", "")), request.GET.get("moment", "")
    if not text:
        return _ask(request, path)
    try:
        return redirect(address(typed(text), path))
    except NoMoment as refusal:
        return _ask(request, path, text=text, refusal=refusal)


@_for_editors
def show(request: HttpRequest, moment: str, path: str = "") -> HttpResponse:
    """The public `path` as it was or will be at that moment."""
    try:
        at = of_stamp(moment)
    except NoMoment as refusal:
        return _ask(request, f"/{path}", text=moment, refusal=refusal)
    query = request.META.get("QUERY_STRING", "")
    answer = answers.answer(f"/{path}", query, at)
    where = f"/{path}?{query}" if query else f"/{path}"
    if location := answer.headers.get("Location"):
        return redirect(address(at, location))
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("image/"):
        return HttpResponse(answer.content, content_type=kind, status=answer.status_code)
    banner = _banner(at, where)
    if kind == HTML:
        return _as_page(answer, at, banner)
    words = answer.content.decode(errors="replace")
    return show_page(request, "site_at/text.html", title=where, words=words, **banner)


def _as_page(answer: HttpResponse, at: datetime, banner: dict[str, Any]) -> HttpResponse:
    styles = format_html('<link rel="stylesheet" href="{}">', static("briefings/banner.css"))
    top = render_to_string("admin/briefings/site_at/_banner.html", banner)
    inside = links_inside(address(at), site=settings.SITE_URL)
    page = rewrite(answer.content.decode(), inside=inside, head=styles, top=top)
    response = HttpResponse(page, content_type=HTML, status=answer.status_code)
    if hasattr(answer, "_csp_update"):  # the newsroom's accents
        response._csp_update = answer._csp_update
    return response


def _banner(at: datetime, where: str) -> dict[str, Any]:
    """What stands above the page, in the editor's language."""
    now = timezone.now()
    before, after = moments.last_change(at - moments.TICK), moments.next_change(at)
    return {
        "language": get_language(),
        "at": at,
        "utc": f"{date_format(at.astimezone(UTC), _('j F Y, H:i'))} UTC",
        "zone": timezone.get_current_timezone_name(),
        "typed": f"{timezone.localtime(at):%Y-%m-%dT%H:%M:%S}",
        "is_ahead": at > now,
        "has_removed": bool(answers.removed_since(at)),
        "is_partial_search": at < now and where.startswith(addresses.search()),
        "path": where,
        "before": address(before, where) if before else "",
        "after": address(after, where) if after else "",
    }


def _ask(request: HttpRequest, path: str, *, text: str = "", refusal: NoMoment | None = None) -> HttpResponse:
    now = timezone.now()
    return show_page(
        request,
        "site_at/choose.html",
        title=_("The site at a moment"),
        status_code=400 if refusal else 200,
        refusal=refusal,
        either=[(one, address(one, path)) for one in refusal.either] if refusal else (),
        text=text or f"{timezone.localtime(now):%Y-%m-%dT%H:%M}",
        path=path,
        zone=timezone.get_current_timezone_name(),
        ahead=coming_changes.ahead(now, path, most=AHEAD),
    )


def _path(text: str) -> str:
    """A public path with its query, of whatever address somebody gives; the front page of what is none."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return "/"
    path = f"/{parts.path.lstrip('/')}"
    return f"{path}?{parts.query}" if parts.query else path
