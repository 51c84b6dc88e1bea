"""What every public answer carries, and that a 304 never hides a change."""

from datetime import datetime, time
from itertools import pairwise
from uuid import uuid4

import pytest
from django.utils import timezone
from django.utils.http import parse_http_date

from briefings import working_copy
from briefings.content import FigureBlock, SiteStanding, keys, new_key
from briefings.models import Image, PublicRecord, Subject
from briefings.workflow import erase
from briefings.workflow.standing import stand
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, TICK
from tests.visibility.surfaces import UNKNOWN

COOKIES = f"sessionid={'s' * 32}; csrftoken={'c' * 32}"


def test_every_answer_is_strict_and_sets_no_cookie(surfaces, make_edition):
    first = make_edition("one", topics=("marmots",))
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)
    statuses = set()

    for surface in surfaces:
        for asked in ({}, {"method": "HEAD"}, {"method": "POST"}, {"HTTP_IF_NONE_MATCH": "*"}):
            answer = surface.answer(NOON + DAY, HTTP_COOKIE=COOKIES, **asked)
            policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
            assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'", surface
            assert {policy[name] for name in ("script-src", "style-src", "img-src", "form-action")} == {"'self'"}
            assert answer["X-Content-Type-Options"] == "nosniff", surface
            assert answer["Set-Cookie"] == "", surface
            assert not {"cookie", "accept-language"} & set(answer["Vary"].lower().replace(",", " ").split()), surface
            statuses.add(answer.status)

    assert statuses == {200, 301, 304, 404, 405}


@pytest.mark.parametrize("cookie", ["sessionid=x", "sessionid=", "sessionid=%00", "csrftoken=x", COOKIES])
def test_no_cookie_that_a_reader_sends_changes_an_answer(surfaces, make_edition, cookie):
    make_edition("one", topics=("marmots",))

    for surface in surfaces:
        assert surface.answer(NOON, HTTP_COOKIE=cookie) == surface.answer(NOON), surface


def test_every_body_has_a_length_and_head_has_the_headers_of_get(surfaces, make_edition):
    make_edition("one", topics=("marmots",))

    for surface in surfaces:
        whole, head = surface.answer(NOON), surface.answer(NOON, method="HEAD")
        assert whole["Content-Length"] == str(len(whole.body)), surface
        assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b""), surface


def test_nothing_may_be_kept_without_asking_again(surfaces, make_edition):
    first = make_edition("one", topics=("marmots",))
    make_edition("two", briefing=first.briefing, live_from=NOON + HOUR, topics=("marmots",))
    assert surfaces["/briefings/one/"].answer(NOON + HOUR).status == 301

    for surface in surfaces:
        assert surface.answer(NOON + HOUR)["Cache-Control"] in ("public, no-cache", "no-store"), surface


def test_a_page_that_a_reader_has_is_not_sent_again(surfaces, make_edition):
    make_edition("one", topics=("marmots",))
    sent = surfaces.seen(NOON + SECOND)

    validated = {path: answer for path, answer in sent.items() if answer["ETag"]}
    assert len(validated) > 8
    for path, answer in validated.items():
        again = surfaces[path].answer(NOON + DAY, HTTP_IF_NONE_MATCH=answer["ETag"])
        assert (again.status, again.body, again["ETag"]) == (304, b"", answer["ETag"])
        assert surfaces[path].answer(NOON + DAY, HTTP_IF_MODIFIED_SINCE=answer["Last-Modified"]).status == 304


@pytest.fixture
def eventful(make_edition):
    """Moments around all that can happen to readers, some of it within one second."""
    tenth = SECOND / 10
    one = make_edition("one", live_from=NOON + tenth, slug="one", topics=("marmots",))
    two = make_edition("two", live_from=NOON + 3 * tenth, topics=("marmots",))
    make_edition("three", live_from=NOON + 2 * SECOND)
    changes = [
        make_edition("minor", briefing=one.briefing, live_from=NOON + HOUR, kind="minor", slug="one"),
        make_edition("major", briefing=one.briefing, live_from=NOON + HOUR + tenth, slug="uno", topics=("wombats",)),
        make_edition("gone", briefing=two.briefing, live_from=NOON + DAY, kind="withdrawn", slug="two"),
        make_edition("again", briefing=one.briefing, live_from=NOON + 2 * DAY, slug="one"),
    ]
    subject = Subject.objects.create(kind=Subject.Kind.SITE, uuid=uuid4())
    renamed = stand(subject, SiteStanding(name="Renamed"), live_from=NOON + 3 * DAY, by=None)
    begun = [one.live_from, two.live_from, NOON + 2 * SECOND, *(change.live_from for change in changes)]
    moments = set()
    for moment in [*begun, renamed.live_from, NOON + DAY + 30 * DAY]:
        moments |= {moment - TICK, moment, moment + 2 * SECOND}
    return sorted(moments)


