"""The page that lists the feeds, for people."""

from django.http import HttpRequest, HttpResponse

from briefings.public import addresses, feed_topics
from briefings.views.answers import known_names, moment, page, public


@public
def feed_list(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "briefings/feeds.html",
        topics=feed_topics.topics(moment(request), known=known_names(request)),
        canonical=addresses.absolute(addresses.feeds()),
    )
