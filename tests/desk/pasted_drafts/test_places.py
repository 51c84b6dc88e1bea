"""What a form says about places that the draft does not have, any more or at all, decides nothing."""

from time import perf_counter

import pytest
from django.urls import reverse

from briefings.importing import Decisions
from briefings.models import Original
from tests.desk.pasted_drafts.pasting import paste

pytestmark = pytest.mark.django_db


@pytest.fixture
def pasted(desk):
    return paste(desk)


def decisions():
    return Decisions.model_validate_json(Original.objects.get().decisions)


NONSENSE = [
    {"role-x": "lede"},
    {"role-1": "nonsense"},
    {"role-" + "9" * 30: "lede"},
    {"kind-1:2:3": "quotation"},
    {"kind-x": "quotation"},
    {"kind-1:2": "nonsense"},
    {"do": "join x"},
    {"do": "apart 1"},
    {"do": "cut", "cut": "1"},
    {"do": "cut", "cut": "x:y"},
    {"shown": "[[[["},
    {"shown": "[" * 100_000},
    {"shown": '{"roles": 7}'},
    {"page": "x", "at": "javascript:alert(1)"},
    {"role-99999": "lede"},
    {"kind-0:0": "quotation", "speaker-0:0": "Mara Lind"},
    {"do": "join 0"},
    {"do": "join 999"},
    {"do": "cut", "cut": "0:0"},
    {"do": "cut", "cut": "0:99999"},
    {"do": "cut", "cut": "999:5"},
]


def test_nonsense_decides_nothing(pasted):
    for forged in NONSENSE:
        assert pasted.posts(forged).response.status_code == 200, str(forged)[:80]
        assert decisions() == Decisions(), str(forged)[:80]


def test_a_decision_about_a_line_that_somebody_joined_meanwhile_is_refused_with_a_sentence(pasted):
    line = pasted.line("“The strike cost")
    pasted.posts({"do": f"join {line.address}"})

    after = pasted.posts({f"role-{line.address}": "heading"})

    assert after.messages[0].startswith("That place is no longer in the draft as it was")
    assert decisions().roles == {}


def test_of_an_older_page_what_is_still_there_is_kept(pasted):
    line, talks = pasted.line("“The strike cost"), pasted.line("Talks begin")
    pasted.posts({"do": f"join {line.address}"})

    pasted.sends(**{f"role-{line.address}": "heading", f"role-{talks.address}": "heading"})

    assert decisions().roles == {talks.address: "heading"}


def test_the_page_of_a_line_takes_no_longer_for_a_row_of_dots(desk):
    row = "." * 60_000
    pasted = paste(desk, f"Harbour crews agree to talk\n\n{row} One sentence. Another.")
    line = pasted.page.rows[-1]
    began = perf_counter()

    page = desk.get(reverse("admin:briefings_original_line", args=[pasted.original.pk, line.address]))

    assert len(page.context["sentences"]) > 1
    assert perf_counter() - began < 3


def test_back_on_the_page_of_a_line_of_a_draft_that_became_a_briefing_one_gets_to_the_draft(desk, pasted):
    line = pasted.line("Talks begin")
    pasted.sends("make")

    page = desk.get(reverse("admin:briefings_original_line", args=[pasted.original.pk, line.address]), follow=True)

    assert page.context["original"] == pasted.original
    assert page.context["may_decide"] is False
