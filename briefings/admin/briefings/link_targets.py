"""Briefings of ours to link to, found by words of their headline while an address is typed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from briefings import policy
from briefings.admin.desk import answer_json
from briefings.models import PublishedSummary
from briefings.outputs import wording
from briefings.public import addresses

MOST = 8
LONGEST = 100
MOST_WORDS = 6


def find(request: HttpRequest) -> JsonResponse:
    """`{"briefings": [{"headline", "address", "day"}]}`, the newest first, of those live whose headline holds all words
    of `q`. For whoever may write a draft, or the pages of the site.
    """
    if not any(policy.may(request.user, action) for action in ("write", "site")):
        raise PermissionDenied
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST].split()[:MOST_WORDS]
    if not words:
        return answer_json({"briefings": []})
    rows = PublishedSummary.objects.live(timezone.now()).listed().exclude(slug=None)
    for word in words:
        rows = rows.filter(headline__icontains=word)
    found = rows.order_by("-updated", "-briefing_uuid").values_list("headline", "slug", "first_published")[:MOST]
    return answer_json(
        {
            "briefings": [
                {
                    "headline": headline,
                    "address": addresses.absolute(addresses.briefing(slug)),
                    "day": wording.day(timezone.localtime(published)),
                }
                for headline, slug, published in found
            ]
        }
    )
