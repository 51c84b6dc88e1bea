"""A server that tells what it was asked, and connections to it."""

from contextlib import ExitStack

import pytest

from tests.serving.servers import connected, serving, tell


@pytest.fixture(scope="module")
def port():
    with serving(tell) as port:
        yield port


@pytest.fixture
def connect():
    """Opens connections that stay open until the test ends."""
    with ExitStack() as opened:
        yield lambda port, sent: opened.enter_context(connected(port, sent))
