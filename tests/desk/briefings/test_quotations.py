"""Whose words somebody selected: proposed from the text and from the file, of what the asker may know."""

import pytest

from briefings.admin.briefings.quotations import MOST
from briefings.content import SectionBlock
from tests.content.texts import A
from tests.desk.roles.people import make_somebody
from tests.documented import queries
from tests.making import LONG_AGO, make_draft, make_edition, make_quote

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/briefings/draft/quotations/"
BODY = "<p>Ada Byron, a clerk, came. “We will go,” said Byron. “No!”</p>"


def asked(client, section=BODY, **data):
    return client.post(ADDRESS, {"section": section, "language": "en", **data})


def proposed(client, **data):
    return asked(client, **data).json()["quotations"]


def on_file(role, *, word="quokka", live=False, owner=None):
    section = SectionBlock(key=A, heading="", body="<p>“Yes.”</p>")
    quote = make_quote("Yes.", speaker="Ada Byron", role=role, section=A)
    if live:
        return make_edition(word, live_from=LONG_AGO, blocks=(section, quote))
    return make_draft(word, blocks=(section, quote), by=owner)


def test_every_quotation_comes_with_its_speaker_and_the_role_of_the_text(desk):
    (first, *_others) = proposed(desk)

    assert first == {
        "section": 0,
        "words": "We will go",
        "speaker": "Ada Byron",
        "person": "",
        "kind": "private",
        "role": "clerk",
        "is_sure": first["is_sure"],
    }


def test_what_is_a_quote_already_is_not_among_them(desk):
    assert "We will go" not in [one["words"] for one in proposed(desk, quote=["“We will go,”\r\n…\r\nand more"])]


def test_whoever_is_on_file_comes_with_the_role_that_they_had_last(desk):
    draft = on_file("minister")
    person = draft.quotes.get().person

    (found,) = proposed(desk, words="We will go", at="0", start="28")

    assert (found["role"], found["person"], found["kind"]) == ("minister", str(person.uuid), person.kind)


def test_a_role_that_only_somebody_elses_draft_has_is_told_to_nobody_who_may_not_read_it():
    on_file("clerk of the crown", live=True)
    on_file("spy", word="numbat")

    assert proposed(make_somebody("editor").client, words="We will go", at="0")[0]["role"] == "spy"
    assert (
        proposed(make_somebody("writer", name="noor").client, words="We will go", at="0")[0]["role"]
        == "clerk of the crown"
    )


def test_of_whom_only_somebody_elses_draft_tells_a_writer_learns_nothing():
    on_file("spy")

    (found,) = proposed(make_somebody("writer").client, words="We will go", at="0")

    assert (found["person"], found["role"]) == ("", "clerk")


def test_it_costs_the_same_for_any_number_of_quotations(desk, django_assert_num_queries):
    on_file("minister")
    proposed(desk)
    for body in (BODY, BODY * 20):
        with django_assert_num_queries(queries("whose words are selected, or all quotations")):
            asked(desk, body)


def test_more_than_can_be_read_in_time_is_not_read(desk):
    assert asked(desk, "x" * (MOST + 1)).status_code == 413


@pytest.mark.parametrize(
    "data", [{}, {"section": "\0", "words": "\0", "at": "9" * 20}, {"words": "x"}, {"section": "<" * 999, "at": "-1"}]
)
def test_whatever_is_sent_gets_an_answer(desk, data):
    assert desk.post(ADDRESS, data).status_code == 200
