"""What the tests of the role table share."""

import logging

import pytest


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Refusals are what is tested here: none of the thousands goes into the log with its trace."""
    caplog.set_level(logging.CRITICAL, logger="django.request")
