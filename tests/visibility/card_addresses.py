"""The addresses that share cards have, had, will have, or would have had."""

from datetime import datetime

from django.utils import timezone

from briefings.content import from_canonical
from briefings.models import Edition, PublishedSummary
from briefings.outputs.facts import BriefingFacts
from briefings.public import sites
from briefings.public.share_cards import card_of


def digest_of(edition: Edition, at: datetime) -> str:
    """Of the card of that edition, in the site of that moment; "" where it has none."""
    row = PublishedSummary.objects.get(edition=edition)
    facts = BriefingFacts(
        content=from_canonical(edition.text.text),
        url="",
        path="",
        live_path="",
        number=1,
        first_published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        editions=(),
        gone=edition.kind if edition.kind in ("withdrawn", "removed", "merged") else "",
    )
    card = card_of(facts, sites.frame(at).site)
    return card.digest if card else ""


def card_path(edition: Edition, at: datetime, *, slug: str = "") -> str:
    return f"/briefings/{slug or from_canonical(edition.text.text).slug}/card-{digest_of(edition, at)}.png"


def card_paths() -> list[str]:
    """Of every edition that has a text, hidden ones as well, at each slug of its briefing."""
    slugs: dict[int, set[str]] = {}
    for briefing, slug in PublishedSummary.objects.exclude(slug=None).values_list("briefing", "slug"):
        slugs.setdefault(briefing, set()).add(slug)
    editions = Edition.objects.filter(text__text__isnull=False).select_related("text")
    return [
        f"/briefings/{slug}/card-{digest}.png"
        for edition in editions
        if (digest := digest_of(edition, edition.live_from))
        for slug in sorted(slugs.get(edition.briefing_id, ()))
    ]
