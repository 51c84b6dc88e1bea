"""What a public address answers at a moment, asked of its view as by a stranger."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone, translation

from briefings import gate
from briefings.front_door.addresses import KEPT, NOT_KEPT, OF_ONE_PERSON, Address
from briefings.front_door.asking import environ_of
from briefings.models import Edition
from briefings.views.answers import not_found

APART = OF_ONE_PERSON | {"healthz", "readyz"}
"""What has no moment, and what is shown to one person alone."""
SHOWN = (frozenset(KEPT) | NOT_KEPT) - APART


def answer(path: str, query: str, at: datetime, *, period: dict[str, Any] | None = None) -> HttpResponse:
    """The answer as of `at`, without what was removed for legal reasons since; `period` is what all pages have then."""
    site = urlsplit(settings.SITE_URL)
    environ = environ_of(Address(path.encode().decode("latin-1"), query), host=site.netloc, scheme=site.scheme)
    request = WSGIRequest(environ | {"briefings.at": at, "briefings.period": period or {}})
    # As outside the desk: readers' words are in the site's language where no page says another.
    with translation.override(settings.LANGUAGE_CODE), gate.withheld(removed_since(at)):
        try:
            match = resolve(path, urlconf="briefings.urls")
        except Resolver404:
            return not_found(request)
        if match.url_name not in SHOWN:
            return not_found(request)
        return match.func(request, *match.args, **match.kwargs)


def removed_since(at: datetime) -> frozenset:
    """The briefings that were removed for legal reasons after `at`. One query."""
    ended = Edition.objects.gone_live(timezone.now()).begun_after(at).filter(kind=Edition.Kind.REMOVED)
    return frozenset(ended.values_list("briefing__uuid", flat=True))
