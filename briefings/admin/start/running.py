"""What whoever looks after the site finds: its state, and what they look after."""

from collections.abc import Iterable
from itertools import groupby, islice

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import health
from briefings.admin.pictures.picture_facts import identity
from briefings.admin.start.section import FEW, Desk, Line, Section
from briefings.audit_words import detail
from briefings.desk_words import near_moment
from briefings.models import AuditEntry, StandingPage, Subject, User

_PAGE, _USER = "standingpage:", "user:"
NEWEST = 60
"""So many acts are looked at: those of which the record says the same are one row."""


def state_of_the_site(desk: Desk) -> Section:
    """What stands against running: nothing, or in a sentence what. Whoever has the `staff` of the site gets it."""
    if not desk.may("staff"):
        return Section("state", "")
    problems = []
    if not health.is_writable():
        problems.append(_("The data folder or the database takes nothing that is written."))
    if not health.has_room():
        problems.append(_("The disk is nearly full."))
    page = reverse("admin:app_list", args=["briefings"])
    lines = [Line(sentence, page) for sentence in problems]
    return Section(
        "state", _("State of the site"), lines, empty=_("The site can be written to, and its disk has room.")
    )


def acts_on_the_site(desk: Desk) -> Section:
    """The last acts that are about no briefing: on the site, on people and topics, on who works here."""
    if not desk.may("staff"):
        return Section("acts", "")
    entries = list(AuditEntry.objects.filter(briefing=None).select_related("by").order_by("-at", "-pk")[:NEWEST])
    names = _names(entries)
    runs = groupby(entries, key=lambda entry: (_told(entry, names.get(entry.about, "")), entry.by, detail(entry)))
    lines = [_line(told, list(run)) for (told, _by, _detail), run in islice(runs, FEW)]
    return Section("acts", _("Last acts"), lines, reverse("admin:briefings_auditentry_changelist"))


def _line(told: str, run: list[AuditEntry]) -> Line:
    """Of one act, or of several in a run of which the record says the same."""
    newest = run[0]
    times = _("%(count)d times") % {"count": len(run)} if len(run) > 1 else ""
    said = "" if told.endswith(f": {detail(newest)}") else detail(newest)
    facts = (str(newest.by or ""), said, times, near_moment(newest.at))
    page = reverse("admin:briefings_auditentry_change", args=[newest.pk])
    return Line(told, page, " · ".join(filter(None, facts)))


def _names(entries: Iterable[AuditEntry]) -> dict[str, str]:
    """By what the record calls them, the names of the pages and the colleagues that acts are about. Two queries."""
    ids = [entry.about.partition(":")[2] for entry in entries if entry.about.startswith((_PAGE, _USER))]
    known = list(filter(None, map(identity, ids)))
    pages = {f"{_PAGE}{page.uuid}": str(page) for page in StandingPage.objects.filter(uuid__in=known)}
    return pages | {f"{_USER}{user.uuid}": str(user) for user in User.objects.filter(uuid__in=known)}


def _told(entry: AuditEntry, name: str) -> str:
    """What was done, to what kind of thing, and to which."""
    kind = entry.about.partition(":")[0].removeprefix("standing")
    thing = str(Subject.Kind(kind).label) if kind in Subject.Kind.values else ""
    return ": ".join(filter(None, (entry.get_action_display(), thing, name)))
