"""The search finds what readers get, at the moment at which they ask, and nothing else."""

from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from briefings import workflow
from briefings.content import SectionBlock
from briefings.content.keys import new_key
from briefings.models import PublishedWords, Topic
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_edition
from tests.search_words.inflections import PAIRS
from tests.search_words.test_queries import ANYTHING
from tests.visibility.hidden import HIDDEN, SECRET
from tests.visibility.searching import slugs
from tests.visibility.surfaces import Surface

pytestmark = pytest.mark.django_db


def with_text(word, text, **differences):
    return make_edition(word, blocks=(SectionBlock(key=new_key("s"), body=f"<p>{text}</p>"),), **differences)


@pytest.mark.parametrize(
    "words",
    ["headline", "lede", "heading", "aside", "speaker", "minister", "answer", "wording", "marmots", "HEADLINES ledes"],
)
def test_a_briefing_is_found_by_a_word_of_any_part(words):
    make_edition("one", topics=("marmots",))

    assert slugs(words) == ["one"]


def test_every_word_has_to_be_there():
    make_edition("one")
    make_edition("two")

    assert slugs("headline two") == ["two"]
    assert slugs("headline three") == []


def test_the_best_match_comes_first_and_the_newest_where_that_is_asked_for():
    with_text("in-headline", "About it.", headline="Peace", live_from=NOON - 3 * DAY)
    with_text("in-topic", "About it.", topics=("Peace",), live_from=NOON - 2 * DAY)
    with_text("in-lede", "About it.", lede="Peace it is.", live_from=NOON - DAY)
    with_text("in-text", "About peace.")

    assert slugs("peace") == ["in-headline", "in-lede", "in-topic", "in-text"]
    assert slugs("peace", order="new") == ["in-text", "in-lede", "in-topic", "in-headline"]


def test_an_old_briefing_with_the_words_in_its_headline_stands_before_all_that_were_looked_at(monkeypatch):
    monkeypatch.setattr("briefings.public.search.LOOKED_AT", 2)
    with_text("old", "About it.", headline="Peace", live_from=NOON - 200 * DAY)
    for number in range(8):
        with_text(f"new-{number}", "About peace.", live_from=NOON - number * DAY)

    assert slugs("peace")[0] == "old"


def test_what_is_no_longer_live_takes_no_place_among_what_is_found(monkeypatch):
    monkeypatch.setattr("briefings.public.search.LOOKED_AT", 3)
    monkeypatch.setattr("briefings.public.search.MOST", 2)
    for number in range(2):
        with_text(f"old-{number}", "About peace.", live_from=NOON - (50 + number) * DAY)
    for number in range(3):
        briefing = with_text(f"no-{number}", "About peace.", live_from=NOON - DAY).briefing
        with_text(f"war-{number}", "About war.", briefing=briefing, live_from=NOON - HOUR)

    assert PublishedWords.objects.count() == 8
    assert slugs("peace") == slugs("peace", order="new") == ["old-0", "old-1"]


def test_inflected_words_find_their_briefing():
    by_language = {}
    for language, one, other in PAIRS:
        by_language.setdefault(language, []).append((one, other))
    for language, pairs in by_language.items():
        with_text(f"in-{language}", f"{'. '.join(one for one, _ in pairs)}.", language=language)

    missed = [(language, asked) for language, _one, asked in PAIRS if f"in-{language}" not in slugs(asked)]

    assert missed == []


def test_a_star_finds_beginnings_in_headlines_and_names():
    make_edition("negotiations", topics=("Wombat matters",))

    assert slugs("negot*") == slugs("womb* headl*") == ["negotiations"]
    assert slugs("egot*") == slugs("lede negox*") == []


def test_the_search_is_narrowed_by_topic_person_language_and_time():
    make_edition("one", topics=("marmots",))
    make_edition("zwei", language="de", live_from=NOON - 40 * DAY)
    by = {"one": ({"topic": "marmots"}, {"person": "one-speaker"}, {"language": "en"}, {"when": "2040-06"})}
    by["zwei"] = ({"person": "zwei-speaker"}, {"language": "de"}, {"when": "2040-04"})

    for slug, filters in by.items():
        for parameters in filters:
            assert slugs("headline", **parameters) == [slug], parameters
    assert slugs("headline", when="2040") == ["one", "zwei"]
    assert slugs("headline", when="2039") == slugs("headline", when="2041") == slugs("headline", when="2040-05") == []
    assert slugs("headline", when="nonsense") == ["one", "zwei"]
    assert (
        slugs("headline", topic="wombats")
        == slugs("headline", person="no one")
        == slugs("headline", language="xx")
        == []
    )


