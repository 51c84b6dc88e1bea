"""The page of what the search line found."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.briefings.listing.filters import LONGEST
from briefings.admin.briefings.listing.rows import Row
from briefings.admin.desk import show_page
from briefings.admin.desk_search import results
from briefings.admin.desk_search.public_addresses import Named, named_by
from briefings.models import Draft


def page(request: HttpRequest) -> HttpResponse:
    """What has the words of `q`; or what is at the address that it is."""
    if not policy.may(request.user, "read"):
        raise PermissionDenied
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())
    too_long, words = len(words) > LONGEST, words[:LONGEST]
    named = named_by(words, request.user)
    found = results.found(words, request.user) if words and not named else None
    drafts = [named.thing] if named and isinstance(named.thing, Draft) else found.drafts if found else []
    at = timezone.now()
    return show_page(
        request,
        "draft/find.html",
        title=_("Search: %(words)s") % {"words": words} if words else _("Search"),
        words=words,
        too_long=too_long,
        longest=LONGEST,
        named=named,
        filed=_filed(request, named) if named else None,
        found=found,
        rows=[Row(draft, at, request.user) for draft in drafts],
    )


def _filed(request: HttpRequest, named: Named) -> results.FoundName | None:
    """The person or the topic at an address, with the ways from there."""
    thing = named.thing
    match named.kind:
        case "people" | "authors" if thing:
            of_that_name = results.people(thing.name, request.user)
        case "topics" if thing:
            of_that_name = results.topics(thing.name, request.user)
        case _:
            return None
    return next((one for one in of_that_name if one.thing == thing), None)
