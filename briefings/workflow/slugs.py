"""A slug belongs to one briefing for ever, from scheduling on."""

from briefings.content import BriefingContent
from briefings.content.slugs import ascii_slug
from briefings.models import Briefing, Draft, SlugReservation
from briefings.workflow.refusals import Refused


def reserve(briefing: Briefing, content: BriefingContent) -> BriefingContent:
    """`content` with its slug, which is this briefing's from now on; made from the headline where there is none.

    Raises Refused where the slug that an editor chose is another briefing's.
    """
    if content.slug:
        reservation, _ = SlugReservation.objects.get_or_create(slug=content.slug, defaults={"briefing": briefing})
        if reservation.briefing_id != briefing.pk:
            raise Refused(f"The address “{content.slug}” belongs to another briefing. Choose another.")
        return content
    slug = _free_slug(briefing, content.headline)
    SlugReservation.objects.get_or_create(slug=slug, defaults={"briefing": briefing})
    # The draft keeps it, so that a reworded headline does not move the address.
    Draft.objects.filter(briefing=briefing, slug="").update(slug=slug)
    return content.model_copy(update={"slug": slug})


def _free_slug(briefing: Briefing, headline: str) -> str:
    base = ascii_slug(headline, otherwise=f"briefing-{briefing.uuid.hex[:8]}")
    taken = set(
        SlugReservation.objects.filter(slug__startswith=base).exclude(briefing=briefing).values_list("slug", flat=True)
    )
    number = 1
    while (slug := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return slug
