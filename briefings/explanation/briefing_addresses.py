"""The addresses of a briefing: its page, its editions, one of them as it was published."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from briefings.explanation.sentences import Asked, Change, Reason, as_unknown, nothing_there, when
from briefings.models import Draft, Edition, PublishedImage, PublishedSummary, SlugReservation
from briefings.public import briefing as briefings
from briefings.public import editions
from briefings.public.moments import midnight_after


def briefing(asked: Asked, *, slug: str) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return why_unknown(asked, slug)
    if match.moved_to:
        return _moved(asked, match, slug)
    return Reason(_what_readers_get(match), _next_change(match, asked.at))


def history(asked: Asked, *, slug: str) -> Reason:
    reason = briefing(asked, slug=slug)
    if asked.status != 200:
        return reason
    of_it = {"of": reason.sentence}
    return Reason(_("Readers get the list of the editions of a briefing. %(of)s") % of_it, reason.change)


def edition(asked: Asked, *, slug: str, number: int) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return why_unknown(asked, slug)
    if match.is_merged:
        return _moved(asked, match, slug)
    if closed := _why_closed(match, number):
        return closed
    row = match.history[number - 1]
    if match.moved_to:
        return _moved(asked, match, slug)
    if notice := _notice(row):
        return Reason(notice)
    return Reason(
        _("Readers get edition %(number)s (%(kind)s) as it was published on %(when)s.")
        % {"number": number, "kind": _kind(row), "when": when(row.live_from)}
    )


def changes(asked: Asked, *, slug: str, before: int, after: int) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return why_unknown(asked, slug)
    if match.is_merged:
        return _moved(asked, match, slug)
    for number in (before, after):
        if closed := _why_closed(match, number):
            return closed
    if before == after:
        return as_unknown(_("no edition is compared with itself"))
    if not briefings.may_be_compared(match, before, after):
        return as_unknown(_("a notice has no text to compare"))
    if match.moved_to:
        return _moved(asked, match, slug)
    if before > after:
        return Reason(_("301 to %(where)s: the earlier edition comes first.") % {"where": asked.location})
    values = {"before": before, "after": after}
    return Reason(_("Readers get what changed from edition %(before)s to edition %(after)s, word by word.") % values)


def card(asked: Asked, *, slug: str, digest: str) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return why_unknown(asked, slug)
    if asked.status == 301:
        return _moved(asked, match, slug)
    if asked.status == 200:
        of_it = {"of": _what_readers_get(match)}
        return Reason(_("Readers get the share card. %(of)s") % of_it, _next_change(match, asked.at))
    if match.is_merged or _notice(match.live):
        return as_unknown(_("the briefing has ended, and has no share card any more"))
    return as_unknown(_("today’s share card has another address, since something else stands on it, or there is none"))


def why_unknown(asked: Asked, slug: str) -> Reason:
    """Why nothing is at the slug, from what only editors know."""
    ended = [row for row in editions.at_slug(slug, asked.at) if row.kind == Edition.Kind.MERGED]
    if ended:
        return as_unknown(_("the briefing was merged into one that readers cannot reach"))
    scheduled = _of(asked, PublishedSummary.objects.scheduled(asked.at).filter(slug=slug)).order_by("live_from").first()
    if scheduled:
        reason = as_unknown(_("an edition with this address is scheduled, and has not begun"))
        return Reason(reason.sentence, _beginning(scheduled.live_from))
    if _of(asked, SlugReservation.objects.filter(slug=slug)).exists():
        return as_unknown(
            _("the address is kept for a briefing whose edition here was called off before it began, or was erased")
        )
    draft = _of(asked, Draft.objects.filter(slug=slug)).first()
    if draft is None:
        return nothing_there() if asked.only is None else as_unknown(_("this briefing has nothing there"))
    today = PublishedSummary.objects.live(asked.at).filter(briefing=draft.briefing_id).first()
    if today:
        return as_unknown(
            _("a draft has this slug, and readers have the briefing at %(slug)s until it is published again")
            % {"slug": today.slug}
        )
    return as_unknown(_("the briefing was never published; a draft has this slug"))


def _of(asked: Asked, rows: QuerySet) -> QuerySet:
    """The rows that may be told of."""
    return rows if asked.only is None else rows.filter(briefing=asked.only)


def _why_closed(match: briefings.SlugMatch, number: int) -> Reason | None:
    """Why readers may not read the edition with that number; None where they may."""
    if not 1 <= number <= len(match.history):
        count = {"count": len(match.history)}
        return as_unknown(_("the briefing has %(count)s editions that have gone live") % count)
    row = match.history[number - 1]
    if row.erased_at:
        return as_unknown(_("the text of this edition was erased by order on %(when)s") % {"when": when(row.erased_at)})
    if not briefings.may_be_read(match, number):
        return as_unknown(_("what was published before a briefing ended can be read no more, and this one has ended"))
    return None


def _moved(asked: Asked, match: briefings.SlugMatch, slug: str) -> Reason:
    where = {"where": asked.location}
    if match.is_merged:
        values = where | {"when": when(match.live.live_from)}
        return Reason(_("301 to %(where)s: the briefing was merged into that one on %(when)s.") % values)
    slugs = [row.slug for row in match.history]
    last = len(slugs) - 1 - slugs[::-1].index(slug)
    values = where | {"when": when(match.history[last + 1].live_from)}
    return Reason(_("301 to %(where)s: this was the address until %(when)s.") % values)


def _what_readers_get(match: briefings.SlugMatch) -> str:
    live = match.live
    values = {"when": when(live.live_from), "number": len(match.history), "kind": _kind(live)}
    return _notice(live) or _("Readers get edition %(number)s (%(kind)s) since %(when)s.") % values


def _notice(row: editions.Row) -> str:
    """What readers get of an edition that ended its briefing; "" of any other."""
    since = {"when": when(row.live_from)}
    if row.kind == Edition.Kind.REMOVED:
        return _("410: the briefing was removed for legal reasons on %(when)s; readers get the ground alone.") % since
    if row.kind == Edition.Kind.WITHDRAWN:
        return _("Readers get the notice that the briefing was withdrawn, since %(when)s.") % since
    return ""


def _kind(row: editions.Row) -> str:
    return str(Edition.Kind(row.kind).label)


def _next_change(match: briefings.SlugMatch, at: datetime) -> Change | None:
    """The beginning of the scheduled edition, or the end of the last day of a picture: whichever comes first."""
    live = match.live
    scheduled = PublishedSummary.objects.scheduled(at).filter(briefing=live.briefing_id).order_by("live_from").first()
    shown = PublishedImage.objects.filter(edition=live.edition_id, usable_until__isnull=False)
    pictures = [midnight_after(day) for day in shown.values_list("usable_until", flat=True)]
    changes = [Change(moment, _("when the last day of a picture is over")) for moment in pictures if moment > at]
    changes += [_beginning(scheduled.live_from)] if scheduled else []
    return min(changes, key=lambda change: change.moment, default=None)


def _beginning(moment: datetime) -> Change:
    return Change(moment, _("when the scheduled edition begins"))
