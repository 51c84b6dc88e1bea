"""The feeds: RSS 2.0 and Atom of the whole site, of a topic, and of the corrections."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext

from briefings.models import Subject
from briefings.outputs import feeds
from briefings.public import addresses, lists, names, sites
from briefings.public import corrections as putting_right
from briefings.views import kept_entries
from briefings.views.answers import answer, moment, public, redirect

FORMATS = {
    "rss.xml": (feeds.rss, "application/rss+xml; charset=utf-8"),
    "atom.xml": (feeds.atom, "application/atom+xml; charset=utf-8"),
}
ENTRIES = {"rss.xml": feeds.rss_entry, "atom.xml": feeds.atom_entry}


@public
def site_feed(request: HttpRequest, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    frame = sites.frame(at)
    entries = kept_entries.written(lists.feed_rows(at), ENTRIES[name], at=at)
    with translation.override(frame.site.language):
        body = write(
            frame.site, entries, feed_url=addresses.absolute(f"/feeds/{name}"), page_url=addresses.absolute("/")
        )
    return answer(request, body, content_type=content_type, changed=frame.changed)


@public
def topic_feed(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    frame = sites.frame(at)
    topic = names.at_slug(Subject.Kind.TOPIC, slug, at)
    rows = lists.feed_rows(at, topic=topic.subjects if topic else names.NOBODY)
    entries = kept_entries.written(rows, ENTRIES[name], at=at)
    if not topic or not entries:
        raise Http404
    path = addresses.topic(topic.slug)
    if topic.slug != slug:
        return redirect(path + name)
    with translation.override(frame.site.language):
        body = write(
            frame.site,
            entries,
            feed_url=addresses.absolute(path + name),
            page_url=addresses.absolute(path),
            name=topic.name,
        )
    return answer(request, body, content_type=content_type, changed=frame.changed)


@public
def corrections_feed(request: HttpRequest, name: str) -> HttpResponse:
    at = moment(request)
    write, content_type = FORMATS[name]
    frame = sites.frame(at)
    entries, _ = putting_right.corrections(at)
    path = addresses.corrections()
    with translation.override(frame.site.language):
        body = write(
            frame.site,
            entries,
            feed_url=addresses.absolute(path + name),
            page_url=addresses.absolute(path),
            name=gettext("Corrections"),
        )
    return answer(request, body, content_type=content_type, changed=frame.changed)
