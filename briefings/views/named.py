"""The pages of topics, people, authors and standing pages, and the list of corrections."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from briefings.models import Subject
from briefings.outputs.facts import TopicFacts
from briefings.outputs.metadata import of_lists
from briefings.outputs.printable import printable
from briefings.public import (
    addresses,
    keyset,
    listings,
    lists,
    names,
    pages,
    person_overview,
    quotations,
    topic_overview,
)
from briefings.public import corrections as putting_right
from briefings.views.answers import Moved, known_names, moment, page, public
from briefings.views.list_pages import paging, requested_place


def _subjects(named: names.Named | None) -> tuple[UUID, ...]:
    """The ids of what the address names. For an unknown one it is those of nobody, so that the lists are asked all the
    same and the time of an answer does not tell what is hidden from what is unknown.
    """
    return named.subjects if named else names.NOBODY


def _path(
    named: names.Named | None, slug: str, *, address: Callable[[str], str], query: str = "", listed: bool = True
) -> str:
    """The path of the page of what `slug` names; `address` makes it from today's slug.

    Raises Http404 where `slug` names nothing or readers have nothing of it (`listed`), Moved where it is a former slug.
    """
    if not named or not listed:
        raise Http404
    path = address(named.slug)
    if named.slug != slug:
        raise Moved(f"{path}{query}")
    return path


@public
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    named = names.at_slug(Subject.Kind.TOPIC, slug, at)
    cut = listings.cut(at, place, topic=_subjects(named))
    # For as long as the topic's feeds tell of what is gone, its first page is there too.
    listed = cut.keys or (place == keyset.FIRST_PAGE and lists.has_notices(at, topic=_subjects(named)))
    path = _path(named, slug, address=addresses.topic, query=place.query, listed=bool(listed))
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    facts, known = TopicFacts(name=named.name, path=path), known_names(request)
    standing = topic_overview.standing(cut.keys, at) if place == keyset.FIRST_PAGE else None
    entries = lists.list_entries(cut.keys, at, known=known, beside=standing.people if standing else ())
    overview = standing.overview(entries, at, known=known) if standing else None
    metadata = partial(of_lists.topic, url=url, topic=facts, entries=entries, paging=beside)
    return page(
        request,
        "briefings/topic.html",
        metadata=metadata,
        topic=facts,
        quotes=addresses.quotes(topic=named.slug),
        overview=overview,
        entries=overview.others(entries) if overview else entries,
        paging=beside,
    )


@public
def person(request: HttpRequest, slug: str) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.QUOTED)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    choice = quotations.Choice(person=_subjects(named))
    found, cut = quotations.rows(at, choice, place, beyond=person_overview.BEYOND)
    path = _path(named, slug, address=addresses.person, query=place.query, listed=bool(found))
    quoted = quotations.of_one(found, named.name)
    _leave_numbered_page(request, path)
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    overview = None
    if place == keyset.FIRST_PAGE:
        overview = person_overview.overview(at, named.subjects, cut, known=known_names(request))
    metadata = partial(of_lists.person, url=url, name=named.name, quotations=quoted, paging=beside)
    return page(
        request,
        "briefings/person.html",
        metadata=metadata,
        url=url,
        person=named,
        path=path,
        overview=overview,
        quotations=quoted,
        paging=beside,
    )


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    entries, cut = listings.briefings(at, place, known=known_names(request), author=_subjects(named))
    path = _path(named, slug, address=addresses.author, query=place.query, listed=bool(entries))
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    metadata = partial(of_lists.author, url=url, name=named.name, entries=entries, paging=beside)
    return page(
        request, "briefings/author.html", metadata=metadata, author=named, path=path, entries=entries, paging=beside
    )


@public
def standing_page(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    named = names.at_slug(Subject.Kind.PAGE, slug, at)
    path = _path(named, slug, address=addresses.standing_page)
    record = pages.live(slug, at)
    if record is None:
        raise Http404
    url = addresses.absolute(path)
    of_page = {"heading": record.heading, "body": record.body, "language": record.language}
    return page(
        request,
        "briefings/standing_page.html",
        metadata=partial(of_lists.standing_page, url=url, **of_page),
        language=record.language,
        heading=record.heading,
        body=printable(record.body),
        page_language=record.language,
    )


@public
def corrections(request: HttpRequest) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.BEGUN)
    path = addresses.corrections()
    _leave_numbered_page(request, path)
    entries, cut = putting_right.corrections(at, place=place)
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    metadata = partial(of_lists.corrections, url=url, paging=beside)
    return page(request, "briefings/corrections.html", metadata=metadata, entries=entries, paging=beside)


def _leave_numbered_page(request: HttpRequest, path: str) -> None:
    """Raises Moved for the page of a number, as these lists had them once: what stood there is somewhere behind."""
    if "page" in request.GET:
        raise Moved(path)
