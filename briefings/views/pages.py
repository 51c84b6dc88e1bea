"""The pages of briefings: home, briefing, edition as published, list of editions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from briefings.outputs import change_sentence, front_page
from briefings.outputs import page as page_parts
from briefings.outputs.facts import BriefingFacts, Paths
from briefings.outputs.languages import of_fronts, of_furniture
from briefings.outputs.metadata import of_briefings, of_lists
from briefings.outputs.related import Related
from briefings.public import addresses, listings, names
from briefings.public import briefing as briefings
from briefings.public.related import Ties, related
from briefings.public.share_cards import share_card
from briefings.views.answers import (
    Moved,
    digest,
    frame,
    known_names,
    languages,
    moment,
    notes,
    page,
    public,
    redirect,
    same_as_before,
)
from briefings.views.list_pages import paging, requested_place

MOST_COMPARED = 21
"""Texts of which the list of editions says how each differs from the one before it."""
PageOf = Callable[[HttpRequest, BriefingFacts, datetime, Related | None], HttpResponse]


@public
def home(request: HttpRequest) -> HttpResponse:
    return _front_page(request, languages(request).at_home)


@public
def language_home(request: HttpRequest, language: str) -> HttpResponse:
    those = languages(request)
    if language not in those.spoken:
        raise Http404
    if those.path(language) == addresses.home():
        raise Moved(f"{addresses.home()}{requested_place(request).query}")
    return _front_page(request, language)


def _front_page(request: HttpRequest, language: str) -> HttpResponse:
    """The front page of that language, or that of all."""
    at, place = moment(request), requested_place(request)
    known, those = known_names(request), languages(request)
    if place.query:
        entries, cut = listings.briefings(at, place, known=known, language=language)
        front = None
    else:
        placed, entries, cut = listings.front(at, frame(request).placed, known=known, language=language)
        front = front_page.arrange(placed, entries)
        entries = (*placed, *entries)
    site = frame(request).site.language
    path = those.path(language) if language else addresses.home()
    shown_in = site if path == addresses.home() else of_furniture(language, site=site)
    fronts = those.fronts(here=language)
    url, beside = addresses.absolute(f"{path}{place.query}"), paging(path, place, cut)
    alternates = of_fronts(fronts, frame(request).site) if front else ()
    return page(
        request,
        "briefings/home.html",
        metadata=partial(
            of_lists.home, url=url, entries=entries, paging=beside, language=shown_in, alternates=alternates
        ),
        language=shown_in,
        shown_in=shown_in,
        home=path,
        fronts=fronts,
        entries=entries,
        front=front,
        paging=beside,
    )


@public
def briefing(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    match = _match_or_404(slug, at)
    if match.moved_to:
        return redirect(addresses.briefing(match.moved_to))
    return _shown(request, match, _briefing_page)


@public
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    at = moment(request)
    match = _match_or_404(slug, at)
    if match.is_merged and match.moved_to:
        return redirect(addresses.briefing(match.moved_to))
    if not briefings.may_be_read(match, number):
        raise Http404
    if match.moved_to:
        return redirect(addresses.edition(match.moved_to, number))
    return _shown(request, match, _briefing_page, edition=number)


@public
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    at = moment(request)
    match = _match_or_404(slug, at)
    if match.moved_to:
        return redirect(addresses.briefing(match.moved_to) if match.is_merged else addresses.editions(match.moved_to))
    return _shown(request, match, partial(_editions_page, match=match))


def _match_or_404(slug: str, at: datetime) -> briefings.SlugMatch:
    match = briefings.find(slug, at)
    if match is None:
        raise Http404
    return match


def _shown(request: HttpRequest, match: briefings.SlugMatch, page: PageOf, *, edition: int = 0) -> HttpResponse:
    """The page of the live edition, or of the `edition` with that public number as it was published.

    It is not made where the front door has one of the same editions, of the same day, with the same names of today.
    """
    at, kept = moment(request), notes(request)

    def basis(subjects: set[UUID], beside: Related | None) -> bytes:
        named = names.todays(subjects, at, known=known_names(request))
        return digest(request, match.history, timezone.localdate(at), sorted(named.items()), beside)

    if kept and kept["basis"] == basis(kept["subjects"], _beside(kept["ties"], at)):
        return same_as_before()
    facts = briefings.as_published(match, edition) if edition else briefings.briefing(match)
    ties = Ties.of(facts.content) if page is _briefing_page and not (edition or facts.gone) else None
    beside = _beside(ties, at)
    if kept is not None:
        subjects = names.named(facts.content)
        kept |= {"subjects": subjects, "ties": ties, "basis": basis(subjects, beside)}
    return page(request, facts, at, beside)


def _beside(ties: Ties | None, at: datetime) -> Related | None:
    return related(ties, at) if ties else None


def _briefing_page(
    request: HttpRequest, facts: BriefingFacts, at: datetime, beside: Related | None = None
) -> HttpResponse:
    content = facts.content
    paths = names.paths(names.named(content), at, known=known_names(request))
    if facts.as_published:  # the page leads to nobody's page of today; its topics are found wherever they stand by now
        paths = Paths(topics=paths.topics)
    if facts.gone:
        status = HTTPStatus.GONE if facts.gone == "removed" else HTTPStatus.OK
        return page(
            request,
            "briefings/gone.html",
            metadata=partial(of_briefings.gone, facts=facts),
            language=content.language,
            status=status,
            briefing=facts,
        )
    card = share_card(facts, frame(request).site)
    parts = page_parts.parts(content, as_of=facts.live_from.date(), shown_on=timezone.localdate(at), paths=paths)
    return page(
        request,
        "briefings/briefing.html",
        metadata=partial(of_briefings.briefing, facts=facts, page=parts, card=card, related=beside),
        language=content.language,
        briefing=facts,
        page=parts,
        related=beside,
    )


def _editions_page(
    request: HttpRequest,
    facts: BriefingFacts,
    at: datetime,
    beside: Related | None = None,
    *,
    match: briefings.SlugMatch,
) -> HttpResponse:
    if facts.gone == "removed":
        return _briefing_page(request, facts, at)
    texts = briefings.recent_texts(match, most=MOST_COMPARED)
    facts = replace(facts, editions=change_sentence.told(facts.editions, texts))
    return page(
        request,
        "briefings/editions.html",
        metadata=partial(of_briefings.editions, facts=facts),
        language=facts.content.language,
        briefing=facts,
    )
