"""What the door answers is what Django answers: at every public address, from memory or not, whatever is asked."""

import gzip
from typing import Any
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.test import override_settings
from django.urls import get_resolver
from django.utils import timezone

from briefings.front_door import addresses
from tests.front_door.asking import Answer, Site
from tests.making import DAY, NOON, make_edition
from tests.visibility.changing_site import make_site
from tests.visibility.surfaces import TABLE, all_addresses
from tests.visibility.test_table import public_patterns

LONG_SINCE, LONG_UNTIL = "Wed, 01 Jan 2020 00:00:00 GMT", "Tue, 01 Jan 2199 00:00:00 GMT"
OTHER = '"0123456789abcdef"'
# Not from the answer, for Django knows no other encoding's tag.
CONDITIONS: list[dict[str, str]] = [
    {},
    {"HTTP_IF_NONE_MATCH": "{tag}"},
    {"HTTP_IF_NONE_MATCH": "W/{tag}"},
    {"HTTP_IF_NONE_MATCH": f"{OTHER}, {{tag}}"},
    {"HTTP_IF_NONE_MATCH": OTHER},
    {"HTTP_IF_NONE_MATCH": "*"},
    {"HTTP_IF_NONE_MATCH": "no tag"},
    {"HTTP_IF_NONE_MATCH": OTHER, "HTTP_IF_MODIFIED_SINCE": LONG_UNTIL},
    {"HTTP_IF_MODIFIED_SINCE": "{stamp}"},
    {"HTTP_IF_MODIFIED_SINCE": LONG_SINCE},
    {"HTTP_IF_MODIFIED_SINCE": LONG_UNTIL},
    {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
    {"HTTP_IF_MATCH": "{tag}"},
    {"HTTP_IF_MATCH": "W/{tag}"},
    {"HTTP_IF_MATCH": OTHER},
    {"HTTP_IF_MATCH": "*"},
    {"HTTP_IF_MATCH": "{tag}", "HTTP_IF_NONE_MATCH": "{tag}"},
    {"HTTP_IF_UNMODIFIED_SINCE": "{stamp}"},
    {"HTTP_IF_UNMODIFIED_SINCE": LONG_SINCE},
    {"HTTP_IF_UNMODIFIED_SINCE": "yesterday"},
]
# What a client says beside it and that changes nothing.
UNHEARD = {
    "HTTP_COOKIE": "sessionid=abc; csrftoken=def",
    "HTTP_AUTHORIZATION": "Basic dXNlcjpwYXNz",
    "HTTP_ACCEPT_LANGUAGE": "de",
    "HTTP_ACCEPT": "application/json",
    "HTTP_USER_AGENT": "curl/8",
    "HTTP_RANGE": "bytes=0-9",
    "HTTP_X_FORWARDED_PROTO": "http",
    "HTTP_X_FORWARDED_HOST": "other.example",
}
TO_DJANGO = [
    {"HTTP_HOST": "other.example"},
    {"HTTP_HOST": "localhost"},
    {"HTTP_HOST": "NEWS.example"},
    {"HTTP_HOST": "news.example."},
    {"HTTP_HOST": "news.example:443"},
    {"wsgi.url_scheme": "http"},
    {"REQUEST_METHOD": "POST"},
    {"REQUEST_METHOD": "OPTIONS"},
    {"SCRIPT_NAME": "/mounted"},
    {"query": "unknown=1"},
    {"query": "before=1&before=2"},
]


@pytest.fixture
def whole_site(site, tmp_path):
    """A site on which all happens that can, as of the day on which most of it stands side by side."""
    with override_settings(MEDIA_ROOT=tmp_path), timezone.override(ZoneInfo("UTC")):
        make_site()
        make_edition("quokka", topics=("marmots",))
        site.clock.at = NOON + DAY
        yield site


def paths() -> list[str]:
    those = all_addresses()
    named = [path for paths in TABLE.values() for path in paths(those)]
    return [*named, *(path[:-1] for path in ("/briefings/quokka/", "/corrections/", "/nothing/"))]


def test_every_public_pattern_is_kept_or_said_not_to_be():
    names = {pattern.name for pattern in public_patterns(get_resolver())}

    assert names == set(addresses.KEPT) | addresses.NOT_KEPT
    assert not set(addresses.KEPT) & addresses.NOT_KEPT


def test_the_door_answers_as_django_does_whatever_is_asked(whole_site):
    """At every address, at first and from memory; on every condition, with the shortest answer of each kind; and
    whatever else a client says. One site stands for all."""
    answers = {path: asked_thrice(whole_site, path) for path in paths()}
    assert {200, 301, 404, 410} <= {answer.status for answer in answers.values()}

    kept = [path for path in answers if "?" not in path and addresses.find(path, "")]
    kept.sort(key=lambda path: len(answers[path].body), reverse=True)
    for path in {(answers[path].status, answers[path]["Content-Type"]): path for path in kept}.values():
        obeys_conditions(whole_site, path, answers[path])

    for path in ("/", "/briefings/quokka/", "/feeds/rss.xml", "/briefings/old/", "/no/", "/briefings/no/"):
        same(whole_site, path, **UNHEARD)
        same(whole_site, path, **UNHEARD, REQUEST_METHOD="HEAD")
        assert whole_site.get(path)["Set-Cookie"] == ""


def asked_thrice(site: Site, path: str) -> Answer:
    """What Django answers there, and the door at first, again, and from memory where it keeps it."""
    asked, _, query = path.partition("?")
    of_django = site.directly(asked, query)
    assert [site.get(asked, query) for _ in range(2)] == [of_django] * 2, path
    kept = site.from_memory(asked, query)
    name = addresses.find(asked, query)
    assert (kept is not None) == (name is not None), path
    assert kept is None or kept == of_django, path
    return of_django


def obeys_conditions(site: Site, path: str, whole: Answer) -> None:
    period: dict[str, Any] = {}
    for method in ("GET", "HEAD"):
        for condition in CONDITIONS if whole["ETag"] else CONDITIONS[:2]:
            asked = {
                name: value.replace("{tag}", whole["ETag"]).replace("{stamp}", whole["Last-Modified"])
                for name, value in condition.items()
            } | {"REQUEST_METHOD": method}
            same(site, path, period=period, **asked)


@pytest.mark.parametrize("asked", TO_DJANGO, ids=str)
@pytest.mark.django_db(transaction=True)
def test_what_is_not_the_doors_goes_to_django_as_it_came(asked, site):
    for path in ("/", "/corrections/"):
        site.get(path)
        answer = site.get(path, **asked)

        assert answer == site.directly(path, **asked)
        assert {name: site.django.environ[name] for name in asked if name in site.django.environ} == {
            name: value for name, value in asked.items() if name != "query"
        }
        assert "briefings.at" not in site.django.environ
        assert site.asks_django(path, **asked)


def test_a_place_in_a_list_is_known_in_any_spelling_and_kept_once(site):
    query = f"after=20010101T000000.000000Z-{'0' * 32}"
    first = site.get("/archive/2040/06/", query)

    for spelling in (query, f"&{query}", query.replace("2001", "%3200%31"), f"{query}&"):
        assert not site.asks_django("/archive/2040/06/", spelling), spelling
        assert site.get("/archive/2040/06/", spelling) == first == site.directly("/archive/2040/06/", spelling)
    assert site.from_memory("/archive/2040/06/", query) == first


def test_transport_security_is_said_over_https_alone(site, settings, open_site):
    assert site.get("/")["Strict-Transport-Security"]
    settings.TRUSTED_PROXY, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    behind = open_site()
    plain = {"wsgi.url_scheme": "http"}

    assert behind.get("/", **plain)["Strict-Transport-Security"] == ""
    assert behind.get("/", **plain, HTTP_X_FORWARDED_PROTO="https") == behind.from_memory(
        "/", **{"x-forwarded-proto": "https, http"}
    )
    assert behind.from_memory("/", **{"x-forwarded-proto": "https"})["Strict-Transport-Security"]
    assert behind.from_memory("/", **{"x-forwarded-proto": "http"}) is None


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("gzip;q=much", ""),
        ("gzip;q=2", ""),
        ("xgzip", ""),
        ("deflate", ""),
        ("", ""),
        ("gzip," + " " * 500, ""),
    ],
)
def test_a_body_goes_out_in_the_encoding_that_its_client_prefers(accepted, encoding, site):
    make_edition("quokka", live_from=NOON - DAY)
    whole, encoded = site.get("/"), site.get("/", HTTP_ACCEPT_ENCODING=accepted)

    opened = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[encoding](encoded.body)
    assert encoded["Content-Encoding"] == encoding
    assert opened == whole.body
    assert encoded["Content-Length"] == str(len(encoded.body))
    assert encoded["Vary"] == whole["Vary"] == "Accept-Encoding"
    assert encoded["ETag"] == (f'{whole["ETag"][:-1]}-{encoding}"' if encoding else whole["ETag"])
    assert site.from_memory("/", **{"accept-encoding": accepted}) == encoded


