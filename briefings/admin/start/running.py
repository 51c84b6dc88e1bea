"""What whoever looks after the site finds: its state, and what they look after."""

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import health
from briefings.admin.start.section import FEW, Desk, Line, Section
from briefings.audit_words import detail
from briefings.desk_words import near_moment
from briefings.models import AuditEntry, Subject


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
    entries = AuditEntry.objects.filter(briefing=None).select_related("by").order_by("-at", "-pk")[:FEW]
    lines = [
        Line(
            _told(entry),
            reverse("admin:briefings_auditentry_change", args=[entry.pk]),
            " · ".join(filter(None, (str(entry.by or ""), detail(entry), near_moment(entry.at)))),
        )
        for entry in entries
    ]
    return Section("acts", _("Last acts"), lines, reverse("admin:briefings_auditentry_changelist"))


def _told(entry: AuditEntry) -> str:
    """What was done, and to what kind of thing."""
    kind = entry.about.partition(":")[0].removeprefix("standing")
    thing = Subject.Kind(kind).label if kind in Subject.Kind.values else ""
    return f"{entry.get_action_display()}: {thing}" if thing else entry.get_action_display()
