"""The search: its page, and what tells browsers of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from briefings.models import Subject
from briefings.outputs.facts import Link
from briefings.outputs.metadata import of_lists
from briefings.outputs.search_facts import SearchPage, Suggestion, path
from briefings.public import addresses, archive, lists, names, search, search_suggestions
from briefings.search_words import Filters, SearchQuery, read_query
from briefings.views.answers import answer, frame, known_names, languages, moment, page, public

_MONTH = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
_PAGE = re.compile(r"[1-9]\d?", re.ASCII)
NEWEST_FIRST = "new"
PARAMETERS = ("q", "topic", "person", "language", "when", "order")


@dataclass(frozen=True)
class _Asked:
    """What the address asks for: `values` as they came; `chosen` names, by parameter, what the search is within."""

    values: dict[str, str]
    query: SearchQuery
    filters: Filters
    languages: tuple[str, ...]
    chosen: dict[str, str]

    @property
    def newest_first(self) -> bool:
        return self.values["order"] == NEWEST_FIRST


@public
def search_page(request: HttpRequest) -> HttpResponse:
    at, asked = moment(request), _read(request)
    number = _page_number(request) if asked.query.words else 1
    found = search.find(asked.query, asked.filters, at, languages=asked.languages, newest_first=asked.newest_first)
    shown = found.on_page(number)
    if number > 1 and not shown:
        raise Http404
    on_page = search.show(shown, asked.query, at, known=known_names(request))
    suggestion = _suggestion(request, asked) if asked.query.words and not shown else None
    facts = SearchPage(
        hits=on_page.hits,
        count=len(found.editions),
        is_cut=found.is_cut,
        suggestion=suggestion,
        newer=_page_path(asked, number - 1) if number > 1 else "",
        older=_page_path(asked, number + 1) if found.on_page(number + 1) else "",
    )
    return page(
        request,
        "briefings/search.html",
        metadata=partial(of_lists.search, url=addresses.absolute(addresses.search()), words=asked.values["q"]),
        asked=asked,
        found=facts,
        chosen=[
            Link(name=name, path=path(asked.values, **{parameter: ""})) for parameter, name in asked.chosen.items()
        ],
        narrowing=[*_narrowed(asked, "topic", on_page.topics), *_narrowed(asked, "person", on_page.people)],
        fronts=languages(request).fronts(here=asked.filters.language),
        months=[month.first_day for month in archive.months(at)],
    )


@public
def open_search(request: HttpRequest) -> HttpResponse:
    """The description by which a browser offers the search in its address bar."""
    around = frame(request)
    url = addresses.absolute(addresses.search())
    body = render_to_string("briefings/opensearch.xml", {"site": around.site, "url": url})
    return answer(
        request,
        body.encode(),
        content_type="application/opensearchdescription+xml; charset=utf-8",
        changed=around.changed,
    )


def _read(request: HttpRequest) -> _Asked:
    values = {name: request.GET.get(name, "").replace("\0", "").strip() for name in PARAMETERS}
    query = read_query(values["q"])
    chosen: dict[str, str] = {}
    topics = _subjects(request, "topic", Subject.Kind.TOPIC, values, chosen)
    people = _subjects(request, "person", Subject.Kind.PERSON, values, chosen)
    spoken = languages(request).spoken
    language = values["language"]
    if language:
        spoken = tuple(one for one in spoken if one == language)
    year, month = _period(values["when"])
    filters = Filters(language=language, topics=topics, people=people, year=year, month=month)
    return _Asked(values, query, filters, spoken, chosen)


def _subjects(
    request: HttpRequest, parameter: str, kind: str, values: dict[str, str], chosen: dict[str, str]
) -> tuple[str, ...]:
    """The ids of what the parameter names; of what is unknown, or stands on nothing that is live, those of nobody."""
    slug, at = values[parameter], moment(request)
    if not slug:
        return ()
    named = names.at_slug(kind, slug, at) if addresses.SLUG.fullmatch(slug) else None
    subjects: tuple[UUID, ...] = named.subjects if named else names.NOBODY
    is_live = any(rows.exists() for rows in lists.listed(at, **{parameter: subjects}))
    if not (named and is_live):
        values[parameter] = ""
    chosen[parameter] = named.name if named and is_live else _unknown(parameter)
    return tuple(str(uuid) for uuid in subjects)


def _unknown(parameter: str) -> str:
    return gettext("unknown topic") if parameter == "topic" else gettext("unknown person")


def _period(text: str) -> tuple[date | None, date | None]:
    """The year or the month that `text` names, by its first day; neither where it names none."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return None, None
    first = date(int(match[1]), int(match[2] or 1), 1)
    return (None, first) if match[2] else (first, None)


def _narrowed(asked: _Asked, parameter: str, those: Iterable[names.Today]) -> list[Link]:
    """What leads to the hits of one of these alone; nothing where one is chosen already."""
    if asked.values[parameter]:
        return []
    return [Link(name=one.name, path=path(asked.values, **{parameter: one.slug})) for one in those]


def _page_number(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    if not _PAGE.fullmatch(number):
        raise Http404
    return int(number)


def _page_path(asked: _Asked, number: int) -> str:
    return path(asked.values, page=str(number) if number > 1 else "")


def _suggestion(request: HttpRequest, asked: _Asked) -> Suggestion | None:
    at = moment(request)
    near, links = search_suggestions.near(asked.query, at, known=known_names(request))
    words = search_suggestions.spelling(asked.query, near)
    if words:
        meant = search.find(read_query(words), asked.filters, at, languages=asked.languages, newest_first=True)
        words = words if meant.editions else ""
    return Suggestion(spelling=words, path=path(asked.values, q=words) if words else "", links=links)
