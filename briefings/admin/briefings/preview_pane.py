"""What the pane beside the form shows: the readers' page of the unsaved text, and what others will make of it."""

from base64 import b64encode
from typing import Any

from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import cards
from briefings.admin.briefings import preview
from briefings.admin.briefings.preview import Preview
from briefings.admin.briefings.publish_panel import PublishForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.admin.desk import answer_json
from briefings.content import BriefingContent
from briefings.content.slugs import ascii_slug
from briefings.desk_words import day_in_words
from briefings.outputs.metadata import of_briefings
from briefings.public import addresses
from briefings.public.share_cards import card_of


def answer(content: BriefingContent, status: BriefingStatus, *, panel: PublishForm, card: str) -> JsonResponse:
    """`{"html", "search": {"title", "address", "description"}, "feed": {"title", "summary", "date"}, "card"}`.

    The card is null where there will be none, else `{"digest", "words", "png"}`; `png` is in Base64, and left out where
    the browser has the one with the digest `card`.
    """
    made = preview.of(content, status, panel)
    metadata = of_briefings.briefing(made.site, facts=made.facts, page=made.parts)
    slug = made.facts.content.slug or ascii_slug(content.headline, otherwise="")
    return answer_json(
        {
            "html": made.html,
            "search": {
                "title": metadata.name,
                "address": addresses.absolute(addresses.briefing(slug)) if slug else made.site.url,
                "description": metadata.description,
            },
            "feed": {
                "title": made.facts.content.headline,
                "summary": " ".join(made.parts.lede),
                "date": day_in_words(timezone.localtime(made.facts.updated).date()),
            },
            "card": _card(made, known=card),
        }
    )


def refusal() -> JsonResponse:
    """Of a form with a fault no page can be made."""
    return answer_json({"reason": _("Some fields need a look. What you see is the text before that.")}, status=422)


def _card(made: Preview, *, known: str) -> dict[str, Any] | None:
    card = card_of(made.facts, made.site)
    if card is None:
        return None
    facts = {"digest": card.digest, "words": card.words}
    return facts if card.digest == known else facts | {"png": b64encode(cards.draw(card)).decode()}
