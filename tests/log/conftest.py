"""A log with a row of every kind, and a briefing for an order of erasure, for the tests that try to change them."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from briefings.models import Briefing
from tests.log.erasure_orders import make_order
from tests.log.making import Log, make_log


@pytest.fixture(scope="module")
def standing_log(module_db: None) -> Log:
    """One log for a whole module: what a test does to it is taken back after that test."""
    return make_log()


@pytest.fixture
def log(db: None, standing_log: Log) -> Log:
    return standing_log


@pytest.fixture
def committed_log(transactional_db: None) -> Log:
    return make_log()


@pytest.fixture(scope="module")
def standing_order(module_db: None) -> int:
    return make_order().pk


@pytest.fixture
def ordered(db: None, standing_order: int) -> Briefing:
    """The briefing of `make_order`, made once for a whole module."""
    return Briefing.objects.get(pk=standing_order)


@pytest.fixture
def forgery(db: None) -> Iterator[None]:
    """What a test forges is taken back before the database is asked whether its foreign keys hold."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
