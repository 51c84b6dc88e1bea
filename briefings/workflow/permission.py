"""The permission that each act asks for first."""

from django.utils.translation import gettext_lazy as _

from briefings import policy
from briefings.models import Briefing, User
from briefings.workflow.refusals import Refused

# By act: the action of `policy.may`, and the refusal.
_ASKED = {
    "submit": ("submit", _("You may not submit this briefing for review. Ask whoever began it, or an editor.")),
    "request changes": ("review", _("You may not send this briefing back. Ask an editor.")),
    "approve": ("review", _("You may not approve this briefing. Ask an editor.")),
    "hand over": ("write", _("You may not hand this briefing over. Ask whoever it belongs to, or an editor.")),
    "comment": ("read", _("You may not read this briefing, so you may not comment on it either.")),
    "look at": ("review", _("You may not look at this briefing for others. Ask an editor.")),
    "publish": ("publish", _("You may not publish this briefing. Ask an editor.")),
    "set moments": ("write", _("You may not set the moments of this briefing. Ask whoever began it, or an editor.")),
    "vouch": ("vouch", _("You may not stand by a quotation against its source. Ask an editor.")),
    "begin": ("create", _("You may not begin a briefing. Ask an editor.")),
    "take along": ("read", _("You may not read this briefing. Ask an editor.")),
    "trash": ("write", _("You may not move this briefing to the trash. Ask an editor.")),
    "change topics": ("write", _("You may not change the topics of this briefing. Ask an editor.")),
    "show": ("publish", _("You may not show this draft to somebody without an account. Ask an editor.")),
    "bring back": ("write", _("You may not bring this briefing back. Ask an editor.")),
    "call off": ("publish", _("You may not call off what is scheduled of this briefing. Ask an editor.")),
    "erase": ("withdraw", _("You may not have a text erased. Ask a chief editor.")),
    "withdraw": ("withdraw", _("You may not withdraw this briefing. Ask a chief editor.")),
    "remove": ("withdraw", _("You may not remove this briefing. Ask a chief editor.")),
    "merge": ("withdraw", _("You may not merge this briefing into another. Ask a chief editor.")),
    "file": ("file", _("You may not change what is on file. Ask an editor.")),
    "front": ("front", _("You may not change the front page. Ask an editor.")),
    "staff": ("staff", _("You may not change who works here. Ask a site admin.")),
    "deliver": ("site", _("You may not decide about mails. Ask a chief editor or a site admin.")),
    "site": ("site", _("You may not change the site’s name, look and pages. Ask a chief editor or a site admin.")),
}


def ask(act: str, *, by: User | None, briefing: Briefing | None = None) -> None:
    """Raise Refused where `by` may not do `act`, to `briefing` if one is given. None is the command line, which may."""
    action, sentence = _ASKED[act]
    if by is not None and not policy.may(by, action, briefing):
        raise Refused(str(sentence))
