"""The share card of a live briefing: what stands on it, and its address."""

from django.utils import translation

from briefings import cards
from briefings.outputs import wording
from briefings.outputs.facts import BriefingFacts, Site
from briefings.outputs.metadata.page_metadata import ShareImage
from briefings.public import addresses


def share_card(facts: BriefingFacts, site: Site) -> ShareImage | None:
    """The card of the page; None where it has none. Asks and reads nothing but the fonts that come with the site."""
    card = card_of(facts, site)
    if card is None:
        return None
    width, height = cards.SIZE
    url = addresses.absolute(addresses.card(facts.content.slug, card.digest))
    return ShareImage(url=url, type="image/png", width=width, height=height, alt=card.words)


def card_of(facts: BriefingFacts, site: Site) -> cards.Card | None:
    """What stands on the card: of the live edition its headline and its first topic, and when the first was published.

    None for a briefing that is gone, for an edition as it was published, and for words that cannot be drawn.
    """
    if facts.gone or facts.as_published:
        return None
    content = facts.content
    with translation.override(wording.furniture_language(content.language or site.language)):
        date = wording.day(facts.first_published)
    card = cards.Card(
        headline=" ".join(content.headline.split()),
        topic=content.topics[0].name if content.topics else "",
        date=date,
        site=site.name,
        accent=site.accent,
        language=content.language,
        direction=wording.direction(content.language),
    )
    return card if card.can_be_drawn else None
