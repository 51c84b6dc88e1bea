"""A log with a row of every kind, for the tests that try to change it."""

import pytest

from tests.log.making import Log, make_log


@pytest.fixture
def log(db: None) -> Log:
    return make_log()


@pytest.fixture
def committed_log(transactional_db: None) -> Log:
    return make_log()
