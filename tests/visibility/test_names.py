"""Pages of topics, people and authors: what is live by today's names, and nothing that is hidden, private or gone."""

import re

import pytest
from django.utils import timezone

from briefings.content import PersonName, SectionBlock
from briefings.models import Person, Topic
from briefings.public import quotations
from briefings.workflow import call_off, file_person, merge_into, remove, rename_topic, unite_topics, withdraw
from tests.making import DAY, HOUR, LONG_AGO, make_draft, make_quote
from tests.visibility.surfaces import UNKNOWN, Surface
from tests.visibility.walking import walked_back, walked_from

PERSON = "/people/kim-doe/"
AUTHOR = "/authors/kim-doe/"


def quoting(*words: str, role: str = "minister", kind: str = "public", **more: object) -> dict[str, object]:
    """An edition of Kim Doe's words, and of theirs alone."""
    quotes = tuple(make_quote(one, speaker="Kim Doe", role=role, kind=kind) for one in words)
    return {"live_from": LONG_AGO, "blocks": quotes, "authors": (PersonName(name="Kim Doe", kind=kind),)} | more


def later():
    """A moment after everything that was done so far."""
    return timezone.now() + HOUR


def test_a_person_has_every_live_quotation_with_the_role_of_its_time_and_a_link_to_its_place(surfaces, make_edition):
    first = make_edition("one", **quoting("Set off, at first.", role="mayor"))
    make_edition("one", briefing=first.briefing, **quoting("Set off, later.", role="senator", live_from=LONG_AGO + DAY))
    text = SectionBlock(key="sabcdefgh", heading="So", body="<p>They said: “in the text”.</p>")
    quote = make_quote("in the text", speaker="Kim Doe", role="minister", section=text.key)
    make_edition("two", **quoting(live_from=LONG_AGO - DAY) | {"blocks": (text, quote)})

    page = surfaces[PERSON].at(later())

    assert "at first" not in page
    assert re.findall(r"(\w+), <a href=\"/briefings/(\w+)/", page) == [("senator", "one"), ("minister", "two")]
    for path, key in re.findall(r'<a href="(/briefings/\w+/)#(q\w+)"', page):
        assert f'id="{key}"' in surfaces[path].at(later())


def test_quotations_stand_briefing_by_briefing_in_the_order_of_each_text(surfaces, make_edition):
    for number, word in enumerate(("one", "two")):
        begins = {"live_from": LONG_AGO + number * HOUR}
        make_edition(word, **quoting(f"First of {word}.", f"Second of {word}.", **begins))

    page = surfaces[PERSON].at(later())

    assert re.findall(r"<blockquote><p>“((?:First|Second) of \w+)", page) == [
        "First of two",
        "Second of two",
        "First of one",
        "Second of one",
    ]


@pytest.mark.parametrize(
    "end",
    [
        lambda briefing, other: withdraw(briefing, by=None, notice="Gone."),
        lambda briefing, other: remove(briefing, by=None),
        lambda briefing, other: merge_into(briefing, into=other, by=None),
    ],
    ids=["withdrawn", "removed", "merged"],
)
def test_what_was_said_in_a_briefing_that_is_gone_is_on_no_persons_page(surfaces, make_edition, end):
    edition = make_edition("one", **quoting("Aardvark."))
    other = make_edition("two", **quoting("Badger."))
    assert "Aardvark" in surfaces[PERSON].at(later())

    end(edition.briefing, other.briefing)

    page = surfaces[PERSON].at(later())
    assert "Badger" in page
    assert "Aardvark" not in page
    assert "/briefings/one/" not in page
    assert "/briefings/one/" not in surfaces[AUTHOR].at(later())


def test_the_page_of_whose_last_briefing_is_gone_is_as_unknown_as_any(surfaces, make_edition):
    withdraw(make_edition("one", **quoting("Aardvark.")).briefing, by=None, notice="Gone.")

    at = later()
    assert surfaces[PERSON].answer(at) == surfaces[AUTHOR].answer(at) == surfaces.unknown(at)


def test_what_is_only_scheduled_or_was_called_off_is_on_no_persons_page(surfaces, make_edition):
    make_edition("one", **quoting("Live."))
    at = later()
    coming = make_edition("two", **quoting("Aardvark.", live_from=at + HOUR))
    call_off(make_edition("three", **quoting("Badger.", live_from=at + HOUR)), by=None)

    assert surfaces.showing("aardvark", at) == surfaces.showing("badger", at) == set()
    assert "Aardvark" in surfaces[PERSON].at(coming.live_from)


@pytest.mark.parametrize("kind", ["private", "unnamed"])
def test_private_and_unnamed_people_have_no_page_under_any_name(surfaces, make_edition, kind):
    make_edition("one", **quoting("Aardvark.", kind=kind))
    at = later()
    assert surfaces[PERSON].answer(at) == surfaces[AUTHOR].answer(at) == surfaces.unknown(at)
    page = surfaces["/briefings/one/"].at(at)
    assert "Kim Doe" in page
    assert 'href="/people/kim' not in page
    assert 'href="/authors/' not in page

    file_person(Person.objects.get(name="Kim Doe"), name="Kim Roe", kind=kind, by=None)

    assert {surfaces[f"/people/kim-{name}/"].answer(later()).status for name in ("doe", "roe")} == {404}


