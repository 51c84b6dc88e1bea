"""The sitemap and robots.txt, for crawlers."""

from django.http import HttpRequest, HttpResponse

from briefings.outputs import robots, sitemap
from briefings.outputs.facts import SitemapEntry
from briefings.public import addresses, lists, sites
from briefings.views.answers import answer, moment, public


@public
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    at = moment(request)
    frame = sites.frame(at)
    pages = [SitemapEntry(url=addresses.absolute(page.path)) for page in frame.site.pages]
    body = sitemap.xml([*pages, *lists.sitemap(at)][: lists.SITEMAP_MOST])
    return answer(request, body, content_type="application/xml; charset=utf-8", changed=frame.changed)


@public
def robots_txt(request: HttpRequest) -> HttpResponse:
    frame = sites.frame(moment(request))
    return answer(request, robots.txt(frame.site), content_type="text/plain; charset=utf-8", changed=frame.changed)
