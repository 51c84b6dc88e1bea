"""Standing by a quotation that the words kept of its source do not hold."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import readiness, working_copy
from briefings.audit import enter
from briefings.content.text import is_blank
from briefings.models import AuditEntry, Briefing, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused

LONGEST = 500


@transaction.atomic
def vouch(
    briefing: Briefing, *, quotes: Collection[str], reason: str, by: User | None, expected: int | None = None
) -> None:
    """Put on record that `by` stands by the quotations with these keys, and why.

    It holds for their words and their source's excerpt as they are: changed ones ask again. Raises Refused.
    """
    ask("vouch", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    content = working_copy.read(draft)
    unfounded = {quote.key: quote for quote in readiness.unfounded(content, draft)}
    reasons = refusals_of_version(draft, expected=expected, act="vouch")
    if not quotes:
        reasons.append(_("Choose the quotations that you stand by."))
    if any(key not in unfounded for key in quotes):
        reasons.append(_("Nothing stands against one of these quotations any more. Look at the list anew."))
    if is_blank(reason):
        reasons.append(_("Write why you stand by them: where you heard or read these words."))
    if len(reason) > LONGEST:
        reasons.append(_("The reason holds more than %(most)d characters. Shorten it.") % {"most": LONGEST})
    if reasons:
        raise Refused(*reasons)
    sources = {source.id: source for source in content.sources}
    for key in sorted(set(quotes)):
        quote = unfounded[key]
        about = readiness.name_of(quote, sources[quote.source])
        enter(AuditEntry.Action.VOUCHED, by=by, briefing=briefing, about=about, detail=f"{key}: {reason.strip()}")
