"""A slow network: what is held back until a test lets it go."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route


class Held:
    """Requests to the addresses of a pattern wait: all of them, or the first so many."""

    def __init__(self, page: Page, pattern: str, *, first: int | None = None) -> None:
        self.page, self.pattern = page, pattern
        self.routes: list[Route] = []
        self.is_over = False
        page.route(pattern, self._hold, times=first)

    def _hold(self, route: Route) -> None:
        if self.is_over:
            route.continue_()
        else:
            self.routes.append(route)

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """What is done within sends something; on from there it is on its way."""
        with self.page.expect_request(self.pattern):
            yield

    def let_go(self) -> None:
        """Lets them go in their order; what comes after waits no more."""
        self.is_over = True
        for route in self.routes:
            route.continue_()
