"""A word corrected in a section comes into its quote as the form is saved, with any button and without JavaScript."""

import re

import pytest
from django.urls import reverse

from briefings.content import SectionBlock
from briefings.models import Draft
from briefings.working_copy import read
from tests.content.texts import A
from tests.desk.sheets import address, fields_of, opened
from tests.making import make_draft, make_quote

pytestmark = pytest.mark.django_db
BODY = "<p>“We will recieve ten planes,” she said.</p>"
RIGHT = "We will receive ten planes"


@pytest.fixture
def draft():
    quote = make_quote("We will recieve ten planes", speaker="Ada Byron", section=A)
    return make_draft("quokka", blocks=(SectionBlock(key=A, heading="First", body=BODY), quote))


def after(desk, draft, *, json=False, button="_save", **changes):
    fields = opened(desk, draft) | changes | {button: "1"}
    return desk.post(address(draft), fields, headers={"Accept": "application/json"} if json else {})


def text(draft):
    return read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


def in_section(words):
    return {"section-0-body": BODY.replace("We will recieve ten planes", words)}


def test_from_the_section_into_the_quote_which_nobody_has_confirmed_then(desk, draft):
    answer = after(desk, draft, json=True, **in_section(RIGHT)).json()

    assert (text(draft).quotes[0].words, text(draft).quotes[0].confirmed) == (RIGHT, False)
    assert {name: answer["values"][name] for name in ("quote-0-words", "quote-0-confirmed")} == {
        "quote-0-words": RIGHT,
        "quote-0-confirmed": "",
    }
    assert f"“receive” was carried into the quote “{RIGHT}”: confirm its speaker again." in answer["message"]


def test_from_the_quote_into_the_section_and_who_ticked_the_box_after_it_has_confirmed(desk, draft):
    answer = after(desk, draft, json=True, **{"quote-0-words": RIGHT, "quote-0-confirmed": "on"}).json()

    assert text(draft).sections[0].body == answer["values"]["section-0-body"] == BODY.replace("recieve", "receive")
    assert text(draft).quotes[0].confirmed


def test_a_box_that_came_ticked_confirms_the_words_that_it_came_with_and_no_others(desk, draft):
    fields = opened(desk, draft)
    assert fields["quote-0-confirmed"] not in ("", "on")
    answer = after(desk, draft, **{"quote-0-words": RIGHT})

    assert not text(draft).quotes[0].confirmed
    page = desk.get(answer.url).content.decode()
    assert f"The words of the quote “{RIGHT}” were changed: confirm its speaker again." in page
    again = opened(desk, draft)
    assert "quote-0-confirmed" not in again or again["quote-0-confirmed"] == ""


def test_what_is_published_with_the_save_is_refused_until_the_new_words_are_confirmed(desk, draft):
    answer = after(desk, draft, button="_publish", **in_section(RIGHT))

    assert answer.status_code == 200
    assert text(draft).quotes[0].words == RIGHT
    assert f"Confirm that Ada Byron said “{RIGHT}”" in answer.content.decode()


def test_where_both_were_changed_both_stay_and_buttons_take_one_of_them_without_saving(desk, draft):
    changes = {**in_section("We will get ten planes"), "quote-0-words": "We will accept ten planes"}
    after(desk, draft, **changes)
    quote = text(draft).quotes[0]
    assert (quote.words, "will get" in text(draft).sections[0].body) == ("We will accept ten planes", True)

    page = desk.get(address(draft)).content.decode()
    assert f'value="section-words {quote.key}"' in page
    assert f'value="quote-words {quote.key}"' in page
    fields = opened(desk, draft)
    version = Draft.objects.get(pk=draft.pk).version
    for button, name, value in (
        ("section-words", "quote-0-words", "We will get ten planes"),
        ("quote-words", "section-0-body", BODY.replace("recieve", "accept")),
    ):
        sent = fields | {"_part": f"{button} {quote.key}"}
        answer = desk.post(address(draft), sent, headers={"Accept": "application/json"})
        assert answer.json()["values"][name] == value
        assert (
            value.replace("<p>", "&lt;p&gt;").replace("</p>", "&lt;/p&gt;")
            in desk.post(address(draft), sent).content.decode()
        )
    assert Draft.objects.get(pk=draft.pk).version == version


@pytest.mark.parametrize("button", ["section-words", "section-words q-none", "quote-words qzzzzzzzz", "quote-words"])
def test_a_button_for_no_quote_changes_nothing(desk, draft, button):
    sent = opened(desk, draft) | {"_part": button}

    assert desk.post(address(draft), sent, headers={"Accept": "application/json"}).json() == {"values": {}}


def test_an_address_without_its_scheme_gets_it_and_what_none_can_be_is_said_at_its_field(desk, draft):
    after(desk, draft, **{"section-0-body": '<p><a href="example.org">a</a></p>', "quote-0-placement": "apart"})
    assert text(draft).sections[0].body == '<p><a href="https://example.org/" rel="noopener">a</a></p>'

    answer = after(desk, draft, **{"section-0-body": '<p><a href="tel:123">a</a></p>'})
    assert "“tel:123” is no web or mail address" in answer.content.decode()


def test_after_a_choice_between_two_texts_quote_and_section_are_alike(desk, draft):
    fields = opened(desk, draft)
    after(desk, draft, lede="Somebody else's lede.")
    answer = desk.post(address(draft), fields | {"lede": "My lede.", "_save": "1", **in_section(RIGHT)})
    form = fields_of(answer, "")
    choices = dict.fromkeys(re.findall(r'name="(choose-[^"]+)"', answer.content.decode()), "mine")

    desk.post(reverse("admin:briefings_draft_merge", args=[draft.pk]), form | choices)

    assert (text(draft).lede, text(draft).quotes[0].words) == ("My lede.", RIGHT)
    assert not text(draft).quotes[0].confirmed
