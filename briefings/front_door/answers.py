"""A finished answer: status, headers and body, once for each encoding in which somebody asked for it."""

from collections.abc import Iterable
from copy import copy
from http import HTTPStatus
from typing import Any, NamedTuple

from briefings.front_door.encodings import ENCODERS, IDENTITY

HeaderList = list[tuple[str, str]]

SHORTEST = 200  # bytes; what is shorter is not worth compressing, and Django says of it no `Vary`
OVERHEAD = 6_000  # bytes of memory that an answer takes beside its bodies, mostly for headers
OF_THE_BODY = ("content-length", "content-type", "content-encoding")
FOUND = (HTTPStatus.OK, HTTPStatus.GONE)
ELSEWHERE = (HTTPStatus.NOT_FOUND, HTTPStatus.MOVED_PERMANENTLY)


class Variant(NamedTuple):
    """An answer in one encoding."""

    headers: HeaderList
    body: bytes


class Answer:
    """What Django answered, kept with what is made of it.

    `notes` are the view's own on it; `period` is the number of the period that it is right in.
    """

    def __init__(self, status: int, headers: HeaderList, body: bytes, *, notes: dict[str, Any] | None = None) -> None:
        self.status = status
        self.notes = notes or {}
        self.period = 0
        values = {name.lower(): value for name, value in headers}
        self.etag = values.get("etag", "")
        self.tags: tuple[str, ...] = (self.etag, *(self._tag(name) for name in ENCODERS)) if self.etag else ()
        self.stamp = values.get("last-modified", "")
        self.is_short = len(body) < SHORTEST
        self._values = values
        self._variants = {IDENTITY: Variant(headers, body)}
        self._unmodified: dict[str, HeaderList] = {}

    @property
    def may_be_kept(self) -> bool:
        """Whether it is the same for everybody: it sets no cookie, forbids nothing, and is what a page can be."""
        return (
            self.status in (*FOUND, *ELSEWHERE)
            and "set-cookie" not in self._values
            and self._values.get("cache-control", "") in ("", "public, no-cache")
            and self._values.get("vary", "") in ("", "Accept-Encoding")
        )

    @property
    def is_found(self) -> bool:
        return self.status in FOUND

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return OVERHEAD + sum(len(variant.body) for variant in self._variants.values())

    def variant(self, encoding: str) -> Variant | None:
        """The answer in that encoding; None where it has to be made first."""
        return self._variants.get(IDENTITY if self.is_short else encoding)

    def encode(self, encoding: str) -> Variant:
        """Make the answer in that encoding."""
        whole = self._variants[IDENTITY]
        body = ENCODERS[encoding](whole.body)
        changed = {"content-length": str(len(body)), "etag": self._tag(encoding)}
        headers = [(name, changed.get(name.lower(), value)) for name, value in whole.headers]
        made = Variant([*headers, ("Content-Encoding", encoding)], body)
        self._variants[encoding] = made if len(body) < len(whole.body) else whole
        return self._variants[encoding]

    def unmodified(self, tag: str | None, *, encoding: str) -> HeaderList:
        """The headers of a 304: with the tag that the client named, else with that of its encoding."""
        tag = tag or (self.etag if encoding == IDENTITY or self.is_short else self._tag(encoding))
        if tag not in self._unmodified:
            kept = [pair for pair in self._variants[IDENTITY].headers if pair[0].lower() not in OF_THE_BODY]
            self._unmodified[tag] = [(name, tag if name.lower() == "etag" else value) for name, value in kept]
        return self._unmodified[tag]

    def is_same(self, other: "Answer") -> bool:
        """Whether Django answered the same, whenever either was asked."""
        return self.etag != "" and other.restamped(self.stamp).variant(IDENTITY) == self.variant(IDENTITY)

    def restamped(self, stamp: str) -> "Answer":
        """The same answer with another `Last-Modified`, if it has one. This one may be going out meanwhile, and stays
        as it is.
        """
        stamp = stamp if self.stamp else ""
        other = copy(self)
        other.stamp = stamp
        other._unmodified = {}
        other._variants = {}
        for encoding, (headers, body) in list(self._variants.items()):
            changed = [(name, stamp if name.lower() == "last-modified" else value) for name, value in headers]
            other._variants[encoding] = Variant(changed, body)
        return other

    def _tag(self, encoding: str) -> str:
        return f'{self.etag[:-1]}-{encoding}"'


def shared(headers: Iterable[tuple[str, str]], *, seconds: int) -> HeaderList:
    """The same headers, by which a cache for many readers asks after so many seconds; browsers ask each time."""
    value = f"public, max-age=0, must-revalidate, s-maxage={seconds}"
    return [(name, value if name == "Cache-Control" else old) for name, old in headers]
