"""A 304 never hides a change."""

from datetime import datetime, time
from uuid import uuid4

import pytest
from django.utils import timezone
from django.utils.http import parse_http_date

from briefings import working_copy
from briefings.content import FigureBlock, SiteRecord, keys, new_key
from briefings.models import Image, Subject
from briefings.workflow import erase
from briefings.workflow.names.public_records import publish_record
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_edition
from tests.visibility.surfaces import UNKNOWN, one_of_each_kind

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def surfaces(standing_surfaces):
    return standing_surfaces


@pytest.fixture(scope="module")
def eventful(module_db):
    """Moments around all that can happen to readers, some of it within one second."""
    tenth = SECOND / 10
    one = make_edition("one", live_from=NOON + tenth, slug="one", topics=("marmots",))
    two = make_edition("two", live_from=NOON + 3 * tenth, topics=("marmots",))
    make_edition("three", live_from=NOON + 2 * SECOND)
    make_edition("minor", briefing=one.briefing, live_from=NOON + HOUR, kind="minor", slug="one")
    make_edition("major", briefing=one.briefing, live_from=NOON + HOUR + tenth, slug="uno", topics=("wombats",))
    make_edition("gone", briefing=two.briefing, live_from=NOON + DAY, kind="withdrawn", slug="two")
    make_edition("again", briefing=one.briefing, live_from=NOON + 2 * DAY, slug="one")
    subject = Subject.objects.create(kind=Subject.Kind.SITE, uuid=uuid4())
    publish_record(subject, SiteRecord(name="Renamed"), live_from=NOON + 3 * DAY, by=None)
    # Of one second, and of the second after next: by then an answer says when it changed.
    quick = [NOON, one.live_from, two.live_from, NOON + 2 * SECOND, NOON + 4 * SECOND]
    quick += [NOON + HOUR, NOON + HOUR + tenth, NOON + HOUR + 2 * SECOND]
    days = [moment for day in (1, 2, 3) for moment in (NOON + day * DAY, NOON + day * DAY + 2 * SECOND)]
    return [*quick, *days, NOON + 31 * DAY]


@pytest.fixture(scope="module", params=["one of each kind", pytest.param("all", marks=pytest.mark.slow)])
def sent(request, surfaces, eventful):
    """By moment the answer of each surface; of what was published, that at the address it had first. Some people stand
    for the others. A quick run asks one address of each kind."""
    walked = [surface for surface in surfaces if UNKNOWN not in surface.path]
    walked = [surface for surface in walked if surface.pattern != "edition" or "/one/" in surface.path]
    words = ("one", "two", "major")
    named = {path for word in words for path in (f"/people/{word}-speaker/", f"/authors/{word}-author/")}
    walked = [surface for surface in walked if surface.pattern not in ("person", "author") or surface.path in named]
    if request.param != "all":
        walked = one_of_each_kind(walked)
    return [(at, {surface: surface.answer(at) for surface in walked}) for at in eventful]


def test_a_304_never_hides_a_change(sent):
    """Whoever comes back has the answer of the moment before, of the third before or of the first."""
    changes = 0

    for number, (at, answers) in enumerate(sent):
        earlier = {max(number - 1, 0), max(number - 3, 0), 0} - {number}
        for surface, gets in answers.items():
            had = [sent[each][1][surface] for each in sorted(earlier)]
            stale = [answer for answer in had if answer.status == 200 and answer.body != gets.body and answer["ETag"]]
            if not stale:
                continue
            changes += len(stale)
            # One that matches is enough for a 304, and so is the latest of the dates.
            tags = ", ".join(answer["ETag"] for answer in stale)
            assert surface.answer(at, HTTP_IF_NONE_MATCH=tags) == gets, (surface, at)
            if dates := [answer["Last-Modified"] for answer in stale if answer["Last-Modified"]]:
                assert surface.answer(at, HTTP_IF_MODIFIED_SINCE=max(dates, key=parse_http_date)) == gets, (surface, at)
    assert changes > 40


def test_no_answer_claims_to_be_from_later_than_its_moment(sent):
    for at, answers in sent:
        for surface, answer in answers.items():
            if stamp := answer["Last-Modified"]:
                assert parse_http_date(stamp) <= at.timestamp(), (surface, at)


def test_a_304_never_hides_that_a_picture_may_be_shown_no_more(surfaces):
    last = timezone.localdate(NOON)
    facts = {"token": "t" * 22, "sha256": "0" * 64, "width": 640, "height": 480, "widths": [320], "fallback": "jpg"}
    picture = working_copy.image_name(Image.objects.create(**facts, usable_until=last))
    figure = FigureBlock(key=new_key(keys.FIGURE), image=picture, alt="A wombat")
    make_edition("four", live_from=NOON, blocks=(figure,))
    midnight = datetime.combine(last + DAY, time(), tzinfo=timezone.get_current_timezone())
    had = surfaces["/briefings/four/"].answer(midnight - SECOND)

    gets = surfaces["/briefings/four/"].answer(midnight, HTTP_IF_MODIFIED_SINCE=had["Last-Modified"])

    assert picture.token in had.text
    assert (gets.status, picture.token in gets.text) == (200, False)


def test_a_304_never_hides_an_erasure(surfaces):
    nobody = {"blocks": (), "authors": ()}  # a name given now would be a change of this very second
    first = make_edition("aardvark", live_from=LONG_AGO, slug="four", **nobody)
    make_edition("badger", briefing=first.briefing, live_from=LONG_AGO + DAY, slug="four", kind="minor", **nobody)
    before = surfaces.seen(timezone.now())

    erase(first.briefing, number=1, reason="order", by=None)

    at = timezone.now()
    changed = {path: answer for path, answer in surfaces.seen(at).items() if answer.body != before[path].body}
    assert {"/feeds/rss.xml", "/briefings/four/history/", "/briefings/four/v/1/"} <= set(changed)
    for path, answer in changed.items():
        validators = (
            {"HTTP_IF_NONE_MATCH": before[path]["ETag"]},
            {"HTTP_IF_MODIFIED_SINCE": before[path]["Last-Modified"]},
        )
        for headers in validators:
            for later in (at, at + 2 * SECOND):
                assert surfaces[path].answer(later, **headers).body == answer.body, (path, headers)
