"""Whether a client has the answer already, by the rules of RFC 9110 (13.2.2) as Django reads them."""

from collections.abc import Collection
from enum import Enum
from typing import Protocol

from django.utils.http import parse_etags, parse_http_date_safe


class Headers(Protocol):
    """A request's headers, by their names in small letters."""

    def get(self, name: str, /) -> str | None: ...


class Verdict(Enum):
    WHOLE = "200: the answer goes out whole"
    UNMODIFIED = "304: the client has it"
    FAILED = "412: the client wants it only if it has it, and it has another"


def judge(headers: Headers, *, tags: Collection[str], modified: int | None) -> tuple[Verdict, str | None]:
    """What becomes of an answer with any of these strong ETags, last `modified` at that second; and the tag that the
    client named of them, if any. An answer without tags is whole."""
    none_match, since = headers.get("if-none-match"), headers.get("if-modified-since")
    match, unmodified_since = headers.get("if-match"), headers.get("if-unmodified-since")
    if not tags or not (none_match or since or match or unmodified_since):
        return Verdict.WHOLE, None
    if none_match in tags and not match and not unmodified_since:
        return Verdict.UNMODIFIED, none_match  # what nearly every browser asks, told without parsing
    if wanted := parse_etags(match or ""):
        if wanted != ["*"] and not set(tags).intersection(wanted):
            return Verdict.FAILED, None
    elif (second := parse_http_date_safe(unmodified_since or "")) and (not modified or modified > second):
        return Verdict.FAILED, None
    if had := parse_etags(none_match or ""):
        named = next((tag for tag in (tag.removeprefix("W/") for tag in had) if tag in tags), None)
        return Verdict.UNMODIFIED if named or had == ["*"] else Verdict.WHOLE, named
    second = parse_http_date_safe(since or "")
    return Verdict.UNMODIFIED if second and modified and modified <= second else Verdict.WHOLE, None
