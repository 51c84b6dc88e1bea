"""The words kept of a source, to hold quotations against. Content has their hash, the row of the source the words."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

LONGEST = 20_000


def digest_of(excerpt: str) -> str:
    """The hash under which content knows an excerpt."""
    return sha256(excerpt.encode()).hexdigest()


def by_digest(excerpts: Iterable[str]) -> dict[str, str]:
    return {digest_of(excerpt): excerpt for excerpt in excerpts if excerpt}


def to_field(excerpts: Mapping[str, str]) -> str:
    """Excerpts that are saved nowhere yet, for a hidden field of a page that is sent back."""
    return json.dumps(sorted(excerpts.values()), ensure_ascii=False)


def from_field(text: str) -> dict[str, str]:
    """What `to_field` wrote; nothing of what it cannot have written."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return {}
    return (
        by_digest(excerpt for excerpt in found if isinstance(excerpt, str) and len(excerpt) <= LONGEST)
        if isinstance(found, list)
        else {}
    )