def test_a_client_is_told_that_it_has_the_page_by_the_tag_of_whichever_encoding_it_has(site):
    tags = [site.get("/", HTTP_ACCEPT_ENCODING=encoding)["ETag"] for encoding in ("", "gzip", "br")]

    assert len(set(tags)) == 3
    for tag in tags:
        unmodified = site.get("/", HTTP_IF_NONE_MATCH=f"{OTHER}, W/{tag}", HTTP_ACCEPT_ENCODING="gzip")
        assert (unmodified.status, unmodified["ETag"], unmodified.body) == (304, tag, b"")
        assert site.from_memory("/", **{"if-none-match": tag})["ETag"] == tag
    stars = [site.get("/", HTTP_IF_NONE_MATCH="*", HTTP_ACCEPT_ENCODING=encoding) for encoding in ("", "gzip", "br")]
    assert [star["ETag"] for star in stars] == tags


def test_the_same_body_has_the_same_bytes_in_each_process(site, open_site):
    make_edition("quokka", live_from=NOON - DAY)
    other = open_site()

    for accepted in ("gzip", "br"):
        assert site.get("/", HTTP_ACCEPT_ENCODING=accepted) == other.get("/", HTTP_ACCEPT_ENCODING=accepted)


def test_what_is_short_goes_out_as_it_is(site):
    robots = site.get("/robots.txt", HTTP_ACCEPT_ENCODING="br")

    assert len(robots.body) < 200
    assert robots == site.directly("/robots.txt")


def same(site: Site, path: str, *, period: dict[str, Any] | None = None, **asked: Any) -> None:
    """The door answers like Django, but for two headers of a 304: it has no length, and says what it varies by.

    In a `period` Django reads what all pages have once.
    """
    known = {} if period is None else {"briefings.period": period}
    answer, at_the_door = site.directly(path, **asked, **known), site.get(path, **asked)
    of_django = dict(answer.headers)
    if answer.status == 304:
        del of_django["Content-Length"]
        if site.get(path)["Vary"]:
            of_django["Vary"] = "Accept-Encoding"
    assert (at_the_door.status, dict(at_the_door.headers)) == (answer.status, of_django), (path, asked)
    assert at_the_door.body == answer.body, (path, asked)
