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


def _subjects(named: names.Named | None) -> tuple[UUID, ...]:
    """The ids of what the address names. For an unknown one it is those of nobody, so that the lists are asked all the
    same and the time of an answer does not tell what is hidden from what is unknown.
    """
    return named.subjects if named else names.NOBODY


def _path(named: names.Named | None, slug: str, *, place: Callable[[str], str], listed: bool = True) -> str:
    """The path of the page of what `slug` names; `place` makes it from today's slug.

    Raises Http404 where `slug` names nothing or readers have nothing `listed` of it, Moved where it is a former slug.
    """
    if not named or not listed:
        raise Http404
    path = place(named.slug)
    if named.slug != slug:
        raise Moved(path)
    return path


@public
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    named = names.at_slug(Subject.Kind.TOPIC, slug, at)
    entries = lists.latest(at, topic=_subjects(named))
    path = _path(named, slug, place=addresses.topic, listed=bool(entries))
    return page(
        request,
        "briefings/topic.html",
        frame=sites.frame(at),
        topic=TopicFacts(name=named.name, path=path),
        entries=entries,
        canonical=addresses.absolute(path),
    )


@public
def person(request: HttpRequest, slug: str) -> HttpResponse:
    at, number = moment(request), page_number(request)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    quotations, more = lists.quotations(at, person=_subjects(named), page=number)
    path = _path(named, slug, place=addresses.person, listed=bool(quotations))
    return page(
        request,
        "briefings/person.html",
        frame=sites.frame(at),
        person=named,
        quotations=quotations,
        older=number + 1 if more else None,
        newer=number - 1,
        canonical=addresses.absolute(path),
    )


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    named = names.at_slug(Subject.Kind.PERSON, slug, at)
    entries = lists.latest(at, author=_subjects(named))
    path = _path(named, slug, place=addresses.author, listed=bool(entries))
    return page(
        request,
        "briefings/author.html",
        frame=sites.frame(at),
        author=named,
        entries=entries,
        canonical=addresses.absolute(path),
    )


@public
def standing_page(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    named = names.at_slug(Subject.Kind.PAGE, slug, at)
    path = _path(named, slug, place=addresses.standing_page)
    record = pages.live(slug, at)
    if record is None:
        raise Http404
    return page(
        request,
        "briefings/standing_page.html",
        frame=sites.frame(at),
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
