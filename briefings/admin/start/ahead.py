"""What goes out today and this week, what went out last, what is the user's, and what readers do not have yet."""

from datetime import datetime, time, timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from briefings.admin.briefings.leading import leading
from briefings.admin.briefings.listing.filters import week_of
from briefings.admin.briefings.listing.orders import next_moment
from briefings.admin.briefings.status import readers_in_a_word
from briefings.admin.start.section import FEW, Desk, Line, Section, act_of, page_of, the_list
from briefings.desk_words import near_moment
from briefings.models import Draft, ListedDraft
from briefings.models.embargoed_drafts import embargo_of_original, under_embargo
from briefings.models.listed_drafts import changed_at

MOST = 24
"""So many rows the two sections of the days show between them."""
LATE = timedelta(days=7)
"""So long a plan that has passed without an edition is told of."""


def this_week(desk: Desk) -> Section:
    """What is scheduled or planned, today and within the next seven days; and what was planned and did not go out."""
    end = datetime.combine(desk.today + timedelta(days=8), time(), timezone.get_current_timezone())
    coming = Q(listed__scheduled_for__gt=desk.at, listed__scheduled_for__lt=end)
    planned = Q(planned_for__gt=desk.at, planned_for__lt=end)
    late = Q(planned_for__gt=desk.at - LATE, planned_for__lte=desk.at) & _unpublished_since()
    # Their keys first, each by its index: a condition on either of two tables would have every draft looked at.
    scheduled_keys = ListedDraft.objects.filter(scheduled_for__gt=desk.at, scheduled_for__lt=end).values("draft")
    planned_keys = Draft.objects.filter(planned_for__gt=desk.at - LATE, planned_for__lt=end).values("pk")
    found = desk.drafts.filter(pk__in=scheduled_keys.union(planned_keys, all=True))
    drafts = found.filter(coming | planned | late).annotate(next=next_moment(desk.at))
    in_order = drafts.order_by(F("next").asc(nulls_first=True), "planned_for", "pk")[: 4 * MOST]
    timed = [(coming or planned, pk) for pk, coming, planned in in_order.values_list("pk", "next", "planned_for")]
    tomorrow = datetime.combine(desk.today + timedelta(days=1), time(), timezone.get_current_timezone())
    missed = [(when, pk) for when, pk in timed if when <= desk.at][:FEW]
    today = [(when, pk) for when, pk in timed if desk.at < when < tomorrow][:MOST]
    later = [(when, pk) for when, pk in timed if when >= tomorrow][:MOST]
    shown = desk.drafts.in_bulk([pk for _when, pk in (*missed, *today, *later)])

    def lines(those: list[tuple[datetime, int]]) -> list[Line]:
        return _lines([(when, shown[pk]) for when, pk in those if pk in shown], desk)

    groups = [
        Section("late", _("Planned, and not published"), lines(missed)),
        Section("today", _("Today"), lines(today), empty=_("Nothing is scheduled or planned for today.")),
        Section("later", _("In the next seven days"), lines(later)),
    ]
    all_path = the_list(week=week_of(desk.today), sort="next")
    return Section("this-week", _("Today and this week"), all_path=all_path, groups=groups)


def embargoed(desk: Desk) -> Section:
    """What is under embargo, its own or its original's, by the moment at which that ends, with whose promise it is."""
    found = desk.drafts.filter(pk__in=under_embargo(desk.at)).annotate(
        of_original=embargo_of_original(desk.at, "embargo_until"),
        promised_for_original=embargo_of_original(desk.at, "embargo_source"),
    )
    own, bound = F("embargo_until"), F("of_original")
    drafts = found.order_by(Greatest(Coalesce(own, bound), Coalesce(bound, own)), "pk")[:FEW]
    lines = [Line(str(draft), page_of(draft), _embargo(draft), draft.language) for draft in drafts]
    return Section("embargoed", _("Under embargo"), lines, the_list(embargo="on"))


def mine(desk: Desk) -> Section:
    """The user's own drafts, what was saved last first."""
    if not desk.may("create"):
        return Section("mine", "")
    drafts = desk.drafts.filter(owner=desk.user).order_by("-saved_at", "-pk")[:FEW]
    lines = [
        Line(
            str(draft),
            page_of(draft),
            f"{draft.get_state_display()} · {_readers(draft, desk.at)} · {near_moment(draft.saved_at)}",
            draft.language,
        )
        for draft in drafts
    ]
    return Section("mine", _("Mine"), lines, the_list(owner="me"), _("You have begun no briefing yet."))


def published(desk: Desk) -> Section:
    """What readers got last, to lead the front page with. For whoever says what leads."""
    if not desk.may("front"):
        return Section("published", "")
    is_live = Q(listed__readers=ListedDraft.Readers.LIVE) | Q(listed__scheduled_for__lte=desk.at)
    drafts = desk.drafts.select_related("briefing").filter(is_live, listed__published__lte=desk.at)
    leads_now = {row.front_language: row.briefing_uuid for row in reversed(leading(desk.at))}
    lines = [
        Line(
            str(draft),
            page_of(draft),
            " · ".join(filter(None, (near_moment(draft.listed.published), _("leads the front page") if leads else ""))),
            draft.language,
            act="" if leads else _("Lead with this"),
            act_path="" if leads else act_of(draft, "lead"),
        )
        for draft in drafts.order_by("-listed__published", "-listed__pk")[:FEW]
        for leads in (draft.briefing.uuid in leads_now.values(),)
    ]
    return Section("published", _("Published last"), lines, the_list(readers="live", sort="-published"))


def unpublished_changes(desk: Desk) -> Section:
    """Live, with changes that readers do not have."""
    drafts = desk.drafts.filter(changed_at(desk.at)).order_by("-saved_at", "-pk")[:FEW]
    lines = [
        Line(
            str(draft),
            page_of(draft),
            near_moment(draft.saved_at),
            draft.language,
            act=_("See the difference"),
            act_path=f"{page_of(draft, 'versions')}live/draft/",
        )
        for draft in drafts
    ]
    return Section("changed", _("Live, with unpublished changes"), lines, the_list(readers="changed"))


def _unpublished_since() -> Q:
    """A plan that has passed is over once there is an edition, and readers have what the draft says."""
    return Q(listed__readers="nothing", listed__scheduled_for=None) | Q(listed__is_changed=True)


def _lines(timed: list[tuple[datetime, Draft]], desk: Desk) -> list[Line]:
    return [Line(str(draft), page_of(draft), _said_of(when, draft, desk), draft.language) for when, draft in timed]


def _said_of(when: datetime, draft: Draft, desk: Desk) -> str:
    is_scheduled = draft.listed.scheduled_for == when
    words = _("scheduled") if is_scheduled else _("planned")
    facts = [f"{near_moment(when)} {words}", draft.get_state_display(), str(draft.owner) if draft.owner else ""]
    if is_scheduled and draft.listed.is_ahead:
        facts.append(_("the draft has changed since"))
    return " · ".join(filter(None, facts))


def _readers(draft: Draft, at: datetime) -> str:
    return strip_tags(readers_in_a_word(draft, at))


def _embargo(draft: Draft) -> str:
    until, source = draft.embargo_until, draft.embargo_source
    is_bound = draft.of_original is not None and (until is None or draft.of_original > until)
    if is_bound:
        until, source = draft.of_original, draft.promised_for_original
    facts = (_("until %(when)s") % {"when": near_moment(until)}, source, _("the original’s") if is_bound else "")
    return " · ".join(filter(None, facts))
