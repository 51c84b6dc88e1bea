"""The list of quotations: all, or those of a person, on a topic, from a month."""

from datetime import date, datetime
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from briefings.models import Subject
from briefings.outputs.metadata import of_lists
from briefings.outputs.quotation_choices import QuotationChoices
from briefings.public import addresses, archive, names, quotations
from briefings.views.answers import Moved, known_names, moment, page, public, sections
from briefings.views.list_pages import at_place, paging, requested_place

KEYS = ("person", "topic", "month")


@public
def quotes(request: HttpRequest) -> HttpResponse:
    at, known = moment(request), known_names(request)
    asked = {name: request.GET.get(name, "") for name in KEYS}
    person = _named(Subject.Kind.PERSON, asked["person"], at)
    topic = _named(Subject.Kind.TOPIC, asked["topic"], at)
    choice = quotations.Choice(
        person=_subjects(person, asked["person"]), topic=_subjects(topic, asked["topic"]), month=_month(asked["month"])
    )
    place = requested_place(request, order=choice.order)
    found, cut = quotations.rows(at, choice, place)
    months = [month.first_day for month in archive.months(at)]
    is_empty_month = choice.month and not (choice.person or choice.topic or choice.month in months)
    if is_empty_month or not (found or quotations.is_known(at, choice)):
        raise Http404
    today = {"person": person.slug if person else "", "topic": topic.slug if topic else "", "month": asked["month"]}
    path = addresses.quotes(**today | {"month": choice.month})
    if any(request.GET.get(name, today[name] or None) != (today[name] or None) for name in KEYS):
        raise Moved(at_place(path, place))
    entries = quotations.of_everybody(found, at, known=known)
    people = quotations.speakers({row.person for row in found}, at, known=known).values()
    chosen = {"person": person, "topic": topic, "month": choice.month}
    choices = QuotationChoices.of(people, sections(request), months=months, **chosen)
    url, beside = addresses.absolute(at_place(path, place)), paging(path, place, cut)
    metadata = partial(of_lists.quotes, url=url, quotations=entries, choices=choices, paging=beside)
    return page(
        request,
        "briefings/quotes.html",
        metadata=metadata,
        url=url,
        quotations=entries,
        choices=choices,
        paging=beside,
    )


def _named(kind: str, slug: str, at: datetime) -> names.Named | None:
    return names.at_slug(kind, slug, at) if addresses.SLUG.fullmatch(slug) else None


def _subjects(named: names.Named | None, slug: str) -> quotations.Subjects:
    """None where nothing is asked for; of what is unknown those of nobody, as everywhere (`views.named`)."""
    if not slug:
        return ()
    return named.subjects if named else names.NOBODY


def _month(text: str) -> date | None:
    """The first day of a month as in 2026-11. Raises Http404 for another text."""
    if not text:
        return None
    if not addresses.MONTH.fullmatch(text):
        raise Http404
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Http404 from error
