"""Names, terms and a few words of a sentence in quotation marks are told apart from quotations."""

import pytest

from briefings.importing import Decisions, MarkDecision
from tests.importing.drafts import INTRODUCTION, PROSE, SAMPLE, codes_of, quotes_of, terms_of, understood


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The “Coalition of the Willing” met in Paris.", "Coalition of the Willing"),
        ("Emmanuel Macron said the “Coalition of the Willing” would meet.", "Coalition of the Willing"),
        ("The so-called “shadow fleet” sailed on.", "shadow fleet"),
        ("A ship known as “the grey one” sailed on.", "the grey one"),
        ("The group was called “Friends of peace” then.", "Friends of peace"),
        ("The talks were “frank”.", "frank"),
        ("The country wants “strategic autonomy” by 2040.", "strategic autonomy"),
    ],
)
def test_a_name_or_term_in_marks_is_no_quotation(sentence, term):
    assert terms_of(sentence) == [term]
    assert quotes_of(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron said it was a “grave” mistake.",
        "Emmanuel Macron wrote that he had “not seen” the warnings.",
        "Emmanuel Macron said it would pay for the plan “and nothing else”.",
        "Emmanuel Macron warned that “criminal elements” had joined the marches.",
        "Emmanuel Macron accused them of putting it in danger with “toxic” words.",
        "The coalition may finalize the “binding commitments” anyway.",
        "Water firm given “licence to pollute” streams, campaigners say.",
    ],
)
def test_a_few_words_of_a_sentence_that_nobody_says_alone_are_words_in_marks(sentence):
    assert len(terms_of(sentence)) == 1
    assert quotes_of(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron called the talks “frank”.",
        "It was a plan that Emmanuel Macron called “absurd”.",
        "Emmanuel Macron described the plan for the north as “absurd”.",
        "Emmanuel Macron accused them of “telling stories”.",
        "Emmanuel Macron spoke of a “witch hunt” in the ministry.",
        "Emmanuel Macron said it was “a disgrace”.",
        "Emmanuel Macron said the talks were fully “on track” by Monday.",
        "Emmanuel Macron said he “never knew”.",
        "Emmanuel Macron said that Omar Diaz “never knew”.",
        "Emmanuel Macron said the plan “was no good”.",
    ],
)
def test_a_few_words_that_somebodys_own_verb_governs_alone_are_a_quotation(sentence):
    assert terms_of(sentence) == []
    assert len(quotes_of(sentence)) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "is_term"),
    [
        ("de", "Das Becken werde „mit hoher Priorität“ gebaut, sagte Emmanuel Macron.", True),
        ("de", "Der Preis sei nach wie vor „schlicht unwahr“, sagte Emmanuel Macron.", False),
        ("de", "Emmanuel Macron sagte, die Helfer seien „unglaublich ruhig“ gewesen.", False),
        ("de", "Emmanuel Macron sagte, der Plan müsse „unantastbar für alle“ bleiben.", False),
        ("de", "Mehr Züge seien so kurzfristig „schlicht nicht verfügbar“ gewesen, sagte Emmanuel Macron.", False),
        ("de", "Emmanuel Macron hatte der FDP „Wortbruch“ vorgeworfen.", False),
        ("de", "Emmanuel Macron sagte, das Land fördere Busse „nach Bedarf“.", True),
        ("de", "Die „Koalition der Willigen“ war im März ins Leben gerufen worden.", True),
        ("de", "Emmanuel Macron sprach von einem „Angriff auf die Presse“.", False),
        ("fr", "Emmanuel Macron a défendu un texte « équilibré » devant la presse.", True),
        ("fr", "Selon Emmanuel Macron, le calendrier des travaux est « intenable ».", False),
        ("fr", "Emmanuel Macron s’est dit « ouvert à toutes les discussions ».", False),
        ("es", "Emmanuel Macron agregó que los equipos trabajan «contra el reloj».", True),
        ("es", "Emmanuel Macron aseguró que la salida es «totalmente segura».", False),
        ("es", "Emmanuel Macron habló del bautizado como «pacto del abrazo».", True),
        ("uk", "Олена Коваль заявила, що план «надто повільний».", False),
        ("uk", "Київ має «інший план» передачі кордону.", True),
    ],
)
def test_words_in_marks_are_told_by_the_same_rule_in_other_languages(language, sentence, is_term):
    imported = understood(INTRODUCTION + sentence, language=language)
    assert (len(imported.terms), len(imported.content.quotes)) == ((1, 0) if is_term else (0, 1))


@pytest.mark.parametrize(
    "sentence",
    [
        "“No,” she said.",
        "“Never again!” said Emmanuel Macron.",
        "“Which twelve?” asked Emmanuel Macron, drawing laughter.",
        "Asked what she would do, she said: “Open at nine.”",
        "Omar Diaz could be heard saying, “Oh, Stan”.",
        "A man was removed after Omar Diaz had called out “Shame on you.”",
        "“We know of no list,” said Emmanuel Macron. “There were three.”",
        "“Yes.”",
    ],
)
def test_a_whole_utterance_is_a_quotation_however_short(sentence):
    assert terms_of(sentence) == []
    assert quotes_of(sentence) != []


def test_the_same_few_words_that_stand_in_marks_twice_are_words_in_marks_though_somebody_says_them():
    twice = "Emmanuel Macron called the plan “quite absurd”. Omar Diaz said it was “quite absurd”."
    assert terms_of(twice) == ["quite absurd", "quite absurd"]
    assert quotes_of(twice) == []
    assert len(quotes_of("“No,” she said. “No,” said Emmanuel Macron.")) == 2


