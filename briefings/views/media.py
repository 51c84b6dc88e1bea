"""Pictures by their random names, for those that readers may have."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from briefings import pictures
from briefings.public import media as gate
from briefings.views.answers import moment, public

AN_HOUR = 3600  # seconds: a cache shows a withdrawn picture for no longer


@public
def media(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """One rendition in whole bytes; 404 for one that is hidden, exactly as for one that never was."""
    body = pictures.rendition(settings.MEDIA_ROOT, token, name) if gate.may_go_out(token, moment(request)) else None
    if body is None:
        raise Http404
    return HttpResponse(
        body, content_type=pictures.content_type(name), headers={"Cache-Control": f"public, max-age={AN_HOUR}"}
    )
