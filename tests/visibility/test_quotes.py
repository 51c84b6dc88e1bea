"""The list of quotations: everything live that somebody with a page said, narrowed by person, topic and month."""

import html
import re

import pytest
from django.utils import timezone

from briefings.models import Person, Topic
from briefings.public import quotations
from briefings.workflow import erase, file_person, rename_topic, unite_people, withdraw
from tests.making import DAY, HOUR, LONG_AGO, NOON, make_quote
from tests.visibility.feed_addresses import feeds_of
from tests.visibility.surfaces import UNKNOWN, Surface
from tests.visibility.walking import link, walked_back, walked_from

AT = NOON + 90 * DAY
PLACE = "20990101T000000.000000Z-" + "0" * 32
NOTHING = (
    "person={0}",
    "topic={0}",
    "person={0}&topic=marmots",
    "person=kim-doe&topic={0}",
    "month=2040-13",
    "person=%00",
    "topic=a%00b",
)
NOTHING += (
    "month=x",
    "month=2040-1",
    "month=2040-02",
    "before=x",
    f"person=kim-doe&before={PLACE}",
    f"topic=marmots&before={PLACE}-0",
)


def later():
    return timezone.now() + HOUR


def said(*words: str, speaker: str = "Kim Doe", kind: str = "public", role: str = "minister", **more) -> dict:
    """An edition of these words."""
    return {
        "blocks": tuple(make_quote(one, speaker=speaker, role=role, kind=kind) for one in words),
        "authors": (),
    } | more


def quoted(page: str) -> list[str]:
    return re.findall(r"<blockquote><p>“([^”]*)”", page)


def test_public_figures_bodies_and_documents_are_quoted_and_nobody_else_newest_first(surfaces, make_edition):
    for number, kind in enumerate(("public", "body", "document", "private", "unnamed")):
        words = said(f"Words of {kind}", speaker=f"Some {kind}", kind=kind)
        make_edition(kind, live_from=NOON + number * HOUR, **words)

    page = surfaces["/quotes/"].at(AT)

    assert quoted(page) == ["Words of document", "Words of body", "Words of public"]
    assert "Some private" not in page
    assert re.search(
        r'<a href="/people/some-body/">Some body</a></b>, minister, <a href="/briefings/body/#q\w{8}">The body head',
        page,
    )


def test_each_is_copied_with_its_attribution_and_says_what_it_was_translated_from(surfaces, make_edition):
    quote = make_quote("as ever", speaker="Kim Doe", role="minister").model_copy(update={"translated_from": "fr"})
    make_edition("one", blocks=(quote,))

    for path in ("/quotes/", "/people/kim-doe/"):
        page = surfaces[path].at(AT)
        copied = html.unescape(re.search(r'data-quotation="([^"]*)"', page)[1])
        assert re.fullmatch(
            "“as ever” – Kim Doe, minister, translated from French, in The one headline [(].*1 June 2040[)]\n"
            f"https?://[^/]+/briefings/one/#{quote.key}",
            copied,
        ), copied
        assert "minister, <span>translated from French</span>, <a" in page.replace(' lang="en" dir="ltr"', "")
        assert "taking.js" in page


def test_whoever_is_made_private_leaves_every_list_and_comes_back_when_public_again(surfaces, make_edition):
    make_edition("one", topics=("marmots",), **said("Aardvark words"))
    make_edition("two", topics=("marmots",), **said("Badger words", speaker="Ann Other"))
    person = Person.objects.get(name="Kim Doe")
    shown = {path for path in surfaces.showing("Kim Doe", AT) if not path.startswith(("/briefings/", "/feeds/"))}
    assert {"/quotes/", "/people/", "/topics/marmots/", "/quotes/?topic=marmots"} <= shown

    file_person(person, name="Kim Doe", kind="private", by=None)

    lists = ("/quotes", "/people/", "/topics/")
    showing = {path for path in surfaces.showing("Kim Doe", AT) if path.startswith(lists)}
    assert showing == feeds_of("/topics/marmots/")
    assert surfaces["/quotes/?person=kim-doe"].answer(AT) == surfaces.unknown(AT)

    file_person(person, name="Kim Doe", kind="public", by=None)

    assert quoted(surfaces["/quotes/?person=kim-doe"].at(AT)) == ["Aardvark words"]


def test_nothing_of_what_is_scheduled_ended_or_erased_is_in_it(surfaces, make_edition):
    first = make_edition("one", live_from=LONG_AGO, **said("Aardvark words", speaker="Gone Person"))
    make_edition("one", briefing=first.briefing, live_from=LONG_AGO + DAY, **said("Civet words"))
    gone = make_edition("two", live_from=LONG_AGO, **said("Badger words", speaker="Gone Body"))
    make_edition("three", live_from=later() + DAY, **said("Dingo words", speaker="Coming Person"))
    withdraw(gone.briefing, by=None, notice="Gone.")
    erase(first.briefing, number=1, reason="order", by=None)
    at = later()

    assert quoted(surfaces["/quotes/"].at(at)) == ["Civet words"]
    for name in ("gone person", "gone body", "coming person", "aardvark", "badger", "dingo"):
        assert {path for path in surfaces.showing(name, at) if not path.startswith("/feeds")} == set(), name
    assert "Dingo words" in surfaces["/quotes/"].at(at + 2 * DAY)


