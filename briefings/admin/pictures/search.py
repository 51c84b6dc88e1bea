"""Search for pictures: in their own texts, and in their captions in the drafts that the user may read."""

from django.db.models import Q, QuerySet

from briefings import policy
from briefings.models import Figure, Image
from briefings.policy import Anyone

LONGEST = 200
MOST_WORDS = 8


def with_words(images: QuerySet[Image], text: str, *, by: Anyone) -> QuerySet[Image]:
    """Those of `images` that have every word of `text` in one of these places."""
    for word in text.replace("\x00", "")[:LONGEST].split()[:MOST_WORDS]:
        used = Figure.objects.filter(parent__in=policy.drafts(by, "read")).filter(
            Q(caption__icontains=word) | Q(alt__icontains=word)
        )
        of_the_picture = Q(credit__icontains=word) | Q(caption__icontains=word) | Q(people__icontains=word)
        images = images.filter(of_the_picture | Q(pk__in=used.values("image")))
    return images
