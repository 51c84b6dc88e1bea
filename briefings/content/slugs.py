"""Slugs, made from names and headlines in any script."""

import re

from anyascii import anyascii

_LONGEST = 80


def ascii_slug(text: str, *, otherwise: str) -> str:
    """`text` as an ASCII slug of at most 80 characters, cut at a word; `otherwise` where no letter or digit is left."""
    plain = re.sub(r"['’`]", "", text)
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", anyascii(plain)).lower()).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return slug or otherwise
