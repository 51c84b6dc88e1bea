"""What the pane beside the form is told: the readers' page, and what a search, a card and a feed will say."""

from base64 import b64decode

import pytest

from briefings.models import Draft
from tests.desk.sheets import address, opened
from tests.documented import queries
from tests.making import make_draft

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def draft(db):
    return make_draft("quokka", slug=None)


def told(desk, draft, **changes):
    where = address(draft).replace("change/", "preview/")
    return desk.post(where, opened(desk, draft) | changes, headers=JSON)


def test_it_is_of_the_form_as_it_stands_and_kept_by_nobody(desk, draft):
    answer = told(desk, draft, headline="Allies pledge guarantees", lede="Thirty-five states met.")
    facts = answer.json()

    assert "Thirty-five states met." in facts["html"]
    assert facts["search"]["title"] == facts["feed"]["title"] == "Allies pledge guarantees"
    assert facts["search"]["address"].endswith("/briefings/allies-pledge-guarantees/")
    assert facts["search"]["description"].startswith("Thirty-five states met.")
    assert facts["feed"]["summary"] == "Thirty-five states met."
    assert "no-store" in answer.headers["Cache-Control"]
    assert Draft.objects.get().headline == "The quokka headline"


def test_a_card_is_drawn_once_for_the_same_words(desk, draft):
    card = told(desk, draft).json()["card"]

    assert b64decode(card["png"]).startswith(b"\x89PNG")
    assert "The quokka headline" in card["words"]
    assert told(desk, draft, card=card["digest"]).json()["card"] == {"digest": card["digest"], "words": card["words"]}
    assert "png" in told(desk, draft, card=card["digest"], headline="Another").json()["card"]
    assert told(desk, draft, headline="平和").json()["card"] is None


def test_of_a_form_with_a_fault_it_is_told_so(desk, draft):
    answer = told(desk, draft, slug="No Slug!")

    assert answer.status_code == 422
    assert answer.json() == {"reason": "Some fields need a look. What you see is the text before that."}


def test_it_costs_what_a_preview_in_a_tab_costs(desk, draft, django_assert_num_queries):
    fields = opened(desk, draft)

    with django_assert_num_queries(queries("preview")):
        desk.post(address(draft).replace("change/", "preview/"), fields, headers=JSON)
