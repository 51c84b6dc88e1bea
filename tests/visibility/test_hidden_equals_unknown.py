"""Whatever is hidden answers as what never was: same status, same bytes, same headers, however one asks."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from briefings.public import sites
from tests.making import HOUR, LONG_AGO, make_edition
from tests.visibility.hidden import HIDDEN, SECRET, WITHOUT_ADDRESS, scheduled
from tests.visibility.surfaces import UNKNOWN, Answer, Surface

pytestmark = pytest.mark.django_db

TAILS = ("/", "", "/history/", "/history", "/v/1/", "/v/1", "/v/2/", "/v/99/", "/v/0/", "/v/01/", "/v/-1/", "/v/x/")
TAILS += ("/v/999999999/", "/v/99999999999999999999999/", "/?page=2", "/v/1/?x=%00", ".json", ".md", "/updates.atom")
PATHS = tuple(f"/briefings/{{}}{tail}" for tail in TAILS)
PATHS += ("/topics/{}/", "/topics/{}", "/topics/{}/rss.xml", "/topics/{}/atom.xml", "/topics/{}/feed.json")
PATHS += ("/people/{}/", "/people/{}/rss.xml", "/authors/{}/", "/about/{}/")
WITH_A_PATTERN = ("/briefings/{}/", "/briefings/{}/history/", "/briefings/{}/v/1/", "/topics/{}/", "/topics/{}/rss.xml")
WITH_A_PATTERN += ("/people/{}/", "/authors/{}/", "/about/{}/")
METHODS = ("HEAD", "POST", "OPTIONS")
ASKED = (
    {"HTTP_IF_NONE_MATCH": "*"},
    {"HTTP_IF_MATCH": "*"},
    {"HTTP_IF_MODIFIED_SINCE": "Sat, 29 Oct 1994 19:43:31 GMT"},
    {"HTTP_IF_MODIFIED_SINCE": "Sat, 29 Oct 2044 19:43:31 GMT"},
    {"HTTP_IF_UNMODIFIED_SINCE": "Sat, 29 Oct 1994 19:43:31 GMT"},
    {"HTTP_RANGE": "bytes=0-10"},
    {"HTTP_ACCEPT_LANGUAGE": "de"},
    {"HTTP_COOKIE": f"sessionid={'s' * 32}"},
)
SORTS = {
    "never_published",
    "scheduled",
    "called_off",
    "people_whom_nothing_live_names",
    "renamed_and_merged_before_any_reader_knew",
}


@pytest.fixture(scope="module")
def surfaces(standing_surfaces):
    return standing_surfaces


@pytest.fixture(scope="module")
def ordinary(module_db):
    """What is live beside the hidden thing: long since, and about nothing, so that anything new would show."""
    return make_edition("ordinary", live_from=LONG_AGO).briefing


@pytest.fixture(scope="module")
def at():
    """The moment at which everything is asked."""
    return timezone.now() + HOUR


@pytest.fixture(scope="module")
def unknown(ordinary, at):
    """The answers to asking for what never was anything."""
    return asked(Client(), UNKNOWN, at, every_way_for=WITH_A_PATTERN)


def asked(
    client: Client, slug: str, at: datetime, *, paths: tuple[str, ...] = PATHS, every_way_for: tuple[str, ...] = ()
) -> dict[tuple, Answer]:
    """The answers to asking for `slug`, with the slug taken out of them (a 301 adds a slash)."""
    answers = {}
    for path in paths:
        surface = Surface("", path.format(slug), client)
        answers[path, "GET"] = surface.answer(at)
        if path not in every_way_for:
            continue
        for method in METHODS:
            answers[path, method] = surface.answer(at, method=method)
        for headers in ASKED:
            answers[path, *headers.items()] = surface.answer(at, **headers)
    return {
        how: Answer(
            answer.status, tuple((name, value.replace(slug, "SLUG")) for name, value in answer.headers), answer.body
        )
        for how, answer in answers.items()
    }


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_what_is_hidden_changes_no_byte_and_no_header_anywhere(surfaces, ordinary, at, hide):
    before, changed = surfaces.seen(at), sites.frame(at).changed

    hide(ordinary, at)

    after = surfaces.seen(at)
    assert sites.frame(at).changed == changed  # to the microsecond: headers have seconds alone
    assert {path: after.get(path) or surfaces[path].answer(at) for path in before} == before
    added = {path: after[path] for path in set(after) - set(before)}
    assert added or hide in WITHOUT_ADDRESS, "the hidden thing has no address to ask for"
    assert set(added.values()) <= {surfaces.unknown(at)}
    assert surfaces.showing(SECRET, at) == set()


# That nothing of any kind changes a byte is asked above; here a kind of each sort stands for the others, and one for
# all ways of asking: how somebody asks is looked at after it is known that there is nothing.
@pytest.mark.parametrize("hide", [hide for hide in HIDDEN if hide.__name__ in SORTS], ids=lambda hide: hide.__name__)
def test_no_way_of_asking_tells_hidden_from_unknown(client, ordinary, unknown, at, hide):
    hide(ordinary, at)

    every_way = hide is scheduled
    hidden = asked(client, SECRET, at, every_way_for=WITH_A_PATTERN if every_way else ())

    assert hidden == {how: unknown[how] for how in hidden}
    of_topics = tuple(path for path in PATHS if path.startswith("/topics/"))
    for topic in ("quokka-matters", "marmots"):
        hidden = asked(client, topic, at, paths=of_topics, every_way_for=("/topics/{}/rss.xml",) if every_way else ())
        assert hidden == {how: unknown[how] for how in hidden}
    assert {answer.status for answer in unknown.values()} == {301, 404, 405}


@pytest.mark.slow
def test_no_way_of_asking_at_any_odd_address_either(client, ordinary, at):
    scheduled(ordinary, at)

    assert asked(client, SECRET, at, every_way_for=PATHS) == asked(client, UNKNOWN, at, every_way_for=PATHS)


def test_closed_editions_answer_as_unknown_however_one_asks(client, ordinary, at):
    edition = make_edition("earlier", live_from=LONG_AGO, slug="one")
    make_edition("other", briefing=edition.briefing, kind="withdrawn", live_from=LONG_AGO + HOUR, slug="two")
    unknown = Surface("", f"/briefings/{UNKNOWN}/v/1/", client)

    for path in ("/briefings/one/v/1/", "/briefings/two/v/1/", "/briefings/two/v/3/", "/briefings/one/v/99/"):
        closed = Surface("", path, client)
        for method in ("GET", *METHODS):
            assert closed.answer(at, method=method) == unknown.answer(at, method=method), (path, method)
        for headers in ASKED:
            assert closed.answer(at, **headers) == unknown.answer(at, **headers), (path, headers)


def test_sending_something_gets_one_answer_at_live_hidden_and_unknown_addresses(surfaces, ordinary, at):
    make_edition(SECRET, live_from=at + HOUR)

    refused = {surface.answer(at, method="POST") for surface in surfaces if surface.pattern}

    (answer,) = refused
    assert (answer.status, answer["Allow"]) == (405, "GET, HEAD")


def test_the_answer_to_sending_does_not_depend_on_a_token(ordinary, at):
    strict = Client(enforce_csrf_checks=True)

    assert Surface("", "/", strict).answer(at, method="POST").status == 405
    assert Surface("", "/feeds/rss.xml", strict).answer(at, method="DELETE").status == 405


ODD = ("/briefings/a%00b/", "/briefings/%00/", "/briefings/%ff%fe/", "/briefings/Ünïcode/", "/briefings/日本/")
ODD += ("/briefings/%F0%9F%A6%98/", "/briefings/../../etc/passwd", "/briefings/ordinary/%0a", "/briefings/ordinary%0a/")
ODD += ("/briefings/ordinary/v/1%0a/", "/briefings/ordinary/v/1%00/", "/briefings/ordinary/v/١/")
ODD += ("/briefings/" + "x" * 5000 + "/", "/topics/" + "x" * 5000 + "/", "/topics/" + "x" * 5000 + "/rss.xml")
ODD += ("/briefings/ordinary/v/" + "9" * 5000 + "/", "/briefings/_/", "/briefings/-/", "/briefings/ORDINARY/", "/%")
ODD += ("/briefings/ordinary/v/99/", "/briefings/ordinary/v/0/", "/briefings/ordinary/v/999999999/", "/feeds/x.xml")
ODD += ("/briefings/'%20OR%201=1--/", "/topics/%25/", "/topics/a%5Cb/", "/sitemap.xml/x", "/briefings//ordinary/")


@pytest.mark.parametrize("path", ODD, ids=range(len(ODD)))
def test_an_odd_address_is_as_unknown_as_any(surfaces, client, ordinary, at, path):
    for headers in ({}, {"HTTP_IF_NONE_MATCH": "*"}, {"HTTP_IF_MODIFIED_SINCE": "Sat, 29 Oct 2044 19:43:31 GMT"}):
        answer = Surface("", path, client).answer(at, **headers)
        is_unknown = answer == surfaces.seen(at)[f"/{UNKNOWN}/"]
        assert is_unknown or (answer.status == 301 and not path.endswith("/")), (path, headers, answer)


@pytest.mark.parametrize(
    "query", ["?page=999999", *(pytest.param(query, marks=pytest.mark.slow) for query in ("?x=%00", "?" + "y" * 5000))]
)
def test_a_query_string_changes_nothing(surfaces, client, ordinary, at, query):
    answers = surfaces.seen(at)

    for surface in surfaces:
        if query.startswith("?page=") and surface.pattern in ("corrections", "person"):
            continue  # long lists, which have pages
        further = query.replace("?", "&") if "?" in surface.path else query
        answer = Surface(surface.pattern, surface.path + further, client).answer(at)
        assert answer == answers[surface.path], surface.path


@pytest.mark.parametrize("query", ["?", "?x=1", "?x=%ff", "?format=json"])
def test_no_other_query_string_changes_a_page(surfaces, client, ordinary, at, query):
    for path in ("/", "/briefings/ordinary/", "/feeds/atom.xml", f"/{UNKNOWN}/"):
        assert Surface("", path + query, client).answer(at) == surfaces.seen(at)[path], path
