"""Everything that strangers can reach, each address as of any moment, inside the allow-list of tables."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.test import Client

from tests.visibility.address_parts import UNKNOWN, Addresses, all_addresses
from tests.visibility.database_state import State
from tests.visibility.feed_addresses import FEEDS, FEEDS_AND_JSON, IS_THOROUGH, OF_MANY, OF_MANY_AND_JSON
from tests.visibility.list_addresses import letters, quotes
from tests.visibility.tables import ALSO, only_public_tables


@dataclass(frozen=True)
class Answer:
    """What came back. Two answers are the same where status, headers and bytes are."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def __getitem__(self, header: str) -> str:
        return dict(self.headers).get(header, "")

    @property
    def text(self) -> str:
        """Headers and body as one text: what a secret must not stand in."""
        return "\n".join([*(f"{name}: {value}" for name, value in self.headers), self.body.decode(errors="replace")])


@dataclass(frozen=True)
class Surface:
    """One public address; `pattern` is the name of its URL pattern, "" where none matches.

    `period` gives what is known at a moment from addresses that were asked before.
    """

    pattern: str
    path: str
    client: Client
    period: Callable[[datetime], dict[str, Any]] | None = field(default=None, compare=False, repr=False)

    def at(self, moment: datetime) -> str:
        """Headers and body as readers get them at `moment`."""
        return self.answer(moment).text

    def answer(self, moment: datetime, *, method: str = "GET", **headers: str) -> Answer:
        """The answer to one request at `moment`; `headers` as HTTP_IF_NONE_MATCH and so on."""
        known = {"briefings.period": self.period(moment)} if self.period else {}
        return self._asked(moment, method=method, **known, **headers)[0]

    def counted(
        self, moment: datetime, *, method: str = "GET", known: dict[str, Any] | None = None, **headers: str
    ) -> tuple[Answer, int]:
        """The answer and how many queries it took, where no page was asked before it, or all that is `known` was."""
        of_period = {"briefings.period": dict(known)} if known else {}
        return self._asked(moment, method=method, **of_period, **headers)

    def _asked(self, moment: datetime, *, method: str, **environ: Any) -> tuple[Answer, int]:
        self.client.cookies.clear()  # each request is a stranger's
        with only_public_tables(also=ALSO.get(self.pattern)) as ran:
            response = self.client.generic(method, self.path, **{"briefings.at": moment}, **environ)
        cookies = tuple(("Set-Cookie", str(cookie)) for cookie in response.cookies.values())
        return Answer(response.status_code, (*sorted(response.headers.items()), *cookies), response.content), len(ran)


def _there(names: frozenset[str]) -> list[str]:
    """Of feeds and narrowed lists a quick walk asks for none of what never was, where there is any other: the page of
    that name is asked.
    """
    return sorted(names if IS_THOROUGH else names - {UNKNOWN} or names)


