"""The refusal of an act on a text of which there is a newer one."""

from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.models import Draft


class Stale(Exception):
    """Raised where somebody saved the draft since it was read. `theirs` is the present draft."""

    def __init__(self, theirs: Draft) -> None:
        self.theirs = theirs
        super().__init__(newer_text(theirs, act="save"))


def newer_text(theirs: Draft, *, act: str) -> str:
    """The sentence against `act`, for the present draft `theirs`."""
    sentence = {
        "save": _("Cannot save “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "submit": _("Cannot submit “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "approve": _("Cannot approve “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "vouch": _(
            "Cannot stand by words of “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."
        ),
        "trash": _(
            "Cannot move “%(name)s” to the trash: %(who)s saved a newer text at %(when)s. Read the change first."
        ),
        "change": _("Cannot change “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "hand over": _("Cannot hand over “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "show": _("Cannot show “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "publish": _("Cannot publish “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."),
        "request changes": _(
            "Cannot send back “%(name)s”: %(who)s saved a newer text at %(when)s. Read the change first."
        ),
    }[act]
    who = str(theirs.saved_by or _("someone at the command line"))
    return sentence % {"name": theirs, "who": who, "when": f"{timezone.localtime(theirs.saved_at):%H:%M}"}
