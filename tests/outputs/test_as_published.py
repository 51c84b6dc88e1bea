"""An edition as published: one box says what it is, what readers were told since, and leads to those beside it."""

from dataclasses import replace

import pytest

from tests.outputs.makers import CORRECTION, LATER, PATH, make_briefing, make_edition
from tests.outputs.page_tree import tree
from tests.outputs.pages import briefing_page

EDITIONS = (
    make_edition(),
    make_edition(2, kind="minor", live_from=LATER),
    make_edition(3, kind="major", note="Adds what leaders said.", live_from=LATER),
    make_edition(4, kind="correction", correction=CORRECTION, live_from=LATER),
    make_edition(5, kind="major", note="Adds the vote.", live_from=LATER),
)


def shown(number, editions=EDITIONS):
    facts = make_briefing(number=number, editions=editions, path=f"{PATH}v/{number}/", as_published=True)
    return tree(briefing_page(facts))


def box(number, editions=EDITIONS):
    return shown(number, editions).first("section", **{"class": "as-published"})


def ways(of):
    links = [link for link in of.all("a") if "/changes/" not in link["href"]]
    return {link.attributes.get("rel", "current"): link["href"] for link in links}


def test_it_says_which_edition_it_is_and_which_is_the_current_one():
    assert box(2).text.startswith("Edition 2, as published on 7 January 2026, 09:30 CET. The current one is edition 5.")
    assert box(5).text.startswith("Edition 5, as published on 7 January 2026, 09:30 CET. It is the current edition.")


def test_all_that_readers_were_told_since_stands_in_the_box_newest_first_and_nothing_from_before():
    text = box(3).text

    assert text.index("Adds the vote.") < text.index("The summit was in Paris.") < text.index("The summit was in Rome.")
    assert "Adds what leaders said." not in text
    assert "Since this edition" not in box(5).text


def test_what_was_changed_by_then_stands_below_the_text_and_what_came_later_does_not():
    page = shown(3)

    assert "Adds what leaders said." in page.first("section", id="changes").text
    assert page.text.count("Adds the vote.") == page.text.count("The summit was in Paris.") == 1
    assert "Updated 7 January 2026: what is new is said below" in page.text
    assert not list(shown(2).all("section", id="changes"))


@pytest.mark.parametrize(("number", "beside"), [(1, [None, 2]), (3, [2, 4]), (5, [4, None])])
def test_it_leads_to_the_editions_before_and_after_and_to_the_current_one(number, beside):
    before, after = (f"{PATH}v/{one}/" if one else None for one in beside)
    found = ways(box(number))

    assert (found["current"], found.get("prev"), found.get("next")) == (PATH, before, after)


@pytest.mark.parametrize(("number", "compared"), [(1, [f"{PATH}changes/1/5/"]), (5, [])])
def test_it_leads_to_what_changed_since_then(number, compared):
    assert [link["href"] for link in box(number).all("a") if "/changes/" in link["href"]] == compared


def test_an_edition_that_nobody_may_read_is_passed_over_and_not_quoted():
    closed = [replace(one, readable=False, headline="") if one.number in (2, 3) else one for one in EDITIONS]
    erased = tuple(replace(one, note="") if one.number == 3 else one for one in closed)

    assert ways(box(1, erased))["next"] == f"{PATH}v/4/"
    assert ways(box(4, erased))["prev"] == f"{PATH}v/1/"
    assert "Adds what leaders said." not in box(1, erased).text
