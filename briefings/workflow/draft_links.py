"""Showing one version of a draft to somebody without an account, ending that, and counting how often it was opened."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.content.text import is_blank
from briefings.draft_links import hash_of, new_token
from briefings.models import AuditEntry, Briefing, DraftLink, DraftLinkOpening, User
from briefings.models.draft_links import LONGEST_NAME
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused

LONGEST = timedelta(days=30)
APART = timedelta(minutes=1)
"""Within it, opening the text again counts as the same opening."""


@transaction.atomic
def show_draft(
    briefing: Briefing, *, by: User, for_whom: str, ends_at: datetime, expected: int, as_link: UUID
) -> tuple[DraftLink, str]:
    """Make a link to the version `expected` of the draft; return it with its secret, which nobody can look up later.

    `as_link` names the form: sent again, it is refused. Raises Refused.
    """
    draft = lock_draft(briefing)
    # As on file now: who is deactivated at this moment leaves no link behind that `end_links_of` has not seen.
    ask("show", by=User.objects.select_for_update(no_key=True).get(pk=by.pk), briefing=briefing)
    now = timezone.now()
    reasons = refusals_of_version(draft, expected=expected, act="show")
    if is_blank(for_whom):
        reasons.append(_("Say for whom the link is."))
    elif len(for_whom) > LONGEST_NAME:
        reasons.append(_("Say for whom it is in at most %(most)d characters.") % {"most": LONGEST_NAME})
    if not now < ends_at <= now + LONGEST:
        reasons.append(_("A link lasts for 30 days at most. Choose when it ends."))
    if DraftLink.objects.filter(uuid=as_link).exists():
        reasons.append(_("This form came twice. The link is made, and was shown once: end it, and make another."))
    if reasons:
        raise Refused(*reasons)
    token = new_token()
    link = DraftLink.objects.create(
        uuid=as_link,
        briefing=briefing,
        revision=briefing.revisions.get(version=draft.version),
        token_hash=hash_of(token),
        for_whom=for_whom.strip(),
        made_at=now,
        by=by,
        ends_at=ends_at,
    )
    _note(AuditEntry.Action.SHOWN, link, by=by)
    return link, token


@transaction.atomic
def end_link(link: DraftLink, *, by: User) -> None:
    """End the link now. One that has ended stays as it is. Raises Refused."""
    ask("show", by=by, briefing=link.briefing)
    link = DraftLink.objects.select_for_update(no_key=True, of=("self",)).select_related("revision").get(pk=link.pk)
    now = timezone.now()
    if link.ended_at is not None or link.ends_at <= now:
        return
    link.ended_at, link.ended_by = now, by
    link.save(update_fields=["ended_at", "ended_by"])
    _note(AuditEntry.Action.SHOWN_NO_MORE, link, by=by)


def end_all_links() -> int:
    """End every link, on a site that was restored: it may have been ended after the backup. Returns how many."""
    now = timezone.now()
    return DraftLink.objects.filter(ended_at=None, ends_at__gt=now).update(ended_at=now)


def end_links_of(user: User, *, by: User) -> None:
    """End what `user` shows by links, as they work here no more. Whoever deactivates them need not know the drafts."""
    open_links = DraftLink.objects.select_for_update(no_key=True, of=("self",)).select_related("revision")
    for link in open_links.filter(by=user, ended_at=None, ends_at__gt=timezone.now()).order_by("pk"):
        link.ended_at, link.ended_by = timezone.now(), by
        link.save(update_fields=["ended_at", "ended_by"])
        _note(AuditEntry.Action.SHOWN_NO_MORE, link, by=by)


def count_opening(link: DraftLink) -> None:
    """Note that the text was opened: at most once a minute, so that nobody fills the table by asking again."""
    now = timezone.now()
    if not link.openings.filter(at__gt=now - APART).exists():
        DraftLinkOpening.objects.create(link=link, at=now)


def _note(action: str, link: DraftLink, *, by: User) -> None:
    detail = f"version {link.revision.version}, for {link.for_whom}"
    enter(action, by=by, briefing=link.briefing, detail=detail)
