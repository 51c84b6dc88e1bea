"""The indexes of people and topics: by letter, by what is new, and of nobody whom readers do not know."""

import re
from urllib.parse import quote

import pytest
from django.utils import timezone

from briefings.models import Person, Topic
from briefings.public import indexes
from briefings.workflow import erase, file_person, rename_topic, unite_people, unite_topics
from tests.making import DAY, HOUR, LONG_AGO, NOON, make_quote
from tests.visibility.surfaces import Surface
from tests.visibility.walking import walked_back, walked_from

AT = NOON + 90 * DAY
PEOPLE = ("Mira Novak", "Ørsted Nilsen", "Володимир Зеленський", "أحمد الشرع", "European Commission")


def said_by(*speakers: str, role: str = "minister", **more) -> dict:
    """An edition with words of each; a name of three words is a body's."""
    kinds = {"European Commission": "body"}
    quotes = (make_quote(f"Of {one}", speaker=one, role=role, kind=kinds.get(one, "public")) for one in speakers)
    return {"blocks": tuple(quotes), "authors": ()} | more


def later():
    return timezone.now() + HOUR


def listed(page: str) -> list[str]:
    """The names in the index itself, without what is new."""
    index = re.sub(r'<section class="year" aria-labelledby="newest">.*?</section>', "", page, flags=re.DOTALL)
    return re.findall(r"<li><a [^>]*><bdi>([^<]*)</bdi>", index.partition("<main")[2])


def newest(page: str) -> list[str]:
    found = re.search(r'aria-labelledby="newest">.*?</section>', page, re.DOTALL)
    return re.findall(r"<bdi>([^<]*)</bdi></a>", found[0]) if found else []


def letters(page: str) -> list[str]:
    nav = re.search(r'<ul class="letters">.*?</ul>', page, re.DOTALL)
    return re.findall(r">([^<]+)</(?:a|b)>", nav[0]) if nav else []


def test_people_stand_under_the_letters_of_their_own_alphabet(surfaces, make_edition):
    make_edition("one", **said_by(*PEOPLE))

    page = surfaces["/people/"].at(AT)

    assert letters(page) == ["E", "N", "З", "ش"]
    assert listed(page) == ["European Commission", "Ørsted Nilsen", "Mira Novak", "Володимир Зеленський", "أحمد الشرع"]
    assert '<h2 id="letter-3">З</h2>' in page


def test_topics_stand_by_the_names_of_today(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, topics=("Zebras", "Äpfel", "المياه", "Old"))
    rename_topic(Topic.objects.get(name="Zebras"), name="Aardvarks", by=None)
    new = Topic.objects.create(name="Better")
    unite_topics(Topic.objects.get(name="Old"), into=new, by=None)

    page = surfaces["/topics/"].at(later())

    assert listed(page) == ["Aardvarks", "Äpfel", "Better", "المياه"]
    assert set(newest(page)) == {"Aardvarks", "Äpfel", "Better", "المياه"}
    assert "Zebras" not in page
    assert "/topics/old/" not in page


