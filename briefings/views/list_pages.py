"""The place in a list that an address names, and what the page there leads to."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from briefings.outputs.paging import Paging
from briefings.public import keyset


def requested_place(request: HttpRequest, *, order: keyset.Order = keyset.FIRST_PUBLISHED) -> keyset.Place:
    """The place in a list that the address names by `before` or `after`, the first page where it names none.

    Raises Http404 where one is no cursor, or both are there.
    """
    named = {name: request.GET[name] for name in ("before", "after") if name in request.GET}
    if len(named) > 1:
        raise Http404
    try:
        return keyset.Place(**{name: keyset.Cursor.read(text, order=order) for name, text in named.items()})
    except keyset.NotACursor as error:
        raise Http404 from error


def at_place(path: str, place: keyset.Place) -> str:
    """The path of the page at `place` of the list at `path`, which may have a query."""
    query = place.query
    return f"{path}&{query[1:]}" if query and "?" in path else f"{path}{query}"


def paging(path: str, place: keyset.Place, cut: keyset.Cut) -> Paging:
    """What the page at `place` of the list at `path` says of itself and leads to.

    Raises Http404 where nothing is on a further page.
    """
    if place == keyset.FIRST_PAGE:
        return Paging(older=at_place(path, cut.older) if cut.older else "")
    if not cut.keys:
        raise Http404
    return Paging(
        newer=at_place(path, cut.newer) if cut.newer else "",
        older=at_place(path, cut.older) if cut.older else "",
        until=timezone.localdate(cut.keys[0].cursor.moment),
    )
