"""The front door: a WSGI application around Django's that keeps finished public answers as bytes.

An answer is right until the head of the log moves or the next moment comes. So the head is read for each request, and
before anything is computed; what is computed is as of one moment, and is kept for its period.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlsplit

from django.conf import settings

from briefings.clock import seconds
from briefings.front_door import addresses, periods
from briefings.front_door.addresses import Address
from briefings.front_door.answers import Answer, HeaderList, Variant, shared
from briefings.front_door.asking import Application, Environ, EnvironHeaders, ask
from briefings.front_door.conditions import Headers, Verdict, judge
from briefings.front_door.encodings import preferred
from briefings.front_door.heads import Head, HeadReader
from briefings.front_door.periods import Period

READING = ("GET", "HEAD")
Reply = tuple[int, HeaderList, bytes]


class FrontDoor:
    """Answers from memory where it can; else Django does. `clock` gives seconds since 1970."""

    def __init__(
        self, application: Application, *, clock: Callable[[], float] = seconds, heads: HeadReader | None = None
    ) -> None:
        self.application = application
        self._clock = clock
        self._heads = heads or HeadReader()
        self._period = periods.NEVER
        self._beginning = Lock()
        site = urlsplit(settings.SITE_URL)
        self._host, self._scheme = site.netloc.lower(), site.scheme
        self._has_proxy = settings.TRUSTED_PROXY
        self._most_bytes, self._shared_seconds = settings.FRONT_DOOR_BYTES, settings.CDN_SECONDS

    def answer(self, method: str, host: str, scheme: str, path: str, query: str, headers: Headers) -> Reply | None:
        """The answer where it is kept and finished, else None. Computes, compresses and waits for nothing.

        `path` is percent-decoded, `query` as it was sent. The list of headers is kept: leave it as it is.
        """
        period = self._period
        kept = period.get(f"{path}?{query}" if query else path)
        if (
            kept is None
            or not self._is_ours(method, host, self._scheme_of(scheme, headers))
            or not period.covers(now := self._clock())
            or self._heads.peek() != period.head
        ):
            return None
        return self._reply(kept, period, now=now, method=method, headers=headers)

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        # Whoever asks as of another moment, or of a site below another, asks Django.
        reply = None if "briefings.at" in environ or environ.get("SCRIPT_NAME") else self._answered(environ)
        if reply is None:
            return self.application(environ, start_response)
        status, headers, body = reply
        start_response(f"{status} {HTTPStatus(status).phrase}", [*headers])
        return [body]

    def close(self) -> None:
        """Forget everything, and leave the database."""
        self._period = periods.NEVER
        self._heads.close()

    def _answered(self, environ: Environ) -> Reply | None:
        """From memory, or computed and then kept. None for what is Django's."""
        headers, method, scheme = EnvironHeaders(environ), environ["REQUEST_METHOD"], environ["wsgi.url_scheme"]
        host, path, query = headers.get("host") or "", environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if kept := self.answer(method, host, scheme, path, query, headers):
            return kept
        is_ours = self._is_ours(method, host, self._scheme_of(scheme, headers))
        address = addresses.find(path, query) if is_ours else None
        head = self._heads.read() if address else None
        if address is None or head is None:
            return None
        now = self._clock()
        period = self._period_of(now, head=head)
        if period is None:
            return None
        answer = (
            period.get(address.key)
            or period.restamped(address.key)
            or period.computed(address.key, lambda before: self._computed(address, period, now, before=before))
        )
        # By now the period may be over.
        if answer is None or not period.covers(now := self._clock()):
            return None
        return self._reply(answer, period, now=now, method=method, headers=headers, key=address.key)

    def _is_ours(self, method: str, host: str, scheme: str) -> bool:
        return self._most_bytes > 0 and method in READING and host == self._host and scheme == self._scheme

    def _scheme_of(self, scheme: str, headers: Headers) -> str:
        """As Django tells it."""
        said = headers.get("x-forwarded-proto") if self._has_proxy else None
        if said is None:
            return scheme
        return "https" if said.split(",", 1)[0].strip() == "https" else "http"

    def _period_of(self, now: float, *, head: Head) -> Period | None:
        """The period of that head and moment; a new one where the last one is over."""
        with self._beginning:
            period: Period | None = self._period
            if self._period.head != head or not self._period.covers(now):
                period = periods.begin(head, now=now, before=self._period, most_bytes=self._most_bytes)
                self._period = period or periods.NEVER
            return period

    def _computed(self, address: Address, period: Period, now: float, *, before: Answer | None) -> Answer:
        """Django's answer; the one `before`, with what was made of it, where that is the same."""
        periods.stand_on(period.head)
        answer = ask(
            self.application,
            address,
            host=self._host,
            scheme=self._scheme,
            at=datetime.fromtimestamp(now, UTC),
            of_period=period.of_pages,
            notes=before.notes if before else {},
        )
        if before and (answer.status == HTTPStatus.NO_CONTENT or before.is_same(answer)):
            return before.restamped(period.stamp)
        return answer

    def _reply(
        self, answer: Answer, period: Period, *, now: float, method: str, headers: Headers, key: str = ""
    ) -> Reply | None:
        """What this client gets of it: 304, or the whole in its encoding, which is made now if there is a `key`.

        None where it is not made yet, and for 412, of which Django has a page.
        """
        verdict, tag = judge(headers, tags=answer.tags, modified=period.modified)
        if verdict is Verdict.FAILED:
            return None
        encoding = preferred(headers.get("accept-encoding"))
        if verdict is Verdict.UNMODIFIED:
            status, body = HTTPStatus.NOT_MODIFIED.value, b""
            given = answer.unmodified(tag, encoding=encoding)
        else:
            variant = answer.variant(encoding) or (self._encoded(answer, period, encoding, key) if key else None)
            if variant is None:
                return None
            status, given, body = answer.status, variant.headers, variant.body
        if self._shared_seconds and (seconds := int(min(self._shared_seconds, period.until - now))):
            given = shared(given, seconds=seconds)
        return status, given, body if method == "GET" else b""

    def _encoded(self, answer: Answer, period: Period, encoding: str, key: str) -> Variant:
        variant = answer.encode(encoding)
        if answer.may_be_kept:
            period.put(key, answer)  # at its new size
        return variant
