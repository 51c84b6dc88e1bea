"""Who spoke. Three shapes are certain (see speech/test_certainty); a speaker found any other way is a guess."""

import pytest

from tests.importing.drafts import INTRODUCTION, codes_of, quotes_of, understood

MACRON = "Emmanuel Macron"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“We will not wait,” said Emmanuel Macron.", ("We will not wait", MACRON, None)),
        ("“We will not wait,” Emmanuel Macron said on Monday.", ("We will not wait", MACRON, None)),
        ("“We will not wait”, said Emmanuel Macron.", ("We will not wait", MACRON, None)),
        ("Emmanuel Macron said: “We will not wait.”", ("We will not wait.", MACRON, None)),
        ("“Why wait?” Emmanuel Macron asked.", ("Why wait?", MACRON, None)),
        ("‘We won’t wait,’ said Emmanuel Macron.", ("We won’t wait", MACRON, None)),
        ('"We won\'t wait," said Emmanuel Macron.', ("We won't wait", MACRON, None)),
        ("“Europe is ready,” said Ursula von der Leyen.", ("Europe is ready", "Ursula von der Leyen", None)),
        ("“No,” said J. D. Vance.", ("No", "J. D. Vance", None)),
    ],
)
def test_a_speaker_stated_in_full_with_a_verb_of_saying_is_confirmed(sentence, expected):
    assert quotes_of(sentence) == [(*expected, True)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Emmanuel Macron: “We will not wait.”", ("We will not wait.", MACRON, None)),
        ("Emmanuel Macron said the talks were “hard but useful”.", ("hard but useful", MACRON, None)),
        ("According to Emmanuel Macron, “we will not wait.”", ("we will not wait", MACRON, None)),
        ("“We will not wait,” according to Emmanuel Macron.", ("We will not wait", MACRON, None)),
        ("The plan was described as “too slow” by Emmanuel Macron.", ("too slow", MACRON, None)),
        ("On Monday Emmanuel Macron warned of “hard times”.", ("hard times", MACRON, None)),
    ],
)
def test_a_speaker_named_in_any_other_way_is_a_guess(sentence, expected):
    assert quotes_of(sentence) == [(*expected, False)]


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("“We go on,” said French President Emmanuel Macron.", MACRON, "French President"),
        ("“We go on,” said former US President Joe Biden.", "Joe Biden", "former US President"),
        ("“We go on,” said Polish prime minister Donald Tusk.", "Donald Tusk", "Polish prime minister"),
        ("“We go on,” said Italy’s Prime Minister Giorgia Meloni.", "Giorgia Meloni", "Italy’s Prime Minister"),
        ("“We go on,” US Secretary of State Marco Rubio said.", "Marco Rubio", "US Secretary of State"),
        ("“We go on,” said Emmanuel Macron, the French president.", MACRON, "French president"),
        ("Emmanuel Macron, the French president, said “we go on”.", MACRON, "French president"),
        ("“We go on,” Keir Starmer, Britain’s prime minister, said.", "Keir Starmer", "Britain’s prime minister"),
        ("“We go on,” Keir Starmer, the British prime minister, said.", "Keir Starmer", "British prime minister"),
        (
            "Ann Lee, Finnish Defence Ministry spokeswoman, said “we go on”.",
            "Ann Lee",
            "Finnish Defence Ministry spokeswoman",
        ),
        ("“We go on,” said Stephen King.", "Stephen King", None),
    ],
)
def test_the_role_is_what_stands_before_or_after_the_name(sentence, name, role):
    assert [(speaker, stated) for _, speaker, stated, _ in quotes_of(sentence)] == [(name, role)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron said that Keir Starmer was “very clear”.",
        "Emmanuel Macron, who had met Keir Starmer, said the talks were “very clear”.",
        "Emmanuel Macron told President Trump that the talks were “very clear”.",
    ],
)
def test_where_another_person_stands_in_the_sentence_the_speaker_is_a_guess(sentence):
    assert quotes_of(sentence) == [("very clear", MACRON, None, False)]


def test_whom_the_words_are_about_is_not_who_says_them():
    assert quotes_of("Steve Witkoff stated that President Donald Trump “stands behind it.”") == [
        ("stands behind it", "Steve Witkoff", None, False)
    ]


