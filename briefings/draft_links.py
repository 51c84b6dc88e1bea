"""What a link to a draft shows, for whoever has its address: of the editors’ tables all that strangers reach."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import Count, Max, Prefetch, QuerySet

from briefings import policy
from briefings.content import BriefingContent, ImageName, from_canonical
from briefings.models import Briefing, DraftLink, DraftLinkOpening
from briefings.models.embargoed_drafts import originals_under_embargo

ACTION = "publish"
"""Who may give a text to everybody may show it to one."""
OPENINGS = 50
"""So many of the openings of a link are listed."""
_BYTES = 32
_LONGEST = 100


@dataclass(frozen=True)
class ShownDraft:
    """A link that is open, and the text of its version as readers would get it."""

    link: DraftLink
    content: BriefingContent

    def embargoed_until(self, at: datetime) -> datetime | None:
        """Until when an embargo holds that runs at `at`: its own, or that of an original that readers do not have."""
        draft = self.link.briefing.draft
        until = [draft.embargo_until] if draft.embargo_until and at < draft.embargo_until else []
        if draft.translation_of_id:
            originals = originals_under_embargo(at).filter(briefing=draft.translation_of_id)
            until += originals.values_list("embargo_until", flat=True)
        return max(until, default=None)

    def picture(self, image: str) -> ImageName | None:
        """The picture with that id, of those that the text shows."""
        return next((one.image for one in self.content.figures if one.image and one.image.id == image), None)


def new_token() -> str:
    """The secret in the address of a link."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a secret. It is looked up by this, so that how long that takes says nothing of the secret."""
    return sha256(token.encode()).hexdigest()


def find(token: str, at: datetime) -> ShownDraft | None:
    """What the link with that secret shows at `at`; None where there is none, or it has ended by whatever reason."""
    known = DraftLink.objects.select_related("revision__text", "briefing__draft", "by")
    link = known.filter(token_hash=hash_of(token)).first() if len(token) <= _LONGEST else None
    if link is None or not is_open(link, at):
        return None
    return ShownDraft(link, from_canonical(link.revision.text.text).for_readers())


def is_open(link: DraftLink, at: datetime) -> bool:
    """Whether the link shows its text at `at`.

    It ends at its moment or by hand; with the draft in the trash and with an erased text; and when whoever made it may
    do so no more.
    """
    return (
        link.ended_at is None
        and at < link.ends_at
        and link.briefing.draft.trashed_at is None
        and link.revision.text.text is not None
        and policy.may(link.by, ACTION, link.briefing)
    )


def of_briefing(briefing: Briefing) -> QuerySet[DraftLink]:
    """Its links, newest first, each with how often and when it was opened last, and the `newest_openings`."""
    newest = DraftLinkOpening.objects.order_by("-at", "-pk")[:OPENINGS]
    known = DraftLink.objects.select_related("revision__text", "briefing__draft", "by", "ended_by")
    known = known.prefetch_related(Prefetch("openings", queryset=newest, to_attr="newest_openings"))
    return known.filter(briefing=briefing).annotate(times=Count("openings"), opened_last=Max("openings__at"))
