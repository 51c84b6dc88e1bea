"""The page of a story: briefings of which each follows another."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from briefings.outputs.metadata import of_lists
from briefings.public import addresses, stories
from briefings.public import briefing as briefings
from briefings.views.answers import moment, page, public, redirect


@public
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The story of the briefing at `slug`, at the address of its first one; a briefing alone at its own address."""
    at = moment(request)
    match = briefings.find(slug, at)
    if match is None:
        raise Http404
    thread = stories.thread(match, at)
    if not thread.is_story:
        return redirect(thread.first.path if thread.members else addresses.briefing(match.moved_to or slug))
    if thread.first.slug != slug:
        return redirect(addresses.story(thread.first.slug))
    told = stories.story(thread, at)
    return page(
        request,
        "briefings/story.html",
        metadata=partial(of_lists.story, story=told),
        language=told.newest.language,
        story=told,
    )
