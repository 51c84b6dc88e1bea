"""The archive: its months, and what was first published in one of them."""

from datetime import date
from functools import partial
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse

from briefings.outputs.metadata import of_lists
from briefings.outputs.paging import ArchiveMonth, ArchiveYear
from briefings.public import addresses
from briefings.public import archive as archives
from briefings.views.answers import known_names, moment, page, public
from briefings.views.list_pages import paging, requested_place


@public
def archive(request: HttpRequest) -> HttpResponse:
    at = moment(request)
    by_year = groupby((month.first_day for month in archives.months(at)), key=lambda day: day.year)
    years = tuple(
        ArchiveYear(
            year=year,
            months=tuple(ArchiveMonth(first_day=day, path=addresses.archive_month(day)) for day in days),
        )
        for year, days in by_year
    )
    metadata = partial(of_lists.archive, url=addresses.absolute(addresses.archive()), years=years)
    return page(request, "briefings/archive.html", metadata=metadata, years=years)


@public
def month(request: HttpRequest, month: date) -> HttpResponse:
    at, place = moment(request), requested_place(request)
    entries, cut = archives.briefings(at, month=month, place=place, known=known_names(request))
    path = addresses.archive_month(month)
    if not entries:
        raise Http404
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    metadata = partial(of_lists.month, url=url, month=month, entries=entries, paging=beside)
    return page(request, "briefings/archive_month.html", metadata=metadata, month=month, entries=entries, paging=beside)
