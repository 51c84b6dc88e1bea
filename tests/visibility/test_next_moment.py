"""Between two moments of change every public address answers the same, byte for byte and header for header."""

from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from django.utils import timezone

from briefings.public.moments import last_change, next_moment
from tests.making import DAY, HOUR, NOON, TICK
from tests.visibility.changing_site import (
    BACK,
    CORRECTED,
    FILED,
    MERGED,
    NEW_LOOK,
    OLD_NEWS,
    REMOVED,
    RENAMED,
    SECOND_OVER,
    TAKEN_DOWN,
    changes,
    make_site,
)
from tests.visibility.surfaces import UNKNOWN, one_of_each_kind

pytestmark = pytest.mark.django_db
SHOWN = {
    (CORRECTED, "/corrections/atom.xml"): (200, 200, "Ten"),
    (CORRECTED, "/authors/an-author/"): (200, 200, "<b>Correction:</b>"),
    (CORRECTED, "/about/about/"): (404, 200, "Us."),
    (REMOVED, "/briefings/old/"): (200, 410, "Why it was removed."),
    (MERGED, "/briefings/merged/"): (200, 301, "Location: /briefings/kept/"),
    (RENAMED, "/topics/marmots/rss.xml"): (200, 200, "Whistlers"),
    (OLD_NEWS, "/news-sitemap.xml"): (200, 200, ""),
    (FILED, "/people/somebody/"): (404, 200, "Ten."),
    (TAKEN_DOWN, "/about/about/"): (200, 404, ""),
    (NEW_LOOK, "/"): (200, 200, "#1d4f91"),
    (BACK, "/people/somebody/"): (200, 200, "Somebody else"),
    (BACK, "/briefings/back/"): (200, 200, "The back headline"),
}
"""By moment and path: the status before and then, and words that came."""
AT_FIRST = {"/briefings/gone/v/1/": 404, "/briefings/gone/v/2/": 200, "/briefings/kept/v/1/": 404}
"""The status before anything changes."""


@pytest.fixture(scope="module", autouse=True)
def newsroom(module_db, tmp_path_factory):
    """The site, in a zone whose midnight is another than that of UTC."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")), timezone.override(ZoneInfo("America/Chicago")):
        make_site()
        yield


@pytest.fixture(scope="module")
def moments(newsroom):
    """The moment at which we begin to look, and each that is named in turn."""
    moments = [NOON - HOUR]
    while moment := next_moment(moments[-1]):
        assert moment > moments[-1]
        moments.append(moment)
    return moments


@pytest.fixture(scope="module", params=["one of each kind", pytest.param("all", marks=pytest.mark.slow)])
def seen(request, newsroom, standing_surfaces):
    """Every address with its answer at a moment; of what is unknown one is enough. A quick run asks one address of each
    kind, and those of which we know what they show.
    """
    walked = [surface for surface in standing_surfaces if UNKNOWN not in surface.path or not surface.pattern]
    if request.param != "all":
        known = {path for _at, path in SHOWN} | set(AT_FIRST)
        walked = [*one_of_each_kind(walked), *(surface for surface in walked if surface.path in known)]
    return cache(lambda at: {surface.path: surface.answer(at) for surface in walked})


def test_the_next_moment_is_each_change_in_turn_and_then_none(moments):
    assert moments[1:] == list(changes())


def test_no_address_changes_between_two_moments_that_are_named(moments, seen):
    for begins, ends in pairwise([*moments, moments[-1] + 400 * DAY]):
        assert differing(seen(begins), seen(ends - TICK)) == [], (begins, ends)


def test_at_each_moment_that_is_named_some_address_says_something_else(moments, seen):
    only_headers = [at for at in moments[1:] if words(seen(at - TICK)) == words(seen(at))]

    assert only_headers == [SECOND_OVER]
    assert differing(seen(SECOND_OVER - TICK), seen(SECOND_OVER))


def test_the_site_has_all_that_changes_by_itself(moments, seen):
    for (at, path), (before, then, word) in SHOWN.items():
        was, now = seen(at - TICK)[path], seen(at)[path]
        assert (was.status, now.status) == (before, then), path
        assert word in now.text, path
        assert not word or word not in was.text, path
    assert seen(BACK)["/briefings/back/"].text.count("<figure") == 1
    assert {path: seen(moments[0])[path].status for path in AT_FIRST} == AT_FIRST


def test_looking_back_finds_the_same_moments(moments):
    begun = [at for at in moments[1:] if at not in (SECOND_OVER, OLD_NEWS)]

    assert [last_change(at) for at in begun] == begun
    assert [last_change(at - TICK) for at in begun[1:]] == begun[:-1]


def test_the_cost_does_not_grow_with_what_is_published(django_assert_num_queries):
    with django_assert_num_queries(3):
        next_moment(NOON)


def differing(before, after):
    """Paths whose answers are not the same in status, headers and bytes; no header counts time."""
    return [path for path in before if before[path] != after[path]]


def words(answers):
    return {path: (answer.status, answer.body) for path, answer in answers.items()}
