"""`pytest -q -s tests/bench/searching/known.py`: of a hundred known-item searches, how many find what was wanted among
the first five, in either order.
"""

import sys

import pytest
from django.utils import timezone

from tests.visibility.searching import slugs
from tests.visibility.test_known_items import FIRST, asked, site

__all__ = ["asked", "site"]
ORDERS = {"best match first": {}, "newest first": {"order": "new"}}


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
def test_known_items(asked, order):
    missed = [
        (slug, words) for slug, words in asked if slug not in slugs(words, timezone.now(), **ORDERS[order])[:FIRST]
    ]
    lines = "".join(f"\n  {words}  ({slug})" for slug, words in missed)
    sys.stdout.write(f"\n{order}: {len(asked) - len(missed)} of {len(asked)} among the first {FIRST}{lines}\n")
