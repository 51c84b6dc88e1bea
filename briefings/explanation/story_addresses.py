"""The addresses of stories."""

from django.utils.translation import gettext as _

from briefings.explanation import briefing_addresses
from briefings.explanation.sentences import Asked, Reason, as_unknown
from briefings.public import briefing as briefings


def story(asked: Asked, *, slug: str) -> Reason:
    match = briefings.find(slug, asked.at)
    if match is None:
        return briefing_addresses.why_unknown(asked, slug)
    if match.is_merged:
        return briefing_addresses.briefing(asked, slug=slug)
    if asked.status == 404:
        return as_unknown(_("the briefing follows nothing that is live and listed, and nothing of that follows it"))
    if asked.status == 301:
        where = {"where": asked.location}
        return Reason(_("301 to %(where)s: a story is told at the address of its first briefing.") % where)
    return Reason(_("Readers get the story: this briefing, and those of which each follows another from there on."))