def test_of_many_names_the_letters_stand_there_and_each_letter_goes_on_and_back(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(indexes, "ON_A_PAGE", 2)
    make_edition("one", **said_by("Al Moe", "Bo Moe", "Cy Moe", "Di Moe", "Ed Moe", "Fay Zoë", "Яна Жук"))

    first = surfaces["/people/"].at(AT)
    assert (letters(first), listed(first)) == (["M", "Z", "Ж"], [])
    assert f'href="/people/?letter={quote("Ж")}"' in first
    pages = walked_from("/people/?letter=M", surfaces.client, AT)

    assert [listed(page) for page in pages.values()] == [["Al Moe", "Bo Moe"], ["Cy Moe", "Di Moe"], ["Ed Moe"]]
    assert list(map(listed, walked_back(pages, surfaces.client, AT))) == list(map(listed, pages.values()))
    assert all(letters(page) == ["M", "Z", "Ж"] for page in pages.values())


def test_people_of_one_name_stand_there_once_each_wherever_a_page_ends(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(indexes, "ON_A_PAGE", 2)
    make_edition("one", **said_by("Al Moe", "Bo Moe", "Cy Moe", "Di Moe", "Ed Moe"))
    for person in Person.objects.exclude(name="Di Moe"):
        file_person(person, name="Kim Moe", kind="public", by=None)

    pages = walked_from("/people/?letter=M", surfaces.client, AT)

    paths = [path for page in pages.values() for path in re.findall(r'<li><a href="(/people/[^"?]+)"', page)]
    assert len(paths) == len(set(paths)) == 5


def test_what_is_new_are_those_of_the_newest_briefings_with_the_role_of_then(surfaces, make_edition):
    make_edition("one", live_from=NOON, topics=("marmots",), **said_by("Al Moe", role="mayor"))
    make_edition("two", live_from=NOON + HOUR, topics=("wombats",), **said_by("Bo Moe", "Al Moe", role="senator"))
    make_edition("three", live_from=NOON + DAY, topics=("apes", "marmots"), **said_by("Cy Moe"))

    people, topics = surfaces["/people/"].at(AT), surfaces["/topics/"].at(AT)

    assert newest(people) == ["Cy Moe", "Bo Moe", "Al Moe"]
    assert re.findall(r"Al Moe</bdi></a> <span class=\"place\"><bdi>(\w+)", people) == ["senator", "senator"]
    assert set(newest(topics)[:2]) == {"apes", "marmots"}
    assert newest(topics)[2:] == ["wombats"]


def test_whoever_readers_know_nothing_of_is_under_no_letter(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, **said_by("Al Moe"))
    make_edition("two", live_from=later() + DAY, topics=("Quokkas",), **said_by("Kim Quokka"))
    ended = make_edition("three", live_from=LONG_AGO, topics=("Quolls",), **said_by("Kim Quoll"))
    make_edition("three", briefing=ended.briefing, live_from=LONG_AGO + DAY, **said_by("Al Moe"))
    erase(ended.briefing, number=1, reason="order", by=None)
    make_edition(
        "four", live_from=LONG_AGO, authors=(), blocks=(make_quote("No", speaker="Jo Quagga", kind="private"),)
    )
    at = later()

    assert letters(surfaces["/people/"].at(at)) == ["M"]
    assert letters(surfaces["/topics/"].at(at)) == []
    for path in (
        "/people/?letter=Q",
        "/topics/?letter=Q",
        "/people/?letter=q",
        "/people/?letter=",
        "/people/?letter=MO",
    ):
        assert Surface("", path, surfaces.client).answer(at) == surfaces.unknown(at), path
    assert letters(surfaces["/people/"].at(at + 2 * DAY)) == ["M", "Q"]


def test_whoever_is_named_only_by_way_of_a_merged_entry_stands_there_by_their_own_name(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, **said_by("Al Moe"))
    into = Person.objects.create(name="Albert Moe", kind="public")
    unite_people(Person.objects.get(name="Al Moe"), into=into, by=None)

    page = surfaces["/people/"].at(later())
    assert listed(page) == newest(page) == ["Albert Moe"]

    file_person(into, name="Albert Moe", kind="private", by=None)

    page = surfaces["/people/"].at(later())
    assert listed(page) == newest(page) == []
    assert "Nothing has been published yet." in page


def test_the_role_of_the_newest_words_stands_there_by_whatever_entry_they_were_said(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, **said_by("Kim Doe", role="mayor"))
    make_edition("two", live_from=LONG_AGO + DAY, **said_by("K Doe", role="president"))
    unite_people(Person.objects.get(name="K Doe"), into=Person.objects.get(name="Kim Doe"), by=None)

    page = surfaces["/people/"].at(later())

    assert listed(page) == ["Kim Doe"]
    assert page.count("president") == 2
    assert "mayor" not in page


@pytest.mark.parametrize(
    "query",
    ["letter=%00", "letter=M%00", "from=x", "letter=M&from=", "letter=M&from=zz-" + "0" * 32, "letter=M&from=0c"],
)
def test_what_begins_no_page_is_unknown(surfaces, make_edition, query):
    make_edition("one", **said_by("Al Moe"))

    assert Surface("", f"/people/?{query}", surfaces.client).answer(AT) == surfaces.unknown(AT)


def test_past_the_last_name_there_is_none(surfaces, make_edition):
    make_edition("one", **said_by("Al Moe"))

    assert Surface("", f"/people/?letter=M&from=ff-{'0' * 32}", surfaces.client).answer(AT) == surfaces.unknown(AT)
