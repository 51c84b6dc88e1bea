"""What changed between two editions of a briefing, word by word."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from briefings.outputs import text_changes
from briefings.outputs.metadata import of_briefings
from briefings.public import addresses
from briefings.public import briefing as briefings
from briefings.views.answers import digest, moment, notes, page, public, redirect, same_as_before


@public
def changes(request: HttpRequest, slug: str, before: int, after: int) -> HttpResponse:
    """Two editions that may both be read at addresses of their own. The later one first leads to the other order."""
    match = briefings.find(slug, moment(request))
    if match is None:
        raise Http404
    if match.is_merged and match.moved_to:
        return redirect(addresses.briefing(match.moved_to))
    if before == after or not briefings.may_be_compared(match, before, after):
        raise Http404
    if match.moved_to or before > after:
        return redirect(addresses.changes(match.moved_to or slug, *sorted((before, after))))
    kept, basis = notes(request), digest(request, match.history)
    if kept and kept["basis"] == basis:
        return same_as_before()
    if kept is not None:
        kept["basis"] = basis
    those = briefings.two_editions(match, before, after)
    return page(
        request,
        "briefings/changes.html",
        metadata=partial(of_briefings.changes, facts=those.facts, before=before),
        language=those.is_now.language,
        briefing=those.facts,
        was=those.facts.editions[before - 1],
        next=next((edition for edition in those.facts.editions if edition.before == after), None),
        changes=text_changes.for_readers(those.was, those.is_now),
        told=[edition for edition in those.facts.editions[before:after] if edition.note or edition.correction],
    )
