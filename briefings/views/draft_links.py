"""A draft that is shown to somebody without an account: the one public address that reads editors' tables.

It names a secret. Its first page says nothing of the draft, so that programs that look at addresses in mails and chats
learn nothing and count as nobody; the text is one step further, for an hour, then the first page asks again.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone, translation

from briefings import draft_links, pictures, workflow
from briefings.draft_links import ShownDraft
from briefings.models import DraftLink
from briefings.outputs import page as page_parts
from briefings.outputs import wording
from briefings.outputs.facts import BriefingFacts
from briefings.public import names
from briefings.views.answers import HTML, View, frame, known_names, moment, public, styled

STEP = timedelta(hours=1)
_READ = "read"
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
_PICTURES = "/preview/{token}/{{id}}/"


def _secret(view: View) -> Callable[..., HttpResponseBase]:
    """A view whose address is a secret: nobody keeps what it answers, whatever that is, or hands the address on."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        response = public(view)(request, *args, **kwargs)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:  # which is one answer on the whole site
            for name, value in _HEADERS.items():
                response[name] = value
        return response

    return wrapper


@_secret
def draft_link(request: HttpRequest, token: str) -> HttpResponse:
    """The first page, which tells nothing; or the text, to whoever comes from there. 404 for what was never a link and
    for one that has ended.
    """
    shown = _shown(request, token)
    if _READ not in request.GET:
        return _page(request, shown, "briefings/draft_link_door.html", read=f"?{_READ}={_signer(shown.link).sign('')}")
    try:
        _signer(shown.link).unsign(request.GET[_READ], max_age=STEP)
    except BadSignature:
        return HttpResponse(status=HTTPStatus.FOUND, headers={"Location": request.path})
    if request.method == "GET" and not _is_ahead_of_time(request):
        workflow.count_opening(shown.link)
    return _text(request, shown, token)


@_secret
def picture(request: HttpRequest, token: str, image: str, name: str) -> HttpResponse:
    """One rendition of a picture that the text shows."""
    named = _shown(request, token).picture(str(image))
    body = pictures.rendition(settings.MEDIA_ROOT, named.token, name) if named else None
    if body is None:
        raise Http404
    return HttpResponse(body, content_type=pictures.content_type(name))


def _shown(request: HttpRequest, token: str) -> ShownDraft:
    shown = draft_links.find(token, moment(request))
    if shown is None:
        raise Http404
    return shown


def _signer(link: DraftLink) -> TimestampSigner:
    return TimestampSigner(salt=f"draft link {link.token_hash}")


def _is_ahead_of_time(request: HttpRequest) -> bool:
    """Whether a browser asks in case somebody should go there."""
    return any("prefetch" in request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose"))


def _text(request: HttpRequest, shown: ShownDraft, token: str) -> HttpResponse:
    content, saved = shown.content, shown.link.revision.saved_at
    at = moment(request)
    on, paths = timezone.localdate(at), names.paths(names.named(content), at, known=known_names(request))
    parts = page_parts.parts(content, as_of=on, shown_on=on, paths=paths, media=_PICTURES.format(token=token))
    facts = BriefingFacts(
        content=content,
        url="",
        path="#",
        live_path="#",
        number=1,
        first_published=saved,
        updated=saved,
        editions=(),
    )
    return _page(request, shown, "briefings/draft_link.html", briefing=facts, page=parts)


def _page(request: HttpRequest, shown: ShownDraft, template: str, **context: object) -> HttpResponse:
    """A page in the draft's language, in the site's frame."""
    site, language = frame(request).site, shown.content.language
    embargo = shown.embargoed_until(moment(request))
    with translation.override(wording.furniture_language(language)):
        until = wording.moment(timezone.localtime(shown.link.ends_at))
        around = {"site": site, "for_whom": shown.link.for_whom, "until": until, "language": language}
        around["embargoed_until"] = wording.moment(timezone.localtime(embargo)) if embargo else ""
        html = render_to_string(template, around | context)
    return styled(HttpResponse(html, content_type=HTML), site)
