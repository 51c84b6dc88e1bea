"""An address and a moment become sentences: what the public view answers, why, when that changes, what is kept."""

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from briefings.explanation import briefing_addresses, named_addresses, story_addresses
from briefings.explanation.other_addresses import (
    NO_LANGUAGE,
    NO_LETTER,
    NO_PLACE,
    draft_link,
    health,
    language_front,
    listing,
    picture,
    quotes,
)
from briefings.explanation.sentences import Asked, Explanation, Reason, nothing_there, when
from briefings.front_door import addresses as front_door
from briefings.models import Briefing, Draft, SlugReservation
from briefings.public import addresses, moments
from briefings.upload_limits import DESK

_NO_MONTH = gettext_lazy("nothing that is listed was first published in that month")
_NO_PAGE = gettext_lazy("the search finds nothing for that page of its hits")
_NO_DAY = gettext_lazy("the archive has nothing of that day, which begins once it is over")
EXPLAINED: Mapping[str, Callable[..., Reason]] = {
    "home": listing(gettext_lazy("the newest briefings"), empty=NO_PLACE),
    "briefing": briefing_addresses.briefing,
    "editions": briefing_addresses.history,
    "edition": briefing_addresses.edition,
    "changes": briefing_addresses.changes,
    "story": story_addresses.story,
    "card": briefing_addresses.card,
    "topics": listing(gettext_lazy("the index of topics"), empty=NO_LETTER),
    "topic": named_addresses.topic,
    "topic-feed": named_addresses.topic,
    "quotes": quotes,
    "people": listing(gettext_lazy("the index of people, bodies and documents"), empty=NO_LETTER),
    "person": named_addresses.person,
    "person-feed": named_addresses.person,
    "author": named_addresses.author,
    "author-feed": named_addresses.author,
    "standing-page": named_addresses.standing_page,
    "corrections": listing(gettext_lazy("the list of corrections"), empty=NO_PLACE),
    "corrections-feed": listing(gettext_lazy("the feed of corrections"), empty=NO_PLACE),
    "questions": listing(gettext_lazy("the questions that were answered, and the newest open ones"), empty=NO_PLACE),
    "open-questions": listing(gettext_lazy("the open questions"), empty=NO_PLACE),
    "questions-feed": listing(gettext_lazy("the feed of open and newly answered questions"), empty=NO_PLACE),
    "archive": listing(gettext_lazy("the months of the archive"), empty=NO_PLACE),
    "archive-month": listing(gettext_lazy("what was first published in that month"), empty=_NO_MONTH),
    "media": picture,
    "feeds": listing(gettext_lazy("the list of feeds"), empty=NO_PLACE),
    "site-feed": listing(gettext_lazy("the feed of what moved last"), empty=NO_PLACE),
    "archived-feed": listing(gettext_lazy("what was first published on that day, as a feed"), empty=_NO_DAY),
    "sitemap": listing(gettext_lazy("the index of sitemaps"), empty=NO_PLACE),
    "sitemap-pages": listing(gettext_lazy("the addresses that are no briefing"), empty=NO_PLACE),
    "sitemap-month": listing(gettext_lazy("the addresses of that month"), empty=_NO_MONTH),
    "news-sitemap": listing(gettext_lazy("what was first published in the last 48 hours"), empty=NO_PLACE),
    "robots": listing(gettext_lazy("what crawlers are told"), empty=NO_PLACE),
    "search": listing(gettext_lazy("what the search finds"), empty=_NO_PAGE),
    "open-search": listing(gettext_lazy("what browsers are told of the search"), empty=NO_PLACE),
    "language-home": language_front,
    "language-feed": listing(gettext_lazy("the feed of that language"), empty=NO_LANGUAGE),
    "draft-link": draft_link,
    "draft-link-picture": draft_link,
    "healthz": health,
    "readyz": health,
}
"""By the name of the URL pattern."""


def explain(url: str, at: datetime, *, only: Briefing | None = None) -> Explanation:
    """What readers get at `url` (whole, or a path with its query) at `at`, and why.

    With `only`, what is hidden is told of that briefing alone.
    """
    parts = urlsplit(url)
    if parts.netloc and parts.netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower():
        values = {"url": settings.SITE_URL}
        return Explanation(url, 400, (_("This is no address of this site, which is at %(url)s.") % values,))
    path = f"/{unquote(parts.path).lstrip('/')}"
    match = _resolved(path)
    if path.startswith((DESK, settings.STATIC_URL)) or match is None or match.url_name not in EXPLAINED:
        return _outside(path, match)
    status, location = _answered(match, path, parts.query, at)
    asked = Asked(path=path, at=at, status=status, location=location, only=only)
    reason = EXPLAINED[match.url_name](asked, **match.kwargs)
    shown = f"{path}?{parts.query}" if parts.query else path
    return Explanation(shown, status, (reason.sentence, *_changes(reason), *_kept(path, parts.query, at, only=only)))


def explain_briefing(briefing: Briefing, at: datetime) -> list[Explanation]:
    """The same of each address that the briefing has, had or would have. Of any other nothing hidden is told."""
    slugs = [*Draft.objects.filter(briefing=briefing).exclude(slug="").values_list("slug", flat=True)]
    slugs += SlugReservation.objects.filter(briefing=briefing).order_by("slug").values_list("slug", flat=True)
    return [explain(addresses.briefing(slug), at, only=briefing) for slug in dict.fromkeys(slugs)]


def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _outside(path: str, match: ResolverMatch | None) -> Explanation:
    if path.startswith(DESK):
        return Explanation(path, 302, (_("The desk, for those who work here. Readers have nothing there."),))
    icons = {f"/{file.name}" for file in settings.WHITENOISE_ROOT.iterdir()}
    if path.startswith(settings.STATIC_URL) or path in icons:
        return Explanation(path, 200, (_("A static file of this release, if it has one of that name."),))
    if match is None and not path.endswith("/") and _resolved(f"{path}/"):
        where = {"where": f"{path}/"}
        return Explanation(path, 301, (_("301 to %(where)s: every address there ends with a slash.") % where,))
    return Explanation(path, 404, (nothing_there().sentence,))


def _answered(match: ResolverMatch, path: str, query: str, at: datetime) -> tuple[int, str]:
    """The status and the Location of what the public view answers as of that moment."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.GET = QueryDict(query)
    request.META["briefings.at"] = at
    with override(settings.LANGUAGE_CODE):  # as for readers, whichever language asks
        response = match.func(request, *match.args, **match.kwargs)
    return response.status_code, response.headers.get("Location", "")


def _changes(reason: Reason) -> list[str]:
    if reason.change is None:
        return []
    values = {"when": when(reason.change.moment), "why": reason.change.when}
    return [_("The next change is on %(when)s, %(why)s.") % values]


def _kept(path: str, query: str, at: datetime, *, only: Briefing | None) -> list[str]:
    """What the front door keeps. The next moment anywhere is told to operators alone: it may be of another briefing."""
    if not settings.FRONT_DOOR_BYTES or front_door.find(path, query) is None:
        return [_("The front door keeps nothing of it: Django answers each time.")]
    moment = moments.next_moment(at) if only is None else None
    if moment:
        values = {"when": when(moment)}
        return [_("The front door keeps it until %(when)s, and until anything is published or changed.") % values]
    return [_("The front door keeps it until anything on the site is published, changed or begins.")]
