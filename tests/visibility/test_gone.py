"""Removed is gone for good, merged leads on; and the list of corrections holds what had to be put right."""

import re

import pytest

from briefings import workflow
from briefings.content import Change, Correction
from briefings.content.keys import new_key
from briefings.models import Edition, PublishedSummary
from briefings.public import corrections
from tests import making
from tests.making import DAY, HOUR, LONG_AGO, TICK, make_draft
from tests.visibility.feed_addresses import feeds_of
from tests.visibility.surfaces import Surface
from tests.visibility.walking import walked_back, walked_from

FEEDS = feeds_of("/feeds/", "/en/feeds/", "/topics/marmots/")
CORRECTIONS = {"/corrections/", "/corrections/rss.xml", "/corrections/atom.xml"}


@pytest.fixture(scope="module")
def standing(module_db):
    """Two briefings, made once for the whole module."""
    making.make_edition("badger", live_from=LONG_AGO, slug="two")
    first = making.make_edition("aardvark", live_from=LONG_AGO, slug="zero", topics=("marmots",))
    making.make_edition("aardvark", briefing=first.briefing, live_from=LONG_AGO + DAY, slug="one", topics=("marmots",))
    return first.pk


@pytest.fixture
def first(db, standing):
    return Edition.objects.get(pk=standing)


@pytest.fixture
def removed(first):
    return workflow.remove(first.briefing, by=None, notice="By order of the numbat court.")


@pytest.fixture
def merged(first):
    into = PublishedSummary.objects.get(slug="two").briefing
    return workflow.merge_into(first.briefing, into=into, by=None, notice="The numbats are one story.")


def corrected(word, kind="correction"):
    made = Correction(key=new_key("c"), kind=kind, was_wrong=f"The {word} was wrong.", is_right=f"The {word} is right.")
    return Change(correction=made)


def test_no_word_of_what_was_removed_is_anywhere(surfaces, removed):
    for at in (removed.live_from, removed.live_from + 400 * DAY):
        assert surfaces.showing("aardvark", at) == set()


def test_its_addresses_answer_410_with_the_ground(surfaces, removed):
    at = removed.live_from

    for path in ("/briefings/one/", "/briefings/one/history/", "/briefings/one/v/3/"):
        answer = surfaces[path].answer(at)
        assert (answer.status, "By order of the numbat court." in answer.text) == (410, True), path
        assert 'content="noindex"' in answer.text
    for number in (1, 2):
        assert surfaces[f"/briefings/one/v/{number}/"].answer(at) == surfaces.unknown(at)
    assert surfaces["/briefings/zero/"].answer(at)["Location"] == "/briefings/one/"
    assert surfaces["/briefings/one/"].answer(at - TICK).status == 200


def test_subscribers_learn_that_it_was_removed_for_30_days(surfaces, removed):
    at, month = removed.live_from, 30 * DAY

    assert surfaces.showing("numbat court", at) >= FEEDS | CORRECTIONS
    assert "<title>This briefing was removed for legal reasons.</title>" in surfaces["/feeds/rss.xml"].at(at)
    assert str(removed.briefing.uuid) in surfaces["/feeds/atom.xml"].at(at + month - TICK)
    assert str(removed.briefing.uuid) not in surfaces["/feeds/atom.xml"].at(at + month)


def test_a_withdrawal_before_the_removal_keeps_no_headline_either(surfaces, first):
    workflow.withdraw(first.briefing, by=None, notice="The notice.")
    removed = workflow.remove(first.briefing, by=None)

    assert surfaces.showing("aardvark", removed.live_from) == set()


def test_every_address_of_a_merged_briefing_leads_to_the_other(surfaces, merged):
    at = merged.live_from

    for path in ("/briefings/one/", "/briefings/zero/", "/briefings/one/history/", "/briefings/one/v/1/"):
        answer = surfaces[path].answer(at)
        assert (answer.status, answer["Location"]) == (301, "/briefings/two/"), path
    assert surfaces["/briefings/one/"].answer(at - TICK).status == 200


def test_a_merged_briefing_leaves_the_lists_and_its_subscribers_are_told(surfaces, merged):
    at = merged.live_from

    assert surfaces.showing("aardvark", at) == FEEDS
    assert surfaces.showing("The numbats are one story.", at) == FEEDS
    assert "Merged into another briefing: The aardvark headline" in surfaces["/feeds/atom.xml"].at(at)


def test_the_entry_of_a_merged_briefing_leads_to_where_its_address_leads(surfaces, merged, make_edition):
    def leads_to(at):
        texts = {path: surfaces[path].at(at) for path in FEEDS}
        assert not [path for path, text in texts.items() if "news.example/briefings/one/" in text]
        return {found for text in texts.values() for found in re.findall(r"news\.example(/briefings/[^/]+/)", text)}

    assert leads_to(merged.live_from) == {"/briefings/two/"}
    into = merged.summary.merged_into
    renamed = make_edition("badger", briefing=into, slug="zwei", kind="minor", live_from=merged.live_from + HOUR)
    assert leads_to(renamed.live_from) == {"/briefings/zwei/"}


def test_a_merged_entry_tells_no_address_of_what_was_removed(surfaces, merged):
    into = merged.summary.merged_into
    workflow.withdraw(into, by=None, notice="Gone too.")
    removed = workflow.remove(into, by=None)

    for path in FEEDS:
        assert "/briefings/" not in surfaces[path].at(removed.live_from), path