def test_an_author_has_a_page_of_live_briefings_and_no_page_of_quotations(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO)
    make_edition("two", live_from=LONG_AGO, authors=(PersonName(name="one author", kind="public"),))
    at = later()

    page = surfaces["/authors/one-author/"].at(at)

    assert page.count("<article") == 2
    assert surfaces["/people/one-author/"].answer(at) == surfaces.unknown(at)
    assert '<a href="/authors/one-author/" rel="author">one author</a>' in surfaces["/briefings/one/"].at(at)


def test_many_quotations_fill_pages_and_past_the_last_there_is_none(surfaces, client, make_edition, monkeypatch):
    monkeypatch.setattr(quotations, "ON_A_PAGE", 2)
    make_edition("one", **quoting("Words 1.", "Words 2.", "Words 3."))
    make_edition("two", **quoting("Words 4.", "Words 5.", live_from=LONG_AGO - DAY))
    at = later()

    pages = walked_from(PERSON, client, at)

    back = walked_back(pages, client, at)
    for texts in (pages.values(), back):
        assert [re.findall(r"<blockquote><p>“Words (\d)", text) for text in texts] == [
            ["1", "2"],
            ["3", "4"],
            ["5"],
        ]
    for number in ("2", "x", ""):
        answer = Surface("person", f"{PERSON}?page={number}", client).answer(at)
        assert (answer.status, answer["Location"]) == (301, PERSON), number
        unknown = Surface("person", f"/people/{UNKNOWN}/?page={number}", client).answer(at)
        assert unknown == surfaces.unknown(at), number


def hidden_in_a_draft(make_edition, at):
    make_draft("quokka", topics=("Quokka matters",))


def hidden_until_later(make_edition, at):
    make_edition("quokka", live_from=at + HOUR, topics=("Quokka matters",))


def hidden_for_good(make_edition, at):
    call_off(make_edition("quokka", live_from=at + HOUR, topics=("Quokka matters",)), by=None)


@pytest.mark.parametrize(
    "hide",
    [
        hidden_until_later,
        *(pytest.param(hide, marks=pytest.mark.slow) for hide in (hidden_in_a_draft, hidden_for_good)),
    ],
)
def test_what_is_hidden_is_unknown_under_every_name_and_changing_it_changes_nothing(surfaces, make_edition, hide):
    make_edition("ordinary", live_from=LONG_AGO, topics=("Marmots",))
    at = later()
    hide(make_edition, at)
    known = {"/topics/marmots/", "/people/ordinary-speaker/", "/authors/ordinary-author/"}
    before = surfaces.seen(at)
    topic, people = Topic.objects.get(name="Quokka matters"), Person.objects.filter(name__startswith="quokka")

    for number in (1, 2):
        rename_topic(topic, name=f"Quokkas {number}", by=None)
        for person in people:
            file_person(person, name=f"Quokka {person.pk} {number}", kind="body", by=None)

    after = surfaces.seen(at)
    asked = {path: answer for path, answer in after.items() if path not in before}
    assert {path: after.get(path) or surfaces[path].answer(at) for path in before} == before
    assert len(asked) >= 5
    assert set(asked.values()) == {surfaces.unknown(at)}
    assert {before[path].status for path in known} == {200}


def test_a_name_that_a_topic_or_a_person_had_before_any_reader_knew_of_them_leads_nowhere(surfaces, make_edition):
    at = later()
    live = make_edition("quokka", live_from=at + HOUR, topics=("Quokka matters",)).live_from
    rename_topic(Topic.objects.get(), name="Marmots", by=None)
    file_person(Person.objects.get(name="quokka speaker"), name="Kim Doe", kind="public", by=None)

    assert {surfaces[path].answer(live).status for path in ("/topics/marmots/", PERSON)} == {200}
    for path in ("/topics/quokka-matters/", "/topics/quokka-matters/rss.xml", "/people/quokka-speaker/"):
        assert surfaces[path].answer(live) == surfaces.unknown(live), path


def test_a_name_that_a_person_had_while_private_leads_nowhere(surfaces, make_edition):
    make_edition("one", **quoting("Aardvark."))
    for name, kind in (("Kim Roe", "private"), ("Kim Poe", "public")):
        file_person(Person.objects.get(), name=name, kind=kind, by=None)

    at = later()
    assert surfaces[PERSON].answer(at)["Location"] == "/people/kim-poe/"
    assert surfaces["/people/kim-roe/"].answer(at) == surfaces.unknown(at)


def test_a_hidden_topic_that_is_merged_into_a_public_one_changes_nothing(surfaces, make_edition):
    make_edition("ordinary", live_from=LONG_AGO, topics=("Marmots",))
    at = later()
    hidden_until_later(make_edition, at)
    before = surfaces.seen(at)

    unite_topics(Topic.objects.get(name="Quokka matters"), into=Topic.objects.get(name="Marmots"), by=None)

    after = surfaces.seen(at)
    assert {path: after[path] for path in before} == before
    assert "quokka" in surfaces["/topics/marmots/"].at(at + HOUR)
    assert surfaces["/topics/quokka-matters/"].answer(at + HOUR)["Location"] == "/topics/marmots/"


def test_a_page_in_a_readers_hand_is_stale_once_a_name_changes(surfaces, make_edition):
    make_edition("ordinary", live_from=LONG_AGO, topics=("Marmots",))
    had = surfaces["/"].answer(timezone.now())
    rename_topic(Topic.objects.get(), name="Groundhogs", by=None)
    at = timezone.now() + DAY

    for headers in ({"HTTP_IF_NONE_MATCH": had["ETag"]}, {"HTTP_IF_MODIFIED_SINCE": had["Last-Modified"]}):
        assert "Groundhogs" in surfaces["/"].answer(at, **headers).text
