"""What an editor of a translation is told of its original."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import Change, Correction
from briefings.content.keys import new_key
from briefings.models import Briefing
from briefings.readiness import Level, of_translation
from tests.making import DAY, HOUR, LONG_AGO, make_content, make_edition

pytestmark = pytest.mark.django_db
AT = LONG_AGO + 30 * DAY


@pytest.fixture
def pair():
    """An original, and the draft of a translation that readers have since a day later."""
    original = make_edition("quokka", live_from=LONG_AGO).briefing
    translated = make_edition("wombat", live_from=LONG_AGO + DAY, language="de", translation_of=str(original.uuid))
    return original, make_content(
        "wombat", id=str(translated.briefing.uuid), language="de", translation_of=str(original.uuid)
    )


def correction(words: str) -> Change:
    return Change(correction=Correction(key=new_key("c"), was_wrong="35", is_right=words))


def codes(content, at=AT) -> list[str]:
    return [finding.code for finding in of_translation(content, at)]


def test_nothing_is_said_while_the_original_is_as_it_was_translated(pair, django_assert_num_queries):
    _original, content = pair

    assert of_translation(content, AT) == ()
    with django_assert_num_queries(0):
        assert of_translation(make_content("other"), AT) == ()


def test_a_correction_of_the_original_is_told_with_its_words_and_leads_there(pair):
    original, content = pair
    moment = LONG_AGO + 2 * DAY
    make_edition("quokka", briefing=original, live_from=moment, kind="correction", change=correction("It was 26."))

    assert codes(content, moment - HOUR) == []
    [finding] = of_translation(content, moment)

    assert (finding.level, finding.path) == (Level.WARN, "/briefings/quokka/#changes")
    assert finding.sentence == "The original was corrected on 3 June 2020: It was 26."


def test_a_major_change_is_told_and_a_minor_one_is_not(pair):
    original, content = pair
    make_edition("quokka", briefing=original, live_from=LONG_AGO + 2 * DAY, kind="minor", lede="Another.")
    make_edition("quokka", briefing=original, live_from=LONG_AGO + 3 * DAY)

    [finding] = of_translation(content, AT)

    assert finding.sentence == "The original was updated on 4 June 2020: The quokka note."


def test_the_next_edition_of_the_translation_ends_it_and_one_that_is_scheduled_does_not(pair):
    original, content = pair
    make_edition("quokka", briefing=original, live_from=LONG_AGO + 2 * DAY)
    assert codes(content) == ["original-changed"]

    by_id = {"language": "de", "translation_of": str(original.uuid)}
    make_edition("wombat", briefing=Briefing.objects.get(uuid=content.id), live_from=AT + DAY, kind="minor", **by_id)

    assert codes(content, AT + DAY - HOUR) == ["original-changed"]
    assert codes(content, AT + DAY) == []


def test_both_at_one_moment_say_the_same(pair):
    original, content = pair
    moment = LONG_AGO + 5 * DAY
    make_edition("quokka", briefing=original, live_from=moment)
    by_id = {"language": "de", "translation_of": str(original.uuid)}
    make_edition("wombat", briefing=Briefing.objects.get(uuid=content.id), live_from=moment, **by_id)

    assert codes(content) == []


def test_an_original_that_readers_lack_is_said_so(pair):
    original, content = pair
    scheduled = make_edition("bilby", live_from=timezone.now() + timedelta(days=3)).briefing

    assert codes(make_content("numbat", language="de", translation_of=str(scheduled.uuid)), timezone.now()) == [
        "original-missing"
    ]
    workflow.withdraw(original, by=None, notice="It was not so.")
    assert codes(content, timezone.now()) == ["original-missing"]


def test_a_translation_of_a_translation_and_one_in_the_same_language_are_said(pair):
    _original, content = pair

    assert codes(make_content("numbat", language="fr", translation_of=content.id)) == ["original-is-a-translation"]
    assert codes(make_content("numbat", language="de", translation_of=content.id)) == [
        "original-is-a-translation",
        "original-in-this-language",
    ]
