"""Between two moments of change every public address answers the same, byte for byte and header for header."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings.content import TopicStanding
from briefings.models import Subject
from briefings.public.moments import next_moment
from briefings.public.sites import midnight_after
from briefings.workflow import call_off, standing
from tests.desk.pictures.making import figure_of, put_on_file
from tests.making import DAY, HOUR, NOON, TICK

MONTH = timedelta(days=30)
LAST_DAY = timezone.localdate(NOON) + 3 * DAY
CHANGES = [
    NOON,
    NOON + HOUR,
    NOON + DAY,
    NOON + 2 * DAY,
    midnight_after(LAST_DAY),
    NOON + DAY + MONTH,
]


@pytest.fixture
def scenario(make_edition, settings, tmp_path):
    """A picture whose last day passes; a change that was called off; a briefing that ends; a topic renamed later."""
    settings.MEDIA_ROOT = tmp_path / "media"
    image = put_on_file(usable_until=LAST_DAY)
    make_edition("pictured", live_from=NOON, blocks=(figure_of(image),), topics=("marmots",))
    ending = make_edition("ending", live_from=NOON + HOUR, topics=("marmots",))
    call_off(make_edition("never", briefing=ending.briefing, live_from=NOON + 2 * HOUR), by=None)
    make_edition("gone", briefing=ending.briefing, live_from=NOON + DAY, kind="withdrawn")
    topic = Subject.objects.get(kind=Subject.Kind.TOPIC)
    renamed = TopicStanding(id=str(topic.uuid), name="whistlers", slug="whistlers")
    standing.stand(topic, renamed, by=None, live_from=NOON + 2 * DAY)


def test_the_next_moment_is_each_change_in_turn_and_then_none(scenario):
    told = []
    moment = NOON - HOUR
    while moment := next_moment(moment):
        told.append(moment)

    assert told == CHANGES


def test_answers_of_every_public_address_change_at_the_next_moment_and_only_then(scenario, surfaces):
    moment, before = NOON - HOUR, surfaces.seen(NOON - HOUR)
    while change := next_moment(moment):
        assert differing(before, surfaces.seen(change - TICK)) == [], change
        moment, was, before = change, before, surfaces.seen(change)
        assert differing(was, before), change

    assert differing(before, surfaces.seen(moment + 400 * DAY)) == []


def test_the_cost_does_not_grow_with_what_is_published(scenario, django_assert_num_queries):
    with django_assert_num_queries(6):
        next_moment(NOON)


def differing(before, after):
    """Paths whose answers are not the same in status, headers and bytes; no header counts time."""
    return [path for path in before if before[path] != after[path]]
