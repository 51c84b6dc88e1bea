"""Slugs: once scheduled or published, a slug belongs to its briefing for ever."""

from itertools import count

from django.utils.translation import gettext as _

from briefings.content import BriefingContent
from briefings.content.slugs import ascii_slug
from briefings.models import Briefing, Draft, PublishedSummary, SlugReservation
from briefings.workflow.refusals import Refused


def reserve(briefing: Briefing, content: BriefingContent) -> BriefingContent:
    """Reserve the slug of `content` for the briefing; returns `content` with it.

    Where it has none it gets that of the newest edition, so that a new headline does not move the address; else one
    made from the headline. Raises Refused where the slug that an editor chose is another briefing's.
    """
    if content.slug:
        if not _reserved(content.slug, briefing):
            raise Refused(
                _("The address “%(slug)s” belongs to another briefing. Choose another.") % {"slug": content.slug}
            )
        return content
    slug = _slug_so_far(briefing) or _first_free_slug(briefing, content.headline)
    Draft.objects.filter(briefing=briefing, slug="").update(slug=slug)
    return content.model_copy(update={"slug": slug})


def _slug_so_far(briefing: Briefing) -> str | None:
    slugs = PublishedSummary.objects.filter(briefing=briefing, slug__isnull=False).values_list("slug", flat=True)
    return slugs.not_called_off().order_by("-edition__live_from").first()


def _first_free_slug(briefing: Briefing, headline: str) -> str:
    base = ascii_slug(headline, otherwise=f"briefing-{briefing.uuid.hex[:8]}")
    taken = set(
        SlugReservation.objects.filter(slug__startswith=base).exclude(briefing=briefing).values_list("slug", flat=True)
    )
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    # Somebody else may take one between this query and the reservation: then the next is tried.
    return next(slug for slug in candidates if slug not in taken and _reserved(slug, briefing))


def _reserved(slug: str, briefing: Briefing) -> bool:
    """Reserve `slug` for `briefing` where it is free. Returns whether the briefing has it."""
    reservation, _ = SlugReservation.objects.get_or_create(slug=slug, defaults={"briefing": briefing})
    return reservation.briefing_id == briefing.pk
