"""The addresses of stories."""

from django.utils.translation import gettext as _

from briefings.explanation import briefing_addresses
from briefings.explanation.sentences import Asked, Reason
from briefings.public import briefing as briefings


def story(asked: Asked, *, slug: str) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return briefing_addresses.why_unknown(asked, slug)
    where = {"where": asked.location}
    if asked.location.startswith("/briefings/"):
        return Reason(_("301 to %(where)s: a briefing alone is no story.") % where)
    if asked.status == 301:
        return Reason(_("301 to %(where)s: a story is told at the address of its first briefing.") % where)
    return Reason(_("Readers get the story: this briefing, and those of which each follows another from there on."))
