"""The feeds: RSS 2.0 and Atom of the whole site with its archive, of a topic, and of the corrections."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext

from briefings.models import Subject
from briefings.outputs import feeds
from briefings.outputs.facts import FeedArchive
from briefings.public import addresses, feed_archive, lists, names
from briefings.public import corrections as putting_right
from briefings.views import kept_entries
from briefings.views.answers import answer, frame, moment, public, redirect, requested_place

FORMATS = {
    "rss.xml": (feeds.rss, "application/rss+xml; charset=utf-8"),
    "atom.xml": (feeds.atom, "application/atom+xml; charset=utf-8"),
}
ENTRIES = {"rss.xml": feeds.rss_entry, "atom.xml": feeds.atom_entry}


@public
def site_feed(request: HttpRequest, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    around = frame(request)
    entries = kept_entries.written(lists.feed_rows(at, changed=around.changed), ENTRIES[name], at=at)
    newest = feed_archive.newest(at, changed=around.changed)
    with translation.override(around.site.language):
        body = write(
            around.site,
            entries,
            feed_url=addresses.absolute(addresses.feed(name)),
            page_url=addresses.absolute("/"),
            archive=FeedArchive(previous=_url(newest, name)),
        )
    return answer(request, body, content_type=content_type, changed=around.changed)


@public
def archived_feed(request: HttpRequest, day: date, name: str) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    write, content_type = FORMATS[name]
    around = frame(request)
    wanted = feed_archive.DocumentPlace(day, place)
    document = feed_archive.document(at, wanted, changed=around.changed)
    if place.after or document is None:
        raise Http404
    current = addresses.absolute(addresses.feed(name))
    with translation.override(around.site.language):
        body = write(
            around.site,
            lists.entries_of(document.rows, at),
            feed_url=_url(wanted, name),
            page_url=addresses.absolute("/"),
            archive=FeedArchive(previous=_url(document.previous, name), current=current),
        )
    return answer(request, body, content_type=content_type, changed=around.changed)


def _url(place: feed_archive.DocumentPlace | None, name: str) -> str:
    """Where the document of the archive is, "" without one."""
    return addresses.absolute(f"{addresses.archived_feed(place.day, name)}{place.place.query}") if place else ""


@public
def topic_feed(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    around = frame(request)
    topic = names.at_slug(Subject.Kind.TOPIC, slug, at)
    subjects = topic.subjects if topic else names.NOBODY
    rows = lists.feed_rows(at, changed=around.changed, topic=subjects)
    entries = kept_entries.written(rows, ENTRIES[name], at=at)
    if not topic or not entries:
        raise Http404
    path = addresses.topic(topic.slug)
    if topic.slug != slug:
        return redirect(path + name)
    with translation.override(around.site.language):
        body = write(
            around.site,
            entries,
            feed_url=addresses.absolute(path + name),
            page_url=addresses.absolute(path),
            name=topic.name,
        )
    return answer(request, body, content_type=content_type, changed=around.changed)


@public
def corrections_feed(request: HttpRequest, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    around = frame(request)
    entries, _ = putting_right.corrections(at)
    path = addresses.corrections()
    with translation.override(around.site.language):
        body = write(
            around.site,
            entries,
            feed_url=addresses.absolute(path + name),
            page_url=addresses.absolute(path),
            name=gettext("Corrections"),
        )
    return answer(request, body, content_type=content_type, changed=around.changed)
