"""Where a text writes what the house writes in another way: never in a quotation."""

import pytest

from briefings.content.house_style import MOST, Rule, places, put_right

EMAIL = Rule("e-mail", "email")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("An e-mail came. E-mail helps.", "An email came. Email helps."),
        ("No e-mails, no be-mail, no E-MAIL.", "No e-mails, no be-mail, no E-MAIL."),
        ("“An e-mail”, an e-mail", "“An e-mail”, an email"),
        ("Er sagte „eine e-mail“, e-mail", "Er sagte „eine e-mail“, email"),
        ("Elle dit « une e-mail », e-mail", "Elle dit « une e-mail », email"),
        ("‘It’s an e-mail’, e-mail", "‘It’s an e-mail’, email"),
        ('She wrote "an e-mail" by e-mail', 'She wrote "an e-mail" by email'),
        ("“An e-mail that nobody closes", "“An e-mail that nobody closes"),
        ("“One e-mail.\nThe next e-mail.", "“One e-mail.\nThe next email."),
        ("", ""),
    ],
)
def test_words_are_put_right_outside_of_quotations(before, after):
    assert put_right(before, EMAIL) == after


def test_the_words_of_quotations_without_marks_are_left_too():
    text = "We send an e-mail, they said. The e-mail came."

    assert [place.start for place in places(text, [EMAIL], spans=["We send an e-mail"])] == [text.rindex("e-mail")]


def test_right_words_that_begin_with_the_wrong_ones_are_right():
    rule = Rule("Kiev", "Kiev Street")

    assert put_right("Kiev Street and Kiev", rule) == "Kiev Street and Kiev Street"


def test_a_place_tells_the_words_around_it():
    (place,) = places("Long before that came. " * 3 + "Then the e-mail came.", [EMAIL])

    assert place.around == "ng before that came. Then the e-mail came."


def test_of_a_text_full_of_it_some_are_told():
    assert len(places("e-mail " * 1000, [EMAIL])) == MOST
