"""Lines of a pasted draft are cut and joined, and what was decided about them holds."""

import pytest
from django.urls import reverse

from briefings.importing import Decisions
from briefings.models import Original
from tests.desk.pasted_drafts.pasting import HEADLINE, paste

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pasted(chief):
    return paste(chief)


def decisions():
    return Decisions.model_validate_json(Original.objects.get().decisions)


def test_a_line_is_cut_where_its_sentences_end_and_joined_again(desk, pasted):
    line = pasted.line("The union’s chair")
    cut = pasted.posts({"do": "cut", "cut": f"{line.address}:12"})
    assert cut.line("chair, Mara Lind").address == f"{line.address}.12"

    again = cut.posts({"do": f"join {line.address}.12"})

    assert again.line("The union’s chair").placed.line.text == line.placed.line.text
    assert decisions() == Decisions()


def test_a_line_goes_on_the_one_above_and_is_taken_apart_again(pasted):
    line = pasted.line("“The strike cost")
    joined = pasted.posts({"do": f"join {line.address}"})
    above = joined.line("The union’s chair")
    assert above.placed.line.text.endswith("she said.")
    assert above.undo == [line.address]

    apart = joined.posts({"do": f"apart {line.address}"})

    assert apart.line("“The strike cost").address == line.address
    assert decisions() == Decisions()


def test_what_is_chosen_for_a_dateline_or_its_lede_stays_so_whatever_is_chosen_next(desk):
    text = "The crews met the port’s owners on Monday, and they talked for hours about pay."
    dated = paste(desk, f"# {HEADLINE}\n\nBERGEN (NTB) — {text}\n\nTalks go on. Nobody knows when they end.")
    chosen = dated.sends(**{f"role-{dated.line(text).address}": "byline"})
    chosen = chosen.sends(**{f"role-{chosen.line('Talks go on').address}": "lede"})
    chosen = chosen.sends(**{f"role-{chosen.line('BERGEN').address}": "label"})

    assert [row.placed.role for row in chosen.page.rows] == ["headline", "label", "byline", "lede"]

    back = chosen.sends(**{f"role-{chosen.line('BERGEN').address}": "back"})

    assert back.line("BERGEN").placed.role == "dateline"


def test_a_dateline_that_was_decided_about_is_joined_to_its_lede_again(desk):
    text = "The crews met the port’s owners on Monday, and they talked for hours about pay."
    dated = paste(desk, f"# {HEADLINE}\n\nBERGEN (NTB) — {text}\n\nTalks go on.")
    decided = dated.sends(**{f"role-{dated.line('BERGEN').address}": "label"})
    joined = decided.posts({"do": f"join {decided.line(text).address}"})

    assert joined.line("BERGEN").placed.line.text == f"BERGEN (NTB) — {text}"

    cut = joined.posts({"do": "cut", "cut": f"{joined.line('BERGEN').address}:{len('BERGEN (NTB) — ')}"})

    assert cut.line(text).placed.line.text == text


def test_a_line_that_goes_on_with_another_is_cut_in_its_words_and_where_they_begin(pasted):
    line = pasted.line("“The strike cost")
    joined = pasted.posts({"do": f"join {line.address}"}).line("The union’s chair")
    where = f"{joined.address}:{joined.placed.line.text.index('more than')}"
    cut = pasted.posts({"do": "cut", "cut": where})

    assert cut.line("more than the crews").placed.line.text == "more than the crews themselves,” she said."

    apart = cut.posts({"do": "cut", "cut": f"{joined.address}:{joined.placed.line.text.index('“The strike')}"})

    assert apart.line("“The strike").address == line.address


def test_the_page_of_a_line_offers_its_sentences_and_the_line_above(desk, pasted):
    line = pasted.line("Talks begin")
    page = desk.get(reverse("admin:briefings_original_line", args=[pasted.original.pk, line.address]))

    assert [sentence["place"] for sentence in page.context["sentences"]] == [""]
    assert page.context["before"] == "What happens next"


@pytest.mark.parametrize("address", ["999", "x", "0.0.0", "12:3"])
def test_there_is_no_page_of_a_line_that_there_is_not(desk, pasted, address):
    page = desk.get(reverse("admin:briefings_original_line", args=[pasted.original.pk, address]))

    assert page.status_code == 404
