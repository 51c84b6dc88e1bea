"""Quotations in sections that are written: found in reading order, and whose words a selection holds."""

from briefings.importing.section_quotations import quotations_in, selected

FIRST = "<p>Mira Novak, the minister, met them. “We will go,” she said, “and we will stay.” All left.</p>"
SECOND = "<p>“No,” said Novak.</p><p>They call it the “Green Deal” there.</p>"


def words(found):
    return [(one.section, one.spans, one.speaker and one.speaker.name) for one in found if one.is_quotation]


def chosen(text: str, *, body: str = FIRST, offset: int = 0):
    one = selected(quotations_in([body], language="en"), body, section=0, words=text, offset=offset)
    return one and (one.spans, one.speaker and one.speaker.name)


def test_they_are_found_with_their_speakers_whom_an_earlier_section_names():
    assert words(quotations_in([FIRST, SECOND], language="en")) == [
        (0, ("We will go", "and we will stay"), "Mira Novak"),
        (1, ("No",), "Mira Novak"),
    ]


def test_whom_the_headline_names_in_full_is_known_by_a_surname():
    assert words(quotations_in([SECOND], language="en", before=["Mira Novak leaves"]))[0][2] == "Mira Novak"


def test_a_split_quotation_that_is_selected_whole_is_two_spans_without_marks_and_the_attribution():
    expected = (("We will go", "and we will stay"), "Mira Novak")

    assert chosen("“We will go,” she said, “and we will stay.”") == expected
    assert chosen("We will go,” she said, “and we will stay") == expected


def test_of_a_quotation_only_what_is_selected_is_taken():
    assert chosen("will stay.") == (("will stay",), "Mira Novak")
    assert chosen("met them. “We will go") == (("We will go",), "Mira Novak")


def test_words_without_marks_are_taken_as_they_are_with_nobody_for_a_speaker():
    assert chosen(" All left. ") == (("All left.",), None)


def test_a_term_in_marks_is_taken_when_somebody_selects_it():
    assert chosen("“Green Deal”", body=SECOND) == (("Green Deal",), None)


def test_of_words_that_stand_twice_those_that_were_selected_count():
    twice = "<p>“We go,” said Ada Byron.</p><p>“We go,” said Mira Novak.</p>"

    assert chosen("We go", body=twice, offset=1)[1] == "Ada Byron"
    assert chosen("We go", body=twice, offset=26)[1] == "Mira Novak"


def test_what_does_not_stand_there_and_what_is_nothing_but_signs_is_nothing():
    assert chosen("somewhere else") is None
    assert chosen("” ") is None


def test_a_language_without_lists_has_its_quotations_found_as_well():
    assert words(quotations_in(["<p>“Andiamo tutti insieme adesso.”</p>"], language="../../x"))[0][1] == (
        "Andiamo tutti insieme adesso.",
    )
