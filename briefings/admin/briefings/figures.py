"""Pictures in the parts of the writing page: which may be named there, and what the page shows of them."""

import json
from collections.abc import Iterable

from django.db.models import Q

from briefings import policy
from briefings.admin.briefings.parts import PartSet
from briefings.admin.pictures import picture_facts
from briefings.admin.pictures.picture_facts import identity
from briefings.content import BriefingContent
from briefings.models import Image, User


def on_file(given: Iterable[object], *, texts: Iterable[BriefingContent], by: User) -> dict[str, Image]:
    """The pictures with these ids that `by` may know of, or that are in one of the texts. Without ids, no query."""
    ids = {one for text in given if (one := identity(text))}
    if not ids:
        return {}
    stood = {figure.image.id for content in texts for figure in content.figures if figure.image}
    known = Q(pk__in=policy.images(by).values("pk")) | Q(uuid__in=stood & ids)
    return {str(image.uuid): image for image in Image.objects.filter(known, uuid__in=ids, erased_at=None)}


def show(figures: PartSet, content: BriefingContent, by: User) -> None:
    """Set on every form of a picture what the page shows of it."""
    images = on_file([form["image"].value() for form in figures.forms], texts=[content], by=by)
    facts_of = {facts["id"]: facts for facts in picture_facts.of(list(images.values()), by=by)}
    for form in figures.forms:
        if facts := facts_of.get(identity(form["image"].value())):
            form.shown = facts | {"json": json.dumps(facts)}
