"""A public address that somebody pasted -> what it is of, on the desk."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q

from briefings import policy
from briefings.admin.briefings.known_names import known
from briefings.models import Draft, Image, Person, PublishedName, SlugReservation, StandingPage, Topic, User

_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/]*(?:/[a-z]{2,3}(?:-[A-Za-z]+)?)?"
    r"/(?P<kind>briefings|stories|topics|people|authors|media|about)/(?P<name>[A-Za-z0-9_-]{1,120})(?:[/.?#]\S*)?"
)
_OF_MANY = re.compile(
    r"(?:https?://(?P<host>[^\s/]+))?(?:/[a-z]{2,3}(?:-[A-Za-z]+)?)?"
    r"/(?:(?:briefings|stories|topics|people|authors|about|archive|faq|quotes|corrections|feeds|search)(?:[/?#]\S*)?)?"
)
OF_MANY = "many"
"""The kind of an address at which there is no single thing."""
_FILED = {"topics": Topic, "people": Person, "authors": Person}


@dataclass(frozen=True)
class Named:
    """What an address is of: `kind` as it stands there, and the draft, topic, person, picture or standing page; None
    where the user may see none there, and of a list.
    """

    kind: str
    thing: Draft | Topic | Person | Image | StandingPage | None


def named_by(text: str, user: User) -> Named | None:
    """What is at the address `text`, or ever was; None where `text` is no address of the site."""
    match = _ADDRESS.fullmatch(text.strip())
    if match is None:
        return _of_many(text.strip())
    kind, name = match["kind"], match["name"]
    if kind == "about":
        pages = StandingPage.objects.filter(slug=name.lower())
        return Named(kind, pages.first() if policy.may(user, "site") else None)
    if kind == "media":
        return Named(kind, policy.images(user).filter(token=name).first())
    slug = name.lower()
    if kind in _FILED:
        return Named(kind, _filed(_FILED[kind], slug, user))
    had_it = SlugReservation.objects.filter(slug=slug).values("briefing")
    drafts = policy.drafts(user, "read").filter(Q(slug=slug) | Q(briefing__in=had_it))
    return Named(kind, drafts.order_by("-saved_at", "-pk").first())


def _of_many(text: str) -> Named | None:
    """That it is the address of a list, or of the front page, of this site."""
    match = _OF_MANY.fullmatch(text)
    if match is None or match["host"] not in (None, urlsplit(settings.SITE_URL).netloc):
        return None
    return Named(OF_MANY, None)


def _filed(model: type[Topic] | type[Person], slug: str, user: User) -> Topic | Person | None:
    names = PublishedName.objects.filter(slug=slug, kind=model._meta.model_name)
    condition = Q(uuid__in=names.values("subject_uuid"))
    if model is Topic:
        condition |= Q(slug=slug)
    found = known(model.objects.filter(condition).order_by("pk"), user)
    return (found[0].merged_into or found[0]) if found else None