def test_a_304_never_hides_a_change(surfaces, eventful):
    walked, changes = [surface for surface in surfaces if UNKNOWN not in surface.path], 0
    sent = [(at, {surface.path: surface.answer(at) for surface in walked}) for at in eventful]

    for (_, before), (at, after) in [*pairwise(sent), *zip(sent, sent[4:], strict=False), (sent[0], sent[-1])]:
        for surface in walked:
            had, gets = before[surface.path], after[surface.path]
            if had.status != 200 or had.body == gets.body or not had["ETag"]:
                continue
            changes += 1
            assert surface.answer(at, HTTP_IF_NONE_MATCH=had["ETag"]) == gets, (surface, at)
            if since := had["Last-Modified"]:
                assert surface.answer(at, HTTP_IF_MODIFIED_SINCE=since) == gets, (surface, at)
    assert changes > 40


def test_no_answer_claims_to_be_from_later_than_its_moment(surfaces, eventful):
    for at in eventful:
        for path in ("/", "/feeds/atom.xml", "/briefings/one/", "/briefings/two/"):
            if stamp := surfaces[path].answer(at)["Last-Modified"]:
                assert parse_http_date(stamp) <= at.timestamp(), (path, at)


def test_a_304_never_hides_that_a_picture_may_be_shown_no_more(surfaces, make_edition):
    last = timezone.localdate(NOON)
    facts = {"token": "t" * 22, "sha256": "0" * 64, "width": 640, "height": 480, "widths": [320], "fallback": "jpg"}
    picture = working_copy.image_name(Image.objects.create(**facts, usable_until=last))
    figure = FigureBlock(key=new_key(keys.FIGURE), image=picture, alt="A wombat")
    make_edition("one", live_from=NOON, blocks=(figure,))
    midnight = datetime.combine(last + DAY, time(), tzinfo=timezone.get_current_timezone())
    had = surfaces["/briefings/one/"].answer(midnight - SECOND)

    gets = surfaces["/briefings/one/"].answer(midnight, HTTP_IF_MODIFIED_SINCE=had["Last-Modified"])

    assert picture.token in had.text
    assert (gets.status, picture.token in gets.text) == (200, False)


def test_a_304_never_hides_an_erasure(surfaces, make_edition):
    nobody = {"blocks": (), "authors": ()}  # a name given now would be a change of this very second
    first = make_edition("aardvark", live_from=LONG_AGO, slug="one", **nobody)
    make_edition("badger", briefing=first.briefing, live_from=LONG_AGO + DAY, slug="one", kind="minor", **nobody)
    before = surfaces.seen(timezone.now())

    erase(first.briefing, number=1, reason="order", by=None)

    at = timezone.now()
    changed = {path: answer for path, answer in surfaces.seen(at).items() if answer.body != before[path].body}
    assert {"/feeds/rss.xml", "/briefings/one/history/", "/briefings/one/v/1/"} <= set(changed)
    for path, answer in changed.items():
        validators = (
            {"HTTP_IF_NONE_MATCH": before[path]["ETag"]},
            {"HTTP_IF_MODIFIED_SINCE": before[path]["Last-Modified"]},
        )
        for headers in validators:
            for later in (at, at + 2 * SECOND):
                assert surfaces[path].answer(later, **headers).body == answer.body, (path, headers)


def test_the_name_of_the_site_shows_from_its_moment(surfaces, db):
    subject = Subject.objects.create(kind=Subject.Kind.SITE, uuid=uuid4())
    row = stand(subject, SiteStanding(name="Renamed"), live_from=NOON, by=None)

    assert isinstance(row, PublicRecord)
    assert surfaces.showing("renamed", NOON - TICK) == set()
    assert surfaces.showing("renamed", NOON) >= {"/", "/feeds/rss.xml", "/feeds/atom.xml", "/no-such-thing/"}
