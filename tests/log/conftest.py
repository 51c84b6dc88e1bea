"""A log with a row of every kind, for the tests that try to change it."""

import pytest

from tests.log.making import Log, make_log


@pytest.fixture
def log(db: None) -> Log:
    return make_log()


@pytest.fixture(scope="module")
def standing_log(module_db: None) -> Log:
    """One log for a whole module: what a test does to it is taken back after that test."""
    return make_log()


@pytest.fixture
def committed_log(transactional_db: None) -> Log:
    return make_log()
