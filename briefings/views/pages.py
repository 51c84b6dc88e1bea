"""The pages: home, topic, briefing, edition as published, list of editions."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from briefings.outputs import page as page_parts
from briefings.outputs.facts import BriefingFacts, ListEntry, TopicFacts
from briefings.public import briefing as briefings
from briefings.public import lists, places, sites
from briefings.views.answers import moment, page, public, redirect


@public
def home(request: HttpRequest) -> HttpResponse:
    at = moment(request)
    return page(
        request,
        "briefings/home.html",
        frame=sites.frame(at),
        entries=lists.latest(at),
        canonical=places.absolute("/"),
    )


@public
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    frame = sites.frame_of_topic(slug, at)
    named = frame.topic
    entries: tuple[ListEntry, ...] = lists.latest(at, topic=named.uuid) if named else ()
    if not named or not entries:
        raise Http404
    path = places.topic(named.slug)
    return page(
        request,
        "briefings/topic.html",
        frame=frame,
        topic=TopicFacts(name=named.name, path=path),
        entries=entries,
        canonical=places.absolute(path),
    )


@public
def briefing(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    found = _found(slug, at)
    if found.moved_to:
        return redirect(places.briefing(found.moved_to))
    return _briefing_page(request, briefings.briefing(found), at)


@public
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    at = moment(request)
    found = _found(slug, at)
    facts = briefings.as_published(found, number)
    if facts is None:
        raise Http404
    if found.moved_to:
        return redirect(places.edition(found.moved_to, number))
    return _briefing_page(request, facts, at)


@public
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    found = _found(slug, at)
    if found.moved_to:
        return redirect(places.editions(found.moved_to))
    facts = briefings.briefing(found)
    return page(
        request,
        "briefings/editions.html",
        frame=sites.frame(at),
        language=facts.content.language,
        briefing=facts,
        canonical=places.absolute(facts.history_path),
    )


def _found(slug: str, at: datetime) -> briefings.Found:
    found = briefings.find(slug, at)
    if found is None:
        raise Http404
    return found


def _briefing_page(request: HttpRequest, facts: BriefingFacts, at: datetime) -> HttpResponse:
    withdrawn = facts.withdrawn_note is not None
    return page(
        request,
        "briefings/withdrawn.html" if withdrawn else "briefings/briefing.html",
        frame=sites.frame(at),
        language=facts.content.language,
        briefing=facts,
        page=page_parts.parts(facts.content, as_of=facts.live_from.date()),
        canonical=facts.url,
    )