# By the name of the URL pattern; a test fails where one is missing.
TABLE: dict[str, Callable[[Addresses], list[str]]] = {
    "home": lambda _: ["/"],
    "briefing": lambda those: [f"/briefings/{slug}/" for slug in those.editions],
    "editions": lambda those: [f"/briefings/{slug}/history/" for slug in those.editions],
    "edition": lambda those: [
        f"/briefings/{slug}/v/{number}/" for slug, most in those.editions.items() for number in range(1, most + 1)
    ],
    "changes": lambda those: [
        f"/briefings/{slug}/changes/{before}/{after}/"
        for slug, most in those.editions.items()
        for before in range(1, most)
        for after in {before + 1, most}
    ],
    "story": lambda those: [f"/stories/{slug}/" for slug in those.editions],
    "card": lambda those: sorted({*those.cards, f"/briefings/{UNKNOWN}/card-{'0' * 16}.png"}),
    "topics": lambda _: letters("topics"),
    "people": lambda _: letters("people"),
    "topic": lambda those: [f"/topics/{slug}/" for slug in sorted(those.topics)],
    "topic-feed": lambda those: [
        f"/topics/{slug}/{name}" for slug in _there(those.topics) for name in OF_MANY_AND_JSON
    ],
    "quotes": lambda those: quotes(people=_there(those.people), topics=_there(those.topics), days=those.days),
    "person": lambda those: [f"/people/{slug}/" for slug in sorted(those.people)],
    "person-feed": lambda those: [f"/people/{slug}/{name}" for slug in _there(those.people) for name in OF_MANY],
    "author-feed": lambda those: [f"/authors/{slug}/{name}" for slug in _there(those.people) for name in OF_MANY],
    "author": lambda those: [f"/authors/{slug}/" for slug in sorted(those.people)],
    "standing-page": lambda those: [f"/about/{slug}/" for slug in sorted(those.pages)],
    "corrections": lambda _: ["/corrections/"],
    "corrections-feed": lambda _: [f"/corrections/{name}" for name in FEEDS],
    "questions": lambda _: ["/faq/"],
    "open-questions": lambda _: ["/faq/open/"],
    "questions-feed": lambda _: [f"/faq/{name}" for name in FEEDS],
    "media": lambda those: [
        f"/media/{token}/{name}" for token in sorted(those.pictures) for name in ("320.webp", "master.jpg")
    ],
    "draft-link": lambda _: [f"/preview/{UNKNOWN}/"],
    "draft-link-picture": lambda _: [f"/preview/{UNKNOWN}/{UUID(int=0)}/320.webp"],
    "feeds": lambda _: ["/feeds/"],
    "site-feed": lambda _: [f"/feeds/{name}" for name in FEEDS_AND_JSON],
    "language-home": lambda those: [f"/{language}/" for language in sorted(those.languages)],
    "language-feed": lambda those: [
        f"/{language}/feeds/{name}" for language in sorted(those.languages) for name in OF_MANY_AND_JSON
    ],
    "archived-feed": lambda those: [
        f"/feeds/archive/{day}/{name}" for day in sorted(those.days) for name in OF_MANY_AND_JSON
    ],
    # Without words; `test_search.py` asks for some.
    "search": lambda _: ["/search/"],
    "open-search": lambda _: ["/opensearch.xml"],
    "archive": lambda _: ["/archive/"],
    "archive-month": lambda those: sorted({f"/archive/{day:%Y/%m}/" for day in those.days}),
    "sitemap": lambda _: ["/sitemap.xml"],
    "sitemap-pages": lambda _: ["/sitemaps/pages.xml"],
    "sitemap-month": lambda those: sorted({f"/sitemaps/{day:%Y-%m}.xml" for day in those.days}),
    "news-sitemap": lambda _: ["/news-sitemap.xml"],
    "robots": lambda _: ["/robots.txt"],
    "healthz": lambda _: ["/healthz"],
    "readyz": lambda _: ["/readyz"],
    # No pattern yet; whatever is asked for there is as unknown as the rest.
    "": lambda _: [f"/{UNKNOWN}/"],
}


class Surfaces:
    """All surfaces of the site as the database stands when they are walked.

    The answers of a walk are kept for whoever asks again for the same moment of the same state of the database. Until
    then what all pages have is read once, as by the front door, whose answers are those of Django alone
    (`tests/front_door/test_same_bytes.py`).
    """

    def __init__(self, client: Client, state: State) -> None:
        self.client = client
        self._state = state
        self._listed: dict[int, tuple[Surface, ...]] = {}
        self._walks: dict[tuple[int, datetime], dict[str, Answer]] = {}
        self._periods: dict[tuple[int, datetime, str, str], dict[str, Any]] = {}

    def __iter__(self) -> Iterator[Surface]:
        if self._state.number not in self._listed:
            addresses = all_addresses()
            self._listed[self._state.number] = tuple(
                Surface(pattern, path, self.client, self._period)
                for pattern, paths in TABLE.items()
                for path in paths(addresses)
            )
        return iter(self._listed[self._state.number])

    def __getitem__(self, path: str) -> Surface:
        """The surface with that path, whether anything stands there or not."""
        return next((surface for surface in self if surface.path == path), Surface("", path, self.client, self._period))

    def showing(self, word: str, at: datetime) -> set[str]:
        """The paths at which `word` stands anywhere in headers or body, in whatever case; of errors, 500 fails."""
        return {path for path, answer in self.seen(at).items() if word.lower() in answer.text.lower()}

    def seen(self, at: datetime) -> dict[str, Answer]:
        """Every path with its answer."""
        key = (self._state.number, at)
        if key not in self._walks:
            self._walks[key] = {surface.path: surface.answer(at) for surface in self}
        return self._walks[key]

    def _period(self, at: datetime) -> dict[str, Any]:
        """What all pages have at `at`; new settings are a new process, which starts empty."""
        return self._periods.setdefault((self._state.number, at, settings.SITE_LANGUAGE, settings.SITE_NAME), {})

    def unknown(self, at: datetime) -> Answer:
        """What an address that never was anything answers."""
        return Surface("", f"/{UNKNOWN}/", self.client).answer(at)


def one_of_each_kind(surfaces: Iterable[Surface]) -> list[Surface]:
    """The first surface of each URL pattern: what a quick test asks where a slow one asks all."""
    first: dict[str, Surface] = {}
    for surface in surfaces:
        first.setdefault(surface.pattern, surface)
    return list(first.values())


@contextmanager
def walked() -> Iterator[Surfaces]:
    """The surfaces, for as long as the state of the database can be told."""
    state = State()
    with connection.execute_wrapper(state):
        yield Surfaces(Client(), state)
