"""The share card of a briefing, for as long as it is the one of the live edition."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from briefings import cards
from briefings.public import addresses
from briefings.public import briefing as briefings
from briefings.public.share_cards import card_of
from briefings.views.answers import answer, frame, moment, public, redirect

PNG = "image/png"


@public
def card(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The card of today; 404 for every other digest, before anything is drawn. A former slug leads to today's."""
    match = briefings.find(slug, moment(request))
    if match is None:
        raise Http404
    facts, around = briefings.briefing(match), frame(request)
    today = card_of(facts, around.site)
    if today is None or today.digest != digest:
        raise Http404
    if match.moved_to:
        return redirect(addresses.card(match.moved_to, digest))
    body = cards.png(settings.MEDIA_ROOT, UUID(facts.content.id), today)
    return answer(request, body, content_type=PNG, changed=around.changed)
