"""What crawlers ask for: the sitemap and robots.txt."""

from django.http import HttpRequest, HttpResponse

from briefings.outputs import robots, sitemap
from briefings.public import lists, sites
from briefings.views.answers import answer, moment, public


@public
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    at = moment(request)
    body = sitemap.xml(lists.sitemap(at))
    return answer(request, body, content_type="application/xml; charset=utf-8", changed=sites.frame(at).changed)


@public
def robots_txt(request: HttpRequest) -> HttpResponse:
    frame = sites.frame(moment(request))
    return answer(request, robots.txt(frame.site), content_type="text/plain; charset=utf-8", changed=frame.changed)
