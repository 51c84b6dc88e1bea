"""Whoever is on file twice is found, and led to the merge."""

import re
from datetime import date, timedelta

import pytest

from briefings import workflow
from briefings.models import Person, PublishedQuote
from briefings.working_copy import alike_people
from tests.making import LONG_AGO, NOON, make_content, make_draft, make_edition

pytestmark = pytest.mark.django_db
TWICE = "/admin/briefings/person/filed-twice/"


def filed(name: str, **facts: object) -> Person:
    return Person.objects.create(name=name, **alike_people.columns(name), **{"kind": "public", **facts})


def text(answer) -> str:
    return answer.content.decode()


def page_of(person: Person) -> str:
    return f"/admin/briefings/person/{person.pk}/change/"


def test_alike_names_stand_in_the_list_and_on_both_pages_with_the_way_to_the_merge(desk):
    anna, other, short = filed("Anna Schmidt"), filed("schmidt, ANNA", kind="private"), filed("A. Schmidt")
    filed("Anton Schulze")

    page = text(desk.get(TWICE))

    assert f'href="/admin/briefings/person/{other.pk}/merge/?name=Anna%20Schmidt"' in page
    assert f'href="{page_of(short)}"' in page
    assert "Schulze" not in page
    for one, the_other in ((anna, other), (other, anna), (short, anna), (anna, short)):
        assert f'href="/admin/briefings/person/{the_other.pk}/merge/?name=' in text(desk.get(page_of(one)))
    merge = text(desk.get(f"/admin/briefings/person/{other.pk}/merge/", {"name": "Anna Schmidt"}))
    assert "Merge into Anna Schmidt" in merge


def test_who_was_merged_or_is_in_the_trash_or_has_no_name_is_nobody_twice(desk):
    anna = filed("Anna Schmidt")
    filed("Schmidt Anna", merged_into=anna)
    filed("ANNA Schmidt", trashed_at=NOON)
    filed("Anna  Schmidt", kind="unnamed")
    for sign in "?!":
        filed(sign)

    assert "Nobody’s name is like another’s, but for those told apart." in text(desk.get(TWICE))
    assert "May be filed twice" not in text(desk.get(page_of(anna)))


def test_whoever_is_named_in_a_draft_is_alike_from_then_on(desk):
    filed("speaker QUOKKA")
    make_draft("quokka")

    assert "quokka speaker" in text(desk.get(TWICE))


def test_whoever_is_renamed_is_alike_by_the_new_name(desk):
    filed("Anna Schmidt")
    workflow.file_person(filed("Anton Schulze"), name="Schmidt Anna", kind="public", by=None)

    assert "Schmidt Anna" in text(desk.get(TWICE))


def test_whoever_was_on_file_before_is_found_after_the_upgrade(desk):
    for name in ("Anna Schmidt", "Schmidt Anna", "…"):
        Person.objects.create(name=name)
    assert "Nobody’s name is like another’s, but for those told apart." in text(desk.get(TWICE))

    workflow.make_missing_rows()

    assert "Schmidt Anna" in text(desk.get(TWICE))
    assert not Person.objects.filter(alike="").exists()


def test_the_list_asks_as_much_for_many_as_for_few(desk, django_assert_num_queries):
    for number in range(30):
        filed(f"Anna{number} Schmidt"), filed(f"Schmidt Anna{number}"), filed(f"B. Schulze{number}")
        filed(f"Bernd Schulze{number}")

    with django_assert_num_queries(7):
        page = text(desk.get(TWICE))
    assert page.count('id="alike-') == 60


def test_a_persons_page_says_every_use_and_each_role_as_it_was_held(desk, django_assert_num_queries):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    person = Person.objects.get(name="quokka speaker")
    role = make_content("quokka").quotes[0].role
    workflow.unite_people(filed("Q. Speaker"), into=person, by=None)
    for number in range(25):
        draft = make_draft(f"numbat {number}")
        draft.quotes.update(person=person)

    with django_assert_num_queries(24):
        page = text(desk.get(page_of(person)))

    assert "Also filed as" in page
    assert "Q. Speaker" in page
    assert f"<bdi>{role}</bdi>" in page
    assert f'href="/admin/briefings/draft/?quoted={person.uuid}">All 26 briefings that quote them' in page
    assert page.count("numbat") >= 19
    assert "What readers have" in page
    assert f'href="/admin/briefings/draft/{briefing.draft.pk}/change/"' in page
    assert "numbat 3" in text(desk.get(f"/admin/briefings/draft/?quoted={person.uuid}"))


def roles_of(desk, *, held):
    """The part of a person's page about the roles, where each is named a day after the one before."""
    make_edition("quokka", live_from=LONG_AGO)
    person = Person.objects.get(name="quokka speaker")
    quote = PublishedQuote.objects.filter(person=person.uuid).first()
    PublishedQuote.objects.filter(person=person.uuid).delete()
    for number, role in enumerate(held):
        quote.pk, quote.key, quote.position, quote.role = None, f"q{number:08}", number, role
        quote.said_on = date(2025, 1, 1) + timedelta(days=number)
        quote.save()
    page = text(desk.get(page_of(person)))
    return page[page.index('id="roles"') : page.index('id="drafts"')]


def test_of_roles_without_number_the_newest_hundred_stand_there_and_it_says_so(desk):
    roles = roles_of(desk, held=["deputy", "minister"] * 51)

    assert roles.count("<li>") == 100
    assert "12 April 2025" in roles
    assert ">2 January 2025" not in roles
    assert "These are the newest." in roles


def test_every_role_stands_on_a_persons_page_however_often_they_were_quoted_since(desk):
    roles = roles_of(desk, held=[*["deputy"] * 2, *["minister"] * 230, "deputy", *["minister"] * 2])

    assert "These are the newest." not in roles
    assert re.findall(r"<bdi>(\w+)</bdi>, ([^<]+)</li>", roles) == [
        ("minister", "22 August 2025 – 23 August 2025"),
        ("deputy", "21 August 2025"),
        ("minister", "3 January 2025 – 20 August 2025"),
        ("deputy", "1 January 2025 – 2 January 2025"),
    ]


def test_all_that_readers_have_of_somebody_can_be_gone_through(desk):
    for number in range(23):
        make_edition(f"numbat {number}", live_from=LONG_AGO + timedelta(hours=number))
    person = Person.objects.get(name="numbat 0 speaker")
    PublishedQuote.objects.update(person=person.uuid)
    address, seen = page_of(person), []

    while address:
        page = text(desk.get(address))
        seen += re.findall(r'<q dir="auto">([^<]*)</q>', page)
        older = re.search(r'href="(\?page=\d)#readers-have">Older<', page)
        address = older and f"{page_of(person)}{older[1]}"

    assert sorted(seen) == sorted(PublishedQuote.objects.values_list("words", flat=True))
    assert seen[0] == "numbat 22 words"
    assert '#readers-have">Newer<' in page
    for nonsense in ("0", "-1", "x", "999999999", "9" * 40):
        assert desk.get(page_of(person), {"page": nonsense}).status_code == 200


def test_the_page_of_an_author_leads_to_what_they_wrote(desk):
    author = filed("Mira Novak")
    make_draft("quokka").bylines.create(person=author, ordering=1)

    page = text(desk.get(page_of(author)))

    assert f'href="/admin/briefings/draft/?author={author.uuid}">The briefing by them' in page
