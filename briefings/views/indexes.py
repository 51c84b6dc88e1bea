"""The indexes of people and of topics: by letter, and what is new."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse

from briefings.content.name_order import in_order
from briefings.models import Subject
from briefings.outputs.facts import Link
from briefings.outputs.indexes import IndexEntry, LetterGroup
from briefings.outputs.metadata import of_lists
from briefings.outputs.paging import Paging
from briefings.public import addresses, indexes
from briefings.views.answers import known_names, moment, page, public

Address = Callable[..., str]


@public
def people(request: HttpRequest) -> HttpResponse:
    return _index(request, Subject.Kind.PERSON, addresses.people)


@public
def topics(request: HttpRequest) -> HttpResponse:
    return _index(request, Subject.Kind.TOPIC, addresses.topics)


def _index(request: HttpRequest, kind: str, address: Address) -> HttpResponse:
    if "letter" in request.GET or "from" in request.GET:
        return _of_letter(request, kind, address)
    return _first_page(request, kind, address)


def _first_page(request: HttpRequest, kind: str, address: Address) -> HttpResponse:
    """What is new, and every name where all fit on a page, else every letter."""
    at, known = moment(request), known_names(request)
    rows = indexes.beginning(kind, at)
    if len(rows) <= indexes.ON_A_PAGE:
        groups = _grouped(indexes.entries(kind, rows))
        letters = [Link(name=group.letter, path=f"#{group.anchor}") for group in groups]
    else:
        groups = ()
        letters = [Link(name=letter, path=address(letter)) for letter in indexes.letters(kind, at)]
    newest = indexes.newest_topics if kind == Subject.Kind.TOPIC else indexes.newest_people
    return _page(request, kind, path=address(), letters=letters, groups=groups, newest=newest(at, known=known))


def _of_letter(request: HttpRequest, kind: str, address: Address) -> HttpResponse:
    at, letter = moment(request), request.GET.get("letter", "")
    start = _start(request.GET["from"]) if "from" in request.GET else None
    if not letter.isprintable():  # PostgreSQL takes no NUL
        raise Http404
    those, letters = indexes.under(kind, at, letter, start), indexes.letters(kind, at)
    if not those.rows:
        raise Http404
    beside = Paging(
        newer="" if those.before is None else address(letter, those.before),
        older="" if those.after is None else address(letter, those.after),
    )
    return _page(
        request,
        kind,
        path=address(letter, str(start or "")),
        letter=letter,
        letters=[Link(name=one, path=address(one)) for one in letters],
        groups=_grouped(indexes.entries(kind, those.rows)),
        paging=beside,
    )


def _start(text: str) -> indexes.Start:
    try:
        return indexes.Start.read(text)
    except indexes.NotAStart as error:
        raise Http404 from error


def _grouped(entries: Iterable[IndexEntry]) -> tuple[LetterGroup, ...]:
    by_letter: dict[str, list[IndexEntry]] = defaultdict(list)
    for entry in entries:
        by_letter[entry.letter].append(entry)
    return tuple(
        LetterGroup(letter=letter, anchor=f"letter-{number}", entries=tuple(by_letter[letter]))
        for number, letter in enumerate(in_order(list(by_letter)), start=1)
    )


def _page(
    request: HttpRequest,
    kind: str,
    *,
    path: str,
    letters: list[Link],
    groups: tuple[LetterGroup, ...],
    letter: str = "",
    newest: tuple[IndexEntry, ...] = (),
    paging: Paging | None = None,
) -> HttpResponse:
    entries = newest or [entry for group in groups for entry in group.entries]
    url, paging = addresses.absolute(path), paging or Paging()
    return page(
        request,
        "briefings/index.html",
        metadata=partial(of_lists.index, kind=kind, url=url, letter=letter, entries=entries, paging=paging),
        kind=kind,
        letter=letter,
        letters=letters,
        groups=groups,
        newest=newest,
        paging=paging,
    )
