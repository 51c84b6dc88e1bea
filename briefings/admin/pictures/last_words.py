"""What was last said of a picture: proposed where it is chosen once more."""

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Subquery

from briefings import policy
from briefings.models import Figure, Image, User


def with_last_words(facts: Sequence[dict[str, Any]], images: Sequence[Image], *, by: User) -> list[dict[str, Any]]:
    """`facts` of `images`, each with `last_alt` and `last_caption` of the draft saved last that says either, of those
    that the user may read. One query; none without pictures.
    """
    if not images:
        return list(facts)
    theirs = Figure.objects.filter(parent__in=policy.drafts(by, "read")).exclude(alt="", caption="")
    newest = theirs.filter(image=OuterRef("pk")).order_by("-parent__saved_at", "-pk").values("pk")[:1]
    chosen = Image.objects.filter(pk__in=[image.pk for image in images]).values(last=Subquery(newest))
    said = {str(figure.image.uuid): figure for figure in Figure.objects.filter(pk__in=chosen).select_related("image")}
    return [
        one | {"last_alt": last.alt, "last_caption": last.caption} if (last := said.get(one["id"])) else one
        for one in facts
    ]
