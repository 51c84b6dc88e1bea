"""An original as it came, for whoever may read what it became: a file to keep, never a page of this site."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from briefings.models import Original

_ENDINGS = {"html": "html", "markdown": "md", "docx": "docx"}


def download(request: HttpRequest, original: Original) -> HttpResponse:
    """The bytes, as plain text whatever their format, so that no browser runs them."""
    ending = _ENDINGS.get(original.format, "txt")
    name = original.name or f"pasted-{original.at:%Y-%m-%d}.{ending}"
    response = HttpResponse(bytes(original.data), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
