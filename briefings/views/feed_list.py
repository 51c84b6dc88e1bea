"""The page that lists the feeds, for people."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from briefings.outputs.metadata import of_lists
from briefings.public import addresses, current_topics
from briefings.views.answers import frame, known_names, languages, moment, page, public


@public
def feed_list(request: HttpRequest) -> HttpResponse:
    metadata = partial(of_lists.feeds, url=addresses.absolute(addresses.feeds()))
    topics = current_topics.links(frame(request).topics, moment(request), known=known_names(request))
    fronts = languages(request).fronts()
    return page(
        request, "briefings/feeds.html", metadata=metadata, fronts=fronts, topics=current_topics.by_name(topics)
    )
