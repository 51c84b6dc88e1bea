"""The pages of topics, people, authors and standing pages, and the list of corrections."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from briefings.models import Subject
from briefings.outputs.facts import TopicFacts
from briefings.outputs.printable import printable
from briefings.public import addresses, keyset, listings, lists, names, pages, quotations
from briefings.public import corrections as putting_right
from briefings.views.answers import Moved, known_names, moment, page, paging, public, requested_place


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
    entries, cut = listings.briefings(at, place, known=known_names(request), topic=_subjects(named))
    # For as long as the topic's feeds tell of what is gone, its first page is there too.
    listed = entries or (place == keyset.FIRST_PAGE and lists.has_notices(at, topic=_subjects(named)))
    path = _path(named, slug, address=addresses.topic, query=place.query, listed=bool(listed))
    return page(
        request,
        "briefings/topic.html",
        topic=TopicFacts(name=named.name, path=path),
        entries=entries,
        paging=paging(path, place, cut),
        canonical=addresses.absolute(f"{path}{place.query}"),
    )


@public
def person(request: HttpRequest, slug: str) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.QUOTED)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    quoted, cut = quotations.quotations(at, person=_subjects(named), place=place)
    path = _path(named, slug, address=addresses.person, query=place.query, listed=bool(quoted))
    _leave_numbered_page(request, path)
    return page(
        request,
        "briefings/person.html",
        person=named,
        path=path,
        quotations=quoted,
        paging=paging(path, place, cut),
        canonical=addresses.absolute(f"{path}{place.query}"),
    )


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    entries, cut = listings.briefings(at, place, known=known_names(request), author=_subjects(named))
    path = _path(named, slug, address=addresses.author, query=place.query, listed=bool(entries))
    return page(
        request,
        "briefings/author.html",
        author=named,
        path=path,
        entries=entries,
        paging=paging(path, place, cut),
        canonical=addresses.absolute(f"{path}{place.query}"),
    )


@public
def standing_page(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    named = names.at_slug(Subject.Kind.PAGE, slug, at)
    path = _path(named, slug, address=addresses.standing_page)
    record = pages.live(slug, at)
    if record is None:
        raise Http404
    return page(
        request,
        "briefings/standing_page.html",
        language=record.language,
        heading=record.heading,
        body=printable(record.body),
        page_language=record.language,
        canonical=addresses.absolute(path),
    )


@public
def corrections(request: HttpRequest) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.BEGUN)
    path = addresses.corrections()
    _leave_numbered_page(request, path)
    entries, cut = putting_right.corrections(at, place=place)
    return page(
        request,
        "briefings/corrections.html",
        entries=entries,
        paging=paging(path, place, cut),
        canonical=addresses.absolute(f"{path}{place.query}"),
    )


def _leave_numbered_page(request: HttpRequest, path: str) -> None:
    """Raises Moved for the page of a number, as these lists had them once: what stood there is somewhere behind."""
    if "page" in request.GET:
        raise Moved(path)