@pytest.mark.parametrize(
    "later",
    ["“Never again,” he said.", "“Never again,” Macron said.", "“Never again,” the president said."],
)
def test_a_pronoun_a_surname_or_an_office_is_traced_to_the_person_as_a_guess(later):
    sentence = f"French President Emmanuel Macron arrived after talks with Keir Starmer. {later}"
    assert quotes_of(sentence) == [("Never again", MACRON, "French President", False)]


def test_a_guess_names_the_quotation_and_who_it_may_be():
    imported = understood(INTRODUCTION + "Emmanuel Macron came. “We will not wait,” he said.")
    finding = imported.findings[-1]
    assert finding.code == "speaker-guessed"
    assert finding.sentence == (
        "“We will not wait” in “What was said”: the speaker seems to be Emmanuel Macron. Confirm or change the speaker."
    )


def test_a_quotation_split_by_its_attribution_is_one_with_two_spans():
    imported = understood(INTRODUCTION + "“We are ready,” Emmanuel Macron said, “and we will stay ready.”")
    (quote,) = imported.content.quotes
    assert [span.text for span in quote.spans] == ["We are ready", "and we will stay ready"]
    assert quote.confirmed


def test_two_quotations_in_one_sentence_that_are_not_split_stay_two():
    assert [words for words, *_ in quotes_of("Emmanuel Macron called it “very good” and “rather late”.")] == [
        "very good",
        "rather late",
    ]


def test_a_sentence_that_is_nothing_but_a_quotation_goes_on_with_the_speaker_as_a_guess():
    assert quotes_of("“We are ready,” said Emmanuel Macron. “We go on.”") == [
        ("We are ready", MACRON, None, True),
        ("We go on.", MACRON, None, False),
    ]


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("“We will not wait,” said a source.", "a source"),
        ("Emmanuel Macron left and “we will not wait,” said a source.", "a source"),
        ("Emmanuel Macron’s spokesman said the talks were “very close”.", "Emmanuel Macron’s spokesman"),
        ("Russia had its way, a source said, and a deal was “very close”.", "a source"),
        ("“We will not wait,” the spokeswoman said.", "spokeswoman"),
        ("“We will not wait,” a senior EU diplomat told reporters.", "a senior EU diplomat"),
        ("“We will not wait,” said a spokesman for Ann Lee.", "a spokesman for Ann Lee"),
    ],
)
def test_somebody_who_is_only_described_is_a_guess_and_unnamed(sentence, described):
    (quote,) = understood(INTRODUCTION + sentence).content.quotes
    assert (quote.person.name, quote.person.kind, quote.confirmed) == (described, "unnamed", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan for “hard but useful and very long” talks stood.",
        "“We will not wait.”",
    ],
)
def test_a_quotation_whose_speaker_is_not_named_is_reported_and_nobody_is_guessed(sentence):
    ((_, speaker, _, confirmed),) = quotes_of(sentence)
    assert (speaker, confirmed) == (None, False)
    assert "quote-without-speaker" in codes_of(understood(INTRODUCTION + sentence))


def test_a_body_may_speak_and_is_kept_as_a_body():
    imported = understood(INTRODUCTION + "The White House said the deal was “a big step”.")
    (quote,) = imported.content.quotes
    assert (quote.person.name, quote.person.kind, quote.confirmed) == ("White House", "body", False)


def test_a_body_whose_name_holds_a_title_is_one_name():
    assert quotes_of("The UN General Assembly said the war was “a great wrong”.") == [
        ("a great wrong", "UN General Assembly", None, False)
    ]


def test_a_pronoun_means_the_one_named_before_it_in_its_own_sentence():
    assert quotes_of("Keir Starmer came. Emmanuel Macron arrived, and he said “we go on”.") == [
        ("we go on", MACRON, None, False)
    ]


def test_a_surname_never_stated_in_full_is_a_guess():
    assert quotes_of("“Italy is ready,” said Meloni.") == [("Italy is ready", "Meloni", None, False)]


def test_the_full_stop_belongs_to_a_whole_sentence_and_not_to_a_part():
    assert [words for words, *_ in quotes_of("Emmanuel Macron said: “We go on.” He called it “a long way.”")] == [
        "We go on.",
        "a long way",
    ]
