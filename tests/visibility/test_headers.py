"""What every public answer carries."""

from uuid import uuid4

import pytest

from briefings.content import SiteRecord
from briefings.models import PublicRecord, Subject
from briefings.workflow.names.public_records import publish_record
from tests.making import DAY, HOUR, NOON, SECOND, TICK, make_edition

pytestmark = pytest.mark.django_db

COOKIES = f"sessionid={'s' * 32}; csrftoken={'c' * 32}"
AT = NOON + HOUR


@pytest.fixture(scope="module")
def surfaces(standing_surfaces):
    return standing_surfaces


@pytest.fixture(scope="module", autouse=True)
def moved(module_db):
    """A briefing that was at /briefings/one/ and is now at /briefings/two/."""
    first = make_edition("one", live_from=NOON, topics=("marmots",))
    make_edition("two", briefing=first.briefing, live_from=AT, topics=("marmots",))


def test_every_answer_is_strict_and_sets_no_cookie(surfaces):
    statuses = set()

    for surface in surfaces:
        for asked in ({}, {"method": "HEAD"}, {"method": "POST"}, {"HTTP_IF_NONE_MATCH": "*"}):
            answer = surface.answer(AT, HTTP_COOKIE=COOKIES, **asked)
            policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
            assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'", surface
            assert {policy[name] for name in ("script-src", "style-src", "img-src", "form-action")} == {"'self'"}
            assert answer["X-Content-Type-Options"] == "nosniff", surface
            assert answer["Set-Cookie"] == "", surface
            assert not {"cookie", "accept-language"} & set(answer["Vary"].lower().replace(",", " ").split()), surface
            statuses.add(answer.status)

    assert statuses == {200, 301, 304, 404, 405}


def test_no_cookie_that_a_reader_sends_changes_an_answer(surfaces):
    for surface in surfaces:
        assert surface.answer(AT, HTTP_COOKIE=COOKIES) == surfaces.seen(AT)[surface.path], surface


@pytest.mark.parametrize("cookie", ["sessionid=x", "sessionid=", "sessionid=%00", "csrftoken=x"])
def test_no_odd_cookie_does_either(surfaces, cookie):
    for path in ("/", "/briefings/two/", "/briefings/one/", "/feeds/atom.xml", "/no-such-thing/"):
        assert surfaces[path].answer(AT, HTTP_COOKIE=cookie) == surfaces.seen(AT)[path], path


def test_every_body_has_a_length_and_head_has_the_headers_of_get(surfaces):
    for surface in surfaces:
        whole, head = surfaces.seen(AT)[surface.path], surface.answer(AT, method="HEAD")
        assert whole["Content-Length"] == str(len(whole.body)), surface
        assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b""), surface


def test_nothing_may_be_kept_without_asking_again(surfaces):
    answers = surfaces.seen(AT)

    assert answers["/briefings/one/"].status == 301
    for path, answer in answers.items():
        assert answer["Cache-Control"] in ("public, no-cache", "no-store"), path


def test_a_page_that_a_reader_has_is_not_sent_again(surfaces):
    sent = surfaces.seen(AT + SECOND)

    validated = {path: answer for path, answer in sent.items() if answer["ETag"]}
    assert len(validated) > 8
    for path, answer in validated.items():
        again = surfaces[path].answer(NOON + DAY, HTTP_IF_NONE_MATCH=answer["ETag"])
        assert (again.status, again.body, again["ETag"]) == (304, b"", answer["ETag"])
        if path != "/news-sitemap.xml":  # which grows old without a change
            assert surfaces[path].answer(NOON + DAY, HTTP_IF_MODIFIED_SINCE=answer["Last-Modified"]).status == 304


def test_the_name_of_the_site_shows_from_its_moment(surfaces):
    subject = Subject.objects.create(kind=Subject.Kind.SITE, uuid=uuid4())
    row = publish_record(subject, SiteRecord(name="Renamed"), live_from=NOON, by=None)

    assert isinstance(row, PublicRecord)
    assert surfaces.showing("renamed", NOON - TICK) == set()
    assert surfaces.showing("renamed", NOON) >= {"/", "/feeds/rss.xml", "/feeds/atom.xml", "/no-such-thing/"}
