"""In which encoding a client gets a body: brotli, gzip or as it is."""

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli

IDENTITY = "identity"
LONGEST_HEADER = 200  # characters; a longer one wants no encoding that we know better than others
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    # Of these qualities each takes a few thousandths of a second for a page, once while the log stands.
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=6),
    # Without the time in it, so that the same body has the same bytes in each process.
    "gzip": lambda body: gzip.compress(body, compresslevel=7, mtime=0),
}
"""Best first."""


def preferred(accept_encoding: str | None) -> str:
    """The encoding that a client with this `Accept-Encoding` gets (RFC 9110, 12.5.3)."""
    if not accept_encoding or len(accept_encoding) > LONGEST_HEADER:
        return IDENTITY
    return _preferred(accept_encoding)


@lru_cache(maxsize=256)
def _preferred(accept_encoding: str) -> str:
    weights = dict(_weighed(part) for part in accept_encoding.lower().split(","))
    others = weights.get("*", 0.0)
    best = max(ENCODERS, key=lambda name: weights.get(name, others))
    weight = weights.get(best, others)
    # As it is always goes; a client that names it with a higher weight wants it.
    return best if weight > 0 and weight >= weights.get(IDENTITY, 0.0) else IDENTITY


def _weighed(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    key, _, value = parameter.partition("=")
    if not parameter.strip():
        return name.strip(), 1.0
    try:
        weight = float(value) if key.strip() == "q" else 0.0
    except ValueError:
        weight = 0.0
    return name.strip(), weight if 0.0 <= weight <= 1.0 else 0.0
