"""What was decided, in a sentence: for the top of the page, and for screen readers."""

from django.utils.translation import gettext as _

from briefings.admin.pasted_drafts.lines import KINDS, ROLES
from briefings.admin.pasted_drafts.review_page import Review
from briefings.originals import Change

_LONGEST = 60


def sentence(change: Change, before: Review) -> str:
    """One place is named with its words; of several, how many they are."""
    if change.encoding:
        return _("The file is read anew, with the letters that you chose.")
    if change.seen:
        return _("You have seen what is left out.")
    if len(change.roles) + len(change.marks) > 1:
        return _("What you changed is kept.")
    for address, role in change.roles.items():
        hidden = [line.text for line in before.understood.reading.lines if line.left_out and line.address == address]
        if hidden and role in ("text", None):
            words = {"words": _short(hidden[0])}
            return (_("Taken in: “%(words)s”.") if role else _("Left out again: “%(words)s”.")) % words
        texts = [part.line.text for part in before.imported.parts if part.line.address == address]
        values = {"words": _short(texts[0] if texts else ""), "role": ROLES[role] if role else ""}
        return (_("“%(words)s”: %(role)s.") if role else _("“%(words)s”: as it was understood.")) % values
    for place, decision in change.marks.items():
        words = next((row for row in before.imported.marks if row.place == place), None)
        text = next((one.text for row in before.rows for one in row.words if one.place == place), "")
        if decision is None or words is None:
            return _("“%(words)s”: as it was understood.") % {"words": _short(text)}
        values = {"words": _short(text), "kind": KINDS[decision.kind], "speaker": decision.speaker or _("nobody yet")}
        if decision.kind != "quotation":
            return _("“%(words)s”: %(kind)s.") % values
        if decision.confirmed:
            return _("Confirmed: %(speaker)s said “%(words)s”.") % values
        return _("“%(words)s”: said by %(speaker)s, not confirmed.") % values
    return _("Joined.") if True in change.joins.values() or False in change.cuts.values() else _("Cut in two.")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