def test_the_end_of_a_chain_is_asked_for_all_at_once(surfaces, merged, make_edition):
    at = merged.live_from + DAY
    cost = surfaces["/feeds/rss.xml"].counted(at)[1]
    for word in ("civet", "dingo"):
        other = make_edition(word, live_from=LONG_AGO, slug=word)
        workflow.merge_into(other.briefing, into=merged.summary.merged_into, by=None)

    surfaces["/feeds/rss.xml"].at(at)
    assert surfaces["/feeds/rss.xml"].counted(at)[1] <= cost


def test_a_chain_of_merges_leads_to_its_end(surfaces, merged, make_edition):
    third = make_edition("civet", live_from=LONG_AGO, slug="three")
    last = workflow.merge_into(merged.summary.merged_into, into=third.briefing, by=None)

    assert surfaces["/briefings/one/"].answer(last.live_from)["Location"] == "/briefings/three/"


def test_what_the_other_became_is_what_readers_of_a_merged_one_find(surfaces, merged):
    workflow.withdraw(merged.summary.merged_into, by=None, notice="Gone too.")
    removed = workflow.remove(merged.summary.merged_into, by=None)

    assert surfaces["/briefings/one/"].answer(removed.live_from)["Location"] == "/briefings/two/"
    assert surfaces["/briefings/two/"].answer(removed.live_from).status == 410


def test_every_kind_of_correction_stands_in_the_list_with_a_link_to_its_place(surfaces, first, make_edition):
    for hour, kind in enumerate(("correction", "clarification", "editors-note")):
        make_edition(
            "aardvark",
            briefing=first.briefing,
            live_from=LONG_AGO + (2 + hour) * DAY,
            kind="correction",
            change=corrected(f"numbat {kind}", kind),
            slug="one",
        )
    page = surfaces["/corrections/"].at(LONG_AGO + 9 * DAY)

    for kind, label in (("correction", "Correction"), ("clarification", "Clarification"), ("editors-note", "note")):
        assert f"The numbat {kind} is right." in page
        assert label in page
    key = page.partition('href="/briefings/one/#')[2].partition('"')[0]
    assert f'id="{key}"' in surfaces["/briefings/one/"].at(LONG_AGO + 9 * DAY)
    assert page.index("editors-note") < page.index("clarification is right") < page.index("numbat correction is right")


def test_a_scheduled_correction_is_not_in_the_list_before_its_moment(surfaces, first, make_edition):
    at = LONG_AGO + 5 * DAY
    make_edition("aardvark", briefing=first.briefing, live_from=at, kind="correction", change=corrected("numbat"))

    assert surfaces.showing("numbat", at - TICK) == set()
    for path in CORRECTIONS:
        assert "The numbat is right" in surfaces[path].at(at), path


def test_the_words_of_a_correction_go_with_the_text_that_it_corrected(surfaces, first, make_edition):
    make_edition(
        "aardvark", briefing=first.briefing, live_from=LONG_AGO + 5 * DAY, kind="correction", change=corrected("numbat")
    )
    ended = workflow.withdraw(first.briefing, by=None, notice="It was not so.")

    assert surfaces.showing("the numbat", ended.live_from) == set()
    assert surfaces.showing("it was not so", ended.live_from) >= CORRECTIONS


def test_the_list_has_pages_and_nothing_past_its_end(surfaces, first, make_edition, client, monkeypatch):
    monkeypatch.setattr(corrections, "ON_A_PAGE", 2)
    for number in range(3):
        make_edition(
            "aardvark",
            briefing=first.briefing,
            live_from=LONG_AGO + (2 + number) * DAY,
            kind="correction",
            change=corrected(f"numbat no. {number};"),
            slug="one",
        )
    at = LONG_AGO + 900 * DAY

    pages = walked_from("/corrections/", client, at)

    for texts in (pages.values(), walked_back(pages, client, at)):
        assert [re.findall(r"no\. (\d); is right", text) for text in texts] == [["2", "1"], ["0"]]
    for number in ("2", "x", ""):
        answer = Surface("corrections", f"/corrections/?page={number}", client).answer(at)
        assert (answer.status, answer["Location"]) == (301, "/corrections/"), number


def test_a_draft_has_no_correction_in_the_list(surfaces, first):
    make_draft("numbat", briefing=first.briefing)

    assert surfaces.showing("numbat", LONG_AGO + 900 * DAY) == set()


def test_of_what_was_removed_not_even_the_address_is_in_a_list(surfaces, make_edition):
    edition = make_edition("quoll", live_from=LONG_AGO, slug="quoll-took-bribes", topics=("marmots",))
    removed = workflow.remove(edition.briefing, by=None)

    lists = surfaces.showing("quoll-took-bribes", removed.live_from) & (FEEDS | CORRECTIONS | {"/", "/sitemap.xml"})
    assert lists == set()
    assert surfaces["/briefings/quoll-took-bribes/"].answer(removed.live_from).status == 410


def test_the_words_of_a_withdrawal_go_with_the_next_end_and_its_date_stays(surfaces, first, make_edition):
    workflow.withdraw(first.briefing, by=None, notice="The notice of numbats.")
    workflow.publish(first.briefing, by=None, change="major", note="It is back.")
    last = workflow.withdraw(first.briefing, by=None, notice="Again.", headline="Another headline")

    assert surfaces.showing("aardvark", last.live_from) == surfaces.showing("numbats", last.live_from) == set()
    assert surfaces["/corrections/"].at(last.live_from).count(">This briefing was withdrawn.<") == 1
    assert "Again." in surfaces["/corrections/"].at(last.live_from)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/media/%00/320.webp", f"/media/{'x' * 21}%00/320.webp", f"/media/{'x' * 22}/%00"])
def test_a_name_that_no_database_can_hold_is_as_unknown_as_any(client, surfaces, path):
    assert Surface("", path, client).answer(LONG_AGO) == surfaces.unknown(LONG_AGO)
