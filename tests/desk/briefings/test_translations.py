"""Naming the original of a translation: by its address, and only what whoever writes may know of."""

import pytest

from briefings import working_copy
from briefings.models import Draft, User
from tests.desk.sheets import fields_of, opened, sent
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def original():
    return make_edition("quokka", live_from=LONG_AGO).briefing


def named(draft):
    return working_copy.read(Draft.objects.get(pk=draft.pk)).translation_of


def refusals(desk, draft, given, **values):
    answer = sent(desk, draft, opened(desk, draft) | {"translation_of": given} | values)
    assert fields_of(answer)["translation_of"] == given
    return answer.context["page"].facts.errors["translation_of"]


@pytest.mark.parametrize(
    "given",
    [
        "quokka",
        "/briefings/quokka/",
        "https://news.example/briefings/quokka/?from=mail#s1",
        "https://news.example/briefings/quokka/history/",
    ],
)
def test_whatever_leads_to_the_original_names_it(desk, original, given):
    draft = make_draft("wombat", language="de")

    sent(desk, draft, opened(desk, draft) | {"translation_of": given})

    assert named(draft) == str(original.uuid)
    assert opened(desk, draft)["translation_of"] == "quokka"


def test_a_save_that_leaves_it_keeps_it_and_an_empty_field_takes_it_away(desk, original):
    draft = make_draft("wombat", language="de", translation_of=str(original.uuid))

    sent(desk, draft, opened(desk, draft) | {"lede": "Anders."})
    assert named(draft) == str(original.uuid)

    sent(desk, draft, opened(desk, draft) | {"translation_of": ""})
    assert named(draft) is None


def test_an_original_that_is_not_published_yet_is_named_by_its_draft_and_kept(desk):
    original = make_draft("quokka")
    draft = make_draft("wombat", language="de")

    sent(desk, draft, opened(desk, draft) | {"translation_of": "quokka"})
    sent(desk, draft, opened(desk, draft) | {"lede": "Anders."})

    assert named(draft) == str(original.briefing.uuid)
    assert (
        "Readers do not have the original." in desk.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()
    )


def test_what_is_no_original_is_refused_at_its_field_in_a_sentence(desk, original):
    draft = make_draft("wombat", language="de")
    make_edition("bilby", live_from=LONG_AGO, language="fr", translation_of=str(original.uuid))

    assert refusals(desk, draft, "wombat") == [
        "A briefing is no translation of itself. Give the address of the original."
    ]
    assert refusals(desk, draft, "bilby") == [
        "That one is a translation itself. Give the address of what it translates."
    ]
    assert refusals(desk, draft, "quokka", language="en") == [
        "The original is in the same language. Change the language of this briefing."
    ]
    for nothing in ("no-such-thing", "/", "?", "What is this?"):
        assert refusals(desk, draft, nothing) == [
            "No briefing that you may read has this address. Copy it from its page."
        ]
    assert named(draft) is None


def test_a_writer_finds_no_draft_of_somebody_else(at_desk):
    make_draft("quokka")
    make_edition("bilby", live_from=NOON)
    writer = at_desk("ida", "writer")
    draft = make_draft("wombat", language="de", by=User.objects.get(username="ida"))

    for given in ("quokka", "bilby"):
        assert refusals(writer, draft, given) == [
            "No briefing that you may read has this address. Copy it from its page."
        ]


def test_a_correction_of_the_original_stands_on_the_writing_page_and_leads_there(desk, original):
    german = make_edition("wombat", live_from=LONG_AGO, language="de", translation_of=str(original.uuid)).briefing
    make_edition("quokka", briefing=original, live_from=LONG_AGO.replace(hour=15))

    page = desk.get(f"/admin/briefings/draft/{german.draft.pk}/change/").content.decode()

    assert '<a href="/briefings/quokka/#changes">The original was updated on 1 June 2020: The quokka note.</a>' in page
