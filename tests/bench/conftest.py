"""Editors at a browser, for what a page costs them."""

from tests.desk.browser.conftest import seats, sits
from tests.desk.conftest import at_desk, staff

__all__ = ["at_desk", "seats", "sits", "staff"]
