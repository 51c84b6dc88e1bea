"""A door before a database that holds what was committed: the door reads by a connection of its own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.front_door.asking import Site


@pytest.fixture
def open_site(transactional_db: None) -> Iterator[Callable[..., Site]]:
    """Opens sites that are closed after the test."""
    opened: list[Site] = []

    def open_one(**arguments: Any) -> Site:
        opened.append(Site(**arguments))
        return opened[-1]

    yield open_one
    for site in opened:
        site.door.close()


@pytest.fixture
def site(open_site: Callable[..., Site]) -> Site:
    return open_site()
