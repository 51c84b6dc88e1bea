"""The search line finds briefings, people and topics of what one may see, and what is at a pasted address."""

import pytest

from briefings.admin.desk_search import results
from briefings.models import Person, Topic, User
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_draft, make_edition, make_quote
from tests.workflow.site_and_pages import published

pytestmark = pytest.mark.django_db
FIND = "/admin/briefings/draft/find/"


def found(client, words: str):
    answer = client.get(FIND, {"q": words})
    assert answer.status_code == 200
    return answer


def headlines(answer) -> list[str]:
    return [row.draft.headline for row in answer.context["rows"]]


def test_somebody_quoted_is_found_with_the_briefings_that_quote_them(desk):
    for number in range(25):
        quotes = (make_quote(f"words no. {number};", speaker="Mara Lind"),)
        make_edition(f"word-{number}", live_from=LONG_AGO, blocks=quotes)
    make_draft("about Lind", blocks=())

    answer = found(desk, "mara lind")

    (person,) = answer.context["found"].people
    mara = Person.objects.get(name="Mara Lind")
    assert person.thing == mara
    assert person.page == f"/admin/briefings/person/{mara.pk}/change/"
    assert len(desk.get(person.quoted).context["page"].drafts) == 25
    assert len(headlines(answer)) == 20
    assert len(desk.get(answer.context["found"].more).context["page"].drafts) == 25


def test_what_has_the_words_in_its_headline_comes_first(desk):
    make_draft("wombat")
    make_draft("newer", lede="A wombat was seen.")

    assert headlines(found(desk, "wombat")) == ["The wombat headline", "The newer headline"]


def test_a_topic_and_an_author_lead_to_their_briefings(desk):
    make_edition("quokka", live_from=LONG_AGO, topics=("Harbour works",))

    topic = found(desk, "harbour").context["found"].topics[0]
    author = found(desk, "quokka author").context["found"].people[0]

    for way in (topic.about, author.by_them):
        assert len(desk.get(way).context["page"].drafts) == 1
    assert author.quoted == ""


def test_nobody_is_led_to_lists_that_hold_only_drafts_of_others(at_desk):
    make_edition("quokka", live_from=LONG_AGO, topics=("Harbour works",))

    names = found(at_desk("wim", "writer"), "harbour").context["found"].topics
    names += found(at_desk("wim", "writer"), "quokka").context["found"].people

    assert [str(name.thing) for name in names] == ["Harbour works", "quokka speaker"]
    assert {way for name in names for way in (name.about, name.quoted, name.by_them)} == {""}


def test_a_pasted_public_address_finds_what_is_there_or_was(desk):
    edition = make_edition("quokka", live_from=LONG_AGO, topics=("Harbour works",))
    person, topic = Person.objects.get(name="quokka speaker"), Topic.objects.get(name="Harbour works")

    assert headlines(found(desk, "https://news.example/briefings/quokka/history/")) == ["The quokka headline"]
    assert headlines(found(desk, "/briefings/quokka/?page=2")) == ["The quokka headline"]
    assert found(desk, "https://news.example/topics/harbour-works/").context["filed"].thing == topic
    assert found(desk, "news.example/people/quokka-speaker/").context["filed"].thing == person
    assert "Nothing that you may see is at that address" in found(desk, "/briefings/none/").content.decode()
    assert edition.briefing.draft.pk


def test_nobody_finds_what_they_may_not_see(at_desk):
    make_edition("secret", live_from=NOON, topics=("Secret matters",))
    writer = at_desk("wim", "writer")
    make_draft("own", by=User.objects.get(username="wim"))

    addresses = ("/briefings/secret/", "/topics/secret-matters/", "/people/secret-speaker/")
    for words in ("secret", "secret speaker", *addresses):
        page = found(writer, words).content.decode()
        assert "secret headline" not in page, words
        assert "Secret matters" not in page.replace(words, ""), words
        assert "/admin/briefings/person/" not in page, words
    assert headlines(found(writer, "own headline")) == ["The own headline"]
    assert at_desk("ada", "admin").get(FIND, {"q": "secret"}).status_code == 403


def test_a_standing_pages_address_leads_to_its_form_for_whoever_may_change_it(desk, at_desk):
    page = published("about")

    shown = found(at_desk("cleo", "chief"), "https://courier.example/about/about/?x=1").content.decode()

    assert f'href="/admin/briefings/standingpage/{page.pk}/change/"' in shown
    for user, address in ((desk, "/about/none/"), (at_desk("wim", "writer"), "/about/about/")):
        answer = found(user, address).content.decode()
        assert "Nothing that you may see is at that address" in answer
        assert "standingpage" not in answer


def test_the_address_of_a_list_says_that_it_shows_no_single_thing(desk, settings):
    make_draft("faq")

    for address in (
        *("/faq/", "/faq/open/", "/de/faq/?before=x", "/about/", "/archive/2026/11/", "/topics/?letter=M", "/de/"),
        f"{settings.SITE_URL}/",
    ):
        answer = found(desk, address)
        assert "This address shows no single thing of the desk." in answer.content.decode(), address
        assert headlines(answer) == [], address
    elsewhere = found(desk, "https://elsewhere.example/archive/").content.decode()
    assert "shows no single thing" not in elsewhere


def test_a_questions_address_leads_to_its_briefing(desk):
    make_edition("quokka", live_from=LONG_AGO)

    assert headlines(found(desk, "http://courier.example/briefings/quokka/#F12345678")) == ["The quokka headline"]


def test_of_a_frequent_word_headlines_come_first_then_the_newest_and_nobody_elses(desk, at_desk, monkeypatch):
    monkeypatch.setattr(results, "NEWEST", 2)
    monkeypatch.setattr(results, "MOST_BRIEFINGS", 1)
    writer = at_desk("wim", "writer")
    make_draft("kelp")
    for word in ("one", "two", "three"):
        make_draft(word, lede="On kelp.", by=User.objects.get(username="wim"))

    assert headlines(found(desk, "kelp")) == ["The kelp headline"]
    assert headlines(found(writer, "kelp")) == ["The three headline"]
    assert found(desk, "kelp").context["found"].more == "/admin/briefings/draft/?q=kelp"


@pytest.mark.parametrize("number", [1, 5])
def test_a_search_costs_the_same_for_few_and_for_many(desk, number, django_assert_num_queries):
    for n in range(number):
        make_edition(f"kelp-{n}", live_from=LONG_AGO, topics=(f"kelp {n}",))
    found(desk, "kelp")
    with django_assert_num_queries(queries("search line of the desk")):
        found(desk, "kelp")
    for words in ("\x00", "%", "a" * 300, "'", "kelp " * 30, ""):
        found(desk, words)
