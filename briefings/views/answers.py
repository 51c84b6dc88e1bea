"""How every public view answers: of one moment, in whole bytes, revalidated each time, and 404 for what is hidden."""

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from functools import partial, wraps
from hashlib import sha256
from http import HTTPStatus
from math import ceil
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from briefings import clock, desk_language
from briefings.desk_words import said
from briefings.outputs import wording
from briefings.outputs.facts import Link, Site
from briefings.outputs.metadata.page_metadata import PageMetadata
from briefings.public import current_topics, names, sites
from briefings.public import languages as spoken
from briefings.public.languages import Languages
from briefings.upload_limits import DESK, TooLarge
from briefings.views import session_expired

HTML = "text/html; charset=utf-8"
OF_THE_DESK = (403, 413)
"""What is refused with these to whoever works on the desk is said in their language."""
View = Callable[..., HttpResponse]


class Moved(Exception):
    """Raised for a former address; `path` is today's."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def moment(request: HttpRequest) -> datetime:
    """The moment that the answer is for: now, or the one that the server put into the WSGI environment.

    No client can set it: the names of a client's headers begin with HTTP_ there.
    """
    return request.META.get("briefings.at") or clock.moment()


def frame(request: HttpRequest) -> sites.Frame:
    """The frame of the page. One query; none where this request has asked, or the front door asks again within a
    period, in which it is the same.
    """
    of_period = _of_period(request)
    if "frame" not in of_period:
        of_period["frame"] = sites.frame(moment(request))
    return of_period["frame"]


def _of_period(request: HttpRequest) -> dict[str, Any]:
    """What all pages of the front door's period have; without one, what this request has asked for."""
    return request.META.setdefault("briefings.period", {})


def sections(request: HttpRequest) -> tuple[Link, ...]:
    """The topics in the masthead. Their names are asked for with the first that the page itself asks for, and alone
    where it asks for none; no more where the front door asks again within a period.
    """
    of_period = _of_period(request)
    if "sections" not in of_period:
        topics = frame(request).topics
        of_period["sections"] = current_topics.in_masthead(topics, moment(request), known=known_names(request))
    return of_period["sections"]


def languages(request: HttpRequest) -> Languages:
    """The languages of what is live. One query; none where this request, or the front door in a period, has asked."""
    of_period = _of_period(request)
    if "languages" not in of_period:
        of_period["languages"] = spoken.languages(moment(request))
    return of_period["languages"]


def known_names(request: HttpRequest) -> names.Known:
    """What subjects are called today, as far as this request, or pages in the front door's period, have asked."""
    of_period = _of_period(request)
    if "names" not in of_period:
        of_period["names"] = names.Known(expected=frozenset(frame(request).topics))
    return of_period["names"]


def notes(request: HttpRequest) -> dict[str, Any] | None:
    """What a view notes with its answer: the front door hands it back when it asks for the page in another period.
    None where somebody else asks.
    """
    return request.META.get("briefings.answer")


def digest(request: HttpRequest, *basis: object) -> bytes:
    """A short form of all that a page is made of: the frame, and `basis`, whose values say all of themselves."""
    return sha256(repr((frame(request).site, sections(request), *basis)).encode()).digest()


def same_as_before() -> HttpResponse:
    """Told to the front door alone, in place of a page of which it has the bytes."""
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def public(view: View) -> Callable[..., HttpResponseBase]:
    """A view for anybody: it answers GET and HEAD alone, and 404 is the same page for what is hidden and unknown."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return not_allowed(request)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return not_found(request)
        except Moved as moved:
            return redirect(moved.path)

    return wrapper


def page(
    request: HttpRequest,
    template: str,
    *,
    metadata: Callable[[Site], PageMetadata],
    language: str = "",
    status: int = HTTPStatus.OK,
    **facts: Any,
) -> HttpResponse:
    """The page that `template` makes of `facts` in the site's frame, its furniture in `language` (the site's, where
    none is given). `metadata` makes what others get of it, in the same language.
    """
    around = frame(request)
    with translation.override(wording.furniture_language(language or around.site.language)):
        top = {"site": around.site, "sections": sections(request), "metadata": metadata(around.site)}
        html = render_to_string(template, {**top, **facts})
    response = answer(request, html.encode(), content_type=HTML, changed=around.changed)
    response.status_code = status if response.status_code == HTTPStatus.OK else response.status_code
    return styled(response, around.site)


def styled(response: HttpResponse, site: Site) -> HttpResponse:
    """`response`, with a policy that allows the newsroom's accents by their hash, and no other inline style."""
    if site.style:
        digest = b64encode(sha256(site.style.encode()).digest()).decode()
        response._csp_update = {"style-src": [f"'sha256-{digest}'"]}
    return response


def answer(request: HttpRequest, body: bytes, *, content_type: str, changed: datetime | None) -> HttpResponse:
    """`body`, or 304 where the client has it.

    A cache may keep it and has to ask again each time, so that an embargo, a correction or a withdrawal takes effect at
    its moment.
    """
    response = HttpResponse(body, content_type=content_type)
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = f'"{sha256(body).hexdigest()[:32]}"'
    modified = None
    if changed:
        modified = ceil(changed.timestamp())
        # Within the second of a change another may follow. Whoever asks in it gets a stamp that will have passed.
        response["Last-Modified"] = http_date(modified if modified <= moment(request).timestamp() else modified - 1)
    return get_conditional_response(request, response["ETag"], modified, response)


def redirect(path: str) -> HttpResponse:
    """301 to `path`; a browser has to ask again each time, since a slug may come back."""
    return HttpResponse(status=301, headers={"Location": path, "Cache-Control": "public, no-cache"})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what is unknown and for what is hidden."""
    return _refusal(request, "404.html", status=404)


def unknown(request: HttpRequest, **_: str) -> HttpResponse:
    """404, as the view of an address that never has a page."""
    return not_found(request)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405 for a request that would change something."""
    response = _refusal(request, "405.html", status=405)
    response["Allow"] = "GET, HEAD"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for a malformed request, such as one to a host that is not the site's; 413 for one that is too large.

    Does not ask the database.
    """
    if isinstance(exception, TooLarge) and "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {"error": desk_language.spoken_to(request, partial(said, exception))},
            status=413,
            headers={"Cache-Control": "no-store"},
        )
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return _refusal(request, "413.html", status=413, site=sites.site_of_settings())
    return _refusal(request, "400.html", status=400, site=sites.site_of_settings())


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 for staff who may not do what they asked for."""
    return _refusal(request, "403.html", status=403, site=sites.site_of_settings())


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long or sent from another site; a text of the desk can be sent again."""
    if session_expired.holds_a_text(request):
        return session_expired.send_again(request)
    return _refusal(request, "403_csrf.html", status=403, site=sites.site_of_settings())


def _refusal(request: HttpRequest, template: str, *, status: int, site: Site | None = None) -> HttpResponse:
    around = {"site": site} if site else {"site": frame(request).site, "sections": sections(request)}
    is_for_editors = status in OF_THE_DESK and request.path_info.startswith(DESK)
    spoken = desk_language.of_request(request) if is_for_editors else around["site"].language
    with translation.override(wording.furniture_language(spoken)):
        body = render_to_string(template, around | {"at_the_desk": is_for_editors}).encode()
    # Given here: an answer made before the middleware is through, as to a wrong host, would go out without a length.
    headers = {"Cache-Control": "public, no-cache", "Content-Length": str(len(body))}
    return styled(HttpResponse(body, content_type=HTML, status=status, headers=headers), around["site"])
