"""Which pictures may go out at a moment."""

from datetime import datetime

from django.db.models import Exists, Q
from django.utils import timezone

from briefings.models import PublishedImage, PublishedName, Subject
from briefings.public import editions


def may_go_out(token: str, at: datetime) -> bool:
    """Whether anybody may have the picture: an edition that may be read shows it, or it is the site's logo.

    Its last day of use must not have passed. One query, two where no edition shows it.
    """
    ended = editions.ended_since(at, briefing="edition__briefing")
    usable = Q(usable_until__isnull=True) | Q(usable_until__gte=timezone.localdate(at))
    shown = PublishedImage.objects.gone_live(at).filter(usable, token=token).exclude(Exists(ended))
    return shown.exists() or PublishedName.objects.live(at).filter(kind=Subject.Kind.SITE, token=token).exists()
