"""The pages of topics, people, authors and standing pages, and the list of corrections."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from briefings.models import Subject
from briefings.outputs.facts import TopicFacts
from briefings.outputs.printable import printable
from briefings.public import addresses, lists, names, pages, sites
from briefings.public import corrections as putting_right
from briefings.views.answers import Moved, moment, page, page_number, public


def _meant(frame: sites.Frame) -> UUID:
    """The id of what the address names. For an unknown one it is NOBODY, so that the lists are asked all the same and
    the time of an answer does not tell what is hidden from what is unknown.
    """
    return frame.named.uuid if frame.named else names.NOBODY


def _path(frame: sites.Frame, slug: str, *, place: Callable[[str], str], listed: bool = True) -> str:
    """The path of the page of what `slug` names; `place` makes it from today's slug.

    Raises Http404 where `slug` names nothing or readers have nothing `listed` of it, Moved where it is a former slug.
    """
    if not frame.named or not listed:
        raise Http404
    path = place(frame.named.slug)
    if frame.named.slug != slug:
        raise Moved(path)
    return path


@public
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    frame = sites.frame(at, about=names.About(kind=Subject.Kind.TOPIC, slug=slug))
    entries = lists.latest(at, topic=_meant(frame))
    path = _path(frame, slug, place=addresses.topic, listed=bool(entries))
    return page(
        request,
        "briefings/topic.html",
        frame=frame,
        topic=TopicFacts(name=frame.named.name, path=path),
        entries=entries,
        canonical=addresses.absolute(path),
    )


@public
def person(request: HttpRequest, slug: str) -> HttpResponse:
    at, number = moment(request), page_number(request)
    frame = sites.frame(at, about=names.About(kind=Subject.Kind.PERSON, slug=slug))
    quotations, more = lists.quotations(at, person=_meant(frame), page=number)
    path = _path(frame, slug, place=addresses.person, listed=bool(quotations))
    return page(
        request,
        "briefings/person.html",
        frame=frame,
        person=frame.named,
        quotations=quotations,
        older=number + 1 if more else None,
        newer=number - 1,
        canonical=addresses.absolute(path),
    )


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    frame = sites.frame(at, about=names.About(kind=Subject.Kind.PERSON, slug=slug))
    entries = lists.latest(at, author=_meant(frame))
    path = _path(frame, slug, place=addresses.author, listed=bool(entries))
    return page(
        request,
        "briefings/author.html",
        frame=frame,
        author=frame.named,
        entries=entries,
        canonical=addresses.absolute(path),
    )


@public
def standing_page(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    frame = sites.frame(at, about=names.About(kind=Subject.Kind.PAGE, slug=slug))
    path = _path(frame, slug, place=addresses.standing_page)
    record = pages.live(slug, at)
    if record is None:
        raise Http404
    return page(
        request,
        "briefings/standing_page.html",
        frame=frame,
        language=record.language,
        heading=record.heading,
        body=printable(record.body),
        page_language=record.language,
        canonical=addresses.absolute(path),
    )


@public
def corrections(request: HttpRequest) -> HttpResponse:
    at, number = moment(request), page_number(request)
    entries, more = putting_right.corrections(at, page=number)
    if not entries and number > 1:
        raise Http404
    return page(
        request,
        "briefings/corrections.html",
        frame=sites.frame(at),
        entries=entries,
        older=number + 1 if more else None,
        newer=number - 1,
        canonical=addresses.absolute(addresses.corrections()),
    )