@pytest.mark.parametrize(
    "draft",
    [
        f"Allies hail {{0}} plan\n{PROSE}\nThen\n{{1}}",
        "Allies meet\nThey had a {0} plan on Monday, and they talked for a long time.\nThen\n{1}",
        "Allies meet\nA lede.\nThe {0} plan\n{1}",
        "Allies meet\nA lede.\nThen\n{1}\nFAQ\nWhat is a {0} plan?\nOne of Monday.",
        "Allies meet\nA lede.\nThen\n{1}\nFAQ\nWhat is it?\nA {0} plan of Monday.",
    ],
)
def test_words_are_the_same_wherever_in_the_draft_they_stand_in_marks(draft):
    text = draft.format("“quite absurd”", "Emmanuel Macron called the plan “quite absurd”.")
    assert [term.words for term in understood(text).terms] == ["quite absurd", "quite absurd"]
    assert understood(text).content.quotes == ()


def test_four_words_of_a_sentence_are_a_quotation_and_three_are_not():
    assert terms_of("Mary Novak asked for pledges of “lasting and binding” help.") == ["lasting and binding"]
    assert [words for words, *_ in quotes_of("Mary Novak asked for pledges of “fair, lasting and binding” help.")] == [
        "fair, lasting and binding"
    ]


def test_words_in_marks_are_told_once_and_ask_for_nothing():
    imported = understood(INTRODUCTION + "The “final push” began. The “final push” ended. The “Blue Army” met.")
    told = [finding for finding in imported.findings if finding.code == "words-in-marks"]
    assert [(finding.line, finding.column, finding.key) for finding in told] == [
        (4, 5, imported.content.sections[0].key)
    ]
    assert told[0].sentence == (
        "“final push” is taken for words in marks, not for a quotation. If somebody said it, make it one."
    )
    assert imported.content.quotes == ()


def test_what_an_editor_decided_to_be_words_in_marks_is_not_told():
    (mark,) = understood(INTRODUCTION + "Mary Novak joined the “final push” now.").marks
    decided = Decisions(marks={mark.place: MarkDecision(kind="term")})
    imported = understood(INTRODUCTION + "Mary Novak joined the “final push” now.", decisions=decided)
    assert [term.words for term in imported.terms] == ["final push"]
    assert "words-in-marks" not in codes_of(imported)


def test_words_in_marks_know_whose_they_would_be_so_that_one_key_makes_them_a_quotation():
    text = INTRODUCTION + "Mayor Mary Novak warned that “criminal elements” had joined."
    imported = understood(text)
    (mark,) = imported.marks
    assert (mark.kind, mark.speaker, mark.role, mark.is_sure) == ("term", "Mary Novak", "Mayor", False)
    assert mark.reason == "Words in marks. Named in full near the words"
    assert imported.findings[-1].sentence.endswith("If Mary Novak said it, make it one.")
    decided = Decisions(marks={mark.place: MarkDecision(speaker=mark.speaker, role=mark.role, confirmed=True)})
    assert [
        (quote.words, quote.person.name, quote.role, quote.confirmed)
        for quote in understood(text, decisions=decided).content.quotes
    ] == [("criminal elements", "Mary Novak", "Mayor", True)]


def test_the_samples_binding_commitments_are_told_and_its_coalition_is_a_name():
    told = [finding for finding in understood(SAMPLE.decode()).findings if finding.code == "words-in-marks"]
    assert [finding.sentence.split("”")[0] for finding in told] == ["“binding commitments"]


def test_words_in_marks_are_told_in_headline_lede_and_faq_too():
    text = "They “begged for help”\nA “soft opening” came.\nFAQ\nWhat is the “stink fee”?\nA “daily charge” on ships."
    imported = understood(text)
    assert [term.words for term in imported.terms] == ["begged for help", "soft opening", "stink fee", "daily charge"]
    assert codes_of(imported).count("words-in-marks") == 4
    assert imported.elsewhere == ()


def test_a_term_is_listed_with_its_place():
    imported = understood(INTRODUCTION + "The so-called “shadow fleet” sailed on.")
    (term,) = imported.terms
    assert (term.line, term.column, term.key) == (4, 15, imported.content.sections[0].key)


def test_terms_are_found_in_lede_and_faq_too():
    imported = understood("The “Coalition of the Willing” met.\nFAQ\nWho are the “Friends of Peace”?\nNobody.")
    assert [(term.words, term.key) for term in imported.terms] == [
        ("Coalition of the Willing", None),
        ("Friends of Peace", imported.content.faq[0].key),
    ]


def test_a_quotation_in_the_lede_or_the_faq_stays_text_and_is_reported():
    imported = understood(
        f"Emmanuel Macron said “we go on now” in Paris.\nWhat was said\n{PROSE}\nFAQ\n"
        "Who goes on?\nEmmanuel Macron said “all of us do”."
    )
    assert imported.content.quotes == ()
    assert [(quotation.words, quotation.speaker.name) for quotation in imported.elsewhere] == [
        ("we go on now", "Emmanuel Macron"),
        ("all of us do", "Emmanuel Macron"),
    ]
    assert [finding.sentence for finding in imported.findings if finding.code == "quote-elsewhere"] == [
        "“we go on now”, said by Emmanuel Macron it seems, stands in the lede, where quotations stay plain text.",
        "“all of us do”, said by Emmanuel Macron it seems, stands in the answer to “Who goes on?”, "
        "where quotations stay plain text.",
    ]
