"""What crawlers ask for: robots.txt, the sitemap of the news, and the sitemap: an index of a file for each month and
one for other pages.
"""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse

from briefings.outputs import robots, sitemap
from briefings.outputs.sitemap import SitemapEntry
from briefings.public import addresses, archive
from briefings.views.answers import answer, frame, languages, moment, public

XML = "application/xml; charset=utf-8"


@public
def sitemap_index(request: HttpRequest) -> HttpResponse:
    at = moment(request)
    files = [SitemapEntry(url=addresses.absolute(addresses.sitemap_of_pages()))]
    files += [
        SitemapEntry(url=addresses.absolute(addresses.sitemap_of_month(month.first_day)), updated=month.changed)
        for month in archive.months(at)
    ]
    return answer(request, sitemap.index(files), content_type=XML, changed=frame(request).changed)


@public
def sitemap_of_pages(request: HttpRequest) -> HttpResponse:
    around = frame(request)
    fronts = dict.fromkeys([addresses.home(), *(front.path for front in languages(request).fronts())])
    read = (
        addresses.topics(),
        addresses.people(),
        addresses.quotes(),
        addresses.questions(),
        addresses.open_questions(),
    )
    ours = (*fronts, addresses.archive(), *read, addresses.corrections(), addresses.feeds())
    paths = [*ours, *(page.path for page in around.site.pages)]
    body = sitemap.xml(SitemapEntry(url=addresses.absolute(path)) for path in paths)
    return answer(request, body, content_type=XML, changed=around.changed)


@public
def sitemap_of_month(request: HttpRequest, month: date) -> HttpResponse:
    at = moment(request)
    entries = archive.sitemap(at, month=month)
    if not entries:
        raise Http404
    return answer(request, sitemap.xml(entries), content_type=XML, changed=frame(request).changed)


@public
def sitemap_of_news(request: HttpRequest) -> HttpResponse:
    """Briefings leave it by age, when no page changes: so it has no `Last-Modified`, and the front door keeps none."""
    body = sitemap.news(frame(request).site, archive.news(moment(request)))
    return answer(request, body, content_type=XML, changed=None)


@public
def robots_txt(request: HttpRequest) -> HttpResponse:
    around = frame(request)
    return answer(request, robots.txt(around.site), content_type="text/plain; charset=utf-8", changed=around.changed)
