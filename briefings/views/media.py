"""Pictures, by their random names: what a live edition shows, and nothing else."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from briefings import pictures
from briefings.public import media as gate
from briefings.views.answers import moment, public

AN_HOUR = 3600  # seconds: no picture that was withdrawn shows for longer


@public
def media(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """One rendition, in whole bytes; whatever is hidden is as unknown as whatever never was."""
    body = pictures.rendition(settings.MEDIA_ROOT, token, name) if gate.may_go_out(token, moment(request)) else None
    if body is None:
        raise Http404
    return HttpResponse(
        body, content_type=pictures.content_type(name), headers={"Cache-Control": f"public, max-age={AN_HOUR}"}
    )
