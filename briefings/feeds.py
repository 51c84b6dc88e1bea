"""The feeds in RSS 2.0, Atom and JSON Feed: of the whole site with its archive, of a language, of a topic, of what
somebody said and wrote, of the corrections, and of questions. Scripts of any site may read them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from briefings.gate import NOTICES
from briefings.models import Subject
from briefings.outputs import feeds, wording
from briefings.outputs.feed_facts import FeedArchive, FeedEntry
from briefings.outputs.feed_items import Entry, WrittenEntry
from briefings.outputs.json_feed import json_entry, json_feed
from briefings.outputs.languages import own_name
from briefings.public import addresses, feed_archive, lists, names, questions, sites
from briefings.public import corrections as putting_right
from briefings.views import kept_entries
from briefings.views.answers import View, answer, frame, languages, moment, public, redirect
from briefings.views.list_pages import requested_place


class Format(NamedTuple):
    """How a feed and an entry of it are written, and what the feed is called in HTTP."""

    write: Callable[..., bytes]
    entry: Callable[[FeedEntry], WrittenEntry]
    content_type: str


FORMATS = {
    "rss.xml": Format(feeds.rss, feeds.rss_entry, "application/rss+xml; charset=utf-8"),
    "atom.xml": Format(feeds.atom, feeds.atom_entry, "application/atom+xml; charset=utf-8"),
    "feed.json": Format(json_feed, json_entry, "application/feed+json"),
}


def _feed(view: View) -> Callable[..., HttpResponseBase]:
    """A public view whose answers scripts of any site may read, where they lead on as well."""

    @public
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return wrapper


@_feed
def site_feed(request: HttpRequest, name: str) -> HttpResponse:
    at, around = moment(request), frame(request)
    entries = kept_entries.written(lists.feed_rows(at, changed=around.changed), FORMATS[name].entry, at=at)
    archive = FeedArchive(previous=_url(feed_archive.newest(at, changed=around.changed), name))
    return _written(request, around, entries, name, path=addresses.feed(name), page="/", archive=archive)


@_feed
def language_feed(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """The feed of a language, there for as long as it has an entry: it tells of the last one that it was withdrawn."""
    at, around, those = moment(request), frame(request), languages(request)
    rows = lists.feed_rows(at, changed=around.changed, language=language)
    entries = kept_entries.written(rows, FORMATS[name].entry, at=at)
    if not entries:
        raise Http404
    return _written(
        request,
        around,
        entries,
        name,
        path=addresses.language_feeds(language) + name,
        page=those.path(language) if language in those.spoken else addresses.home(),
        title=own_name(language),
        language=language,
    )


@_feed
def archived_feed(request: HttpRequest, day: date, name: str) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    around = frame(request)
    wanted = feed_archive.DocumentPlace(day, place)
    document = feed_archive.document(at, wanted, changed=around.changed)
    if place.after or document is None:
        raise Http404
    archive = FeedArchive(previous=_url(document.previous, name), current=addresses.absolute(addresses.feed(name)))
    entries = lists.entries_of(document.rows, at)
    return _written(request, around, entries, name, path=_path(wanted, name), page="/", archive=archive)


@_feed
def topic_feed(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    return _of_subject(request, Subject.Kind.TOPIC, slug, name, role="topic", page=addresses.topic, title="{name}")


@_feed
def person_feed(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    title = gettext_lazy("Briefings that quote {name}")
    return _of_subject(request, Subject.Kind.PERSON, slug, name, role="person", page=addresses.person, title=title)


@_feed
def author_feed(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    title = gettext_lazy("Briefings by {name}")
    return _of_subject(request, Subject.Kind.PERSON, slug, name, role="author", page=addresses.author, title=title)


@_feed
def corrections_feed(request: HttpRequest, name: str) -> HttpResponse:
    entries, _ = putting_right.corrections(moment(request))
    page = addresses.corrections()
    around, title = frame(request), gettext_lazy("Corrections")
    return _written(request, around, entries, name, path=page + name, page=page, title=title)


@_feed
def questions_feed(request: HttpRequest, name: str) -> HttpResponse:
    """Questions that are open, and those that were until they got their answer."""
    entries, path = questions.of_feed(moment(request)), addresses.questions() + name
    page, title = addresses.open_questions(), gettext_lazy("Open and newly answered questions")
    return _written(request, frame(request), entries, name, path=path, page=page, title=title)


def _of_subject(
    request: HttpRequest,
    kind: str,
    slug: str,
    name: str,
    *,
    role: str,
    page: Callable[[str], str],
    title: str | Promise,
) -> HttpResponse:
    """The feed of the briefings that name what `slug` names in a `role` of `lists.listed`. It is there for as long as
    its `page` (`views.named`).
    """
    at, around = moment(request), frame(request)
    named = names.at_slug(kind, slug, at)
    subjects = named.subjects if named else names.NOBODY
    rows = lists.feed_rows(at, changed=around.changed, **{role: subjects})
    entries = kept_entries.written(rows, FORMATS[name].entry, at=at)
    # Of people nothing stays when nothing live names them: the notices of what did would keep their names public.
    if not named or not (entries if role == "topic" else any(row.kind not in NOTICES for row in rows)):
        raise Http404
    path = page(named.slug)
    if named.slug != slug:
        return redirect(path + name)
    title = format_lazy(title, name=named.name)
    return _written(request, around, entries, name, path=path + name, page=path, title=title)


def _written(
    request: HttpRequest,
    around: sites.Frame,
    entries: Sequence[Entry],
    name: str,
    *,
    path: str,
    page: str,
    title: str | Promise = "",
    archive: FeedArchive | None = None,
    language: str = "",
) -> HttpResponse:
    form = FORMATS[name]
    with translation.override(wording.furniture_language(language or around.site.language)):
        body = form.write(
            around.site,
            entries,
            feed_url=addresses.absolute(path),
            page_url=addresses.absolute(page),
            name=str(title),
            archive=archive,
        )
    return answer(request, body, content_type=form.content_type, changed=around.changed)


def _path(place: feed_archive.DocumentPlace, name: str) -> str:
    """Where the document of the archive is."""
    return f"{addresses.archived_feed(place.day, name)}{place.place.query}"


def _url(place: feed_archive.DocumentPlace | None, name: str) -> str:
    return addresses.absolute(_path(place, name)) if place else ""