def test_they_are_narrowed_by_person_topic_and_month_and_by_all_at_once(surfaces, make_edition):
    make_edition("one", live_from=NOON, topics=("marmots",), **said("Kim on marmots in June"))
    make_edition("two", live_from=NOON + 40 * DAY, topics=("marmots",), **said("Kim on marmots in July"))
    make_edition("three", live_from=NOON, **said("Kim in June"))
    make_edition("four", live_from=NOON, topics=("marmots",), **said("Ann on marmots", speaker="Ann Other"))

    def words(query):
        return sorted(quoted(Surface("quotes", f"/quotes/?{query}", surfaces.client).at(AT)))

    assert words("person=ann-other") == ["Ann on marmots"]
    assert words("topic=marmots") == ["Ann on marmots", "Kim on marmots in July", "Kim on marmots in June"]
    assert words("month=2040-07") == ["Kim on marmots in July"]
    assert words("person=kim-doe&topic=marmots") == ["Kim on marmots in July", "Kim on marmots in June"]
    assert words("month=2040-06&topic=marmots") == ["Ann on marmots", "Kim on marmots in June"]
    assert words("month=2040-06&person=kim-doe&topic=marmots") == ["Kim on marmots in June"]


def test_a_choice_without_a_quotation_says_so_and_search_engines_keep_no_choice(surfaces, make_edition):
    make_edition("one", topics=("marmots",), **said("Aardvark"))
    make_edition("two", topics=("wombats",), **said("Badger", speaker="Ann Other"))

    none = Surface("quotes", "/quotes/?person=kim-doe&topic=wombats", surfaces.client).answer(AT)

    assert (none.status, "There is no such quotation." in none.text) == (200, True)
    assert '<option value="kim-doe" selected>Kim Doe</option>' in none.text
    assert '<meta name="robots" content="noindex">' in none.text
    assert "noindex" not in surfaces["/quotes/"].at(AT)


@pytest.mark.parametrize("query", NOTHING)
def test_what_names_nothing_that_readers_know_is_unknown(surfaces, make_edition, query):
    make_edition("one", topics=("marmots",), **said("Aardvark"))
    make_edition("two", live_from=AT + DAY, topics=("quokkas",), **said("Hidden", speaker="Quokkas"))

    for name in ("quokkas", UNKNOWN):
        answer = Surface("quotes", f"/quotes/?{query.format(name)}", surfaces.client).answer(AT)
        assert answer == surfaces.unknown(AT), name


def test_looking_for_hidden_names_costs_as_much_as_for_unknown_ones(surfaces, make_edition):
    make_edition("two", live_from=AT + DAY, topics=("quokkas",), **said("Hidden", speaker="Quokkas"))

    for key in ("person", "topic"):
        asked = [Surface("", f"/quotes/?{key}={slug}", surfaces.client) for slug in ("quokkas", UNKNOWN)]
        assert len({one.counted(AT)[1] for one in asked}) == 1, key


def test_a_form_with_empty_fields_and_former_names_lead_to_the_one_address(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, topics=("marmots",), **said("Aardvark"))
    make_edition("two", live_from=LONG_AGO, **said("Badger", speaker="Kimmy Doe"))
    rename_topic(Topic.objects.get(name="marmots"), name="Whistlers", by=None)
    unite_people(Person.objects.get(name="Kim Doe"), into=Person.objects.get(name="Kimmy Doe"), by=None)
    at = later()

    for asked, leads in {
        "person=&topic=&month=": "",
        "month=2020-06&person=&topic=": "?month=2020-06",
        "topic=marmots&person=kim-doe": "?person=kimmy-doe&topic=whistlers",
        f"person=kim-doe&before={PLACE}-0": f"?person=kimmy-doe&before={PLACE}-0",
    }.items():
        answer = Surface("quotes", f"/quotes/?{asked}", surfaces.client).answer(at)
        assert (answer.status, answer["Location"]) == (301, f"/quotes/{leads}"), asked
    page = Surface("quotes", "/quotes/?person=kimmy-doe", surfaces.client).at(at)
    assert sorted(quoted(page)) == ["Aardvark", "Badger"]
    assert "/people/kimmy-doe/" in page
    assert "/people/kim-doe/" not in page


@pytest.mark.parametrize("query", ["", "?topic=marmots", "?person=kim-doe", "?person=kim-doe&topic=marmots"])
def test_whoever_goes_on_meets_each_quotation_once_and_comes_back_the_same_way(
    surfaces, make_edition, monkeypatch, query
):
    for name in ("ON_A_PAGE", "BRIEFINGS", "CANDIDATES"):
        monkeypatch.setattr(quotations, name, 2)
    for number in range(5):
        make_edition(f"no-{number}", live_from=NOON + number * HOUR, topics=("marmots",), **said(f"Words {number}"))

    pages = walked_from(f"/quotes/{query}", surfaces.client, AT)

    assert [quoted(page) for page in pages.values()] == [["Words 4", "Words 3"], ["Words 2", "Words 1"], ["Words 0"]]
    back = walked_back(pages, surfaces.client, AT)
    assert list(map(quoted, back)) == list(map(quoted, pages.values()))


def test_a_page_of_which_nothing_is_left_leads_on(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(quotations, "ON_A_PAGE", 2)
    make_edition("one", live_from=NOON, **said("Public words"))
    make_edition("two", live_from=NOON + HOUR, **said("Private", "More", speaker="Some One", kind="private"))

    first = surfaces["/quotes/"].at(AT)

    assert (quoted(first), "Older ones may follow." in first) == ([], True)
    assert quoted(Surface("quotes", link(first, "next"), surfaces.client).at(AT)) == ["Public words"]
