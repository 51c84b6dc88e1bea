"""The pages of questions: all that were answered, and those that are open."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from briefings.outputs.metadata import of_lists
from briefings.public import addresses, keyset
from briefings.public import questions as asked
from briefings.views.answers import known_names, moment, page, public
from briefings.views.list_pages import paging, requested_place


@public
def questions(request: HttpRequest) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.QUESTIONS)
    path = addresses.questions()
    groups, cut = asked.answered(at, place, known=known_names(request))
    still_open, has_more_open = ((), False) if place.query else asked.newest_open(at)
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    return page(
        request,
        "briefings/questions.html",
        metadata=partial(of_lists.questions, url=url, groups=groups, still_open=still_open, paging=beside),
        groups=groups,
        still_open=still_open,
        has_more_open=has_more_open,
        paging=beside,
    )


@public
def open_questions(request: HttpRequest) -> HttpResponse:
    at, place = moment(request), requested_place(request, order=keyset.QUESTIONS)
    path = addresses.open_questions()
    entries, cut = asked.open_questions(at, place)
    answered = () if place.query else asked.newly_answered(at)
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    return page(
        request,
        "briefings/open_questions.html",
        metadata=partial(of_lists.open_questions, url=url, entries=entries, paging=beside),
        entries=entries,
        answered=answered,
        paging=beside,
    )