def test_what_is_on_a_topic_that_was_merged_is_found_in_the_other():
    make_edition("one", topics=("marmots",), live_from=LONG_AGO)
    make_edition("two", topics=("groundhogs",), live_from=LONG_AGO)
    marmots, groundhogs = (Topic.objects.get(name=name) for name in ("marmots", "groundhogs"))
    workflow.unite_topics(groundhogs, into=marmots, by=None)

    assert sorted(slugs("headline", timezone.now() + HOUR, topic="marmots")) == ["one", "two"]


def test_a_scheduled_edition_is_in_the_index_and_found_from_its_moment_on():
    first = make_edition("wombat")
    make_edition("quokka", briefing=first.briefing, live_from=NOON + HOUR)

    assert PublishedWords.objects.count() == 2
    assert (slugs("quokka", NOON + HOUR - SECOND), slugs("wombat", NOON + HOUR - SECOND)) == ([], ["wombat"])
    assert (slugs("quokka", NOON + HOUR), slugs("wombat", NOON + HOUR)) == (["quokka"], [])


def end_by_withdrawal(briefing):
    workflow.withdraw(briefing, by=None, notice="Sorry.")


def end_by_removal(briefing):
    workflow.remove(briefing, by=None)


def end_by_merging(briefing):
    workflow.merge_into(briefing, into=make_edition("other", live_from=LONG_AGO).briefing, by=None)


@pytest.mark.parametrize("end", [end_by_withdrawal, end_by_removal, end_by_merging])
def test_what_has_ended_is_found_no_more_and_out_of_the_index(end):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    assert slugs("quokka", timezone.now()) == ["quokka"]

    end(briefing)

    assert slugs("quokka", timezone.now()) == []
    assert not any("quokka" in row.words for row in PublishedWords.objects.all())


def test_an_edition_takes_the_place_of_the_one_before():
    first = make_edition("wombat", live_from=LONG_AGO)
    make_edition("quokka", briefing=first.briefing, live_from=LONG_AGO + HOUR)

    assert slugs("wombat", timezone.now()) == []
    assert slugs("quokka", timezone.now()) == ["quokka"]
    assert PublishedWords.objects.count() == 1


QUERIES = ("q=headline", "q=quok*", "q=quoka", "q=headline&topic=marmots", "q=headline&order=new", "q=Secretfirst")


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_no_query_tells_of_what_is_hidden(hide):
    ordinary = make_edition("ordinary", live_from=LONG_AGO).briefing
    at = timezone.now() + HOUR
    surfaces = [Surface("search", f"/search/?{query}", Client()) for query in QUERIES]
    surfaces += [Surface("search", f"/search/?q=headline&{name}={{}}", Client()) for name in ("topic", "person")]
    before = [surface.answer(at) for surface in surfaces]

    hide(ordinary, at)

    assert [surface.answer(at) for surface in surfaces] == before
    assert SECRET not in "".join(answer.text.lower() for answer in before)
    for name, hidden in (("topic", "quokka-matters"), ("person", "quokka-speaker"), ("topic", SECRET)):
        unknown = Surface("search", f"/search/?q=headline&{name}=nothing", Client()).answer(at)
        assert Surface("search", f"/search/?q=headline&{name}={hidden}", Client()).answer(at) == unknown


WORDS = st.lists(
    st.one_of(
        ANYTHING, st.sampled_from([SECRET, "quok*", "Quokka matters", "headline", "lede", "the", "fir*", "marmots"])
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


def test_whatever_is_typed_is_answered_and_tells_nothing_of_what_is_hidden():
    ordinary = make_edition("ordinary", live_from=LONG_AGO).briefing
    at = timezone.now() + HOUR

    @given(st.sampled_from(HIDDEN), WORDS, st.sampled_from(["", "&order=new", "&topic=marmots", "&when=2026"]))
    def check(hide, words, more):
        page = Surface("search", f"/search/?q={quote(words)}{more}", Client())
        before = page.answer(at)
        with transaction.atomic():
            hide(ordinary, at)
            after = page.answer(at)
            transaction.set_rollback(True)
        assert (before.status, after) == (200, before)

    check()
